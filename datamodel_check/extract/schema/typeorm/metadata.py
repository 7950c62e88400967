"""Columns, relations and entities while they are put together, as in typeorm/src/metadata/*.ts.

TypeORM builds them in several passes, each of which changes what the one before has made: a relation overrides the
type of its join column, a single-table child adds columns to its parent. So these objects change, unlike facts.
"""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.values import ClassValue, Value

Target: TypeAlias = ClassValue | str
"""What an entity is known by: its class, or the name of an `EntitySchema` without one."""

Mode: TypeAlias = Literal[
    "regular",
    "virtual",
    "virtual-property",
    "createDate",
    "updateDate",
    "deleteDate",
    "version",
    "treeLevel",
    "objectId",
]

RelationKind: TypeAlias = Literal["one-to-one", "one-to-many", "many-to-one", "many-to-many"]

TableKind: TypeAlias = Literal["regular", "entity-child", "view", "junction", "closure-junction"]


class Embedded:
    """An embedded object: where it stands, and what it puts before the names of its columns."""

    def __init__(self, property_name: str, parent: "Embedded | None", prefix: str | None) -> None:
        self.parent = parent
        self.path: str = property_name if parent is None else f"{parent.path}.{property_name}"
        own = (property_name,) if prefix is None else (prefix,) if prefix else ()
        self.prefixes: tuple[str, ...] = own if parent is None else (*parent.prefixes, *own)
        self.columns: list[Column] = []


class Column:
    """`ColumnMetadata`. `type` is a database type, or the name of a constructor (`String`), or empty."""

    def __init__(self, property_name: str, location: Location, *, mode: Mode = "regular") -> None:
        self.property_name = property_name
        self.location = location
        self.mode = mode
        self.target: Target | None = None
        self.embedded: Embedded | None = None
        self.given_name: str | None = None
        self.type = ""
        self.doubt: Doubt | None = None
        self.length = ""
        self.width: int | None = None
        self.precision: int | None = None
        self.scale: int | None = None
        self.unsigned = False
        self.zerofill = False
        self.array = False
        self.enum: tuple[str, ...] = ()
        self.enum_name: str | None = None
        self.spatial_type: str | None = None
        self.srid: int | None = None
        self.primary = False
        self.nullable = False
        self.default: Value | None = None
        self.sql_default: str | None = None
        """What the driver itself gives for a default: `now()`."""
        self.on_update: str | None = None
        self.comment: str | None = None
        self.primary_key_name: str | None = None
        self.foreign_key_name: str | None = None
        self.expression: str | None = None
        self.stored = False
        self.generation: str | None = None
        """`increment`, `identity`, `uuid`, `rowid`."""
        self.identity_always = False
        self.discriminator = False
        self.referenced: Column | None = None
        self.in_junction = False
        self.name = ""
        self.unprefixed_name = ""

    @property
    def path(self) -> str:
        """`propertyPath`: that of a column that a relation has made leads to the column that it refers to."""
        path = self.property_name if self.embedded is None else f"{self.embedded.path}.{self.property_name}"
        made = self.mode == "virtual" and self.referenced is not None and not self.in_junction
        if made and self.referenced is not None and self.referenced.property_name != self.property_name:
            return f"{path}.{self.referenced.property_name}"
        return path

    def copy(self) -> "Column":
        made = Column(self.property_name, self.location, mode=self.mode)
        made.__dict__.update(self.__dict__)
        return made


class Doubt(NamedTuple):
    """Why the type of a column is not known, to be said unless a relation gives it another."""

    message: str
    value: Value | None


class ColumnType(NamedTuple):
    name: str
    doubt: Doubt | None = None


class JoinColumn(NamedTuple):
    name: str | None
    referenced: str | None
    foreign_key_name: str | None


class Relation:
    """`RelationMetadata`."""

    def __init__(self, property_name: str, kind: RelationKind, location: Location) -> None:
        self.property_name = property_name
        self.kind = kind
        self.location = location
        self.target: Target | None = None
        self.embedded: Embedded | None = None
        self.to: Target | None = None
        self.inverse_name: str | None = None
        """The property on the other side, where it is given."""
        self.nullable = True
        self.on_delete: str | None = None
        self.on_update: str | None = None
        self.constrained = True
        self.tree_parent = False
        self.tree_children = False
        self.join_columns: list[Column] = []
        self.other: Entity | None = None
        self.inverse: Relation | None = None
        self.junction: Entity | None = None

    @property
    def path(self) -> str:
        return self.property_name if self.embedded is None else f"{self.embedded.path}.{self.property_name}"

    @property
    def owns(self) -> bool:
        return bool(self.join_columns)


class IndexOf(NamedTuple):
    """An index or a unique constraint before its columns are known: names of properties, or columns themselves."""

    name: str | None
    properties: tuple[str, ...]
    location: Location
    columns: tuple[Column, ...] = ()
    unique: bool = False
    where: str | None = None
    spatial: bool = False
    fulltext: bool = False
    parser: str | None = None
    synchronize: bool = True
    embedded: Embedded | None = None


class CheckOf(NamedTuple):
    name: str | None
    expression: str


class ForeignKeyOf(NamedTuple):
    """A foreign key between columns."""

    name: str | None
    columns: tuple[Column, ...]
    to: "Entity"
    referenced: tuple[Column, ...]
    on_delete: str | None
    on_update: str | None


class Entity:
    """`EntityMetadata`: a table or a view."""

    def __init__(self, target: Target, kind: TableKind, location: Location) -> None:
        self.target = target
        self.kind = kind
        self.location = location
        self.class_name = ""
        self.given_name: str | None = None
        self.schema: str | None = None
        self.database: str | None = None
        self.comment: str | None = None
        self.synchronize = True
        self.expression: Value | None = None
        self.materialized = False
        self.tree: Tree | None = None
        self.parent: Entity | None = None
        """Of a child in single-table inheritance."""
        self.inheritance: str | None = None
        self.name_without_prefix = ""
        self.name = ""
        self.own_columns: list[Column] = []
        self.own_relations: list[Relation] = []
        self.embeddeds: list[Embedded] = []
        """All of them, those inside others included, in the order in which their columns stand."""
        self.embedded_relations: list[Relation] = []
        self.indices: list[IndexOf] = []
        self.uniques: list[IndexOf] = []
        self.checks: list[CheckOf] = []
        self.exclusions: list[CheckOf] = []
        self.foreign_keys: list[ForeignKeyOf] = []

    @property
    def columns(self) -> list[Column]:
        """Those of embedded objects come last."""
        return [*self.own_columns, *(column for embedded in self.embeddeds for column in embedded.columns)]

    @property
    def relations(self) -> list[Relation]:
        return [*self.own_relations, *self.embedded_relations]

    @property
    def primary_columns(self) -> list[Column]:
        return [column for column in self.columns if column.primary]


class Tree(NamedTuple):
    kind: str
    closure_table: str | None = None
    closure_schema: str | None = None
    ancestor: Value | None = None
    descendant: Value | None = None
