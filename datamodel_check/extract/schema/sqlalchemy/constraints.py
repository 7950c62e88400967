"""Unique and check constraints, indexes and primary keys: lib/sqlalchemy/sql/schema.py."""

from collections.abc import Iterator
from typing import TypeAlias

from datamodel_check.extract.schema.sqlalchemy import metadata
from datamodel_check.extract.schema.sqlalchemy.dialects.dialect import Compiler
from datamodel_check.extract.schema.sqlalchemy.expressions import Expressions
from datamodel_check.extract.schema.sqlalchemy.foreign_keys import ForeignKeys
from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup
from datamodel_check.extract.schema.sqlalchemy.names import Convention, Named
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, is_true
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Check, Dialect, Index, IndexColumn, Unique
from datamodel_check.model.values import Access, Application, ListValue, ObjectValue, Unresolved, Value

_Part: TypeAlias = tuple[IndexColumn, str | None]

_ORDERS = frozenset({"asc", "desc", "nulls_first", "nulls_last", "nullsfirst", "nullslast"})

_PREFIXES = {"postgresql": "postgresql", "cockroachdb": "postgresql", "sqlserver": "mssql"}


class Constraints:
    """The constraints of one table."""

    def __init__(
        self,
        reader: Reader,
        lookup: Lookup,
        table: metadata.Table,
        convention: Convention,
        dialect: Dialect,
        compiler: Compiler,
        loose: tuple[Application, ...] = (),
    ) -> None:
        self._reader = reader
        self._lookup = lookup
        self._table = table
        self._convention = convention
        self._keys = ForeignKeys(reader, lookup)
        self._prefix = _PREFIXES.get(dialect, dialect)
        self._compiler = compiler
        self._items = (*table.items, *loose)
        """What the table is given, and indexes that stand beside it."""

    # --- names -------------------------------------------------------------------------------------------------------

    def _named(self, columns: tuple[str, ...], name: str | None = None) -> Named:
        return Named(self._table.name, self._table.schema, columns, columns, constraint_name=name)

    def _column_name(self, value: Value) -> str | None:
        """The name of the table's column that a value stands for; texts are none here."""
        found = self._lookup.column(value, self._table)
        if found is None or (found[0].schema, found[0].name) != (self._table.schema, self._table.name):
            return None
        return found[1].name

    def expressions(self) -> Expressions:
        return Expressions(self._reader, self._column_name)

    def _calls(self, *names: str) -> Iterator[Application]:
        for item in self._items:
            if isinstance(item, Application) and self._reader.called(item) in names:
                yield item

    # --- primary keys ------------------------------------------------------------------------------------------------

    def primary_key(self) -> tuple[tuple[str, ...], str | None]:
        """The columns of the primary key, and its name."""
        flagged = [column.name for column in self._table.columns if is_true(column.option("primary_key"))]
        name: str | None = None
        for item in self._calls("PrimaryKeyConstraint"):
            name = string(item.keywords.get("name"))
            listed = self._columns(item)
            flagged = list(dict.fromkeys((*listed, *flagged))) if listed else flagged
        columns = tuple(flagged)
        return columns, self._convention.name("pk", self._named(columns, name)) if columns else None

    def _columns(self, item: Application) -> tuple[str, ...]:
        names = [self._keys.column_name(self._table, one) for one in item.arguments]
        if None in names or item.open:
            self._reader.unresolved(f"the columns of a constraint of {self._table.name}", _first(item), item.location)
        return tuple(name for name in names if name is not None)

    # --- uniques -----------------------------------------------------------------------------------------------------

    def uniques(self) -> Iterator[Unique]:
        for column in self._table.columns:
            if is_true(column.option("unique")) and not is_true(column.option("index")):
                yield Unique(self._convention.name("uq", self._named((column.name,))), (column.name,))
        for item in self._calls("UniqueConstraint"):
            columns = self._columns(item)
            name = self._convention.name("uq", self._named(columns, string(item.keywords.get("name"))))
            distinct = is_true(item.keywords.get(f"{self._prefix}_nulls_not_distinct"))
            yield Unique(name, columns, nulls_not_distinct=distinct)

    # --- checks ------------------------------------------------------------------------------------------------------

    def checks(self) -> Iterator[Check]:
        for item in self._calls("CheckConstraint"):
            yield self._check(item, ())
        for column in self._table.columns:
            for item in column.items:
                if self._reader.called(item) == "CheckConstraint":
                    yield self._check(item, (column.name,))
            yield from self._of_type(column)

    def _check(self, item: Application, columns: tuple[str, ...]) -> Check:
        value = item.arguments[0] if item.arguments else item.keywords.get("sqltext")
        name = self._convention.name("ck", self._named(columns, string(item.keywords.get("name"))))
        return Check(name, self.text(value, f"a check of {self._table.name}", item.location))

    def _of_type(self, column: metadata.Column) -> Iterator[Check]:
        """`Enum(…, create_constraint=True)` where it is no type of the database."""
        enum = None if isinstance(column.type, Unresolved) else column.type.enum
        if enum is None or not enum.constrained or (enum.native and self._compiler.has_enums):
            return
        values = ", ".join("'" + value.replace("'", "''") + "'" for value in enum.values)
        yield Check(self._convention.name("ck", self._named((column.name,), enum.name)), f"{column.name} IN ({values})")

    def text(self, value: Value | None, what: str, place: Location) -> str:
        """SQL given as text or as an expression; what cannot be told is reported, and stands for itself."""
        found = string(value)
        found = self.expressions().sql(value) if found is None else found.replace("%%", "%")
        if found is None:
            self._reader.unresolved(what, value, place, "Write it as text, or in SQLAlchemy's own functions.")
            return self._reader.program.describe(value) if value is not None else ""
        return found.replace("%%", "%")

    # --- indexes -----------------------------------------------------------------------------------------------------

    def indexes(self) -> Iterator[Index]:
        for column in self._table.columns:
            if is_true(column.option("index")):
                name = self._convention.name("ix", self._named((column.name,)))
                yield Index(name, (IndexColumn(column.name),), unique=is_true(column.option("unique")))
        for item in self._calls("Index"):
            yield self._index(item)

    def _index(self, item: Application) -> Index:
        given = item.keywords.get("name")
        arguments = item.arguments if given is None else (given, *item.arguments)
        first, others = (arguments[0] if arguments else None), arguments[1:]
        operators = item.keywords.get(f"{self._prefix}_ops")
        parts = [self._part(one, operators, item) for one in others]
        columns = tuple(name for _, name in parts if name is not None)
        where = item.keywords.get(f"{self._prefix}_where")
        return Index(
            self._convention.name("ix", self._named(columns, string(first))),
            tuple(part for part, _ in parts),
            unique=is_true(item.keywords.get("unique")),
            method=string(item.keywords.get(f"{self._prefix}_using")),
            where=self.text(where, f"an index of {self._table.name}", item.location) if where is not None else None,
            options=tuple(sorted(self._options(item))),
        )

    def _options(self, item: Application) -> Iterator[tuple[str, str]]:
        """What an index has beside its columns, as PostgreSQL names it."""
        include = strings(item.keywords.get(f"{self._prefix}_include"))
        if include:
            yield "include", ", ".join(include)
        if is_true(item.keywords.get(f"{self._prefix}_nulls_not_distinct")):
            yield "nulls not distinct", "true"
        if is_true(item.keywords.get(f"{self._prefix}_concurrently")):
            yield "concurrently", "true"
        given = item.keywords.get(f"{self._prefix}_with")
        for name, value in sorted(given.entries.items()) if isinstance(given, ObjectValue) else ():
            yield f"with.{name}", string(value) or self._reader.program.describe(value)

    def _part(self, value: Value, operators: Value | None, item: Application) -> _Part:
        """One column or expression of an index, with what stands around it."""
        order: str | None = None
        nulls: str | None = None
        while (step := self._ordering(value)) is not None:
            word, value = step
            if word in ("asc", "desc"):
                order = word
            else:
                nulls = "first" if "first" in word else "last"
        name = self._keys.column_name(self._table, value)
        label = string(value.arguments[0]) if isinstance(value, Application) and _is_label(value) else None
        text = name if name is not None else self.text(value, f"an index of {self._table.name}", item.location)
        key = name or label
        chosen = string(operators.entries.get(key)) if isinstance(operators, ObjectValue) and key else None
        part = IndexColumn(text, expression=name is None, operator_class=chosen)
        return part._replace(order=order, nulls=nulls), name  # type: ignore[arg-type]

    def _ordering(self, value: Value) -> tuple[str, Value] | None:
        """`column.desc()` and `desc(column)`: the word, and what it is said of."""
        if not isinstance(value, Application):
            return None
        name = self._reader.called(value)
        if name is not None and name in _ORDERS and value.arguments:
            return name, value.arguments[0]
        if name is None and isinstance(value.callee, Access) and value.callee.name in _ORDERS:
            return value.callee.name, value.callee.object
        return None


def _is_label(value: Application) -> bool:
    return isinstance(value.callee, Access) and value.callee.name == "label" and bool(value.arguments)


def _first(item: Application) -> Value | None:
    if item.open:
        return item.open[0]
    return next((one for one in item.arguments if isinstance(one, Unresolved | ListValue)), None)
