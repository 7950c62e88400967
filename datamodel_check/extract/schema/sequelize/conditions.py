"""Conditions of partial indexes: `{ deletedAt: null, state: { [Op.ne]: "x" } }` as SQL.

Source: sequelize/src/dialects/abstract/query-generator.js, `whereItemsQuery` and what it calls.
"""

from collections.abc import Mapping

from datamodel_check.extract.schema.sequelize import known
from datamodel_check.extract.schema.sequelize.defaults import expression
from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

_OPERATORS: Mapping[str, str] = {
    "eq": "=",
    "gt": ">",
    "gte": ">=",
    "is": "IS",
    "like": "LIKE",
    "lt": "<",
    "lte": "<=",
    "ne": "!=",
    "not": "IS NOT",
}


def condition(dialect: Dialect, value: Value) -> str | None:
    """The text behind `WHERE`; None where it cannot be told."""
    if not isinstance(value, ObjectValue):
        return expression(dialect, value)
    if value.open or not value.entries:
        return None
    parts = [_comparison(dialect, name, one) for name, one in value.entries.items()]
    return None if None in parts else " AND ".join(part for part in parts if part is not None)


def _comparison(dialect: Dialect, column: str, value: Value) -> str | None:
    name = dialect.quoted(column)
    if isinstance(value, Constant):
        return f"{name} IS NULL" if value.value is None else f"{name} = {_value(dialect, value)}"
    if isinstance(value, ListValue) and not value.open:
        return _in(dialect, name, "IN", value)
    if isinstance(value, ObjectValue) and (operations := _operations(value)):
        parts = [_operation(dialect, name, operator, one) for operator, one in operations]
        if None in parts:
            return None
        joined = " AND ".join(part for part in parts if part is not None)
        return f"({joined})" if len(parts) > 1 else joined
    return None


def _operations(value: ObjectValue) -> list[tuple[str, Value]] | None:
    """The operators of `{ [Op.gt]: 1 }`, and of the older `{ $gt: 1 }`; None where one is not known."""
    found = [(name.removeprefix("$"), one) for name, one in value.entries.items()]
    for unknown in value.open:
        operator = known.name(unknown.entry[0]) if unknown.entry is not None else None
        if operator is None or unknown.entry is None:
            return None
        found.append((operator, unknown.entry[1]))
    return found


def _operation(dialect: Dialect, name: str, operator: str, value: Value) -> str | None:
    if operator in {"in", "notIn"} and isinstance(value, ListValue):
        return _in(dialect, name, "IN" if operator == "in" else "NOT IN", value)
    sign = _OPERATORS.get(operator)
    if sign is None or not isinstance(value, Constant):
        return None
    if value.value is None:
        return f"{name} IS {'NOT ' if operator in {'ne', 'not'} else ''}NULL"
    sign = "!=" if operator == "not" and not isinstance(value.value, bool) else sign
    return f"{name} {sign} {_value(dialect, value)}"


def _in(dialect: Dialect, name: str, sign: str, value: ListValue) -> str | None:
    items = [_value(dialect, item) for item in value.items]
    return None if None in items or value.open else f"{name} {sign} ({', '.join(i for i in items if i is not None)})"


def _value(dialect: Dialect, value: Value) -> str | None:
    return dialect.default(Type("STRING"), value) if isinstance(value, Constant) else None
