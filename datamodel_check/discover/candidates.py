"""Which files can matter to which extractor: path rules first, then literals in their bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from datamodel_check.errors import UnreadableFileError
from datamodel_check.model.globs import matches_any
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.snapshot import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datamodel_check.model.tree import Tree

LARGEST = 4 * 1024 * 1024
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


def candidates(tree: Tree, marks: Mapping[str, Marks]) -> Candidates:
    """The files of `tree` that each system's marks select; each is read at most once."""
    found: dict[str, list[str]] = {system: [] for system in marks}
    diagnostics: list[Diagnostic] = []
    for path in tree.paths:
        if "node_modules/" in path:
            continue
        by_content = []
        for system, mark in marks.items():
            if matches_any(mark.paths, path):
                found[system].append(path)
            elif path.endswith(mark.suffixes):
                by_content.append(system)
        if not by_content:
            continue
        try:
            content = tree.read(path)
        except UnreadableFileError as error:
            diagnostics.append(_unreadable(path, error.reason))
            continue
        for system in by_content:
            if any(literal in content for literal in marks[system].literals):
                found[system].append(path)
    return Candidates({system: tuple(paths) for system, paths in found.items()}, tuple(diagnostics))


def _unreadable(path: str, reason: str) -> Diagnostic:
    hint = "Make the file readable, or exclude it in the configuration."
    return Diagnostic("unreadable", Location(path, NOWHERE), f"the file cannot be read: {reason}", hint)
