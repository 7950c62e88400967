"""Foreign keys: `ForeignKey("author.id")` of a column, `ForeignKeyConstraint([…], […])` of a table."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup, referred
from datamodel_check.extract.schema.sqlalchemy.metadata import Column, Table
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, Closure, ListValue, Value


class Target(NamedTuple):
    """The column that a foreign key points to; of one that nobody declares only the names are known."""

    schema: str | None
    table: str
    name: str
    column: tuple[Table, Column] | None = None


class ForeignKey(NamedTuple):
    columns: tuple[str, ...]
    targets: tuple[Target, ...]
    name: str | None
    on_delete: str
    on_update: str
    location: Location


class ForeignKeys:
    """Reads the foreign keys of tables."""

    def __init__(self, reader: Reader, lookup: Lookup) -> None:
        self._reader = reader
        self._lookup = lookup

    def of(self, table: Table) -> Iterator[ForeignKey]:
        """All of a table's foreign keys, those of columns first."""
        for column in table.columns:
            for item in column.items:
                if self._reader.called(item) == "ForeignKey":
                    target = self.target(table, _argument(item, 0, "column"), item.location)
                    if target is not None:
                        yield self._made((column.name,), (target,), item)
        for value in table.items:
            if self._reader.called(value) == "ForeignKeyConstraint" and isinstance(value, Application):
                yield from self._of_constraint(table, value)

    def _made(self, columns: tuple[str, ...], targets: tuple[Target, ...], item: Application) -> ForeignKey:
        return ForeignKey(
            columns,
            targets,
            string(item.keywords.get("name")),
            (string(item.keywords.get("ondelete")) or "no action").lower(),
            (string(item.keywords.get("onupdate")) or "no action").lower(),
            item.location,
        )

    def _of_constraint(self, table: Table, value: Application) -> Iterator[ForeignKey]:
        here = _items(_argument(value, 0, "columns"))
        there = _items(_argument(value, 1, "refcolumns"))
        names = [self.column_name(table, one) for one in here]
        targets = [self.target(table, one, value.location) for one in there]
        known = tuple(one for one in targets if one is not None)
        if not names or None in names or len(known) != len(names):
            self._reader.unresolved(f"a foreign key of {table.name}", None, value.location)
            return
        yield self._made(tuple(name for name in names if name is not None), known, value)

    def column_name(self, table: Table, value: Value) -> str | None:
        """The name of a column of the table itself, which is given by its key or as such."""
        text = string(value)
        if text is not None:
            found = referred(table, text)
            return found.name if found is not None else text
        known = self._lookup.column(value, table)
        return known[1].name if known is not None else None

    # --- targets -----------------------------------------------------------------------------------------------------

    def target(self, table: Table, value: Value | None, place: Location) -> Target | None:
        """What a foreign key points to; what cannot be told is reported."""
        if isinstance(value, Closure):
            value = self._reader.program.call(value, ())
        text = string(value)
        if text is not None:
            return self._named(table, text)
        found = self._lookup.column(value) or self._lookup.written(place)
        if found is not None:
            return Target(found[0].schema, found[0].name, found[1].name, found)
        if isinstance(value, Access):
            known = self._lookup.table(value.object)
            if known is not None:
                return Target(known.schema, known.name, value.name)
        self._reader.unresolved(f"what a foreign key of {table.name} points to", value, place)
        return None

    def _named(self, table: Table, text: str) -> Target | None:
        """`author.id`, `billing.author.id`; without a schema it is that of the `MetaData`."""
        path, _, name = text.rpartition(".")
        schema, _, target = path.rpartition(".")
        if not target:
            return None
        found = self._lookup.named(table, schema or table.collection.schema, target)
        if found is None:
            return Target(schema or table.collection.schema, target, name)
        column = referred(found, name)
        return Target(found.schema, found.name, column.name if column else name, (found, column) if column else None)

    def of_column(self, table: Table, column: Column) -> Sequence[Target]:
        """Where the foreign keys of one column point to."""
        found = [
            self.target(table, _argument(item, 0, "column"), item.location)
            for item in column.items
            if self._reader.called(item) == "ForeignKey"
        ]
        return [one for one in found if one is not None]


def _argument(call: Application, position: int, name: str) -> Value | None:
    return call.arguments[position] if position < len(call.arguments) else call.keywords.get(name)


def _items(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, ListValue) else ()
