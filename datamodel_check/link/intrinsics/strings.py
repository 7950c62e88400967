"""Strings, which JavaScript counts in UTF-16 units: https://tc39.es/ecma262/#sec-string-objects."""

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from datamodel_check.link import javascript as js
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.intrinsics import patterns
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation, position, undecided
from datamodel_check.link.intrinsics.patterns import pattern
from datamodel_check.model.values import Closure, Constant, Unresolved, Value


def _receiver(call: Invocation) -> str:
    return call.text(call.receiver)


def _units(call: Invocation) -> str:
    return js.units(_receiver(call))


def _of_text(compute: Callable[[str], str]) -> Intrinsic:
    return lambda call: call.string(compute(_receiver(call)))


def _searched(search: Callable[[str, str, int], object]) -> Intrinsic:
    """Methods that look for a text from a place on."""

    def searched(call: Invocation) -> Value:
        text, sought = _units(call), js.units(call.text(call.argument(0)))
        found = search(text, sought, min(max(call.integer(1), 0), len(text)))
        assert isinstance(found, bool | int)
        return Constant(found)

    return searched


def _ends_with(call: Invocation) -> Value:
    text = _units(call)
    end = min(max(call.integer(1, len(text)), 0), len(text))
    return Constant(text[:end].endswith(js.units(call.text(call.argument(0)))))


def _last_index_of(call: Invocation) -> Value:
    return Constant(_units(call).rfind(js.units(call.text(call.argument(0)))))


# --- parts -----------------------------------------------------------------------------------------------------------


def _part(call: Invocation, text: str) -> Value:
    return call.string(js.characters(text))


def _slice(call: Invocation) -> Value:
    text = _units(call)
    start, end = position(call.integer(0), len(text)), position(call.integer(1, len(text)), len(text))
    return _part(call, text[start:end])


def _substring(call: Invocation) -> Value:
    text = _units(call)
    ends = sorted(min(max(end, 0), len(text)) for end in (call.integer(0), call.integer(1, len(text))))
    return _part(call, text[ends[0] : ends[1]])


def _substr(call: Invocation) -> Value:
    text = _units(call)
    start = position(call.integer(0), len(text))
    return _part(call, text[start : start + max(call.integer(1, len(text)), 0)])


def _char_at(call: Invocation) -> Value:
    text, index = _units(call), call.integer(0)
    return _part(call, text[index] if 0 <= index < len(text) else "")


def _at(call: Invocation) -> Value:
    text, index = _units(call), call.integer(0)
    return _part(call, text[index]) if -len(text) <= index < len(text) else js.UNDEFINED


def _char_code_at(call: Invocation) -> Value:
    text, index = _units(call), call.integer(0)
    return Constant(ord(text[index]) if 0 <= index < len(text) else float("nan"))


def _split(call: Invocation) -> Value:
    text = _units(call)
    found = pattern(call.argument(0))
    if found is not None:
        return patterns.split(call, _receiver(call), found)
    if not call.given(0):
        parts = [text]
    else:
        separator = js.units(call.text(call.argument(0)))
        parts = text.split(separator) if separator else list(text)
    limit = call.integer(1, len(parts))
    return call.list([Constant(js.characters(part)) for part in parts[:limit]])


# --- other texts -----------------------------------------------------------------------------------------------------


def _concat(call: Invocation) -> Value:
    return call.string(_receiver(call) + "".join(call.text(value) for value in call.arguments))


def _repeat(call: Invocation) -> Value:
    count = call.integer(0)
    if count < 0:
        raise UndecidedError("it throws a RangeError")
    call.evaluator.budget.make(len(_receiver(call)) * count)
    return call.string(_receiver(call) * count)


