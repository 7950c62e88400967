"""What a file of SQL says: its statements, as far as they shape the data model.

Identifiers are as the database would store them: folded where they stand unquoted in PostgreSQL, cut to what it keeps
of them. Expressions are SQL text in one spelling: layout, comments and needless quotes make no difference.
"""

import re
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Span
from datamodel_check.model.schema import Generated, Identity, IndexColumn

SqlDialect: TypeAlias = Literal["postgresql", "mysql", "sqlite"]


class ObjectName(NamedTuple):
    """The name of a table, type, index, …; `schema` only where the statement gives one."""

    schema: str | None
    name: str

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name


class DataType(NamedTuple):
    """A column's type: `text` in lower case as the catalog spells it, `name` where it is none that is built in."""

    text: str
    name: ObjectName | None = None


# --- constraints and columns -----------------------------------------------------------------------------------------


class PrimaryKey(NamedTuple):
    name: str | None
    columns: tuple[str, ...]
    using_index: str | None = None
    """`USING INDEX`: the index that becomes the constraint's."""


class UniqueKey(NamedTuple):
    name: str | None
    columns: tuple[str, ...]
    nulls_not_distinct: bool = False
    using_index: str | None = None


class CheckKey(NamedTuple):
    name: str | None
    expression: str


class Exclusion(NamedTuple):
    name: str | None


class Reference(NamedTuple):
    """A foreign key. Without `ref_columns` it points to the other table's primary key."""

    name: str | None
    columns: tuple[str, ...]
    table: ObjectName
    ref_columns: tuple[str, ...] = ()
    on_delete: str = "no action"
    on_update: str = "no action"


ConstraintDefinition: TypeAlias = PrimaryKey | UniqueKey | CheckKey | Exclusion | Reference


class ColumnDefinition(NamedTuple):
    """A column as it is written. `nullable` is None where nothing is said of it."""

    name: str
    type: DataType
    nullable: bool | None = None
    default: str | None = None
    generated: Generated | None = None
    identity: Identity | None = None
    autoincrement: bool = False
    on_update: str | None = None
    comment: str | None = None
    constraints: tuple[ConstraintDefinition, ...] = ()


class IndexDefinition(NamedTuple):
    name: str | None
    columns: tuple[IndexColumn, ...]
    unique: bool = False
    method: str | None = None
    where: str | None = None
    options: tuple[tuple[str, str], ...] = ()


# --- tables ----------------------------------------------------------------------------------------------------------


class Like(NamedTuple):
    """`LIKE other INCLUDING …` of PostgreSQL, `CREATE TABLE … LIKE other` of MySQL; `including` in lower case."""

    table: ObjectName
    including: frozenset[str]
    place: int = 0
    """How many columns of its own the table has before these."""


class CreateTable(NamedTuple):
    name: ObjectName
    columns: tuple[ColumnDefinition, ...] = ()
    constraints: tuple[ConstraintDefinition, ...] = ()
    indexes: tuple[IndexDefinition, ...] = ()
    likes: tuple[Like, ...] = ()
    inherits: tuple[ObjectName, ...] = ()
    partition_of: ObjectName | None = None
    query: bool = False
    """`CREATE TABLE … AS SELECT`: its columns are the query's."""
    if_not_exists: bool = False
    temporary: bool = False
    comment: str | None = None
    without_rowid: bool = False
    """SQLite: the primary key holds no nulls then, and none under `strict`, but for the row's number."""
    strict: bool = False


class DropTable(NamedTuple):
    names: tuple[ObjectName, ...]
    if_exists: bool = False


class RenameTable(NamedTuple):
    name: ObjectName
    to: ObjectName


class AddColumn(NamedTuple):
    column: ColumnDefinition
    if_not_exists: bool = False
    after: str | None = None
    """MySQL: the column before it; empty for `FIRST`."""


class DropColumn(NamedTuple):
    name: str
    if_exists: bool = False


class RenameColumn(NamedTuple):
    name: str
    to: str


