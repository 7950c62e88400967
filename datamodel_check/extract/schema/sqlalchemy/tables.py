"""Tables as `create_all` makes them: `SchemaGenerator` and `DDLCompiler` in lib/sqlalchemy/sql/."""

from collections.abc import Iterable, Iterator

from datamodel_check.extract.schema.sqlalchemy import metadata
from datamodel_check.extract.schema.sqlalchemy.constraints import Constraints
from datamodel_check.extract.schema.sqlalchemy.dialects import COMPILERS
from datamodel_check.extract.schema.sqlalchemy.enums import member_text
from datamodel_check.extract.schema.sqlalchemy.expressions import quoted
from datamodel_check.extract.schema.sqlalchemy.foreign_keys import ForeignKeys
from datamodel_check.extract.schema.sqlalchemy.kinds import BIG, NUMBERS, SMALL
from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup
from datamodel_check.extract.schema.sqlalchemy.names import Convention, Named
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, is_false, is_none, is_true, number
from datamodel_check.extract.schema.sqlalchemy.types import NULL, Type
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import (
    Column,
    Dialect,
    Enum,
    ForeignKey,
    Generated,
    Identity,
    Index,
    Reference,
    Table,
    qualified,
)
from datamodel_check.model.values import Application, Constant, Unresolved, Value

_DEEPEST = 20


