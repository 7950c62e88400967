"""Which files can matter to which extractor: path rules first, then literals in their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from datamodel_check.discover.trees import identify
from datamodel_check.errors import UnreadableFileError
from datamodel_check.model.globs import matches_any
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.snapshot import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from datamodel_check.memory.interests import Interests
    from datamodel_check.model.tree import Tree

LARGEST = 2 * 1024 * 1024
"""Bytes: nobody writes larger source files; what is larger was generated."""


class Marks(Protocol):
    """Which files an extractor wants to see: see `extract.protocol.Marks`."""

    @property
    def paths(self) -> tuple[str, ...]: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...
    @property
    def literals(self) -> tuple[bytes, ...]: ...


class Candidates(NamedTuple):
    """The paths that matter to each system, sorted, and what could not be read."""

    by_system: Mapping[str, tuple[str, ...]]
    diagnostics: tuple[Diagnostic, ...]


def candidates(
    tree: Tree, marks: Mapping[str, Marks], is_excluded: Callable[[str], bool], known: Interests | None = None
) -> Candidates:
    """The files of `tree` that each system's marks select; each is read at most once, and none that is `known`."""
    found: dict[str, list[str]] = {system: [] for system in marks}
    diagnostics: list[Diagnostic] = []
    suffixes = tuple({suffix for mark in marks.values() for suffix in mark.suffixes})
    patterns = tuple({pattern for mark in marks.values() for pattern in mark.paths})
    words = _Words(tree, tuple({literal for mark in marks.values() for literal in mark.literals}), known)
    for path in tree.paths:
        is_marked = matches_any(patterns, path)
        if not (is_marked or path.endswith(suffixes)) or "node_modules/" in path or is_excluded(path):
            continue
        try:
            said = words.of(path)
        except UnreadableFileError as error:
            if is_marked or error.reason != TOO_LARGE:
                diagnostics.append(_unreadable(error))
            continue
        for system, mark in marks.items():
            by_content = path.endswith(mark.suffixes) and not said.isdisjoint(mark.literals)
            if by_content or (is_marked and matches_any(mark.paths, path)):
                found[system].append(path)
    return Candidates({system: tuple(paths) for system, paths in found.items()}, tuple(diagnostics))


class _Words:
    """Which words a file holds."""

    def __init__(self, tree: Tree, words: tuple[bytes, ...], known: Interests | None) -> None:
        self._tree = tree
        self._words = tuple(sorted(words))
        self._known = known

    def of(self, path: str) -> frozenset[bytes]:
        """Raises `UnreadableFileError`."""
        if self._known is None:
            content = _read(self._tree, path)
            return frozenset(word for word in self._words if word in content)
        oid = identify(self._tree, path)
        bits = self._known.get(oid)
        if bits is None:
            content = _read(self._tree, path)
            bits = sum(1 << position for position, word in enumerate(self._words) if word in content)
            self._known.put(oid, bits)
        return frozenset(word for position, word in enumerate(self._words) if bits >> position & 1)


TOO_LARGE = f"it is larger than {LARGEST // 1024 // 1024} MB"


def _read(tree: Tree, path: str) -> bytes:
    if not path.isprintable() and any("\ud800" <= character <= "\udfff" for character in path):
        raise UnreadableFileError(path, "its name is not UTF-8")
    content = tree.read(path)
    if len(content) > LARGEST:
        raise UnreadableFileError(path, TOO_LARGE)
    return content


def _unreadable(error: UnreadableFileError) -> Diagnostic:
    """A name that is no text is shown with its bytes escaped, so that it can be printed anywhere."""
    path = error.path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    hint = "Mend that, or name the file in `exclude` of the configuration."
    return Diagnostic("unreadable", Location(path, NOWHERE), f"the file is not read: {error.reason}", hint)
