"""What a schema states: the facts of the family `schema`. A fact means what the ORM's own code would report.

The same shapes serve for the state that a folder of migrations produces.
"""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location

Dialect: TypeAlias = Literal["postgresql", "mysql", "sqlite", "singlestore", "sqlserver", "cockroachdb", "mongodb"]

System: TypeAlias = Literal["drizzle", "prisma", "typeorm", "sequelize", "mongoose", "django", "sqlalchemy"]


class Generated(NamedTuple):
    """A column that the database computes: `expression` is SQL."""

    expression: str
    stored: bool


class Identity(NamedTuple):
    """An identity column and those sequence options that are given, as `(name, value)`, sorted."""

    always: bool
    options: tuple[tuple[str, str], ...] = ()


class Reference(NamedTuple):
    """The one column that a single-column foreign key points to; `table` is the table's key."""

    table: str
    column: str


class Column(NamedTuple):
    """A column. `type` is the dialect's type text in lower case, `default` SQL text as the database would get it."""

    name: str
    code_name: str
    type: str
    nullable: bool
    location: Location
    primary_key: bool = False
    unique: bool = False
    has_default: bool = False
    default: str | None = None
    client_default: bool = False
    """Whether the ORM itself fills the column (`$defaultFn`, `cuid()`), the database knowing nothing of it."""
    autoincrement: bool = False
    generated: Generated | None = None
    identity: Identity | None = None
    enum: str | None = None
    """The key of the database enum that is the column's type."""
    allowed_values: tuple[str, ...] = ()
    """Choices that only the ORM enforces."""
    comment: str | None = None
    references: Reference | None = None
    on_update: str | None = None
    """What the database itself sets the column to on every update (MySQL's `on update current_timestamp`)."""


class IndexColumn(NamedTuple):
    """A column name or an SQL expression in an index, with what differs from the default."""

    text: str
    expression: bool = False
    order: Literal["asc", "desc"] | None = None
    nulls: Literal["first", "last"] | None = None
    operator_class: str | None = None


class Index(NamedTuple):
    name: str | None
    columns: tuple[IndexColumn, ...]
    unique: bool = False
    method: str | None = None
    where: str | None = None
    options: tuple[tuple[str, str], ...] = ()
    parameters: tuple[str, ...] = ()
    """Values that the texts above leave out, for `$1` or `?` in them."""


class Unique(NamedTuple):
    """A unique constraint; `name` is None where the ORM leaves naming to the database."""

    name: str | None
    columns: tuple[str, ...]
    nulls_not_distinct: bool = False


class ForeignKey(NamedTuple):
    """A foreign key to the table with the key `table`. Rules in lower case: `cascade`, `set null`, `no action`, …"""

    name: str | None
    columns: tuple[str, ...]
    table: str
    ref_columns: tuple[str, ...]
    on_delete: str = "no action"
    on_update: str = "no action"
    enforced: bool = True
    """False where only the ORM knows of it."""


class Check(NamedTuple):
    name: str | None
    expression: str
    parameters: tuple[str, ...] = ()
    """Values that the expression leaves out, for `$1` or `?` in it."""


class Policy(NamedTuple):
    """A row-level security policy of PostgreSQL."""

    name: str
    permissive: bool = True
    command: str = "all"
    roles: tuple[str, ...] = ("public",)
    using: str | None = None
    with_check: str | None = None


class Table(NamedTuple):
    """A table; its identity is `(schema, name)`, its `key` the name, or `schema.name` outside the default schema."""

    schema: str | None
    name: str
    code_name: str
    location: Location
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...] = ()
    primary_key_name: str | None = None
    uniques: tuple[Unique, ...] = ()
    indexes: tuple[Index, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    checks: tuple[Check, ...] = ()
    policies: tuple[Policy, ...] = ()
    row_level_security: bool = False
    comment: str | None = None
    virtuals: tuple[str, ...] = ()
    """Properties of documents that are computed or populated, and not stored."""

    @property
    def key(self) -> str:
        return qualified(self.schema, self.name)

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


class Enum(NamedTuple):
    """A database enum; the order of its values is a fact."""

    schema: str | None
    name: str
    code_name: str
    values: tuple[str, ...]
    location: Location

    @property
    def key(self) -> str:
        return qualified(self.schema, self.name)


class View(NamedTuple):
    """A view; `definition` is None for one that is declared but made elsewhere (`.existing()`)."""

    schema: str | None
    name: str
    code_name: str
    location: Location
    columns: tuple[Column, ...]
    definition: str | None
    materialized: bool = False
    options: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return qualified(self.schema, self.name)


class Sequence(NamedTuple):
    schema: str | None
    name: str
    location: Location
    options: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        return qualified(self.schema, self.name)


class Relation(NamedTuple):
    """A relation that the ORM knows by name, between tables given by their keys."""

    table: str
    name: str
    kind: Literal["one", "many"]
    to: str
    location: Location
    columns: tuple[str, ...] = ()
    ref_columns: tuple[str, ...] = ()
    through: str | None = None
    relation_name: str | None = None


class Source(NamedTuple):
    """One schema that the repository declares: an ORM's schema, found at a place.

    `id` is the system and the file, or the common folder of the files: `drizzle:packages/db/src/schema`.
    Everything is sorted by key, except columns (order of declaration).
    """

    id: str
    system: System
    dialect: Dialect
    files: tuple[str, ...]
    tables: tuple[Table, ...]
    config: str | None = None
    enums: tuple[Enum, ...] = ()
    views: tuple[View, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    relations: tuple[Relation, ...] = ()
    migrations_folder: str | None = None

    def table(self, key: str) -> Table | None:
        return next((table for table in self.tables if table.key == key), None)


def qualified(schema: str | None, name: str) -> str:
    """The key of a table, enum, view or sequence."""
    return f"{schema}.{name}" if schema else name
