"""Which column a piece of code means: a name, `User.id`, `user_table.c.id`, the column itself."""

from datamodel_check.extract.schema.sqlalchemy.mapping import Mapping
from datamodel_check.extract.schema.sqlalchemy.metadata import Column, Table
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.schema.sqlalchemy.written import written_call
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, ClassValue, Closure, External, Unresolved, Value

_COLLECTIONS = frozenset({"c", "columns", "exported_columns"})


class Lookup:
    """The tables of a program, and what code calls their columns by."""

    def __init__(self, reader: Reader, mapping: Mapping) -> None:
        self._reader = reader
        self._mapping = mapping
        self._columns: dict[int, list[tuple[Table, Column]]] = {}
        for table in mapping.tables.values():
            for column in table.columns:
                for key in {id(value) for value in column.values}:
                    self._columns.setdefault(key, []).append((table, column))

    # --- tables ------------------------------------------------------------------------------------------------------

    def named(self, own: Table, schema: str | None, name: str) -> Table | None:
        """The table of a name, in the same `MetaData` first."""
        found = [one for one in self._mapping.tables.values() if one.name == name]
        for one in sorted(found, key=lambda one: one.collection.key != own.collection.key):
            if one.schema == schema:
                return one
        return None

    def table(self, value: Value | None) -> Table | None:
        """The table that a value is, or that a model stands in."""
        if isinstance(value, ClassValue):
            return self._mapping.table(value)
        if isinstance(value, Access) and value.name == "__table__":
            return self.table(value.object)
        if isinstance(value, Closure):
            return self.table(self._reader.program.call(value, ()))
        if value is None:
            return None
        return next((one for one in self._mapping.tables.values() if one.value is value), None)

    # --- columns -----------------------------------------------------------------------------------------------------

    def column(self, value: Value | None, own: Table | None = None) -> tuple[Table, Column] | None:
        """The column that a value stands for; of one that several tables have, that of `own`."""
        if value is None:
            return None
        found = self._columns.get(id(value), [])
        mine = [one for one in found if own is not None and _same(one[0], own)]
        if mine or len(found) == 1:
            return (mine or found)[0]
        return None if found else self._structural(value)

    def _structural(self, value: Value) -> tuple[Table, Column] | None:
        if isinstance(value, Closure):
            return self.column(self._reader.program.call(value, ()))
        if isinstance(value, Unresolved):
            return self.column(value.value)
        if isinstance(value, Application):
            callee = value.callee
            if isinstance(callee, External) and callee.dotted == "operator.getitem" and len(value.arguments) > 1:
                return self._of_collection(value.arguments[0], string(value.arguments[1]))
            return None
        if not isinstance(value, Access):
            return None
        if isinstance(value.object, ClassValue):
            return self._of_model(value.object, value.name)
        return self._of_collection(value.object, value.name)

    def _of_collection(self, value: Value, name: str | None) -> tuple[Table, Column] | None:
        """`table.c.name` and `table.c["name"]`."""
        if not isinstance(value, Access) or value.name not in _COLLECTIONS:
            return None
        table = self.table(value.object)
        return None if table is None else _by(table, name, key=True)

    def _of_model(self, value: ClassValue, name: str) -> tuple[Table, Column] | None:
        table = self._mapping.table(value)
        return None if table is None else _by(table, name, key=True)

    # --- what is written ---------------------------------------------------------------------------------------------

    def written(self, place: Location) -> tuple[Table, Column] | None:
        """The column that the first argument of a call names, where its value is a mixin's: `ForeignKey(User.id)`."""
        call = written_call(self._reader, place)
        first = call.arguments[0] if call is not None and call.arguments else None
        owner, name = getattr(first, "object", None), getattr(first, "name", None)
        if owner is None or not isinstance(name, str):
            return None
        scope = self._reader.program.scope(place.path)
        model = self._reader.program.evaluate(owner, scope)
        return self._of_model(model, name) if isinstance(model, ClassValue) else None


def _same(one: Table, other: Table) -> bool:
    return (one.collection.key, one.schema, one.name) == (other.collection.key, other.schema, other.name)


def _by(table: Table, name: str | None, *, key: bool) -> tuple[Table, Column] | None:
    for column in table.columns:
        if name == (column.attribute if key else column.name):
            return table, column
    return None


def referred(table: Table, name: str) -> Column | None:
    """The column that a text such as `author.id` means: by its key."""
    found = next((one for one in table.columns if (string(one.option("key")) or one.name) == name), None)
    return found or next((one for one in table.columns if one.name == name), None)
