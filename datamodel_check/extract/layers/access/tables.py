"""The tables of all sources, found by where they are declared, by their class or model, or by their name in SQL."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.model.location import Location, Span
from datamodel_check.model.schema import Relation, Source, System, Table


class Declared(NamedTuple):
    """A table, and the source that it belongs to."""

    source: Source
    table: Table

    @property
    def key(self) -> str:
        return self.table.key


class Tables:
    """The tables of the repository."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._by_path: dict[tuple[System, str], list[Declared]] = {}
        self._by_name: dict[str, dict[str, str]] = {}
        self._relations: dict[tuple[str, str, str], Relation] = {}
        for source in sources:
            for table in source.tables:
                self._by_path.setdefault((source.system, table.location.path), []).append(Declared(source, table))
                self._by_name.setdefault(table.name.lower(), {})[table.key] = table.name
            for relation in source.relations:
                self._relations[source.id, relation.table, relation.name] = relation

    def of(self, system: System) -> Iterator[Source]:
        """The sources of one ORM."""
        return (source for source in self._sources if source.system == system)

    def at(self, system: System, place: Location) -> Declared | None:
        """The table whose declaration holds a place, or is held by it; the innermost where there are several."""
        start, end = place.span.start, place.span.end
        around = [
            one
            for one in self._by_path.get((system, place.path), ())
            if _holds(one.table.location.span, start, end) or _holds(place.span, *one.table.location.span[:2])
        ]
        return min(around, key=lambda one: one.table.location.span.end - one.table.location.span.start, default=None)

    def named(self, schema: str | None, name: str) -> str | None:
        """The key of the one table that a name means in SQL text; None where there is none, or several."""
        found = self._by_name.get(name.lower(), {})
        exact = [key for key, written in found.items() if written == name] or list(found)
        fitting = [key for key in exact if schema is None or key in (f"{schema}.{name}", name)]
        plain = [key for key in fitting if "." not in key] if schema is None else fitting
        candidates = plain or fitting
        return candidates[0] if len(candidates) == 1 else None

    def relation(self, source: Source, table: str, name: str) -> Relation | None:
        """What the ORM knows by a name on a table."""
        return self._relations.get((source.id, table, name))


def _holds(span: Span, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end
