"""One call of a known function, and what such functions ask of their arguments."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from datamodel_check.link import javascript as js
from datamodel_check.link.describe import briefly
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.elements import elements
from datamodel_check.model.values import Application, Constant, ListValue, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator

T = TypeVar("T")


class Invocation:
    """One call. What cannot be had from an argument raises `UndecidedError`."""

    __slots__ = ("application", "arguments", "evaluator", "location", "receiver")

    def __init__(self, evaluator: "Evaluator", receiver: Value, application: Application) -> None:
        self.evaluator = evaluator
        self.receiver = receiver
        self.application = application
        self.arguments = application.arguments
        self.location = application.location

    def argument(self, index: int) -> Value:
        return self.arguments[index] if index < len(self.arguments) else js.UNDEFINED

    def given(self, index: int) -> bool:
        """Whether there is an argument, and it is not undefined."""
        value = self.argument(index)
        return not (isinstance(value, Constant) and value.undefined)

    def text(self, value: Value) -> str:
        """`String(value)`."""
        return self.known(js.to_string(value), value)

    def number(self, value: Value) -> float:
        """`Number(value)`."""
        return self.known(js.to_number(value), value)

    def truth(self, value: Value) -> bool:
        """`Boolean(value)`."""
        return self.known(js.truth(value), value)

    def integer(self, index: int, default: int = 0) -> int:
        """An argument as an integer; infinities are large ones."""
        if not self.given(index):
            return default
        number = self.number(self.argument(index))
        if number != number:
            return 0
        return int(max(min(number, _FAR), -_FAR))

    def elements(self, value: Value) -> tuple[Value, ...]:
        """What `[...value]` holds."""
        return self.known(elements(value), value)

    def call(self, function: Value, *arguments: Value) -> Value:
        return self.evaluator.call(function, arguments, self.location)

    def list(self, items: Sequence[Value], unknown: tuple[Unresolved, ...] = ()) -> ListValue:
        """A new array. Raises `ExhaustedError` where it is too large."""
        self.evaluator.budget.make(len(items))
        return self.evaluator.drafts.list(ListValue(tuple(items), unknown))

    def string(self, text: str) -> Constant:
        """A new string. Raises `ExhaustedError` where it is too large."""
        self.evaluator.budget.make(len(text))
        return Constant(text)

    def known(self, answer: T | None, value: Value) -> T:
        """The answer about `value`, where there is one."""
        if answer is None:
            raise undecided(value)
        return answer


_FAR = 2**53

Intrinsic: TypeAlias = Callable[[Invocation], Value | None]
"""Computes a call; None where it stays symbolic."""


def undecided(value: Value) -> UndecidedError:
    """To be raised where more must be known of `value`."""
    if isinstance(value, Unresolved):
        return UndecidedError(value.reason, value)
    if isinstance(value, ListValue) and value.open:
        return UndecidedError(value.open[0].reason, value.open[0])
    return UndecidedError(f"it depends on {briefly(value)}")


def position(index: float, length: int) -> int:
    """A relative index, counted from the end where it is negative, within `0…length`."""
    return int(max(length + index, 0) if index < 0 else min(index, length))
