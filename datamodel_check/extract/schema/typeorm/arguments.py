"""What decorators and entity schemas state before TypeORM makes metadata of it (typeorm/src/metadata-args/*.ts)."""

from typing import NamedTuple

from datamodel_check.extract.schema.typeorm.metadata import (
    CheckOf,
    Doubt,
    JoinColumn,
    Mode,
    RelationKind,
    TableKind,
    Target,
)
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.model.location import Location
from datamodel_check.model.values import Value


class TableArguments(NamedTuple):
    """`@Entity`, `@ChildEntity`, `@ViewEntity`, or an `EntitySchema` itself."""

    kind: TableKind
    name: str | None
    options: Options
    location: Location
    code_name: str


class ColumnArguments(NamedTuple):
    property_name: str
    mode: Mode
    type: str
    """As `Column.type` has it; empty where it follows from the mode."""
    options: Options
    location: Location
    doubt: Doubt | None = None


class EmbeddedArguments(NamedTuple):
    """`prefix` is None where none is given, and empty where there is to be none."""

    property_name: str
    type: Value
    prefix: str | None
    location: Location


class RelationArguments(NamedTuple):
    property_name: str
    kind: RelationKind
    type: Value | None
    """What the target is, mostly a function; None of a tree's own relations."""
    inverse: Value | None
    options: Options
    location: Location
    tree_parent: bool = False
    tree_children: bool = False


class JoinTableArguments(NamedTuple):
    name: str | None
    schema: str | None
    database: str | None
    join_columns: tuple[JoinColumn, ...] | None
    inverse_join_columns: tuple[JoinColumn, ...] | None


class IndexArguments(NamedTuple):
    name: str | None
    properties: tuple[str, ...]
    location: Location
    unique: bool = False
    where: str | None = None
    spatial: bool = False
    fulltext: bool = False
    parser: str | None = None
    synchronize: bool = True


class ForeignKeyArguments(NamedTuple):
    name: str | None
    type: Value
    property_name: str | None
    inverse: Value | None
    columns: tuple[str, ...]
    referenced: tuple[str, ...]
    on_delete: str | None
    on_update: str | None
    location: Location


class Inheritance(NamedTuple):
    """`column` are the options of the discriminator; None where there is none."""

    pattern: str
    column: Options | None


class TreeArguments(NamedTuple):
    kind: str
    options: Options


class Arguments:
    """Everything that one class, or one entity schema, states of itself, in the order in which it is stated."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.tables: list[TableArguments] = []
        self.columns: list[ColumnArguments] = []
        self.embeddeds: list[EmbeddedArguments] = []
        self.relations: list[RelationArguments] = []
        self.join_columns: dict[str, list[JoinColumn]] = {}
        self.join_tables: dict[str, JoinTableArguments] = {}
        self.generations: dict[str, str] = {}
        self.indices: list[IndexArguments] = []
        self.uniques: list[IndexArguments] = []
        self.checks: list[CheckOf] = []
        self.exclusions: list[CheckOf] = []
        self.foreign_keys: list[ForeignKeyArguments] = []
        self.inheritance: Inheritance | None = None
        self.tree: TreeArguments | None = None
