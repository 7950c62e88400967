"""The functions of `op` as statements: alembic/operations/ops.py and toimpl.py.

Tables and columns in their arguments are those of SQLAlchemy, and are read and compiled as models are.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, TypeAlias

from datamodel_check.extract.migrations.alembic.arguments import SIGNATURES, SILENT, Given, plain
from datamodel_check.extract.migrations.alembic.objects import Objects, Perhaps
from datamodel_check.extract.migrations.schema_sql import definition, foreign_key_of, index_of, qualified_name
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Table
from datamodel_check.model.sql import (
    AddConstraint,
    AlterTable,
    CheckKey,
    Comment,
    Content,
    DropColumn,
    DropConstraint,
    DropIndex,
    DropTable,
    Exclusion,
    ObjectName,
    PrimaryKey,
    Reference,
    RenameColumn,
    RenameTable,
    SetDefault,
    SetNullable,
    SetType,
    SqlDialect,
    TableAction,
    UniqueKey,
)
from datamodel_check.model.values import Access, Application, Constant, Value

Done: TypeAlias = Iterator[str | Perhaps | Content]
"""Texts of SQL, and statements that need none."""


class Operations:
    """What calls do to one database."""

    def __init__(self, program: Program, dialect: SqlDialect) -> None:
        self._program = program
        self._dialect: SqlDialect = dialect
        self._objects = Objects(program, dialect)

    def problems(self) -> tuple[str, ...]:
        """What could not be resolved since the last time."""
        return self._objects.problems()

    def subject(self, table: Value | None, call: Application) -> str | None:
        """The table that a call is about, as far as it says so."""
        given = call.keywords.get("table_name") or table or (call.arguments[0] if call.arguments else None)
        return string(plain(given)) if given is not None else None

    def contents(self, operation: str, table: Value | None, schema: Value | None, call: Application) -> Done:
        """What a call does; what is not known of it is among the problems."""
        if operation in SILENT:
            return
        if operation not in _OPERATIONS:
            self._objects.remark(f"what op.{operation}() does to the database is not known")
            return
        yield from _OPERATIONS[operation](self, Given(operation, call, table, schema))

    def enum(self, call: Application) -> Perhaps | None:
        """`sa.Enum(…, name="plan").create(op.get_bind())` and `.drop(…)`."""
        if not isinstance(call.callee, Access) or call.callee.name not in {"create", "drop"}:
            return None
        found = self._objects.enum(call.callee.object)
        if found is None:
            return None
        name = qualified_name(found.schema, found.name, self._dialect)
        if call.callee.name == "drop":
            return Perhaps(f"DROP TYPE IF EXISTS {name}")
        return Perhaps(self._objects.create_type(found))

    # --- tables ------------------------------------------------------------------------------------------------------

    def create_table(self, given: Given) -> Done:
        made = self._objects.table(given.text("table_name"), given.rest, given)
        if made is not None:
            yield from self._objects.types(made)
            yield from self._objects.statements(made)

    def drop_table(self, given: Given) -> Done:
        name = self._table(given)
        if name is not None:
            yield DropTable((name,), if_exists=_is_true(given.value("if_exists")))

    def rename_table(self, given: Given) -> Done:
        old, new = given.text("old_table_name"), given.text("new_table_name")
        if old is None or new is None:
            self._objects.remark("the name of the table is not known")
            return
        schema = given.text("schema")
        yield RenameTable(ObjectName(schema, old), ObjectName(schema, new))

    def comment(self, given: Given) -> Done:
        name = self._table(given)
        if name is not None:
            yield Comment(name, None, given.text("comment"))

    def _table(self, given: Given) -> ObjectName | None:
        name = given.text("table_name", "source_table")
        if name is None:
            self._objects.remark("the name of the table is not known")
            return None
        return ObjectName(given.text("schema", "source_schema"), name)

    # --- columns -----------------------------------------------------------------------------------------------------

    def add_column(self, given: Given) -> Done:
        name, value = self._table(given), given.value("column")
        made = self._objects.table(name.name, (value,), given) if name is not None and value is not None else None
        if made is None or name is None or not made.table.columns:
            return
        yield from self._objects.types(made)
        table, column = made.table, made.table.columns[0]
        enums = {enum.key: qualified_name(enum.schema, enum.name, self._dialect) for enum in made.enums}
        yield f"ALTER TABLE {self._name(table)} ADD COLUMN {definition(column, table, enums, self._dialect)}"
        for unique in table.uniques:
            yield _altered(name, AddConstraint(UniqueKey(unique.name, unique.columns)))
        for key in table.foreign_keys:
            yield f"ALTER TABLE {self._name(table)} ADD {foreign_key_of(key, self._dialect)}"
        for index in table.indexes:
            yield index_of(table, index, self._dialect)

    def drop_column(self, given: Given) -> Done:
        table, column = self._table(given), given.text("column_name")
        if column is None:
            self._objects.remark("the name of the column is not known")
        elif table is not None:
            yield _altered(table, DropColumn(column, if_exists=_is_true(given.value("if_exists"))))

    def alter_column(self, given: Given) -> Done:
        table, column = self._table(given), given.text("column_name")
        if table is None or column is None:
            self._objects.remark("the name of the column is not known")
            return
        actions = list(self._alterations(table, column, given))
        if given.value("comment") is not None and not _is_false(given.value("comment")):
            yield Comment(table, column, given.text("comment"))
        new = given.text("new_column_name", "name")
        if new is not None:
            actions.append(RenameColumn(column, new))
        if actions:
            yield AlterTable(table, tuple(actions))

    def _alterations(self, table: ObjectName, column: str, given: Given) -> Iterator[TableAction]:
        type_ = given.value("type_")
        made = (
            self._objects.column(table, column, given) if type_ is not None or given.value("server_default") else None
        )
        if type_ is not None and made is not None:
            data_type = self._objects.data_type(made)
            if data_type is not None:
                yield SetType(column, data_type)
        default = given.value("server_default")
        if default is not None and not _is_false(default) and made is not None:
            yield SetDefault(column, self._objects.default(made))
        nullable = given.value("nullable")
        is_redefined = type_ is not None or given.value("new_column_name") is not None
        if self._dialect == "mysql" and nullable is None and is_redefined:
            # MySQL defines the column anew: what the call does not mention is lost (alembic/ddl/mysql.py).
            nullable = given.value("existing_nullable") or Constant(True)  # noqa: FBT003 - a value of the program
        if isinstance(nullable, Constant) and isinstance(nullable.value, bool):
            yield SetNullable(column, nullable.value)

    # --- indexes and constraints -------------------------------------------------------------------------------------

    def create_index(self, given: Given) -> Done:
        table = self._table(given)
        made = self._objects.index(table, given) if table is not None else None
        if made is not None:
            yield index_of(made, made.indexes[0], self._dialect)

    def drop_index(self, given: Given) -> Done:
        name = given.text("index_name")
        if name is None:
            self._objects.remark("the name of the index is not known")
            return
        schema, table = given.text("schema"), given.text("table_name")
        own = ObjectName(schema, table) if table is not None and self._dialect == "mysql" else None
        yield DropIndex((ObjectName(schema, name),), own, if_exists=_is_true(given.value("if_exists")))

    def create_unique_constraint(self, given: Given) -> Done:
        table, columns = self._table(given), self._columns(given, "columns")
        if table is not None and columns is not None:
            yield _altered(table, AddConstraint(UniqueKey(given.text("constraint_name"), columns)))

    def create_primary_key(self, given: Given) -> Done:
        table, columns = self._table(given), self._columns(given, "columns")
        if table is not None and columns is not None:
            yield _altered(table, AddConstraint(PrimaryKey(given.text("constraint_name"), columns)))

    def create_foreign_key(self, given: Given) -> Done:
        table, target = self._table(given), given.text("referent_table")
        columns, others = self._columns(given, "local_cols"), self._columns(given, "remote_cols")
        if table is None or target is None or columns is None or others is None:
            return
        rules = [(given.text(name) or "no action").lower() for name in ("ondelete", "onupdate")]
        name = ObjectName(given.text("referent_schema"), target)
        yield _altered(table, AddConstraint(Reference(given.text("constraint_name"), columns, name, others, *rules)))

    def create_check_constraint(self, given: Given) -> Done:
        table, text = self._table(given), string(plain_text(given.value("condition")))
        if text is None:
            self._objects.remark("the condition of the check constraint is not known")
        elif table is not None:
            yield _altered(table, AddConstraint(CheckKey(given.text("constraint_name"), text)))

    def create_exclude_constraint(self, given: Given) -> Done:
        table = self._table(given)
        if table is not None:
            yield _altered(table, AddConstraint(Exclusion(given.text("constraint_name"))))

    def drop_constraint(self, given: Given) -> Done:
        table, name = self._table(given), given.text("constraint_name")
        if table is None:
            return
        kind = given.text("type_")
        if name is None and kind != "primary":
            self._objects.remark("the name of the constraint is not known")
            return
        yield _altered(
            table, DropConstraint(name, if_exists=_is_true(given.value("if_exists")), kind=_KINDS.get(kind or ""))
        )

    def _columns(self, given: Given, name: str) -> tuple[str, ...] | None:
        found = given.texts(name)
        if found is None:
            self._objects.remark("the names of the columns are not known")
        return found

    def _name(self, table: Table) -> str:
        return qualified_name(table.schema, table.name, self._dialect)


_KINDS: Mapping[str, Literal["primary key", "foreign key", "check"]] = {
    "foreignkey": "foreign key",
    "primary": "primary key",
    "check": "check",
}

_OPERATIONS: Mapping[str, Callable[[Operations, Given], Done]] = {
    "add_column": Operations.add_column,
    "alter_column": Operations.alter_column,
    "create_check_constraint": Operations.create_check_constraint,
    "create_exclude_constraint": Operations.create_exclude_constraint,
    "create_foreign_key": Operations.create_foreign_key,
    "create_index": Operations.create_index,
    "create_primary_key": Operations.create_primary_key,
    "create_table": Operations.create_table,
    "create_table_comment": Operations.comment,
    "create_unique_constraint": Operations.create_unique_constraint,
    "drop_column": Operations.drop_column,
    "drop_constraint": Operations.drop_constraint,
    "drop_index": Operations.drop_index,
    "drop_table": Operations.drop_table,
    "drop_table_comment": Operations.comment,
    "rename_table": Operations.rename_table,
}
assert _OPERATIONS.keys() == SIGNATURES.keys()


def _altered(table: ObjectName, action: TableAction) -> AlterTable:
    return AlterTable(table, (action,))


def plain_text(value: Value | None) -> Value | None:
    """What stands in `sa.text("…")`; SQL may stand without it."""
    while isinstance(value, Application) and value.arguments and _is_text(value):
        value = value.arguments[0]
    return value


def _is_text(value: Application) -> bool:
    found = symbol(value.callee)
    return found is not None and found.path[-1] in {"text", "inline_literal", "DDL"}


def _is_true(value: Value | None) -> bool:
    return isinstance(value, Constant) and value.value is True


def _is_false(value: Value | None) -> bool:
    return isinstance(value, Constant) and value.value is False
