"""Regular expressions in `replace` and `split`, as far as Python's mean the same: https://tc39.es/ecma262/#sec-patterns.

Helpers that make names in the database out of names in the code are written with them:
`name.replace(/([A-Z])/g, "_$1").toLowerCase()`.
"""

import re
from typing import NamedTuple

from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.intrinsics.invocation import Invocation
from datamodel_check.model.values import Closure, Constant, Unresolved, Value

_LITERAL = re.compile(r"/((?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)/([a-z]*)")

_SAME = re.compile(
    r"""(?: [A-Za-z0-9_\-:,;!@%&=<>'"/~`#]      # characters that stand for themselves
        | \\[dDwWsSbBnrtfv0.*+?()\[\]{}|^$/\\-] # escapes that mean the same
        | \[\^?(?:[^\[\]\\&|~]|\\[dDwWsSnrtfv.*+?()\[\]{}|^$/\\-])+\]
        | \((?:\?[:=!]|(?!\?)) | \) | \| | \. | \^ | \$
        | [*+?]\?? | \{\d{1,3}(?:,\d{0,3})?\}\??
    )*""",
    re.VERBOSE,
)
"""Patterns that mean the same in both languages, when the text is one line of ASCII."""

_LONGEST = 200
_QUANTIFIERS = 4
"""Bounds within which no pattern takes long."""


class Pattern(NamedTuple):
    """A regular expression, and whether it is for all its matches."""

    compiled: re.Pattern[str]
    everywhere: bool


def pattern(value: Value) -> Pattern | None:
    """The regular expression that a value is; None of other values.

    Raises `UndecidedError` where Python's meaning may differ, or matching may take long.
    """
    literal = _LITERAL.fullmatch(value.text) if isinstance(value, Unresolved) else None
    if literal is None:
        return None
    source, flags = literal.groups()
    unbounded = len(re.findall(r"[*+{]", source))
    nested = re.search(r"\)[*+{]", source)
    if not _SAME.fullmatch(source) or set(flags) - set("gi") or unbounded > _QUANTIFIERS or nested:
        raise UndecidedError(f"/{source}/{flags} is not evaluated")
    try:
        compiled = re.compile(source, re.ASCII | (re.IGNORECASE if "i" in flags else 0))
    except re.error as error:
        raise UndecidedError(f"/{source}/ is not evaluated") from error
    return Pattern(compiled, "g" in flags)


def replaced(call: Invocation, text: str, found: Pattern) -> Value:
    """`text.replace(pattern, replacement)`."""
    _check(text)
    replacement = call.argument(1)

    def written(match: re.Match[str]) -> str:
        if isinstance(replacement, Closure):
            groups = (Constant(group, undefined=group is None) for group in match.groups())
            return call.text(
                call.call(replacement, Constant(match[0]), *groups, Constant(match.start()), Constant(text))
            )
        return _expanded(call.text(replacement), match)

    return call.string(found.compiled.sub(written, text, count=0 if found.everywhere else 1))


def split(call: Invocation, text: str, found: Pattern) -> Value:
    """`text.split(pattern)`."""
    _check(text)
    if found.compiled.search(""):
        raise UndecidedError("it splits where nothing stands")
    parts = found.compiled.split(text)
    return call.list([Constant(part, undefined=part is None) for part in parts][: call.integer(1, len(parts))])


def _check(text: str) -> None:
    if not text.isascii() or not text.isprintable() or len(text) > _LONGEST:
        raise UndecidedError("a regular expression is not evaluated on such a text")


def _expanded(replacement: str, match: re.Match[str]) -> str:
    """`$1`, `$&` and `$$` (https://tc39.es/ecma262/#sec-getsubstitution)."""

    def meant(reference: re.Match[str]) -> str:
        mark = reference[1]
        if mark in "$&":
            return "$" if mark == "$" else match[0]
        if mark.isdigit() and 0 < int(mark) <= match.re.groups:
            return match[int(mark)] or ""
        raise UndecidedError("its replacement refers to the text around")

    return re.sub(r"\$([$&`'<0-9])", meant, replacement)
