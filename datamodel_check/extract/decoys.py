"""Places whose code is not the application's: what is declared there is no source unless a configuration names it."""

from datamodel_check.extract.protocol import Settings
from datamodel_check.model.globs import matches_any

_FOLDERS = {
    "__fixtures__": "a fixtures folder",
    "__generated__": "a generated folder",
    "__mocks__": "a mocks folder",
    "__tests__": "a tests folder",
    "dist": "a build folder",
    "e2e": "a tests folder",
    "example": "an examples folder",
    "examples": "an examples folder",
    "fixture": "a fixtures folder",
    "fixtures": "a fixtures folder",
    "generated": "a generated folder",
    "mocks": "a mocks folder",
    "node_modules": "a folder of installed packages",
    "template": "a templates folder",
    "templates": "a templates folder",
    "test": "a tests folder",
    "testdata": "a fixtures folder",
    "tests": "a tests folder",
    "third_party": "a vendored folder",
    "vendor": "a vendored folder",
    "vendored": "a vendored folder",
}

_ENDINGS = (".test", ".spec", "_test", ".e2e", ".e2e-spec", ".integ", ".fixture", ".stories")

_MOCKS = (".mock", "-mock")


def decoy(path: str, settings: Settings) -> str | None:
    """Why nothing in `path` is a source, in a few words; None where it may be one."""
    if matches_any(settings.exclude, path):
        return "excluded by the configuration"
    if matches_any(settings.sources, path):
        return None
    *folders, name = path.split("/")
    if folders and folders[0] in {"doc", "docs"}:  # deeper down, `docs` is as likely an application
        return "in a documentation folder"
    for folder in folders:
        if folder in _FOLDERS:
            return f"in {_FOLDERS[folder]}"
    stem = name.rsplit(".", 1)[0]
    if stem.endswith(_MOCKS) or stem.startswith("mock-"):
        return "a mock"
    return "a test file" if stem.endswith(_ENDINGS) or name.startswith("test_") else None
