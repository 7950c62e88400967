"""As much of JSON Schema as our own schemas use. A keyword that is not known here is an error, not a pass."""

import json
import os
import re
from collections.abc import Iterator
from typing import Any

from tests.vocabulary import ROOT

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None)}
SILENT = {"$schema", "$id", "title", "description", "definitions", "required"}


def schema(name: str) -> Any:
    """One of the schemas that the package ships."""
    with open(os.path.join(ROOT, "datamodel_check", "schemas", name), encoding="utf-8") as file:
        return json.load(file)


def complaints(value: Any, root: Any) -> list[str]:
    """Why a value is not as a schema says; properties that the schema does not know are complained of as well."""
    return list(_check(value, root, root, "$"))


def _check(value: Any, rule: Any, root: Any, place: str) -> Iterator[str]:
    for keyword, wanted in rule.items():
        if keyword not in SILENT:
            yield from _CHECKS[keyword](value, wanted, rule, root, place)


def _type(value: Any, wanted: Any, _: Any, __: Any, place: str) -> Iterator[str]:
    if not isinstance(value, TYPES[wanted]) or (wanted == "integer" and isinstance(value, bool)):
        yield f"{place}: {value!r} is no {wanted}"


def _properties(value: Any, wanted: Any, rule: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{place}: {name} is missing" for name in rule.get("required", ()) if name not in value)
        others = rule.get("patternProperties", {})
        for name, item in value.items():
            if name in wanted:
                yield from _check(item, wanted[name], root, f"{place}.{name}")
            elif not any(re.search(pattern, name) for pattern in others):
                yield f"{place}: {name} is not known"


def _additional(value: Any, wanted: Any, rule: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, dict) and wanted is not False:
        for name, item in value.items():
            if name not in rule.get("properties", {}):
                yield from _check(item, wanted, root, f"{place}.{name}")


def _names(value: Any, wanted: Any, _: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name in value:
            yield from _check(name, wanted, root, f"{place} (name)")


def _items(value: Any, wanted: Any, _: Any, root: Any, place: str) -> Iterator[str]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _check(item, wanted, root, f"{place}[{number}]")


def _any(value: Any, wanted: Any, _: Any, root: Any, place: str) -> Iterator[str]:
    if all(list(_check(value, option, root, place)) for option in wanted):
        yield f"{place}: {value!r} fits no option"


def _not(value: Any, wanted: Any, _: Any, root: Any, place: str) -> Iterator[str]:
    if not list(_check(value, wanted, root, place)):
        yield f"{place}: {value!r} must not be"


def _reference(value: Any, wanted: str, _: Any, root: Any, place: str) -> Iterator[str]:
    yield from _check(value, root["definitions"][wanted.rpartition("/")[2]], root, place)


def _pattern(value: Any, wanted: str, _: Any, __: Any, place: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{place}: {value!r} does not match"


def _one_of(value: Any, wanted: Any, _: Any, __: Any, place: str) -> Iterator[str]:
    if value not in wanted:
        yield f"{place}: {value!r} is none of {wanted}"


def _minimum(value: Any, wanted: int, _: Any, __: Any, place: str) -> Iterator[str]:
    if isinstance(value, int) and value < wanted:
        yield f"{place}: {value!r} is too small"


_CHECKS = {
    "type": _type,
    "properties": _properties,
    "patternProperties": lambda *_: iter(()),
    "additionalProperties": _additional,
    "propertyNames": _names,
    "items": _items,
    "anyOf": _any,
    "not": _not,
    "$ref": _reference,
    "pattern": _pattern,
    "enum": _one_of,
    "const": lambda value, wanted, rule, root, place: _one_of(value, [wanted], rule, root, place),
    "minimum": _minimum,
}
