"""The schemas that the package ships, and values held against them."""

import json
import os
from typing import Any

from jsonschema import Draft202012Validator

from tests.vocabulary import ROOT


def schema(name: str) -> Any:
    """One of the schemas that the package ships."""
    with open(os.path.join(ROOT, "datamodel_check", "schemas", name), encoding="utf-8") as file:
        return json.load(file)


def complaints(value: Any, root: Any) -> list[str]:
    """Why a value is not as a schema says; properties that the schema does not know are complained of as well."""
    Draft202012Validator.check_schema(root)
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(_closed(root)).iter_errors(value)]


def _closed(rule: Any) -> Any:
    """The schema without room for what it does not name: readers must accept that, but we never write it."""
    if isinstance(rule, list):
        return [_closed(one) for one in rule]
    if not isinstance(rule, dict):
        return rule
    closed = {key: _closed(one) for key, one in rule.items()}
    is_object = isinstance(rule.get("properties"), dict) and "type" in rule
    return {"additionalProperties": False, **closed} if is_object else closed
