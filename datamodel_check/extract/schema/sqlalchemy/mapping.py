"""Which tables come of classes and of calls of `Table`, joined and single-table inheritance included.

https://docs.sqlalchemy.org/en/20/orm/inheritance.html
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.schema.sqlalchemy.classes import Classes
from datamodel_check.extract.schema.sqlalchemy.columns import Columns
from datamodel_check.extract.schema.sqlalchemy.fields import Fields
from datamodel_check.extract.schema.sqlalchemy.mapped import Mapped
from datamodel_check.extract.schema.sqlalchemy.metadata import Collection, Column, Table
from datamodel_check.extract.schema.sqlalchemy.names import snake_case
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_none, is_true, place_of
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, ClassValue, ListValue, ObjectValue, Unresolved, Value


class Mapping:
    """The tables of a set of modules."""

    def __init__(self, reader: Reader, classes: Classes, columns: Columns) -> None:
        self._reader = reader
        self._classes = classes
        self._columns = columns
        self._mapped = Mapped(reader, classes, columns)
        self._fields = Fields(reader, classes, columns)
        self.tables: dict[tuple[int, str | None, str], Table] = {}
        self.models: dict[int, tuple[ClassValue, Table | None]] = {}
        self._building: set[int] = set()

    # --- classes -----------------------------------------------------------------------------------------------------

    def table(self, value: ClassValue) -> Table | None:
        """The table of a model, which is that of the model above in single-table inheritance."""
        if id(value) not in self.models and id(value) not in self._building:
            self._building.add(id(value))
            made = self._built(value)
            self.models[id(value)] = (value, made)
        known = self.models.get(id(value))
        found = known[1] if known is not None else None
        return None if found is None else self.current(found)

    def current(self, table: Table) -> Table:
        """The table as it is now, with the columns that other models have brought to it."""
        return self.tables[_identity(table)]

    def _built(self, value: ClassValue) -> Table | None:
        written = self._classes.attribute(value, "__table__")
        if written is not None and isinstance(written.value, Application):
            found = self.core(written.value, class_name(value), place_of(value))
            return found and self._kept(found._replace(declared=value, code_name=class_name(value)))
        flavour = self._classes.flavour(value)
        parent = self._classes.parent(value)
        if flavour == "sqlmodel":
            if parent is not None:
                return self.table(parent)
            return self._declared(value, self._fields.columns(value), self._said(value) or class_name(value).lower())
        above = self.table(parent) if parent is not None else None
        columns = self._mapped.columns(value, above.columns if above is not None else ())
        name = self._name(value, columns, above)
        if name is not None:
            return self._declared(value, columns, name)
        if above is not None:
            return self._extended(above, columns)
        if flavour is not None and not columns:
            return None
        self._reader.remark(
            f"the model {class_name(value)} has no table name", place_of(value), "Give it `__tablename__`."
        )
        return None

    def _said(self, value: ClassValue) -> str | None:
        found = self._classes.setting(value, "__tablename__")
        if isinstance(found, Unresolved):
            self._reader.unresolved(f"the table name of {class_name(value)}", found, place_of(value))
            return found.text
        return string(found)

    def _name(self, value: ClassValue, columns: Sequence[Column], above: Table | None) -> str | None:
        said = self._said(value)
        if said is not None or self._classes.flavour(value) != "flask":
            return said
        own = self._reader.own(value, "__tablename__")
        if own is not None and is_none(own.value):
            return None
        has_key = any(is_true(column.option("primary_key")) for column in columns)
        return snake_case(class_name(value)) if above is None or has_key else None

    def _declared(self, value: ClassValue, columns: Sequence[Column], name: str) -> Table:
        items, options = self._arguments(value)
        collection = self._collection(value)
        schema = options.get("schema")
        return self._kept(
            Table(
                string(schema) if schema is not None else collection.schema,
                name,
                class_name(value),
                place_of(value),
                tuple(columns),
                collection,
                items,
                options,
                value,
            )
        )

    def _collection(self, value: ClassValue) -> Collection:
        found = self._classes.bases.collection(value)
        bind = self._classes.setting(value, "__bind_key__")
        key = string(bind)
        return found if key is None else found._replace(key=hash((found.key, key)), code_name=key)

    def _arguments(self, value: ClassValue) -> tuple[tuple[Value, ...], dict[str, Value]]:
        """`__table_args__`: constraints, and options last."""
        found = self._classes.setting(value, "__table_args__")
        if isinstance(found, ObjectValue):
            return (), dict(found.entries)
        if isinstance(found, ListValue):
            for unknown in found.open:
                self._reader.unresolved(f"a part of __table_args__ of {class_name(value)}", unknown, place_of(value))
            options = [one for one in found.items if isinstance(one, ObjectValue)]
            items = tuple(one for one in found.items if not isinstance(one, ObjectValue))
            return items, dict(options[-1].entries) if options else {}
        if found is not None and not is_none(found):
            self._reader.unresolved(f"__table_args__ of {class_name(value)}", found, place_of(value))
        return (), {}

    def _extended(self, above: Table, columns: Sequence[Column]) -> Table:
        """Columns of a model without a table of its own stand in the one above."""
        names = {column.name for column in above.columns}
        added = tuple(column for column in columns if column.name not in names)
        again = {column.name: column.values for column in columns if column.name in names}
        merged = tuple(
            column._replace(values=(*column.values, *again[column.name])) if column.name in again else column
            for column in above.columns
        )
        return self._kept(above._replace(columns=(*merged, *added)))

    def _kept(self, table: Table) -> Table:
        self.tables[_identity(table)] = table
        return table

    # --- Table(…) ----------------------------------------------------------------------------------------------------

    def core(self, value: Value, code_name: str, location: Location) -> Table | None:
        """The table that a call of `Table` makes; None of what is none."""
        if not isinstance(value, Application) or self._reader.called(value) != "Table" or not value.arguments:
            return None
        for known in self.tables.values():
            if known.value is value:
                return known
        name = string(value.arguments[0])
        if name is None:
            self._reader.unresolved("the name of a table", value.arguments[0], location)
            name = self._reader.program.describe(value.arguments[0])
        for unknown in value.open:
            self._reader.unresolved(f"a part of the table {name}", unknown, location)
        collection = self._of_core(value)
        columns, items = self._parts(value)
        schema = value.keywords.get("schema")
        if any(not is_none(value.keywords.get(one)) for one in ("autoload_with", "autoload")):
            hint = "Its columns are in the database alone; they are missing from the facts."
            self._reader.remark(f"the table {name} is reflected from the database", location, hint)
        return self._kept(
            Table(
                string(schema) if schema is not None else collection.schema,
                name,
                code_name,
                value.location,
                tuple(columns),
                collection,
                tuple(items),
                value.keywords,
                None,
                value,
            )
        )

    def _of_core(self, value: Application) -> Collection:
        given = value.arguments[1] if len(value.arguments) > 1 else value.keywords.get("metadata")
        found = self._classes.bases.of(given)
        callee = value.callee
        if found is None and isinstance(callee, Access):  # db.Table
            found = self._classes.bases.of(callee.object)
        return found or Collection(-1)

    def _parts(self, value: Application) -> tuple[list[Column], list[Value]]:
        columns: list[Column] = []
        items: list[Value] = []
        for position, one in enumerate(_flat(value.arguments[1:])):
            place = one.location if isinstance(one, Application) else value.location
            column = self._columns.read(_first(one), one, place)
            if column is not None:
                key = string(column.option("key")) or column.name
                access = Access(Access(value, "c", place), key, place)
                columns.append(column._replace(attribute=key, values=(*column.values, access)))
            elif position:
                items.append(one)
        return columns, items


def _flat(values: Sequence[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, ListValue):
            yield from value.items
        else:
            yield value


def _first(value: Value) -> str:
    call = value if isinstance(value, Application) else None
    return (string(call.arguments[0]) if call is not None and call.arguments else None) or ""


def _identity(table: Table) -> tuple[int, str | None, str]:
    return table.collection.key, table.schema, table.name
