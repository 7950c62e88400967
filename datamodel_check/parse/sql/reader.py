"""A cursor over the tokens of one statement."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from datamodel_check.model.sql import ObjectName, SqlDialect
from datamodel_check.parse.sql.tokens import Token

_T = TypeVar("_T")

_POSTGRESQL_NAME_BYTES = 63
"""What PostgreSQL keeps of a longer name (NAMEDATALEN - 1)."""

_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
"""In UTF-8 it folds no other letters (`downcase_identifier`, src/backend/parser/scansup.c)."""

_CLOSING = {"(": ")", "[": "]"}


class NotUnderstoodError(Exception):
    """A statement departs from what is known of the language; it costs one problem."""

    def __init__(self, expected: str, token: Token) -> None:
        found = _shown(token.text) if token.text else "the end of the statement"
        super().__init__(f"expected {expected}, found {found}")


def _shown(text: str) -> str:
    line = text.split("\n", 1)[0]
    return f"`{line}`" if len(line) <= 40 else f"`{line[:40]}…`"


class Reader:
    """The tokens of one statement, of which `tokens[position]` is next."""

    def __init__(self, tokens: Sequence[Token], dialect: SqlDialect) -> None:
        self.tokens = tokens
        self.dialect = dialect
        self.position = 0
        self._count = len(tokens)
        end = tokens[-1].end if tokens else 0
        self._end = Token("symbol", "", "", end, end)

    @property
    def next(self) -> Token:
        return self.ahead(0)

    def ahead(self, distance: int) -> Token:
        """The token after `distance` others; at the end one without text."""
        place = self.position + distance
        return self.tokens[place] if place < len(self.tokens) else self._end

    @property
    def done(self) -> bool:
        return self.position >= len(self.tokens)

    def advance(self) -> Token:
        token = self.next
        self.position += 1
        return token

    def fail(self, expected: str) -> NotUnderstoodError:
        return NotUnderstoodError(expected, self.next)

    # --- keywords and symbols ----------------------------------------------------------------------------------------

    def at(self, *words: str) -> bool:
        """Whether these keywords are next, one after the other."""
        place = self.position
        for word in words:
            if place >= self._count:
                return False
            token = self.tokens[place]
            if token.value != word or token.kind != "word":
                return False
            place += 1
        return True

    def at_any(self, words: frozenset[str]) -> bool:
        return self.next.kind == "word" and self.next.value in words

    def accept(self, *words: str) -> bool:
        """Steps over these keywords where they are next."""
        if not self.at(*words):
            return False
        self.position += len(words)
        return True

    def accept_any(self, words: frozenset[str]) -> str | None:
        return self.advance().value if self.at_any(words) else None

    def expect(self, *words: str) -> None:
        if not self.accept(*words):
            raise self.fail(" ".join(words))

    def at_symbol(self, symbol: str) -> bool:
        return self.next.kind == "symbol" and self.next.text == symbol

    def accept_symbol(self, symbol: str) -> bool:
        if not self.at_symbol(symbol):
            return False
        self.position += 1
        return True

    def expect_symbol(self, symbol: str) -> None:
        if not self.accept_symbol(symbol):
            raise self.fail(f"`{symbol}`")

    # --- names and values --------------------------------------------------------------------------------------------

    def identifier(self, what: str = "a name") -> str:
        """A name as the database stores it."""
        token = self.next
        if token.kind == "string" and self.dialect != "postgresql" and token.text[0] in "'\"":
            # SQLite takes 'x' for a name where none else fits; MySQL does so under ANSI_QUOTES.
            self.position += 1
            return token.value
        if token.kind not in {"word", "name"}:
            raise self.fail(what)
        self.position += 1
        return stored_name(token, self.dialect)

    def object_name(self, what: str = "a name") -> ObjectName:
        """A name, maybe with its schema; of a database before it nothing is kept."""
        parts = [self.identifier(what)]
        while self.accept_symbol("."):
            parts.append(self.identifier(what))
        return ObjectName(parts[-2] if len(parts) > 1 else None, parts[-1])

    def object_names(self) -> tuple[ObjectName, ...]:
        return self.separated(self.object_name)

    def separated(self, read: Callable[[], _T]) -> tuple[_T, ...]:
        """Items separated by commas, at least one."""
        items = [read()]
        while self.accept_symbol(","):
            items.append(read())
        return tuple(items)

    def names_in_parentheses(self) -> tuple[str, ...]:
        self.expect_symbol("(")
        names = self.separated(lambda: self.identifier("a column"))
        self.expect_symbol(")")
        return names

    def string(self) -> str:
        if self.next.kind != "string":
            raise self.fail("a string")
        return self.advance().value

    # --- stretches ---------------------------------------------------------------------------------------------------

    def parenthesised(self) -> Sequence[Token]:
        """What stands between the parentheses that are next."""
        start = self.position + 1
        if not self.at_symbol("("):
            raise self.fail("`(`")
        self.skip_group()
        return self.tokens[start : self.position - 1]

    def skip_group(self) -> None:
        """Steps over one token, or over a whole group in parentheses or brackets."""
        open_groups: list[str] = []
        while True:
            if self.done:
                raise self.fail(f"`{open_groups[-1]}`" if open_groups else "more")
            token = self.advance()
            if token.kind == "symbol":
                if token.text in _CLOSING:
                    open_groups.append(_CLOSING[token.text])
                elif open_groups and token.text == open_groups[-1]:
                    open_groups.pop()
            if not open_groups:
                return

    def until(self, stops: Callable[[], bool]) -> Sequence[Token]:
        """The tokens, at least one, up to a comma, a closing parenthesis, or where `stops` says so outside groups."""
        start = self.position
        while not self.done and not (self.at_symbol(",") or self.at_symbol(")")):
            if self.position > start and stops():
                break
            self.skip_group()
        if self.position == start:
            raise self.fail("an expression")
        return self.tokens[start : self.position]

    def rest(self) -> Sequence[Token]:
        tokens = self.tokens[self.position :]
        self.position = len(self.tokens)
        return tokens


def stored_name(token: Token, dialect: SqlDialect) -> str:
    """A name as the database stores it: PostgreSQL folds what is unquoted, and cuts what is too long."""
    if dialect != "postgresql":
        return token.text if token.kind == "word" else token.value
    name = token.text.translate(_ASCII_LOWER) if token.kind == "word" else token.value
    if len(name) <= _POSTGRESQL_NAME_BYTES // 4:
        return name
    return name.encode()[:_POSTGRESQL_NAME_BYTES].decode(errors="ignore")
