"""What an expression comes to when it is evaluated without running it.

Constants are computed; what comes from outside the repository stays symbolic: `pgTable("user", {…}).enableRLS()` is an
`Application` of an `Access` to an `Application` of the `External` `drizzle-orm/pg-core#pgTable`. Extractors interpret
these. Symbolic values are compared by identity: the same binding always evaluates to the same object.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.module import Class, Function

if TYPE_CHECKING:
    from datamodel_check.model.program import Scope


class Constant(NamedTuple):
    """A string, number, boolean, null or (with `undefined`) JavaScript's undefined."""

    value: str | int | float | bool | None
    undefined: bool = False
    bigint: bool = False


class Unresolved:
    """What could not be decided, and why. `text` is the normalised source text: it still takes part in fingerprints."""

    __slots__ = ("alternatives", "entry", "location", "parts", "reason", "text", "value")

    def __init__(self, reason: str, text: str, location: Location, value: "Value | None" = None) -> None:
        self.reason = reason
        self.text = text
        self.location = location
        self.value = value
        """What is known of it all the same: of `...getTableColumns(users)` the `Application`."""
        self.alternatives: tuple[Value, ...] = ()
        """Of what hangs on a test that is not known: what it is in either case."""
        self.entry: tuple[Value, Value] | None = None
        """Of `[key]: value` in an object: the key that is not computed, and the value."""
        self.parts: tuple[str | Value, ...] = ()
        """Of a text that is put together of what is known and what is not: its parts in turn."""

    def __repr__(self) -> str:
        return f"Unresolved({self.reason!r}, {self.text!r}, {self.location})"


class ListValue:
    """An array. An `Unresolved` item with `open` set stands for any number of items that are not known."""

    __slots__ = ("items", "open")

    def __init__(self, items: tuple["Value", ...], open: tuple[Unresolved, ...] = ()) -> None:  # noqa: A002
        self.items = items
        self.open = open
        """Spreads that could not be resolved: the list holds more than `items`."""

    def __iter__(self) -> "Iterator[Value]":
        return iter(self.items)


class ObjectValue:
    """An object, its entries in JavaScript's own order, each with the place of its key."""

    __slots__ = ("entries", "open", "places", "uncertain")

    def __init__(
        self,
        entries: dict[str, "Value"],
        open: tuple[Unresolved, ...] = (),  # noqa: A002
        places: dict[str, Location] | None = None,
        uncertain: frozenset[str] = frozenset(),
    ) -> None:
        self.entries = entries
        """A getter is a `Closure` whose function has the modifier `get`; `Program.member` applies it."""
        self.open = open
        """Spreads and computed keys that could not be resolved: the object holds more than `entries`."""
        self.places = places or {}
        self.uncertain = uncertain
        """Keys of entries that what is in `open`, standing behind them, may have replaced."""


class External:
    """Something of a package outside the repository: `External("drizzle-orm/pg-core", ("pgTable",))`.

    A default import has the path `("default",)`, a namespace the empty path; globals come from the package `""`.

    Of Python the package is the first part of the dotted name, however it is imported: `sqlalchemy.orm.relationship` is
    `External("sqlalchemy", ("orm", "relationship"))`; builtins come from the package `builtins`.
    """

    __slots__ = ("package", "path")

    def __init__(self, package: str, path: tuple[str, ...]) -> None:
        self.package = package
        self.path = path

    @property
    def dotted(self) -> str:
        """The whole name, as Python has it."""
        return ".".join((self.package, *self.path))

    def __repr__(self) -> str:
        return f"{self.package}#{'.'.join(self.path)}"


class Access:
    """A member of a symbolic value: `object.name`."""

    __slots__ = ("location", "name", "object")

    def __init__(self, object: "Value", name: str, location: Location) -> None:  # noqa: A002
        self.object = object
        self.name = name
        self.location = location


class Application:
    """A call that is not computed. `keywords` are Python's named arguments; `open` as in `ListValue`."""

    __slots__ = ("arguments", "callee", "keywords", "location", "new", "open")

    def __init__(
        self,
        callee: "Value",
        arguments: tuple["Value", ...],
        location: Location,
        *,
        keywords: dict[str, "Value"] | None = None,
        open: tuple[Unresolved, ...] = (),  # noqa: A002
        new: bool = False,
    ) -> None:
        self.callee = callee
        self.arguments = arguments
        self.location = location
        self.keywords = keywords or {}
        self.open = open
        self.new = new


class TemplateValue:
    """A tagged template: ``sql`now() + ${x}` `` is text and values in turn. Untagged ones are computed."""

    __slots__ = ("location", "parts", "tag")

    def __init__(self, tag: "Value", parts: tuple["str | Value", ...], location: Location) -> None:
        self.tag = tag
        self.parts = parts
        self.location = location


class Closure:
    """A function together with the names it sees. `Program.call` applies it."""

    __slots__ = ("function", "scope")

    def __init__(self, function: Function, scope: "Scope") -> None:
        self.function = function
        self.scope = scope


class ClassValue:
    """A class declared in the repository, together with the names it sees."""

    __slots__ = ("declaration", "scope")

    def __init__(self, declaration: Class, scope: "Scope") -> None:
        self.declaration = declaration
        self.scope = scope


class Namespace:
    """A module of the repository as an object (`import * as schema`): its members are looked up on demand."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path


Value: TypeAlias = (
    Constant
    | ListValue
    | ObjectValue
    | External
    | Access
    | Application
    | TemplateValue
    | Closure
    | ClassValue
    | Namespace
    | Unresolved
)
