"""The configuration that `init` writes."""

from datamodel_check import __version__
from datamodel_check.config.keys import SCHEMA_URL
from datamodel_check.model.tree import Tree

HOME = "https://github.com/datamodel-check/datamodel-check"

FORMATTERS = {
    "dprint": ("dprint.json", "dprint.jsonc", ".dprint.json", ".dprint.jsonc"),
    "markdownlint": (
        ".markdownlint.json",
        ".markdownlint.jsonc",
        ".markdownlint.yaml",
        ".markdownlint.yml",
        ".markdownlint-cli2.jsonc",
        ".markdownlint-cli2.yaml",
    ),
}
"""By which files those formatters are known that need a guard of their own; prettier's is always written."""


def first_configuration(tree: Tree) -> str:
    """What differs from the defaults in this repository, as TOML."""
    lines = [f"#:schema {SCHEMA_URL}", f"# All keys: {HOME}#configuration", "", f'required-version = ">={_minor()}"']
    guards = ["prettier", *(name for name, files in FORMATTERS.items() if any(file in tree for file in files))]
    if len(guards) > 1:
        lines.append("guards = [" + ", ".join(f'"{name}"' for name in guards) + "]")
    if ".mdformat.toml" in tree:
        lines.append('style = "aligned"')  # mdformat heeds no guard, and aligns
    return "\n".join(lines) + "\n"


def _minor() -> str:
    return ".".join(__version__.split(".")[:2])
