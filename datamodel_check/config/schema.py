"""The JSON Schema of a configuration file, for editors: what `validation` accepts, said once more by `keys`."""

from collections.abc import Callable, Sequence
from typing import Any

from datamodel_check import rules
from datamodel_check.config.keys import KEYS, PROJECT_KEYS, SCHEMA_URL, Key, Kind
from datamodel_check.config.versions import CONDITION


def json_schema() -> dict[str, Any]:
    """Draft 7: editors for TOML know no later one."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_URL,
        "title": "Configuration of datamodel-check",
        **_table(KEYS),
        "definitions": {"rule": _rule()},
    }


def _table(keys: Sequence[Key], required: Sequence[str] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {key.name: {"description": key.summary, **_KINDS[key.kind](key)} for key in keys},
        "patternProperties": {r"^\$": {}},
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
    }


def _rule() -> dict[str, Any]:
    """Codes and names are offered; beginnings of codes are taken as well."""
    words = [word for rule in rules.RULES.values() for word in (rule.code, rule.name)]
    beginnings = sorted({code[:length] for code in rules.RULES for length in range(2, len(code))})
    return {"type": "string", "anyOf": [{"enum": words}, {"enum": beginnings}]}


def _list_of(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


_GLOB = {"type": "string", "not": {"pattern": r"^/|(^|/)\.\.(/|$)"}}

_RULE = {"$ref": "#/definitions/rule"}

_KINDS: dict[Kind, Callable[[Key], dict[str, Any]]] = {
    "version": lambda _: {"type": "string", "pattern": f"^{CONDITION.pattern}(,{CONDITION.pattern})*$"},
    "folder": lambda _: _GLOB,
    "globs": lambda _: _list_of(_GLOB),
    "rules": lambda _: _list_of(_RULE),
    "rules-of-files": lambda _: {
        "type": "object",
        "propertyNames": _GLOB,
        "additionalProperties": _list_of(_RULE),
    },
    "percentages": lambda key: {
        "type": "object",
        "properties": {name: {"type": "integer", "minimum": 0, "maximum": 100} for name in key.choices},
        "additionalProperties": False,
    },
    "severities": lambda key: {
        "type": "object",
        "propertyNames": _RULE,
        "additionalProperties": {"enum": list(key.choices)},
    },
    "choice": lambda key: {"enum": list(key.choices)},
    "choices": lambda key: _list_of({"enum": list(key.choices)}),
    "projects": lambda _: _list_of(_table(PROJECT_KEYS, required=["root"])),
}
