"""Names in prose that look like something of the repository."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location

ReferenceKind: TypeAlias = Literal["path", "column", "route", "symbol"]


class Reference(NamedTuple):
    """A name that a sentence mentions. `text` is as it is written, `name` what is looked for."""

    kind: ReferenceKind
    name: str
    text: str
    location: Location
    line: int | None = None
    """Of `src/auth.ts#L42` the 42."""


class Dead(NamedTuple):
    """A reference to what was there when the sentence was written, and is not any more."""

    reference: Reference
    commit: str | None = None
    """The commit that took it away, abbreviated."""
    instead: str | None = None
    """What it is called now."""
