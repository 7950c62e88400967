"""What JSON says, as values."""

from typing import Any

from datamodel_check.link import javascript as js
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value


def value_of(data: Any, path: str = "") -> Value:
    """The value of decoded JSON; `path` is the file that it comes from.

    Raises `RecursionError` where it is nested beyond what Python's own reader bears.
    """
    if isinstance(data, dict):
        entries = js.ordered({key: value_of(value, path) for key, value in data.items()})
        return ObjectValue(entries, places=dict.fromkeys(entries, Location(path, NOWHERE)))
    if isinstance(data, list):
        return ListValue(tuple(value_of(item, path) for item in data))
    if isinstance(data, int | float) and not isinstance(data, bool):
        return js.number(data)
    return Constant(data)
