"""Constants as JavaScript itself would print them: `String(x)`, and the strings of `JSON.stringify`."""

import math

from datamodel_check.model.values import Constant

EXACT = 2**53
"""Up to here a number holds every integer."""


def text(constant: Constant) -> str:
    """`String(x)`."""
    value = constant.value
    if value is None:
        return "undefined" if constant.undefined else "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return str(value) if constant.bigint else number_text(value)


def quoted(string: str) -> str:
    """A string as JSON has it."""
    from json import dumps

    return dumps(string, ensure_ascii=False)


def number_text(value: float) -> str:
    """`String(number)` (https://tc39.es/ecma262/#sec-numeric-types-number-tostring)."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    if value < 0:
        return f"-{number_text(-value)}"
    if isinstance(value, int) and value <= EXACT:
        return str(value)
    mantissa, _, exponent = repr(float(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    # The value is 0.digits times 10^point.
    point = (len(whole) if whole != "0" else len(digits) - len(fraction)) + int(exponent or 0)
    return _positional(digits.rstrip("0"), point)


def _positional(digits: str, point: int) -> str:
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    rest = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{digits[0]}{rest}e{'+' if point > 0 else '-'}{abs(point - 1)}"
