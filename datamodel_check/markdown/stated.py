"""Numbers, names and lists as people write them in prose."""

import re
from collections.abc import Iterable, Iterator, Sequence

_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_BEHIND = re.compile(r"\s[-:\u2013\u2014]\s|:\s")
"""A hyphen, a dash or a colon between a name and the words about it."""
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?P<text>.*)")


def says(written: str, names: Sequence[str], *, is_list: bool) -> bool:
    """Whether a text says a word or number, whatever it is written in, or lists names, in whatever order."""
    if is_list:
        return sorted(_items(written)) == sorted(names)
    plain = written.strip("`*_ ")
    return [plain] == list(names) or [_digits(plain)] == list(names)


def restated(written: str, names: Sequence[str], *, is_list: bool, newline: str) -> str:
    """The text as it ought to be, in the manner of the one that stands there; items that stay keep their words."""
    if is_list and _is_block(written):
        known = {_name(item["text"]): item[0] for item in map(_ITEM.match, written.splitlines()) if item}
        items = (known.get(name, f"- `{name}`") for name in _ordered(names, known))
        return newline.join(("", "", *items, "", ""))
    if is_list:
        return ", ".join(f"`{name}`" for name in names)
    text = names[0]
    plain = written.strip("`*_ ")
    if _digits(plain) is not None and text.isdigit() and int(text) < len(_NUMBERS):
        word = _NUMBERS[int(text)]
        text = word.capitalize() if plain[:1].isupper() else word
    return written.replace(plain, text) if plain else text


def _digits(word: str) -> str | None:
    return str(_NUMBERS.index(word.lower())) if word.lower() in _NUMBERS else None


def _is_block(written: str) -> bool:
    return "\n" in written or "\r" in written


def _items(written: str) -> list[str]:
    if _is_block(written):
        return [_name(item["text"]) for item in map(_ITEM.match, written.splitlines()) if item]
    spans = re.findall(r"`([^`]+)`", written)
    return spans or [part.strip() for part in re.split(r",\s*(?:and\s)?|\sand\s", written) if part.strip()]


def _name(item: str) -> str:
    """The name that a list item begins with: words about it may follow."""
    code = re.match(r"[*_]*`([^`]+)`", item.strip())
    return code[1] if code else _BEHIND.split(item.strip())[0].strip("*_ ")


def _ordered(names: Sequence[str], known: Iterable[str]) -> Iterator[str]:
    """Those that are written already in their order, then the others."""
    kept = [name for name in known if name in names]
    yield from kept
    yield from (name for name in names if name not in kept)