class ModifyColumn(NamedTuple):
    """`MODIFY` and `CHANGE` of MySQL: the column is defined anew."""

    name: str
    column: ColumnDefinition
    after: str | None = None


class SetType(NamedTuple):
    column: str
    type: DataType


class SetDefault(NamedTuple):
    """`default` is None for `DROP DEFAULT`."""

    column: str
    default: str | None


class SetNullable(NamedTuple):
    column: str
    nullable: bool


class SetIdentity(NamedTuple):
    """`identity` is None for `DROP IDENTITY`."""

    column: str
    identity: Identity | None


class SetGenerated(NamedTuple):
    """`SET EXPRESSION AS (…)`; None for `DROP EXPRESSION`, which keeps the column."""

    column: str
    expression: str | None


class AddConstraint(NamedTuple):
    constraint: ConstraintDefinition
    if_not_exists: bool = False


class DropConstraint(NamedTuple):
    """`kind` says which namespace `name` is of, where the statement does; a primary key may go unnamed."""

    name: str | None
    if_exists: bool = False
    kind: Literal["primary key", "foreign key", "check", "index"] | None = None


class RenameConstraint(NamedTuple):
    name: str
    to: str


class AddIndex(NamedTuple):
    definition: IndexDefinition


class RenameTableIndex(NamedTuple):
    """`RENAME INDEX` of MySQL."""

    name: str
    to: str


class SetTableName(NamedTuple):
    to: ObjectName


class SetTableSchema(NamedTuple):
    schema: str


class SetRowLevelSecurity(NamedTuple):
    enabled: bool


class SetTableComment(NamedTuple):
    comment: str | None


class OtherAction(NamedTuple):
    """What changes no fact: `OWNER TO`, `SET (fillfactor = …)`, `ENGINE = …`."""

    text: str


TableAction: TypeAlias = (
    AddColumn
    | DropColumn
    | RenameColumn
    | ModifyColumn
    | SetType
    | SetDefault
    | SetNullable
    | SetIdentity
    | SetGenerated
    | AddConstraint
    | DropConstraint
    | RenameConstraint
    | AddIndex
    | RenameTableIndex
    | SetTableName
    | SetTableSchema
    | SetRowLevelSecurity
    | SetTableComment
    | OtherAction
)


class AlterTable(NamedTuple):
    name: ObjectName
    actions: tuple[TableAction, ...]
    if_exists: bool = False


# --- all that is not a table -----------------------------------------------------------------------------------------


class CreateIndex(NamedTuple):
    table: ObjectName
    definition: IndexDefinition
    if_not_exists: bool = False


class DropIndex(NamedTuple):
    names: tuple[ObjectName, ...]
    table: ObjectName | None = None
    """MySQL names it: an index is found through its table."""
    if_exists: bool = False


class RenameIndex(NamedTuple):
    name: ObjectName
    to: str
    if_exists: bool = False


class CreateEnum(NamedTuple):
    name: ObjectName
    values: tuple[str, ...]


class AddEnumValue(NamedTuple):
    name: ObjectName
    value: str
    neighbour: str | None = None
    before: bool = False
    if_not_exists: bool = False


class RenameEnumValue(NamedTuple):
    name: ObjectName
    value: str
    to: str


class RenameType(NamedTuple):
    name: ObjectName
    to: str


class SetTypeSchema(NamedTuple):
    name: ObjectName
    schema: str


class DropType(NamedTuple):
    names: tuple[ObjectName, ...]
    if_exists: bool = False
    cascade: bool = False


class CreateSequence(NamedTuple):
    name: ObjectName
    options: tuple[tuple[str, str], ...] = ()
    if_not_exists: bool = False
    owned_by: tuple[ObjectName, str] | None = None


class AlterSequence(NamedTuple):
    """`options` are those that change."""

    name: ObjectName
    options: tuple[tuple[str, str], ...] = ()
    to: str | None = None
    schema: str | None = None
    owned_by: tuple[ObjectName, str] | None = None


class DropSequence(NamedTuple):
    names: tuple[ObjectName, ...]
    if_exists: bool = False


