"""`required-version`: conditions such as `>=0.4,<1`, a small part of PEP 440."""

import operator
import re
from collections.abc import Callable

CONDITION = re.compile(r"\s*(==|!=|>=|<=|<|>|~=)\s*(\d+(?:\.\d+){0,3})\s*")

_COMPARISONS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    "<": operator.lt,
    ">": operator.gt,
}


def is_condition(text: str) -> bool:
    return all(CONDITION.fullmatch(part) for part in text.split(","))


def satisfies(version: str, conditions: str) -> bool:
    """Whether a version meets all conditions, which `is_condition` must have accepted."""
    return all(_meets(_numbers(version), *part) for part in CONDITION.findall(conditions))


def _meets(version: tuple[int, ...], comparison: str, wanted: str) -> bool:
    if comparison == "~=":
        last_but_one = wanted.count(".")
        return version >= _numbers(wanted) and version[:last_but_one] == _numbers(wanted)[:last_but_one]
    return _COMPARISONS[comparison](version, _numbers(wanted))


def _numbers(version: str) -> tuple[int, ...]:
    """As four numbers, so that 1.0 and 1.0.0 are one. What follows the numbers (`rc1`) does not count."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(number) for number in match[0].split(".")] if match else []
    return tuple([*numbers, 0, 0, 0, 0][:4])
