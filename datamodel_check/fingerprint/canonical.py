"""The canonical form of a value, scheme v1: equal facts have equal bytes on every machine and in every later release.

A NamedTuple is a JSON object of its fields, without `location` and `arrangement` (the order in which the code lists
what has no order) and without fields that are empty (None, False, "", ()), so a field that is added later with an
empty default changes no digest. Tuples are arrays in their own order, sets sorted ones. Strings are in NFC, keys
sorted; there is no white space; the encoding is UTF-8.
"""

from typing import Any

NOT_A_FACT = ("location", "arrangement")


def canonical(value: object) -> bytes:
    """The canonical form of NamedTuples, tuples, frozensets, strings, numbers, booleans and None, nested at will.

    Raises `TypeError` for anything else.
    """
    return _encoded(_plain(value))


def _encoded(plain: Any) -> bytes:
    import json

    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode(errors="surrogatepass")


def _plain(value: object) -> Any:
    if isinstance(value, str):
        return _nfc(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, frozenset):
        return sorted((_plain(item) for item in value), key=_encoded)
    if not isinstance(value, tuple):
        raise TypeError(f"{type(value).__name__} has no canonical form")
    names: tuple[str, ...] | None = getattr(value, "_fields", None)
    if names is None:
        return [_plain(item) for item in value]
    fields = zip(names, value, strict=True)
    return {name: _plain(item) for name, item in fields if name not in NOT_A_FACT and not _is_empty(item)}


def _is_empty(value: object) -> bool:
    """Zero is a fact, and so is a NamedTuple whose fields are all empty."""
    return value is None or value is False or value == "" or (type(value) is tuple and not value)


def _nfc(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)