class CreateSchema(NamedTuple):
    name: str


class DropSchema(NamedTuple):
    names: tuple[str, ...]


class RenameSchema(NamedTuple):
    name: str
    to: str


class CreateView(NamedTuple):
    name: ObjectName
    definition: str
    materialized: bool = False
    replace: bool = False
    if_not_exists: bool = False
    temporary: bool = False


class DropView(NamedTuple):
    names: tuple[ObjectName, ...]
    if_exists: bool = False


class RenameView(NamedTuple):
    name: ObjectName
    to: ObjectName


class Comment(NamedTuple):
    """`COMMENT ON TABLE …`, and with `column` `COMMENT ON COLUMN …`; None removes it."""

    table: ObjectName
    column: str | None
    text: str | None


class SetSearchPath(NamedTuple):
    """Which schema unqualified names mean from here on."""

    schema: str | None


class SetPragma(NamedTuple):
    """A switch of SQLite that decides what renaming a table does to references."""

    name: Literal["foreign_keys", "legacy_alter_table"]
    on: bool


class PassedOver(NamedTuple):
    """What shapes no fact: data, functions, triggers, grants, policies, transactions. `what` in lower case."""

    what: str
    name: ObjectName | None = None


Content: TypeAlias = (
    CreateTable
    | DropTable
    | RenameTable
    | AlterTable
    | CreateIndex
    | DropIndex
    | RenameIndex
    | CreateEnum
    | AddEnumValue
    | RenameEnumValue
    | RenameType
    | SetTypeSchema
    | DropType
    | CreateSequence
    | AlterSequence
    | DropSequence
    | CreateSchema
    | DropSchema
    | RenameSchema
    | CreateView
    | DropView
    | RenameView
    | Comment
    | SetSearchPath
    | SetPragma
    | PassedOver
)


class Statement(NamedTuple):
    """One statement and where it stands. `tolerant` where an exception handler around it swallows "already exists"."""

    content: Content
    span: Span
    tolerant: bool = False


class Problem(NamedTuple):
    """A statement that could not be understood, and why. `subject` is the table or type that it is about."""

    span: Span
    message: str
    subject: str | None = None


class Marker(NamedTuple):
    """A comment that tells a migration tool something: `+goose Down`, `migrate:up`."""

    text: str
    span: Span


class Script(NamedTuple):
    """One file. `digest` stays the same while only layout, comments, letter case and quotes change."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    markers: tuple[Marker, ...] = ()
    digest: str = ""


# --- names in expressions --------------------------------------------------------------------------------------------

_FOLDED = re.compile(r"[a-z_][a-z0-9_$]*\Z")
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_$]*\Z")
_RESERVED: frozenset[str] = frozenset(
    str.split(
        "ALL AND ANY ARRAY AS ASC BETWEEN BY CASE CAST CHECK COLLATE COLUMN CONSTRAINT CREATE CURRENT_DATE "
        "CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DEFAULT DESC DISTINCT DIV ELSE END ESCAPE EXISTS FALSE FOREIGN "
        "FROM GLOB GRANT GROUP HAVING ILIKE IN INNER INTERVAL INTO IS ISNULL JOIN KEY LEFT LIKE LIMIT LOCALTIME "
        "LOCALTIMESTAMP MATCH NOT NOTNULL NULL OFFSET ON OR ORDER OUTER OVER PARTITION PRIMARY REFERENCES REGEXP "
        "RIGHT RLIKE SELECT SESSION_USER SIMILAR SOME TABLE THEN TO TRUE UNION UNIQUE USER USING VALUES WHEN WHERE "
        "WINDOW WITH XOR"
    )
)


def written_name(name: str, dialect: SqlDialect) -> str:
    """A stored name as expressions have it: in quotes only where it needs them."""
    plain = _FOLDED if dialect == "postgresql" else _PLAIN
    if plain.match(name) and name.upper() not in _RESERVED:
        return name
    quote = "`" if dialect == "mysql" else '"'
    return quote + name.replace(quote, quote * 2) + quote
