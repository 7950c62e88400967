"""What a call that reaches the database looks like, and what is said of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from datamodel_check.model.values import Value


class Run(NamedTuple):
    """A function that a call runs, what it gives to it, and the object that it runs on."""

    function: Value
    arguments: tuple[Value, ...] = ()
    this: Value | None = None


class Touch(NamedTuple):
    """The keys of the tables that a call reads and writes, and the functions that it runs."""

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    runs: tuple[Run, ...] = ()
    any_text: bool = False
    """It runs SQL text of which it is not known here what it says: whoever gives the text touches its tables."""
    whole: bool = False
    """It is all that its chain does: in `Book.objects.filter(…).delete()` what stands before it reads nothing."""


NOTHING = Touch()


CHANGED = "="
"""The name of what happens where an attribute of the receiver is assigned to."""


class Site:
    """A call of a method: `receiver.name(arguments)`, the parts evaluated when somebody asks for them."""

    __slots__ = ("_arguments", "_possible", "_receivers", "name", "receiver")

    def __init__(
        self,
        receiver: Value,
        name: str,
        arguments: Callable[[], tuple[Value, ...]],
        possible: Callable[[Value], Sequence[Value]],
    ) -> None:
        self.receiver = receiver
        self.name = name
        self._arguments: Callable[[], tuple[Value, ...]] | tuple[Value, ...] = arguments
        self._possible = possible
        self._receivers: Sequence[Value] | None = None

    @property
    def arguments(self) -> tuple[Value, ...]:
        if callable(self._arguments):
            self._arguments = self._arguments()
        return self._arguments

    @property
    def receivers(self) -> Sequence[Value]:
        """Everything that the receiver may be, what instances hold and functions return looked up."""
        if self._receivers is None:
            self._receivers = self._possible(self.receiver)
        return self._receivers

    def possible(self, value: Value) -> Sequence[Value]:
        """Everything that a value may be."""
        return self._possible(value)


class Base(NamedTuple):
    """What a class extends outside the repository, and the arguments of that type: `Repository<User>`."""

    value: Value
    arguments: tuple[Value, ...] = ()


class Access(Protocol):
    """Knows how code reaches the tables of one ORM."""

    def touch(self, site: Site) -> Touch | None:
        """What a call touches; None where it is no call of this ORM."""

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:
        """What a tagged template touches; None where its tag is not this ORM's."""

    def holds(self, value: Value) -> bool:
        """Whether a value leads to tables, so that it matters who is given it: a client, a table, a model."""


def union(touches: Sequence[Touch]) -> Touch:
    """Everything that any of them touches."""
    return Touch(
        frozenset().union(*(touch.reads for touch in touches)),
        frozenset().union(*(touch.writes for touch in touches)),
        tuple(run for touch in touches for run in touch.runs),
        any(touch.any_text for touch in touches),
    )