class Tables:
    """The tables of one database."""

    def __init__(self, reader: Reader, lookup: Lookup, dialect: Dialect, loose: Iterable[Application] = ()) -> None:
        self._reader = reader
        self._lookup = lookup
        self._dialect = dialect
        self._compiler = COMPILERS[dialect]
        self._keys = ForeignKeys(reader, lookup)
        self._loose = tuple(loose)

    def table(self, table: metadata.Table) -> Table:
        convention = Convention(table.collection.naming, self._reader.program.call, self._compiler.longest_name)
        constraints = Constraints(
            self._reader, self._lookup, table, convention, self._dialect, self._compiler, self._beside(table)
        )
        primary_key, key_name = constraints.primary_key()
        keys = tuple(self._foreign_keys(table, convention))
        uniques, indexes = tuple(constraints.uniques()), tuple(constraints.indexes())
        alone = frozenset((*(one.columns for one in uniques), *filter(None, map(_unique, indexes))))
        counting = self._counting(table, primary_key)
        return Table(
            schema=self.schema(table.schema),
            name=table.name,
            code_name=table.code_name,
            location=table.location,
            columns=tuple(
                self._column(table, column, constraints, primary_key, keys, alone, counts=column is counting)
                for column in table.columns
            ),
            primary_key=primary_key,
            primary_key_name=key_name,
            uniques=uniques,
            indexes=indexes,
            foreign_keys=keys,
            checks=tuple(constraints.checks()),
            comment=string(table.options.get("comment")),
        )

    def _beside(self, table: metadata.Table) -> tuple[Application, ...]:
        """The indexes that stand beside a table in the code: `Index("ix", User.name)`."""
        found = []
        for item in self._loose:
            owners = (self._lookup.column(one) for one in (*item.arguments, *_inner(item)))
            owner = next((one[0] for one in owners if one is not None), None)
            if owner is not None and (owner.schema, owner.name) == (table.schema, table.name):
                found.append(item)
        return tuple(found)

    def schema(self, schema: str | None) -> str | None:
        """The schema where it is none that goes without saying."""
        return None if schema == self._compiler.default_schema else schema or None

    def key(self, table: metadata.Table) -> str:
        return qualified(self.schema(table.schema), table.name)

    # --- columns -----------------------------------------------------------------------------------------------------

    def _column(
        self,
        table: metadata.Table,
        column: metadata.Column,
        constraints: Constraints,
        primary_key: tuple[str, ...],
        keys: tuple[ForeignKey, ...],
        alone: frozenset[tuple[str, ...]],
        *,
        counts: bool,
    ) -> Column:
        type_ = self.type(table, column, 0)
        enum = self._enum(type_)
        is_key = column.name in primary_key
        identity = self._identity(column)
        is_counting = counts and self._dialect != "sqlite"
        default = self._default(column, constraints)
        reference = next((key for key in keys if key.columns == (column.name,)), None)
        generated = self._generated(column, constraints)
        return Column(
            name=column.name,
            code_name=column.attribute,
            type=self._text(table, column, type_, counts=counts and identity is None),
            nullable=self._is_nullable(column, is_key=is_key, has_identity=identity is not None),
            location=column.location,
            primary_key=is_key,
            unique=(column.name,) in alone,
            has_default=default is not None or generated is not None or identity is not None or is_counting,
            default=default,
            client_default=_is_given(column, "default") or _is_given(column, "insert_default"),
            autoincrement=is_counting and not self._compiler.has_serials,
            generated=generated,
            identity=identity,
            enum=self._enum_key(enum) if enum is not None else None,
            allowed_values=self._allowed(type_) if enum is None else (),
            comment=string(column.option("comment")),
            references=Reference(reference.table, reference.ref_columns[0]) if reference is not None else None,
        )

    def _is_nullable(self, column: metadata.Column, *, is_key: bool, has_identity: bool) -> bool:
        given = column.option("nullable")
        if isinstance(given, Constant) and given.value is not None:
            return bool(given.value)
        if column.nullable is not None:
            return column.nullable and not is_key
        return not is_key and not has_identity

    # --- types -------------------------------------------------------------------------------------------------------

    def type(self, table: metadata.Table, column: metadata.Column, depth: int) -> Type:
        """The type of a column; one without takes that of the column that it refers to."""
        if isinstance(column.type, Unresolved):
            return Type("", text=column.type.text)
        if column.type is not NULL or depth > _DEEPEST:
            return column.type
        for target in self._keys.of_column(table, column):
            if target.column is not None:
                return self.type(*target.column, depth + 1)
        for key in self._keys.of(table):
            for name, target in zip(key.columns, key.targets, strict=False):
                if name == column.name and target.column is not None:
                    return self.type(*target.column, depth + 1)
        return NULL

    def _text(self, table: metadata.Table, column: metadata.Column, type_: Type, *, counts: bool) -> str:
        if counts and self._compiler.has_serials and not _is_given(column, "default"):
            return "bigserial" if type_.kind in BIG else "smallserial" if type_.kind in SMALL else "serial"
        text = self._compiler.text(type_)
        if text is None:
            what = f"the type of {table.name}.{column.name} in {self._dialect}"
            self._reader.unresolved(what, None, column.location, "Give the column a type that the database has.")
        return text if text is not None else "null"

    def _counting(self, table: metadata.Table, primary_key: tuple[str, ...]) -> metadata.Column | None:
        """The column that counts: `_autoincrement_column` of the primary key in lib/sqlalchemy/sql/schema.py."""
        columns = [column for column in table.columns if column.name in primary_key]
        if len(columns) == 1 and not is_false(columns[0].option("autoincrement")):
            column = columns[0]
            forced = is_true(column.option("autoincrement")) and string(column.option("autoincrement")) is None
            return column if self._may_count(table, column, forced=forced) else None
        asked = (
            one for one in columns if is_true(one.option("autoincrement")) and not string(one.option("autoincrement"))
        )
        return next(asked, None)

    def _may_count(self, table: metadata.Table, column: metadata.Column, *, forced: bool) -> bool:
        if self.type(table, column, 0).kind not in NUMBERS:
            return False
        if forced:
            return True
        has_default = _is_given(column, "default") or _is_given(column, "server_default")
        refers = any(column.name in key.columns for key in self._keys.of(table))
        return not has_default and (not refers or string(column.option("autoincrement")) == "ignore_fk")

    # --- enumerations ------------------------------------------------------------------------------------------------

    def _enum(self, type_: Type) -> Type | None:
        """The database's own enumeration that a column is of, or its items."""
        inner = type_.item if type_.kind == "ARRAY" and type_.item is not None else type_
        is_own = self._compiler.has_enums and inner.enum is not None and inner.enum.native and inner.enum.name
        return inner if is_own else None

    def _enum_key(self, type_: Type) -> str:
        assert type_.enum is not None
        return qualified(self.schema(type_.enum.schema), type_.enum.name or "")

    def _allowed(self, type_: Type) -> tuple[str, ...]:
        inner = type_.item if type_.kind == "ARRAY" and type_.item is not None else type_
        return inner.enum.values if inner.enum is not None else ()

    def enums(self, table: metadata.Table) -> Iterator[Enum]:
        """The enumerations that a table's columns are of."""
        for column in table.columns:
            found = self._enum(self.type(table, column, 0))
            if found is not None and found.enum is not None and found.enum.name is not None:
                one = found.enum
                yield Enum(self.schema(one.schema), found.enum.name, one.code_name, one.values, one.location)

    # --- defaults ----------------------------------------------------------------------------------------------------

    def _default(self, column: metadata.Column, constraints: Constraints) -> str | None:
        """`server_default`, as the database gets it."""
        value = column.option("server_default")
        for item in column.items:
            if self._reader.called(item) == "DefaultClause" and item.arguments:
                value = item.arguments[0]
        if value is None or is_none(value) or self._reader.called(value) in ("FetchedValue", "Computed", "Identity"):
            return None
        text = string(value) if isinstance(value, Constant) else member_text(self._reader, value)
        if text is not None:
            return quoted(text)
        return constraints.text(value, f"the default of {column.name}", column.location)

    def _generated(self, column: metadata.Column, constraints: Constraints) -> Generated | None:
        for item in (*column.items, column.option("server_default")):
            if isinstance(item, Application) and self._reader.called(item) == "Computed":
                value = item.arguments[0] if item.arguments else item.keywords.get("sqltext")
                text = constraints.text(value, f"the expression of {column.name}", item.location)
                stored = item.keywords.get("persisted")
                return Generated(text, stored=not is_false(stored) if self._compiler.has_serials else is_true(stored))
        return None

    def _identity(self, column: metadata.Column) -> Identity | None:
        for item in (*column.items, column.option("server_default")):
            if isinstance(item, Application) and self._reader.called(item) == "Identity":
                return Identity(is_true(item.keywords.get("always")), tuple(sorted(_sequence(item))))
        return None

    # --- foreign keys ------------------------------------------------------------------------------------------------

    def _foreign_keys(self, table: metadata.Table, convention: Convention) -> Iterator[ForeignKey]:
        for key in self._keys.of(table):
            target = key.targets[0]
            columns = tuple(one.name for one in key.targets)
            named = Named(table.name, table.schema, key.columns, key.columns, target.table, columns, key.name)
            yield ForeignKey(
                convention.name("fk", named),
                key.columns,
                qualified(self.schema(target.schema), target.table),
                columns,
                key.on_delete,
                key.on_update,
            )