def _padded(call: Invocation) -> str:
    text, length = _units(call), call.integer(0)
    filler = js.units(call.text(call.argument(1))) if call.given(1) else " "
    missing = length - len(text)
    if missing <= 0 or not filler:
        return ""
    call.evaluator.budget.make(missing)
    return js.characters((filler * (missing // len(filler) + 1))[:missing])


def _replaced(count: int) -> Intrinsic:
    """`replace` and `replaceAll`."""

    def replaced(call: Invocation) -> Value:
        found = pattern(call.argument(0))
        if found is not None:
            return patterns.replaced(call, _receiver(call), found)
        text, sought = _receiver(call), call.text(call.argument(0))
        replacement = call.argument(1)
        if isinstance(replacement, Closure):
            if sought not in text:
                return Constant(text)
            replacement = call.call(replacement, Constant(sought))
            return call.string(text.replace(sought, call.text(replacement), count))
        return call.string(text.replace(sought, _expanded(call.text(replacement), sought), count))

    return replaced


def _expanded(replacement: str, sought: str) -> str:
    """`$$` and `$&` in a replacement (https://tc39.es/ecma262/#sec-getsubstitution)."""
    if "$`" in replacement or "$'" in replacement:
        raise UndecidedError("its replacement refers to the text around")
    return "$".join(part.replace("$&", sought) for part in replacement.split("$$"))


def _normalize(call: Invocation) -> Value:
    from unicodedata import normalize

    form = call.text(call.argument(0)) if call.given(0) else "NFC"
    for known in _FORMS:
        if form == known:
            return call.string(normalize(known, _receiver(call)))
    raise UndecidedError("it throws a RangeError")


_FORMS: "tuple[Literal['NFC', 'NFD', 'NFKC', 'NFKD'], ...]" = ("NFC", "NFD", "NFKC", "NFKD")


def _itself(call: Invocation) -> Value:
    return call.receiver


METHODS: Mapping[str, Intrinsic] = {
    "at": _at,
    "charAt": _char_at,
    "charCodeAt": _char_code_at,
    "concat": _concat,
    "endsWith": _ends_with,
    "includes": _searched(lambda text, sought, start: sought in text[start:]),
    "indexOf": _searched(lambda text, sought, start: text.find(sought, start)),
    "lastIndexOf": _last_index_of,
    "normalize": _normalize,
    "padEnd": lambda call: call.string(_receiver(call) + _padded(call)),
    "padStart": lambda call: call.string(_padded(call) + _receiver(call)),
    "repeat": _repeat,
    "replace": _replaced(1),
    "replaceAll": _replaced(-1),
    "slice": _slice,
    "split": _split,
    "startsWith": _searched(lambda text, sought, start: text.startswith(sought, start)),
    "substr": _substr,
    "substring": _substring,
    "toLowerCase": _of_text(str.lower),
    "toString": _itself,
    "toUpperCase": _of_text(str.upper),
    "trim": _of_text(lambda text: text.strip(js.WHITE_SPACE)),
    "trimEnd": _of_text(lambda text: text.rstrip(js.WHITE_SPACE)),
    "trimStart": _of_text(lambda text: text.lstrip(js.WHITE_SPACE)),
    "valueOf": _itself,
}


# --- what is known only in part --------------------------------------------------------------------------------------


def _partly_starts_with(call: Invocation) -> Value:
    sought = call.text(call.argument(0))
    answers = {_starts_with(one, sought) for one in _alternatives(call.receiver)}
    if call.given(1) or len(answers) > 1 or None in answers:
        raise undecided(call.receiver)
    return Constant(True in answers)


def _starts_with(value: Value, sought: str) -> bool | None:
    begins = _beginning(value)
    is_open = len(begins) < len(sought) and sought.startswith(begins) and js.to_string(value) is None
    return None if is_open else begins.startswith(sought)


def _alternatives(value: Value) -> Iterator[Value]:
    """All that a text may be."""
    if isinstance(value, Unresolved) and value.alternatives:
        for one in value.alternatives:
            yield from _alternatives(one)
    else:
        yield value


def _beginning(value: Value) -> str:
    """The characters that a text is known to begin with."""
    whole = js.to_string(value)
    if whole is not None or not isinstance(value, Unresolved):
        return whole or ""
    found = ""
    for part in value.parts:
        begins = part if isinstance(part, str) else _beginning(part)
        found += begins
        if not isinstance(part, str) and js.to_string(part) is None:
            break
    return found


PARTLY_KNOWN: Mapping[str, Intrinsic] = {"startsWith": _partly_starts_with}


# --- functions of String ---------------------------------------------------------------------------------------------


def _string(call: Invocation) -> Value:
    if call.application.new:
        raise undecided(call.application)
    return call.string(call.text(call.argument(0))) if call.arguments else Constant("")


def _from_char_code(call: Invocation) -> Value:
    numbers = [call.number(value) for value in call.arguments]
    units = "".join(chr(int(number) & 0xFFFF if math.isfinite(number) else 0) for number in numbers)
    return call.string(js.characters(units))


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {
    ("String",): _string,
    ("String", "fromCharCode"): _from_char_code,
}
