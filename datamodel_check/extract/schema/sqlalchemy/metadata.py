"""What SQLAlchemy's `MetaData` holds: tables, columns, and what is written among their arguments."""

from collections.abc import Mapping
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.types import NULL, Type
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, ClassValue, Unresolved, Value


class Collection(NamedTuple):
    """A `MetaData`: told from others by `key`."""

    key: int
    schema: str | None = None
    naming: Value | None = None
    code_name: str = ""


class Column(NamedTuple):
    """A `Column`. `attribute` is its name in the class, or its key in the table."""

    name: str
    attribute: str
    location: Location
    type: Type | Unresolved = NULL
    options: Mapping[str, Value] = {}
    items: tuple[Application, ...] = ()
    """What else is among its arguments: `ForeignKey(…)`, `Identity(…)`, `Computed(…)`, constraints."""
    values: tuple[Value, ...] = ()
    """What code calls it by."""
    nullable: bool | None = None
    """What the annotation says; an option counts for more."""

    def option(self, name: str) -> Value | None:
        return self.options.get(name)


class Table(NamedTuple):
    """A `Table`."""

    schema: str | None
    name: str
    code_name: str
    location: Location
    columns: tuple[Column, ...]
    collection: Collection
    items: tuple[Value, ...] = ()
    """Constraints and indexes."""
    options: Mapping[str, Value] = {}
    declared: ClassValue | None = None
    value: Value | None = None
    """The call `Table(…)`, where it is one."""

    @property
    def key(self) -> tuple[str | None, str]:
        return self.schema, self.name
