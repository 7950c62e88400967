"""Tokens of an expression → SQL text in one spelling, whatever its layout, letter case and needless quotes."""

from collections.abc import Sequence

from datamodel_check.model.sql import SqlDialect, written_name
from datamodel_check.parse.sql.reader import stored_name
from datamodel_check.parse.sql.tokens import Token, words

KEYWORDS = words(
    "ALL AND ANY ARRAY AS ASC BETWEEN BY CASE CAST COLLATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP "
    "CURRENT_USER DESC DISTINCT DIV ELSE END ESCAPE EXISTS FROM GLOB GROUP HAVING ILIKE IN INNER INTERVAL IS "
    "ISNULL JOIN LEFT LIKE LIMIT LOCALTIME LOCALTIMESTAMP MATCH NOT NOTNULL NULL ON OR ORDER OUTER OVER "
    "PARTITION REGEXP RIGHT RLIKE SELECT SESSION_USER SIMILAR SOME THEN UNION USING VALUES WHEN WHERE WITH XOR"
)
"""Words that are written in upper case, and that are no function before a parenthesis."""

_CALLED = frozenset({"CAST", "CURRENT_TIMESTAMP", "CURRENT_TIME", "LOCALTIME", "LOCALTIMESTAMP", "LEFT", "RIGHT"})
_TIGHT_BEFORE = frozenset({")", ",", "]", ".", "::"})
_TIGHT_AFTER = frozenset({"(", "[", ".", "::"})
_SIGNS = frozenset({"-", "+", "~", "@"})


def text(tokens: Sequence[Token], dialect: SqlDialect) -> str:
    """The expression in its normal spelling."""
    parts: list[str] = []
    previous: Token | None = None
    signed = False
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if previous is not None and not signed and _spaced(previous, token):
            parts.append(" ")
        parts.append(_spelled(token, following, dialect))
        signed = token.text in _SIGNS and token.kind == "symbol" and _starts_operand(previous)
        previous = token
    return "".join(parts)


def bare(tokens: Sequence[Token], dialect: SqlDialect) -> str:
    """The expression without parentheses around the whole of it."""
    pairs = _wrapped(tokens) if tokens and tokens[0].text == "(" else 0
    return text(tokens[pairs : len(tokens) - pairs], dialect)


def _wrapped(tokens: Sequence[Token]) -> int:
    """How many pairs of parentheses stand around the whole of it."""
    opened: list[int] = []
    closed: dict[int, int] = {}
    for place, token in enumerate(tokens):
        if token.kind == "symbol" and token.text == "(":
            opened.append(place)
        elif token.kind == "symbol" and token.text == ")" and opened:
            closed[opened.pop()] = place
    pairs = 0
    while closed.get(pairs) == len(tokens) - 1 - pairs and 2 * pairs + 2 < len(tokens):
        pairs += 1
    return pairs


def _spaced(previous: Token, token: Token) -> bool:
    if token.kind == "symbol" and token.text in _TIGHT_BEFORE:
        return False
    if previous.kind == "symbol" and previous.text in _TIGHT_AFTER:
        return False
    if token.kind == "symbol" and token.text in "([":
        return not _calls(previous, token.text)
    return True


def _calls(previous: Token, bracket: str) -> bool:
    """Whether a bracket belongs to what stands before it: `lower(`, `tags[`, `ARRAY[`."""
    if previous.kind == "name":
        return True
    if previous.kind == "word":
        return bracket == "[" or previous.value not in KEYWORDS or previous.value in _CALLED
    return bracket == "[" and previous.text in {")", "]"}


def _starts_operand(previous: Token | None) -> bool:
    """Whether a sign after this token is one of a number, not an operator between two."""
    if previous is None:
        return True
    if previous.kind == "symbol":
        return previous.text not in {")", "]"}
    return previous.kind == "word" and previous.value in KEYWORDS


def _spelled(token: Token, following: Token | None, dialect: SqlDialect) -> str:
    if token.kind == "word":
        if token.value in KEYWORDS:
            return token.value
        if token.value in {"TRUE", "FALSE"} or (following is not None and following.text == "("):
            return token.text.lower()
        return stored_name(token, dialect)
    if token.kind == "name":
        return written_name(token.value, dialect)
    if token.kind == "string" and token.text[0] not in "bBxXuUnN":
        return "'" + token.value.replace("'", "''") + "'"
    return token.text
