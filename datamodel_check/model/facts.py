"""Facts by name, one by one: what prose can depend on, and what a reviewed section names in its opening line."""

from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.document import Item, Problem, Section, Value
from datamodel_check.model.location import Location

FactKind: TypeAlias = Literal["table", "enum", "route", "service", "store", "type", "migration", "file"]

KINDS: tuple[FactKind, ...] = ("table", "enum", "route", "service", "store", "type", "migration", "file")


class Fact(NamedTuple):
    """A named fact. `value` is what it says without its own name, made of NamedTuples, strings and tuples.

    `owner` names the fact that it is part of: of the column `user.email` the table `user`.
    """

    kind: FactKind
    name: str
    value: object
    text: str
    """The value for a reader: `varchar(255) not null`."""
    location: Location | None = None
    owner: str | None = None

    @property
    def key(self) -> str:
        """What a closing line calls it: `user.email`, and with the kind what is no table or column."""
        return self.name if self.kind == "table" else f"{self.kind}:{self.name}"


class Review(NamedTuple):
    """What a reviewed section depends on now. `items` stand for `chosen`, fact by fact."""

    section: Section
    chosen: tuple[Fact, ...] = ()
    facts: str = ""
    """The digest of all of it, as the closing line records it."""
    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Selectors that cannot be followed."""


class Statement(NamedTuple):
    """A value in prose: what is `written`, and the words that ought to be, which make a list or are one."""

    value: Value
    written: str
    names: tuple[str, ...] = ()
    is_list: bool = False
    problem: Problem | None = None


Digest: TypeAlias = Callable[[object], str]
