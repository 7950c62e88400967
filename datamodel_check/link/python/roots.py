"""Where absolute imports begin: the directories that are on Python's path when the code of a repository is run.

https://docs.python.org/3/reference/import.html#path-based-finder
"""

import sys
from collections.abc import Sequence

from datamodel_check.link.files import Files
from datamodel_check.link.paths import directory_of, inside, relative, upwards

_MARKS = ("pyproject.toml", "setup.py", "setup.cfg", "manage.py", "requirements.txt", "Pipfile")
"""Files that stand where packages are installed from, or where programs are started."""

_SOURCES = frozenset({"src", "lib", "python", "source"})
"""Directories of a project that hold nothing but its packages."""

STANDARD = frozenset(sys.stdlib_module_names)
"""Modules that are Python's own, whatever the repository calls its files."""


class Roots:
    """The directories of a tree in which a module or package of some name stands."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._holders: dict[str, list[str]] | None = None
        self._directories: set[str] = set()

    def of(self, name: str, importer: str) -> Sequence[str]:
        """The directories from which `importer` may import `name`, the likeliest first."""
        if name in STANDARD:
            return ()
        around = list(upwards(directory_of(importer)))
        found = [holder for holder in self._all().get(name, ()) if self._is_root(holder, around)]
        return sorted(found, key=lambda holder: (holder not in around, -_shared(holder, importer), len(holder), holder))

    def is_namespace(self, directory: str) -> bool:
        """Whether a directory holds modules."""
        self._all()
        return directory in self._directories

    def _is_root(self, holder: str, around: Sequence[str]) -> bool:
        if inside(holder, "__init__.py") in self._files:
            return False
        return holder in around or self._is_declared(holder)

    def _is_declared(self, holder: str) -> bool:
        """Whether packages of a directory may be imported from everywhere."""
        directory, _, name = holder.rpartition("/")
        marked = any(inside(holder, mark) in self._files for mark in _MARKS)
        return (
            not holder
            or marked
            or (name in _SOURCES and any(inside(directory, mark) in self._files for mark in _MARKS))
        )

    def _all(self) -> dict[str, list[str]]:
        if self._holders is None:
            found: dict[str, dict[str, None]] = {}
            seen: set[str] = set()
            for path in self._files.tree.paths:
                if path.endswith(".py"):
                    _note(path, found, seen)
            self._holders = {name: list(holders) for name, holders in found.items()}
            self._directories = seen - {
                path.removesuffix(".py") for path in self._files.tree.paths if path.endswith(".py")
            }
        return self._holders


def _note(path: str, found: dict[str, dict[str, None]], seen: set[str]) -> None:
    """The file, and every directory around it, stand somewhere under their names."""
    path = path.removesuffix(".py")
    while path and path not in seen:
        seen.add(path)
        holder, _, name = path.rpartition("/")
        found.setdefault(name, {})[holder] = None
        path = holder


def _shared(holder: str, importer: str) -> int:
    """How many directories a holder shares with the importer."""
    return next(
        (directory.count("/") + 1 for directory in upwards(holder) if directory and _holds(directory, importer)), 0
    )


def _holds(directory: str, path: str) -> bool:
    return relative(path, directory) is not None
