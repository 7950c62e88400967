"""How much of the facts any document speaks of."""

from typing import NamedTuple

from datamodel_check.model.facts import Fact, FactKind

COUNTED: tuple[FactKind, ...] = ("table", "enum", "route", "service", "store")
"""The kinds of facts that documents may be asked to cover."""


class Coverage(NamedTuple):
    """Of one kind: how many facts there are, and those of which no section speaks."""

    kind: FactKind
    total: int
    undocumented: tuple[Fact, ...] = ()

    @property
    def documented(self) -> int:
        return self.total - len(self.undocumented)

    @property
    def percent(self) -> float:
        return 100 * self.documented / self.total if self.total else 100.0
