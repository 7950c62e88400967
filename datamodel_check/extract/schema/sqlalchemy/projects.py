"""The Python projects of a repository: directories with a manifest, and what each requires."""

import re
from collections.abc import Iterator, Sequence

from datamodel_check.model.program import Program

_MANIFESTS = ("pyproject.toml", "requirements.txt", "Pipfile", "setup.cfg", "setup.py")

_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock")


class Project:
    """One project: its directory, and the texts of its manifests and of the locks that are nearest."""

    def __init__(self, program: Program, directory: str) -> None:
        self.directory = directory
        self._program = program
        self._manifests = [self._text(path) for path in self._held(directory, _MANIFESTS)]
        self._locks = [self._text(path) for around in _upwards(directory) for path in self._held(around, _LOCKS)]

    def _held(self, directory: str, names: Sequence[str]) -> Iterator[str]:
        for name in names:
            path = f"{directory}/{name}" if directory else name
            if path in self._program.tree:
                yield path

    def _text(self, path: str) -> str:
        return self._program.tree.read(path).decode("utf-8", "replace")

    def locked(self, name: str) -> str | None:
        """The version of a package that a lock file fixes."""
        entry = re.compile(rf'^name = "{name}"\s+version = "([^"]+)"', re.MULTILINE | re.IGNORECASE)
        return next((match[1] for text in self._locks if (match := entry.search(text))), None)

    def required(self, name: str) -> str | None:
        """The versions of a package that a manifest allows, as written; empty where it allows all."""
        entry = re.compile(_REQUIREMENT % re.escape(name), re.MULTILINE | re.IGNORECASE)
        return next((match[1] or "" for text in self._manifests if (match := entry.search(text))), None)


_REQUIREMENT = r"""^(?:[^\n#]*["'\[,])?[ \t]*%s(?:\[[^\]\n]*\])?["']?[ \t]*(?:=[ \t]*(?=["'{])(?:\{[^}\n]*version[ \t]*=[ \t]*)?["'])?[ \t]*([<>=!~^*\d][^"'\n}#]*)?(?=["'\n},#;]|$)"""  # noqa: E501
"""A line of `requirements.txt`, an item of a list of requirements, or a key of Poetry's table."""


class Projects:
    """The projects that files belong to."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[str, Project] = {}

    def of(self, path: str) -> Project:
        """The project of a file: the nearest directory around it with a manifest, else the root."""
        directory = next((one for one in _upwards(path.rpartition("/")[0]) if self._is_project(one)), "")
        if directory not in self._known:
            self._known[directory] = Project(self._program, directory)
        return self._known[directory]

    def _is_project(self, directory: str) -> bool:
        return any((f"{directory}/{name}" if directory else name) in self._program.tree for name in _MANIFESTS)


def _upwards(directory: str) -> Iterator[str]:
    """The directory, and those around it up to the root."""
    while directory:
        yield directory
        directory = directory.rpartition("/")[0]
    yield ""