_OPTIONS = {
    "start": "startWith",
    "increment": "increment",
    "minvalue": "minValue",
    "maxvalue": "maxValue",
    "cache": "cache",
    "cycle": "cycle",
}


def _sequence(item: Application) -> Iterator[tuple[str, str]]:
    """The options of an identity's sequence."""
    for name, called in _OPTIONS.items():
        value = item.keywords.get(name)
        if is_true(value) and not number(value):
            yield called, "true"
        elif (known := number(value)) is not None:
            yield called, str(known)


def _unique(index: Index) -> tuple[str, ...] | None:
    """The columns that a unique index without a condition keeps apart."""
    is_plain = index.unique and index.where is None and not any(part.expression for part in index.columns)
    return tuple(part.text for part in index.columns) if is_plain else None


def _is_given(column: metadata.Column, name: str) -> bool:
    value: Value | None = column.option(name)
    return value is not None and not is_none(value)


def _inner(item: Application) -> Iterator[Value]:
    """What the arguments of an index are made of: `func.lower(User.name)`, `User.name.desc()`."""
    pending: list[Value] = list(item.arguments)
    while pending:
        value = pending.pop()
        if isinstance(value, Unresolved) and value.value is not None:
            pending.append(value.value)
        if isinstance(value, Application):
            yield from value.arguments
            pending += value.arguments
            owner = getattr(value.callee, "object", None)
            if owner is not None:
                yield owner
                pending.append(owner)
