"""Numbers, booleans and `Math`: https://tc39.es/ecma262/#sec-numbers-and-dates."""

import math
from collections.abc import Callable, Mapping

from datamodel_check.link import javascript as js
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, undecided
from datamodel_check.model.values import Constant, Value

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _to_string(call: Invocation) -> Value:
    base = call.integer(0, 10)
    if base == 10:
        return Constant(call.text(call.receiver))
    number = call.number(call.receiver)
    if not isinstance(number, int) or not 2 <= base <= 36:
        raise undecided(call.receiver)
    digits = ""
    left = abs(number)
    while left:
        left, digit = divmod(left, base)
        digits = _DIGITS[digit] + digits
    return Constant("-" * (number < 0) + (digits or "0"))


def _to_fixed(call: Invocation) -> Value:
    """Of two neighbours that are as near the larger is taken; the double's exact value decides."""
    from decimal import ROUND_HALF_UP, Decimal, localcontext

    number, places = call.number(call.receiver), call.integer(0)
    if not math.isfinite(number) or abs(number) >= 1e21 or not 0 <= places <= 100:
        raise undecided(call.receiver)
    with localcontext() as context:
        context.prec = 200
        fixed = Decimal(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return Constant(f"{abs(fixed) if not number else fixed:f}")


METHODS: Mapping[str, Intrinsic] = {
    "toFixed": _to_fixed,
    "toString": _to_string,
    "valueOf": lambda call: call.receiver,
}


# --- functions -------------------------------------------------------------------------------------------------------


def _number(call: Invocation) -> Value:
    return js.number(call.number(call.argument(0))) if call.arguments else Constant(0)


def _boolean(call: Invocation) -> Value:
    return Constant(call.truth(call.argument(0)))


def _parse_int(call: Invocation) -> Value:
    text = call.text(call.argument(0)).lstrip(js.WHITE_SPACE).lower()
    base = call.integer(1)
    sign = -1 if text.startswith("-") else 1
    text = text[1:] if text[:1] in ("-", "+") else text
    if text.startswith("0x") and base in (0, 16):
        text, base = text[2:], 16
    base = base or 10
    if not 2 <= base <= 36:
        return Constant(math.nan)
    valid = _DIGITS[:base]
    length = next((at for at, character in enumerate(text) if character not in valid), len(text))
    return js.number(sign * int(text[: min(length, 400)], base)) if length else Constant(math.nan)


def _parse_float(call: Invocation) -> Value:
    import re

    found = re.match(
        r"[+-]?(?:Infinity|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)",
        call.text(call.argument(0)).lstrip(js.WHITE_SPACE),
        re.IGNORECASE | re.ASCII,
    )
    return js.number(js.read_number(found[0])) if found else Constant(math.nan)


def _tested(test: Callable[[float], bool]) -> Intrinsic:
    return lambda call: Constant(test(call.number(call.argument(0))))


def _tested_number(test: Callable[[float], bool]) -> Intrinsic:
    """As `Number.isInteger`: false of everything that is no number."""

    def tested(call: Invocation) -> Value:
        kind = call.known(js.type_of(call.argument(0)), call.argument(0))
        return Constant(kind == "number" and test(call.number(call.argument(0))))

    return tested


def _math(compute: Callable[[float], float]) -> Intrinsic:
    def computed(call: Invocation) -> Value:
        number = call.number(call.argument(0))
        if not math.isfinite(number):
            raise UndecidedError("it computes with what is no number")
        try:
            return js.number(compute(number))
        except (ValueError, OverflowError):
            return Constant(math.nan)

    return computed


def _extreme(choose: Callable[[list[float]], float], empty: float) -> Intrinsic:
    def chosen(call: Invocation) -> Value:
        numbers = [call.number(value) for value in call.arguments]
        if any(number != number for number in numbers):
            return Constant(math.nan)
        return js.number(choose(numbers)) if numbers else Constant(empty)

    return chosen


def _pow(call: Invocation) -> Value:
    base, exponent = call.number(call.argument(0)), call.number(call.argument(1))
    try:
        return js.number(float(base) ** exponent)
    except (OverflowError, ZeroDivisionError) as error:
        raise UndecidedError("its result is no number") from error


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {
    ("Boolean",): _boolean,
    ("Math", "abs"): _math(abs),
    ("Math", "cbrt"): _math(math.cbrt),
    ("Math", "ceil"): _math(math.ceil),
    ("Math", "floor"): _math(math.floor),
    ("Math", "max"): _extreme(max, -math.inf),
    ("Math", "min"): _extreme(min, math.inf),
    ("Math", "pow"): _pow,
    ("Math", "round"): _math(lambda number: math.floor(number + 0.5)),
    ("Math", "sign"): _math(lambda number: (number > 0) - (number < 0)),
    ("Math", "sqrt"): _math(math.sqrt),
    ("Math", "trunc"): _math(math.trunc),
    ("Number",): _number,
    ("Number", "isFinite"): _tested_number(math.isfinite),
    ("Number", "isInteger"): _tested_number(lambda number: number == math.floor(number)),
    ("Number", "isNaN"): _tested_number(math.isnan),
    ("Number", "parseFloat"): _parse_float,
    ("Number", "parseInt"): _parse_int,
    ("isFinite",): _tested(math.isfinite),
    ("isNaN",): _tested(math.isnan),
    ("parseFloat",): _parse_float,
    ("parseInt",): _parse_int,
}

CONSTANTS: Mapping[tuple[str, ...], Constant] = {
    ("Infinity",): Constant(math.inf),
    ("Math", "E"): Constant(math.e),
    ("Math", "PI"): Constant(math.pi),
    ("NaN",): Constant(math.nan),
    ("Number", "EPSILON"): Constant(2.0**-52),
    ("Number", "MAX_SAFE_INTEGER"): Constant(2**53 - 1),
    ("Number", "MAX_VALUE"): Constant(1.7976931348623157e308),
    ("Number", "MIN_SAFE_INTEGER"): Constant(1 - 2**53),
    ("Number", "NEGATIVE_INFINITY"): Constant(-math.inf),
    ("Number", "NaN"): Constant(math.nan),
    ("Number", "POSITIVE_INFINITY"): Constant(math.inf),
    ("undefined",): js.UNDEFINED,
}
