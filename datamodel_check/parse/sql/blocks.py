"""`DO $$ … $$`: the statements in a block of PL/pgSQL.

What stands under a condition, or under a handler of "already exists", is tolerant: it does nothing where it cannot do
anything. https://www.postgresql.org/docs/current/plpgsql-control-structures.html
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.parse.sql.splitting import split
from datamodel_check.parse.sql.tokens import Token, words

_SWALLOWED = frozenset({"OTHERS", "DUPLICATE_OBJECT", "DUPLICATE_TABLE", "DUPLICATE_COLUMN", "UNDEFINED_OBJECT"})
_OPENING = frozenset({"BEGIN", "ELSE", "LOOP"})
_CONDITIONS = frozenset({"IF", "ELSIF", "ELSEIF", "CASE", "WHEN"})
_CONTROL = words(
    "ASSERT CALL CLOSE CONTINUE DECLARE END EXIT FETCH FOREACH GET MOVE NULL OPEN PERFORM RAISE RETURN WHILE FOR"
)


class Inner(NamedTuple):
    """The tokens of one statement inside a block."""

    tokens: Sequence[Token]
    tolerant: bool


def inner_statements(text: str, body: Token) -> Iterator[Inner]:
    """The statements in `body`, a string of `text`, without what only steers them."""
    margin = body.text.index("$", 1) + 1 if body.text.startswith("$") else 0
    if not margin:
        return
    statements = split(text, "postgresql", body.start + margin, body.end - margin).statements
    handled = any(_is_handler(tokens) and _swallows(tokens) for tokens in statements)
    depth = 0
    declaring = False
    for tokens in statements:
        if _is_handler(tokens):
            return
        declaring = (declaring or tokens[0].value == "DECLARE") and not _begins(tokens)
        if declaring:
            continue
        if tokens[0].value == "END":
            depth -= len(tokens) > 1 and tokens[1].value == "IF"
            continue
        place, conditions = _strip(tokens)
        depth += conditions
        rest = tokens[place:]
        if rest and not (rest[0].kind == "word" and rest[0].value in _CONTROL) and not _assigns(rest):
            yield Inner(rest, handled or depth > 0)


def _begins(tokens: Sequence[Token]) -> bool:
    """Whether the declarations of a block end here. (A statement lasts to its semicolon, so `BEGIN` has its first.)"""
    return any(token.kind == "word" and token.value == "BEGIN" for token in tokens)


def _is_handler(tokens: Sequence[Token]) -> bool:
    return tokens[0].value == "EXCEPTION"


def _swallows(tokens: Sequence[Token]) -> bool:
    return any(token.kind == "word" and token.value in _SWALLOWED for token in tokens)


def _assigns(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and tokens[1].text in {":=", "="}


def _strip(tokens: Sequence[Token]) -> tuple[int, int]:
    """Where the statement begins behind `DECLARE … BEGIN`, `IF … THEN`; and how many conditions were opened."""
    place = conditions = 0
    while place < len(tokens) and tokens[place].kind == "word":
        word = tokens[place].value
        if word in _OPENING:
            place += 1
        elif word in _CONDITIONS:
            conditions += word == "IF"
            place = _behind("THEN", tokens, place)
        elif word == "DECLARE" and _begins(tokens):
            place = _behind("BEGIN", tokens, place)
        else:
            break
    return place, conditions


def _behind(word: str, tokens: Sequence[Token], place: int) -> int:
    depth = 0
    for number in range(place, len(tokens)):
        token = tokens[number]
        if token.kind == "symbol":
            depth += (token.text == "(") - (token.text == ")")
        elif depth == 0 and token.kind == "word" and token.value == word:
            return number + 1
    return len(tokens)
