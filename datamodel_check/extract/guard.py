"""Runs extractors: the crash of one is a diagnostic, and the others go on."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.snapshot import Diagnostic

T = TypeVar("T")


class Guard:
    """`candidates` are the files that each extractor wants to see, by its name."""

    def __init__(self, candidates: Mapping[str, Sequence[str]]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._candidates = candidates

    def run(self, name: str, extract: Callable[[Sequence[str]], T], nothing: T) -> T:
        """What `extract` makes of its candidates; `nothing` where it fails."""
        paths = sorted(self._candidates.get(name, ()))
        try:
            return extract(paths)
        except Exception as error:
            place = Location(paths[0] if paths else ".", NOWHERE)
            message = f"the {name} extractor failed: {type(error).__name__}: {error}"
            hint = "Report this with the file named here; what it would find is missing from the facts."
            self.diagnostics.append(Diagnostic("unreadable", place, message, hint))
            return nothing
