"""What there is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from datamodel_check import selectors
from datamodel_check.discover import history
from datamodel_check.pipeline.dead.names import ends, routes, same_route, word
from datamodel_check.pipeline.reading import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from datamodel_check.model.references import Reference
    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import State


class Now:
    """The repository as it is judged."""

    def __init__(self, state: State, snapshot: Snapshot) -> None:
        self.state = state
        self.snapshot = snapshot
        self._paths = frozenset(state.tree.paths)
        self._ends = frozenset(end for path in self._paths for end in ends(path))

    def missing(self, found: Sequence[Reference]) -> frozenset[Reference]:
        """Those that name nothing: no path, no fact, and no word of a file that is no prose."""
        left = [one for one in found if not self._is_there(one)]
        words = {word(one) for one in left if one.kind in {"column", "symbol"} and "." not in one.name}
        known = history.words(self.state.tree, words)
        return frozenset(one for one in left if word(one) not in known or one.kind == "path" or "." in one.name)

    def _is_there(self, one: Reference) -> bool:
        """Whether it names something; `window.location`, of which no part can be a table, need not."""
        match one.kind:
            case "path":
                return one.name.lstrip("./") in self._ends
            case "route":
                return any(same_route(one.name, route) for route in self._served)
            case "column" if "." in one.name:
                table = one.name.rpartition(".")[0]
                return one.name in self._names or not (table in self._names or "_" in one.name)
            case _:
                return one.name in self._parts

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(fact.name for fact in selectors.named(self.snapshot))

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Facts by the last part of their names."""
        return frozenset(part for name in self._names for part in (name, name.rpartition(".")[2]))

    @cached_property
    def _served(self) -> frozenset[str]:
        return routes(read_snapshot(self.state, {"endpoints"}))
