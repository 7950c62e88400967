"""Tables, columns, types and indexes of SQLAlchemy that stand among the arguments of operations."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations.alembic.arguments import Given, plain
from datamodel_check.extract.migrations.schema_sql import definition, statements
from datamodel_check.extract.schema.sqlalchemy.bases import Bases
from datamodel_check.extract.schema.sqlalchemy.classes import Classes
from datamodel_check.extract.schema.sqlalchemy.columns import Columns
from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup
from datamodel_check.extract.schema.sqlalchemy.mapping import Mapping
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.schema.sqlalchemy.tables import Tables
from datamodel_check.extract.schema.sqlalchemy.types import Types
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Column, Enum, Table
from datamodel_check.model.sql import AddColumn, AlterTable, ColumnDefinition, DataType, ObjectName, SqlDialect
from datamodel_check.model.values import Application, Constant, External, ListValue, Value

_NOTHING = Constant(None)


class Made(NamedTuple):
    """A table as it would be made, and the enumerations that its columns are of."""

    table: Table
    enums: tuple[Enum, ...]


class Perhaps(NamedTuple):
    """SQL that SQLAlchemy runs where it can be run: it looks before (`checkfirst`)."""

    text: str


class Objects:
    """Reads them for one database."""

    def __init__(self, program: Program, dialect: SqlDialect) -> None:
        self._program = program
        self._dialect: SqlDialect = dialect
        self._reader = Reader(program)
        self._remarks: list[str] = []

    def remark(self, message: str) -> None:
        self._remarks.append(message)

    def problems(self) -> tuple[str, ...]:
        """What could not be resolved since the last time."""
        found = (*self._remarks, *(one.message for one in self._reader.diagnostics))
        self._remarks.clear()
        self._reader.diagnostics.clear()
        return tuple(dict.fromkeys(found))

    def table(self, name: str | None, items: Sequence[Value], given: Given) -> Made | None:
        """The table that `Table(name, metadata, *items)` would be."""
        if name is None:
            self.remark("the name of the table is not known")
            return None
        keywords = {key: value for key in ("schema", "comment", "prefixes") if (value := given.value(key)) is not None}
        arguments = (Constant(name), _NOTHING, *map(plain, items))
        return self._compiled(_sqlalchemy("Table", arguments, given.place, keywords, given.call))

    def column(self, table: ObjectName, name: str, given: Given) -> Made | None:
        """The column as `alter_column` describes it: with its new type, else the one that it has."""
        type_ = given.value("type_") or given.value("existing_type")
        default = given.value("server_default")
        keywords = {} if default is None else {"server_default": default}
        arguments = (Constant(name), *([type_] if type_ is not None else []))
        column = _sqlalchemy("Column", arguments, given.place, keywords)
        return self.table(table.name, (column,), given)

    def index(self, table: ObjectName, given: Given) -> Table | None:
        """A table with nothing but the index; its columns stand in it, so that they have names."""
        columns = given.value("columns")
        if not isinstance(columns, ListValue) or columns.open:
            self.remark("the columns of the index are not known")
            return None
        keywords = {key: plain(value) for key, value in given.call.keywords.items() if key not in _NOT_OF_INDEXES}
        name = given.value("index_name") or _NOTHING
        index = _sqlalchemy("Index", (name, *columns.items), given.place, keywords)
        named = [item for item in columns.items if isinstance(item, Constant)]
        any_type = External("sqlalchemy", ("Integer",))
        own = (_sqlalchemy("Column", (item, any_type), given.place, {}) for item in dict.fromkeys(named))
        made = self.table(table.name, (*own, index), given)
        return made.table if made is not None and made.table.indexes else None

    def enum(self, value: Value) -> Enum | None:
        """The enumeration that a type is."""
        if not isinstance(value, Application):
            return None
        place = value.location
        column = _sqlalchemy("Column", (Constant("value"), value), place, {})
        made = self._compiled(_sqlalchemy("Table", (Constant("types"), _NOTHING, column), place, {}))
        self.problems()
        return made.enums[0] if made is not None and made.enums else None

    def _compiled(self, value: Application) -> Made | None:
        classes = Classes(self._reader, Bases(self._reader))
        mapping = Mapping(self._reader, classes, Columns(self._reader, Types(self._reader, self._dialect)))
        table = mapping.core(value, "", value.location)
        if table is None:
            return None
        tables = Tables(self._reader, Lookup(self._reader, mapping), self._dialect)
        return Made(tables.table(table), tuple(tables.enums(table)))

    # --- as SQL ------------------------------------------------------------------------------------------------------

    def statements(self, made: Made) -> Iterator[str]:
        """What creates the table."""
        known = statements(made.enums, [made.table], (), self._dialect)
        yield from (one.text for one in known if not one.text.startswith("CREATE TYPE"))

    def types(self, made: Made) -> Iterator[Perhaps]:
        """What creates the types of a table's columns, those that are not there yet."""
        for enum in made.enums:
            yield Perhaps(self.create_type(enum))

    def create_type(self, enum: Enum) -> str:
        (found,) = statements([enum], [], (), self._dialect)
        return found.text

    def data_type(self, made: Made) -> DataType | None:
        """The type of the one column, as SQL would have it."""
        column = made.table.columns[0]._replace(default=None, has_default=False, nullable=True, identity=None)
        return next((found.type for found in self._parsed(made, column)), None)

    def default(self, made: Made) -> str | None:
        return next((found.default for found in self._parsed(made, made.table.columns[0])), None)

    def _parsed(self, made: Made, column: Column) -> Iterator[ColumnDefinition]:
        names = {enum.key: enum.name for enum in made.enums}
        text = definition(column, made.table, names, self._dialect)
        script = self._program.sql(f"ALTER TABLE x ADD COLUMN {text}", self._dialect)
        for statement in script.statements:
            if isinstance(statement.content, AlterTable):
                yield from (one.column for one in statement.content.actions if isinstance(one, AddColumn))


_NOT_OF_INDEXES = frozenset({"index_name", "table_name", "columns", "schema", "if_not_exists"})


def _sqlalchemy(
    name: str,
    arguments: tuple[Value, ...],
    place: Location,
    keywords: dict[str, Value],
    written: Application | None = None,
) -> Application:
    """A call of one of SQLAlchemy's classes."""
    unknown = written.open if written is not None else ()
    return Application(External("sqlalchemy", (name,)), arguments, place, keywords=keywords, open=unknown)
