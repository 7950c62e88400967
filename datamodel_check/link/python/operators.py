"""Operators of Python: https://docs.python.org/3/reference/expressions.html"""

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from datamodel_check.link.operators import SPECIAL
from datamodel_check.link.python import semantics
from datamodel_check.link.python.text import formatted
from datamodel_check.link.scope import Scope
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Expression, Operator
from datamodel_check.model.values import Application, Constant, External, ListValue, ObjectValue, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator

_MOST = 10_000
"""Digits of a power, and times that a list is repeated."""

_ARITHMETIC: Mapping[str, Callable[[Any, Any], object]] = {
    "&": operator.and_,
    "**": operator.pow,
    "*": operator.mul,
    "+": operator.add,
    "-": operator.sub,
    "/": operator.truediv,
    "//": operator.floordiv,
    "<": operator.lt,
    "<<": operator.lshift,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    ">>": operator.rshift,
    "^": operator.xor,
    "|": operator.or_,
}


def evaluate(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """The value of an operator."""
    symbol = expression.symbol
    if symbol in ("and", "or"):
        return _decided(evaluator, expression, scope)
    if symbol in SPECIAL and (symbol != "in" or len(expression.operands) == 1):
        return SPECIAL[symbol](evaluator, expression, scope)
    values = [evaluator.evaluate(operand, scope) for operand in expression.operands]
    found = _unary(symbol, values[0]) if len(values) == 1 else _chained(evaluator, symbol, values)
    if found is not None:
        return found
    because = next((value for value in values if not isinstance(value, Constant)), values[0])
    spaced = f" {symbol} " if len(values) > 1 else f"{symbol} "
    written = (
        spaced.join(map(evaluator.describe, values)) if len(values) > 1 else spaced + evaluator.describe(values[0])
    )
    location = Location(scope.path, expression.span)
    unknown = evaluator.depending(because, written, location)
    if len(values) <= len(_NAMES) and symbol in _NAMES[len(values) - 1]:
        function = evaluator.bindings.external("operator", _NAMES[len(values) - 1][symbol])
        unknown.value = Application(function, tuple(values), location)
    return unknown


_NAMES: tuple[Mapping[str, str], ...] = (
    {"+": "pos", "-": "neg", "not": "not_", "~": "invert"},
    {
        "!=": "ne",
        "%": "mod",
        "&": "and_",
        "*": "mul",
        "**": "pow",
        "+": "add",
        "-": "sub",
        "/": "truediv",
        "//": "floordiv",
        "<": "lt",
        "<<": "lshift",
        "<=": "le",
        "==": "eq",
        ">": "gt",
        ">=": "ge",
        ">>": "rshift",
        "^": "xor",
        "|": "or_",
    },
)
"""Operators of one and of two operands, as https://docs.python.org/3/library/operator.html calls them.

Packages give them meanings of their own: `Q(a=1) | Q(b=2)` stays known as the application of `or_` to both.
"""


def _decided(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`a or b` and `a and b`, which nest on their left."""
    chain: list[Operator] = [expression]
    first: Expression = expression.operands[0]
    while isinstance(first, Operator) and first.symbol in ("and", "or"):
        chain.append(first)
        first = first.operands[0]
    value = evaluator.evaluate(first, scope)
    for link in reversed(chain):
        truth = evaluator.truth(value)
        if truth is None:
            other = evaluator.evaluate(link.operands[1], scope)
            written = f"{evaluator.describe(value)} {link.symbol} {evaluator.describe(other)}"
            value = evaluator.either(value, (value, other), written, Location(scope.path, link.span))
        elif truth == (link.symbol == "and"):
            value = evaluator.evaluate(link.operands[1], scope)
    return value


def _chained(evaluator: "Evaluator", symbol: str, values: list[Value]) -> Value | None:
    found: Value | None = values[0]
    for value in values[1:]:
        found = None if found is None else _binary(evaluator, symbol, found, value)
    return found


def _unary(symbol: str, value: Value) -> Value | None:
    if symbol == "not":
        truth = semantics.truth(value)
        return None if truth is None else semantics.boolean(not truth)
    if symbol in ("await", "enter"):
        return value
    if isinstance(value, Constant) and isinstance(value.value, int | float):
        number = value.value
        if symbol == "~":
            return Constant(~number) if isinstance(number, int) else None
        return Constant(-number if symbol == "-" else +number)
    return None


def _binary(evaluator: "Evaluator", symbol: str, left: Value, right: Value) -> Value | None:
    compared = _COMPARISONS.get(symbol)
    if compared is not None:
        return semantics.boolean(compared(left, right))
    if symbol == "%" and isinstance(left, Constant) and isinstance(left.value, str):
        return formatted(left.value, right)
    match left, right:
        case Constant(a), Constant(b):
            return _computed(symbol, a, b)
        case (ObjectValue(), ObjectValue()) if symbol == "|":
            made = evaluator.drafts.copy(left)
            assert isinstance(made, ObjectValue)
            evaluator.merge(made, right, _NOWHERE)
            return made
        case (ListValue(), ListValue()):
            return _of_lists(evaluator, symbol, left, right)
        case (ListValue(), Constant(int() as times)) if symbol == "*" and times * len(left.items) <= _MOST:
            return evaluator.drafts.list(ListValue(left.items * times, left.open))
        case (ListValue(), _) if symbol in ("+", "|") and not isinstance(right, Constant | External):
            return _with_unknown(evaluator, left, right)
        case (_, ListValue()) if symbol in ("+", "|") and not isinstance(left, Constant | External):
            return _with_unknown(evaluator, right, left)
        case _:
            return None


def _of_lists(evaluator: "Evaluator", symbol: str, left: ListValue, right: ListValue) -> Value | None:
    if symbol in ("+", "|"):
        evaluator.budget.make(len(left.items) + len(right.items))
        return evaluator.drafts.list(ListValue((*left.items, *right.items), (*left.open, *right.open)))
    if symbol in ("-", "&") and not right.open:
        return _set(evaluator, left, right, kept=symbol == "&")
    return None


def _with_unknown(evaluator: "Evaluator", known: ListValue, other: Value) -> ListValue:
    """A list to which something is added of which nobody knows what it holds."""
    location = getattr(other, "location", _NOWHERE)
    unknown = evaluator.depending(other, evaluator.describe(other), location)
    unknown.alternatives = getattr(other, "alternatives", ())
    unknown.value = other.value if isinstance(other, Unresolved) else other
    return evaluator.drafts.list(ListValue(known.items, (*known.open, unknown)))


def _set(evaluator: "Evaluator", left: ListValue, right: ListValue, *, kept: bool) -> Value | None:
    found = []
    for item in left.items:
        inside = _contains(right, item)
        if inside is None:
            return None
        if inside == kept:
            found.append(item)
    return evaluator.drafts.list(ListValue(tuple(found), left.open))


def _computed(symbol: str, left: object, right: object) -> Constant | None:
    compute = _ARITHMETIC.get(symbol, operator.mod if symbol == "%" else None)
    if compute is None or (symbol in ("**", "<<", "*") and not _is_small(left, right)):
        return None
    try:
        result = compute(left, right)
    except (TypeError, ValueError, ArithmeticError):
        return None
    return Constant(result) if isinstance(result, str | int | float) else None


def _is_small(left: object, right: object) -> bool:
    return all(not isinstance(part, int) or abs(part) < _MOST for part in (left, right)) and not (
        isinstance(left, str) and isinstance(right, int) and len(left) * right > _MOST * 10
    )


def _contains(holder: Value, value: Value) -> bool | None:
    """`value in holder`."""
    match holder, value:
        case ObjectValue(entries=entries, open=unknown), Constant(key):
            return True if str(key) in entries else None if unknown else False
        case ListValue(items=items, open=unknown), _:
            found = [semantics.equal(item, value) for item in items]
            return True if True in found else None if None in found or unknown else False
        case Constant(str() as text), Constant(str() as part):
            return part in text
        case _:
            return None


def _negated(
    compare: Callable[[Value, Value], bool | None],
) -> Callable[[Value, Value], bool | None]:
    def compared(left: Value, right: Value) -> bool | None:
        found = compare(left, right)
        return None if found is None else not found

    return compared


def _in(left: Value, right: Value) -> bool | None:
    return _contains(right, left)


_COMPARISONS: Mapping[str, Callable[[Value, Value], bool | None]] = {
    "!=": _negated(semantics.equal),
    "==": semantics.equal,
    "in": _in,
    "is": semantics.same,
    "is not": _negated(semantics.same),
    "not in": _negated(_in),
}

_NOWHERE = Location("", NOWHERE)
