"""What JavaScript's operators and conversions do with values (https://tc39.es/ecma262/#sec-abstract-operations).

Every function answers None where the answer hangs on something that is not known.
"""

import math

from datamodel_check.model.javascript import EXACT, text
from datamodel_check.model.values import (
    ClassValue,
    Closure,
    Constant,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

UNDEFINED = Constant(None, undefined=True)
NULL = Constant(None)
TRUE, FALSE = Constant(value=True), Constant(value=False)

WHITE_SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))

_MOST = 250_000
_OBJECTS = (ListValue, ObjectValue, Closure, ClassValue, Namespace)


def boolean(value: bool | None, /) -> Constant | None:  # noqa: FBT001
    """A truth value as a constant."""
    return None if value is None else TRUE if value else FALSE


def is_nan(value: Constant) -> bool:
    """Whether a constant is the number that does not equal itself."""
    return isinstance(value.value, float) and math.isnan(value.value)


def number(value: float) -> Constant:
    """A number; integers that a double holds exactly are `int`s."""
    double = _double(value)
    return Constant(int(double) if double.is_integer() and abs(double) <= EXACT else double)


def _double(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def is_nullish(value: Value) -> bool | None:
    """Whether a value is null or undefined."""
    if isinstance(value, Constant):
        return value.value is None
    return False if isinstance(value, _OBJECTS) else None


def truth(value: Value) -> bool | None:
    """`Boolean(value)`."""
    if isinstance(value, Constant):
        return not is_nan(value) and bool(value.value)
    return True if isinstance(value, _OBJECTS) else None


def type_of(value: Value) -> str | None:
    """`typeof value`."""
    if isinstance(value, Closure | ClassValue):
        return "function"
    if isinstance(value, Unresolved) and value.parts:
        return "string"
    if not isinstance(value, Constant):
        return "object" if isinstance(value, _OBJECTS) else None
    if value.undefined:
        return "undefined"
    if isinstance(value.value, bool):
        return "boolean"
    if isinstance(value.value, int | float):
        return "bigint" if value.bigint else "number"
    return "string" if isinstance(value.value, str) else "object"


def identical(left: Value, right: Value) -> bool | None:
    """`left === right`; what is symbolic equals itself, and is not known to differ from anything else."""
    if isinstance(left, Constant) and isinstance(right, Constant):
        return type_of(left) == type_of(right) and left.value == right.value
    known = (Constant, *_OBJECTS)
    if isinstance(left, _OBJECTS) and left is right:
        return True
    if isinstance(left, known) and isinstance(right, known):
        return False
    return None


def equal(left: Value, right: Value) -> bool | None:
    """`left == right`."""
    if is_nullish(left) and is_nullish(right):
        return True
    kinds = type_of(left), type_of(right)
    if kinds[0] == kinds[1] or is_nullish(left) or is_nullish(right):
        return identical(left, right)
    if not isinstance(left, Constant) or not isinstance(right, Constant):
        return None
    return to_number(left) == to_number(right)


def same_value_zero(left: Value, right: Value) -> bool | None:
    """How `includes`, `Set` and `Map` compare: as `===`, but NaN equals itself."""
    if isinstance(left, Constant) and isinstance(right, Constant) and is_nan(left):
        return is_nan(right)
    return identical(left, right)


# --- numbers ---------------------------------------------------------------------------------------------------------


def to_number(value: Value) -> int | float | None:
    """`Number(value)`; None of bigints too, which do not mix with numbers."""
    if isinstance(value, ListValue | ObjectValue):
        text = to_string(value)
        return None if text is None else read_number(text)
    if not isinstance(value, Constant) or value.bigint:
        return None
    if value.undefined:
        return math.nan
    if isinstance(value.value, str):
        return read_number(value.value)
    return int(value.value or 0) if isinstance(value.value, bool) or value.value is None else value.value


def read_number(text: str) -> int | float:
    """A string as a number: white space around it is ignored, anything else about it makes it NaN."""
    text = text.strip(WHITE_SPACE)
    if not text:
        return 0
    prefix = {"0x": 16, "0o": 8, "0b": 2}.get(text[:2].lower())
    unsigned = text.lstrip("+-")
    named = unsigned[:1].isalpha() and unsigned != "Infinity"
    if "_" in text or named or not text.isascii():
        return math.nan
    try:
        read = number(int(text[2:], prefix) if prefix else float(text)).value
    except ValueError:
        return math.nan
    return read if isinstance(read, int | float) else math.nan


# --- strings ---------------------------------------------------------------------------------------------------------


def to_string(value: Value) -> str | None:
    """`String(value)`."""
    if isinstance(value, ListValue):
        return joined(value, ",")
    if isinstance(value, ObjectValue):
        plain = not value.open and "toString" not in value.entries
        return "[object Object]" if plain else None
    return text(value) if isinstance(value, Constant) else None


def joined(items: ListValue, separator: str) -> str | None:
    """`items.join(separator)`. Arrays in arrays are joined by commas; None where there are very many."""
    written: list[str] = []
    pending: list[Value | str] = [items]
    while pending:
        part = pending.pop()
        if isinstance(part, ListValue):
            if part.open or len(pending) + len(part.items) + len(written) > _MOST:
                return None
            between: str = separator if part is items else ","
            for position, item in enumerate(reversed(part.items)):
                pending += (between, item) if position else (item,)
        else:
            text = part if isinstance(part, str) else "" if is_nullish(part) else to_string(part)
            if text is None:
                return None
            written.append(text)
    return "".join(written)


def units(text: str) -> str:
    """The text as UTF-16 code units, which JavaScript counts: beyond the first plane two for a character."""
    if not text or max(text) <= "\uffff":
        return text
    wide = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(wide[at] | wide[at + 1] << 8) for at in range(0, len(wide), 2))


def characters(text: str) -> str:
    """The opposite of `units`."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_index(key: str) -> bool:
    """Whether a key is an array index: those come first in an object, in ascending order."""
    return key.isascii() and key.isdigit() and (key == "0" or key[0] != "0") and int(key[:11]) < 2**32 - 1


def ordered(entries: dict[str, Value]) -> dict[str, Value]:
    """The entries in the order in which JavaScript enumerates them."""
    if not any(key[:1].isdigit() and is_index(key) for key in entries):
        return entries
    indices = sorted((key for key in entries if is_index(key)), key=int)
    return {key: entries[key] for key in (*indices, *(key for key in entries if not is_index(key)))}
