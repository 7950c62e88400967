"""What a catalogue of column builders is made of."""

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Options(Protocol):
    """The options that a column builder was called with."""

    def text(self, name: str) -> str | None:
        """The option as it stands in a type, or None where it is not given."""

    def is_set(self, name: str) -> bool:
        """Whether the option is true in JavaScript's sense."""


class Builder(NamedTuple):
    """A column builder: its SQL type, and what it implies."""

    type: Callable[[Options], str]
    not_null: Callable[[Options], bool] = lambda _: False
    autoincrement: bool = False
    can_autoincrement: bool = False
    """Whether `.autoincrement()` or `.primaryKey({ autoIncrement: true })` exists."""
    now: str | None = None
    """What `.defaultNow()` means."""
    choices: bool = False
    """Whether the option `enum` lists values that only the ORM enforces."""


def plain(name: str) -> Builder:
    """A type without options."""
    return Builder(lambda _: name)


def sized(name: str, option: str = "length", *, choices: bool = False, now: str | None = None) -> Builder:
    """`varchar(255)`; the bare name where the option is not given."""

    def type_text(options: Options) -> str:
        size = options.text(option)
        return name if size is None else f"{name}({size})"

    return Builder(type_text, choices=choices, now=now)


def scaled(name: str, separator: str = ",", *, alone: str = "({})", unsigned: bool = False) -> Builder:
    """`numeric(10, 2)`; `alone` is how a precision without a scale reads."""

    def type_text(options: Options) -> str:
        precision, scale = options.text("precision"), options.text("scale")
        if precision is None:
            text = name
        elif scale is None:
            text = name + alone.format(precision)
        else:
            text = f"{name}({precision}{separator}{scale})"
        return f"{text} unsigned" if unsigned and options.is_set("unsigned") else text

    return Builder(type_text)
