"""Column names made from keys: drizzle-orm/casing.ts, and drizzle-kit/src/serializer/utils.ts (`getColumnCasing`)."""

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

Casing: TypeAlias = Literal["snake_case", "camelCase"]

_APOSTROPHES = re.compile("['\u2019]")
_WORDS = re.compile(r"[\da-z]+|[A-Z]+(?![a-z])|[A-Z][\da-z]+")


def convert(key: str, casing: Casing | None) -> str:
    """The database name of a column that was declared without one."""
    if casing is None:
        return key
    words = _WORDS.findall(_APOSTROPHES.sub("", key))
    if casing == "snake_case":
        return "_".join(word.lower() for word in words)
    return "".join(word.lower() if number == 0 else word[0].upper() + word[1:] for number, word in enumerate(words))


def rename(constraint: str, old: Sequence[str], new: Sequence[str]) -> str:
    """A constraint's default name after casing: drizzle-kit replaces the first occurrence of each column's key."""
    for before, after in zip(old, new, strict=True):
        constraint = constraint.replace(before, after, 1)
    return constraint
