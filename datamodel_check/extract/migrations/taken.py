"""The names that are taken in the schemas of PostgreSQL, kept while tables come and go."""

from collections import Counter
from collections.abc import Iterable, Iterator

from datamodel_check.model.schema import Table


class Taken:
    """How often each name stands for a table or index, and how often for a constraint, by schema."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.relations: Counter[tuple[str | None, str]] = Counter()
        self.constraints: Counter[tuple[str | None, str]] = Counter()
        for table in tables:
            self.add(table)

    def add(self, table: Table, count: int = 1) -> None:
        """Counts a table's names; `count` is -1 where it goes."""
        self.relations[table.schema, table.name] += count
        for name in (*indexed_constraints(table), *(index.name for index in table.indexes if index.name)):
            self.relations[table.schema, name] += count
        for name in constraints(table):
            self.constraints[table.schema, name] += count


def indexed_constraints(table: Table) -> Iterator[str]:
    """The names of the constraints that have an index of their name."""
    if table.primary_key_name:
        yield table.primary_key_name
    yield from (unique.name for unique in table.uniques if unique.name)


def constraints(table: Table) -> Iterator[str]:
    """The names of all constraints of a table."""
    yield from indexed_constraints(table)
    yield from (key.name for key in table.foreign_keys if key.name)
    yield from (check.name for check in table.checks if check.name)
