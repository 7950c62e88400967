"""What the files of this room share."""

from collections.abc import Iterator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

PLANTED = "planted"
"""In the name of whatever a fault adds."""

Variants: TypeAlias = Iterator[tuple[str, str, T]]
"""What a fault is about, what happened to it, and the thing as it is then."""


def replaced(values: tuple[T, ...], place: int, *others: T) -> tuple[T, ...]:
    """The values with others in one place; with none, without it."""
    return (*values[:place], *others, *values[place + 1 :])
