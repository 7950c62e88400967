"""Operators (https://tc39.es/ecma262/#sec-ecmascript-language-expressions)."""

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from datamodel_check.link import javascript as js
from datamodel_check.link.scope import LocalScope, Scope
from datamodel_check.link.statements import ITEM, assign
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Member, Operator, Subscript
from datamodel_check.model.values import Access, Constant, ListValue, ObjectValue, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


def operator(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """An operator applied to expressions."""
    special = SPECIAL.get(expression.symbol)
    if special is not None:
        return special(evaluator, expression, scope)
    if len(expression.operands) == 1:
        return _unary(evaluator, expression, scope)
    return _chain(evaluator, expression, scope)


def _chain(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`a + b + c` nests on its left and may be long."""
    links: list[Operator] = []
    root: Expression = expression
    while isinstance(root, Operator) and len(root.operands) > 1 and root.symbol not in SPECIAL:
        links.append(root)
        root = root.operands[0]
    value = evaluator.evaluate(root, scope)
    for link in reversed(links):
        evaluator.budget.spend(1)
        for operand in link.operands[1:]:
            value = _infix(evaluator, link, value, operand, scope)
    return value


def _infix(evaluator: "Evaluator", link: Operator, left: Value, operand: Expression, scope: Scope) -> Value:
    short = _SHORT.get(link.symbol)
    if short is not None:
        stops = short(left)
        if stops is not None:
            return left if stops else evaluator.evaluate(operand, scope)
        right, result = evaluator.evaluate(operand, scope), None
    else:
        right = evaluator.evaluate(operand, scope)
        compute = _BINARY.get(link.symbol)
        result = compute(left, right) if compute else None
    if result is not None:
        if isinstance(result.value, str):
            evaluator.budget.make(len(result.value))
        return result
    cause = left if isinstance(left, Unresolved) or _is_known(right) or short else right
    description, location = (
        f"({evaluator.describe(left)} {link.symbol} {evaluator.describe(right)})",
        Location(scope.path, link.span),
    )
    if short:
        return evaluator.either(cause, (left, right), description, location)
    found = evaluator.depending(cause, description, location)
    if link.symbol == "+" and (_is_text(left) or _is_text(right)):
        found.parts = (left, right)
    return found


def _is_text(value: Value) -> bool:
    """Whether a value is certainly a string, known or not."""
    return js.type_of(value) == "string"


def _is_known(value: Value) -> bool:
    return isinstance(value, Constant | ListValue | ObjectValue)


def _unary(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    value = evaluator.evaluate(expression.operands[0], scope)
    compute = _UNARY.get(expression.symbol)
    result = compute(value) if compute else None
    if result is not None:
        return result
    separator = " " if expression.symbol[-1].isalpha() else ""
    return evaluator.depending(
        value, f"{expression.symbol}{separator}{evaluator.describe(value)}", Location(scope.path, expression.span)
    )


# --- two operands ----------------------------------------------------------------------------------------------------


def _plus(left: Value, right: Value) -> Constant | None:
    if js.type_of(left) in _TEXTUAL or js.type_of(right) in _TEXTUAL:
        texts = js.to_string(left), js.to_string(right)
        return None if texts[0] is None or texts[1] is None else Constant(texts[0] + texts[1])
    return _numeric(lambda a, b: a + b)(left, right)


_TEXTUAL = frozenset({"string", "object"})


def _numeric(compute: Callable[[float, float], float]) -> Callable[[Value, Value], Constant | None]:
    def computed(left: Value, right: Value) -> Constant | None:
        numbers = js.to_number(left), js.to_number(right)
        if numbers[0] is None or numbers[1] is None:
            return None
        try:
            return js.number(compute(numbers[0], numbers[1]))
        except (OverflowError, ValueError, ZeroDivisionError):
            return None

    return computed


def _divided(left: float, right: float) -> float:
    if right:
        return left / right
    if not left or math.isnan(left):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1, right)


def _remainder(left: float, right: float) -> float:
    return math.fmod(left, right) if right and not math.isinf(left) else math.nan


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > 2_000:
        raise OverflowError
    return math.pow(base, exponent)


def _int32(value: float) -> int:
    whole = int(value) if math.isfinite(value) else 0
    return (whole + 2**31) % 2**32 - 2**31


def _compared(compare: Callable[[object], bool]) -> Callable[[Value, Value], Constant | None]:
    """A comparison, given what it asks of the sign of the difference."""

    def compared(left: Value, right: Value) -> Constant | None:
        if not isinstance(left, Constant) or not isinstance(right, Constant):
            return None
        if isinstance(left.value, str) and isinstance(right.value, str):
            texts = js.units(left.value), js.units(right.value)
            return js.boolean(compare((texts[0] > texts[1]) - (texts[0] < texts[1])))
        a, b = (constant.value if constant.bigint else js.to_number(constant) for constant in (left, right))
        if not isinstance(a, int | float) or not isinstance(b, int | float) or math.isnan(a) or math.isnan(b):
            return js.FALSE
        return js.boolean(compare((a > b) - (a < b)))

    return compared


def _in(left: Value, right: Value) -> Constant | None:
    key = js.to_string(left)
    if key is None or not isinstance(right, ObjectValue):
        return None
    return js.TRUE if key in right.entries else None if right.open else js.FALSE


def _not(value: bool | None, /) -> Constant | None:  # noqa: FBT001
    return None if value is None else js.boolean(not value)


_BINARY: Mapping[str, Callable[[Value, Value], Constant | None]] = {
    "!=": lambda left, right: _not(js.equal(left, right)),
    "!==": lambda left, right: _not(js.identical(left, right)),
    "%": _numeric(_remainder),
    "&": _numeric(lambda a, b: _int32(a) & _int32(b)),
    "*": _numeric(lambda a, b: a * b),
    "**": _numeric(_power),
    "+": _plus,
    "-": _numeric(lambda a, b: a - b),
    "/": _numeric(_divided),
    "<": _compared(lambda sign: sign == -1),
    "<<": _numeric(lambda a, b: _int32(_int32(a) << (_int32(b) & 31))),
    "<=": _compared(lambda sign: sign != 1),
    "==": lambda left, right: js.boolean(js.equal(left, right)),
    "===": lambda left, right: js.boolean(js.identical(left, right)),
    ">": _compared(lambda sign: sign == 1),
    ">=": _compared(lambda sign: sign != -1),
    ">>": _numeric(lambda a, b: _int32(a) >> (_int32(b) & 31)),
    ">>>": _numeric(lambda a, b: (_int32(a) % 2**32) >> (_int32(b) & 31)),
    "^": _numeric(lambda a, b: _int32(a) ^ _int32(b)),
    "in": _in,
    "|": _numeric(lambda a, b: _int32(a) | _int32(b)),
}

_SHORT: Mapping[str, Callable[[Value], bool | None]] = {
    "&&": lambda left: _negated(js.truth(left)),
    "??": lambda left: _negated(js.is_nullish(left)),
    "||": js.truth,
}
"""Operators that look at their right side only when their left side does not decide: whether it does."""


def _negated(value: bool | None, /) -> bool | None:  # noqa: FBT001
    return None if value is None else not value


# --- one operand -----------------------------------------------------------------------------------------------------


def _numbered(compute: Callable[[float], float]) -> Callable[[Value], Constant | None]:
    def computed(value: Value) -> Constant | None:
        number = js.to_number(value)
        return None if number is None else js.number(compute(number))

    return computed


def _type_of(value: Value) -> Constant | None:
    name = js.type_of(value)
    return None if name is None else Constant(name)


_UNARY: Mapping[str, Callable[[Value], Value | None]] = {
    "!": lambda value: _not(js.truth(value)),
    "+": _numbered(lambda number: number),
    "-": _numbered(lambda number: -number if number else -0.0),
    "await": lambda value: value,
    "typeof": _type_of,
    "void": lambda _: js.UNDEFINED,
    "~": _numbered(lambda number: ~_int32(number)),
}


# --- operators with rules of their own ------------------------------------------------------------------------------


def _item(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`of xs` (and `in xs`): what a loop's variable stands for in this round."""
    if len(expression.operands) > 1:
        return _infix(
            evaluator, expression, evaluator.evaluate(expression.operands[0], scope), expression.operands[1], scope
        )
    owner = scope.owner(ITEM) if isinstance(scope, LocalScope) else None
    if owner is None and evaluator.sketching and expression.symbol == "of":
        return _one_of(evaluator, expression.operands[0], scope, Location(scope.path, expression.span))
    if owner is None:
        return evaluator.unresolved("it is computed by a loop", expression, scope)
    return owner.names[ITEM]


def _one_of(evaluator: "Evaluator", items: Expression, scope: Scope, location: Location) -> Value:
    """What a loop goes over, in a sketch: any of the items, the first of those that are not known."""
    value = evaluator.evaluate(items, scope)
    if isinstance(value, ListValue):
        return evaluator.either(value, value.items, "", location)
    return Access(value, "0", location)


def _default(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`{ a = 1 } = x`: the second operand where the first is undefined."""
    value = evaluator.evaluate(expression.operands[0], scope)
    if isinstance(value, Constant) and value.undefined:
        return evaluator.evaluate(expression.operands[1], scope)
    if evaluator.sketching and not _is_known(value):
        default, location = evaluator.evaluate(expression.operands[1], scope), Location(scope.path, expression.span)
        return evaluator.either(
            value, (value, default), f"({evaluator.describe(value)} ?? {evaluator.describe(default)})", location
        )
    return value


def _rest(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`{ a, ...others } = x`: the object without the keys that were taken."""
    value, *taken = (evaluator.evaluate(operand, scope) for operand in expression.operands)
    names = [js.to_string(key) for key in taken]
    if not isinstance(value, ObjectValue) or None in names:
        cause = taken[names.index(None)] if None in names else value
        return evaluator.depending(
            cause, f"{{ ...{evaluator.describe(value)} }}", Location(scope.path, expression.span)
        )
    entries = {key: entry for key, entry in value.entries.items() if key not in names}
    return evaluator.drafts.object(ObjectValue(entries, value.open, dict(value.places), value.uncertain))


def _sequence(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    value: Value = js.UNDEFINED
    for operand in expression.operands:
        value = evaluator.evaluate(operand, scope)
    return value


def _assignment(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`a = b` and `a += b` as expressions."""
    target, value = expression.operands
    if expression.symbol != "=":
        value = Operator(expression.symbol[:-1], (target, value), expression.span)
    assigned = evaluator.evaluate(value, scope)
    if isinstance(scope, LocalScope) and not evaluator.sketching:
        assign(evaluator, target, assigned, scope)
    return assigned


def _step(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    """`++a`, `a--` and the like."""
    target = expression.operands[0]
    before = evaluator.evaluate(target, scope)
    number = js.to_number(before)
    step = 1 if expression.symbol.endswith("++") else -1
    location = Location(scope.path, expression.span)
    after = (
        evaluator.depending(before, f"({evaluator.describe(before)} + {step})", location)
        if number is None
        else js.number(number + step)
    )
    if isinstance(scope, LocalScope) and not evaluator.sketching:
        assign(evaluator, target, after, scope)
    return before if expression.symbol.startswith("postfix") else after


def _delete(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    match expression.operands[0]:
        case Member(holder, name):
            evaluator.drafts.delete(evaluator.evaluate(holder, scope), name)
        case Subscript(holder, (key,)):
            evaluator.drafts.delete(evaluator.evaluate(holder, scope), js.to_string(evaluator.evaluate(key, scope)))
        case _:
            pass
    return js.TRUE


def _throw(evaluator: "Evaluator", expression: Operator, scope: Scope) -> Value:
    return evaluator.unresolved("it throws", expression, scope)


SPECIAL: Mapping[str, Callable[["Evaluator", Operator, Scope], Value]] = {
    **dict.fromkeys(
        (
            f"{symbol}="
            for symbol in ["+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "&", "^", "|", "&&", "||", "??"]
        ),
        _assignment,
    ),
    **dict.fromkeys(("++", "--", "postfix ++", "postfix --"), _step),
    ",": _sequence,
    "=": _assignment,
    "default": _default,
    "delete": _delete,
    "in": _item,
    "of": _item,
    "rest": _rest,
    "throw": _throw,
}
