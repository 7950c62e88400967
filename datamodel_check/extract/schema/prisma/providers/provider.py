"""What a catalogue of a provider's types is made of."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from datamodel_check.model.schema import Dialect


class Provider(NamedTuple):
    """A provider: how it spells types, and what its databases can do."""

    dialect: Dialect
    longest_name: int
    """In bytes (`max_identifier_length` of its connector in prisma-engines)."""
    scalars: Mapping[str, str]
    """The type of a field that has no `@db` attribute."""
    natives: Mapping[str, str]
    """The type of a `@db` attribute; `{}` stands for its arguments in parentheses, or for nothing."""
    enums: Literal["types", "inline", "none"] = "none"
    """Whether an enum is a type of its own, is spelt out in the column's type, or is known to Prisma alone."""
    default_schema: str | None = None
    named_primary_keys: bool = False
    restrict: bool = True
    """Whether there is `RESTRICT`."""
    join_table_key: Literal["primary key", "unique index"] = "unique index"
    """What keeps pairs apart in the table of an implicit many-to-many relation, since Prisma 6."""
    relation_mode: Literal["foreignKeys", "prisma"] = "foreignKeys"
    """The default of `relationMode`."""
