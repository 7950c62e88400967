"""A script's tokens → the tokens of each statement.

Statements end at `;`, at drizzle-kit's `--> statement-breakpoint` and at whatever `DELIMITER` names. A semicolon inside
the body of a trigger or routine ends nothing, and neither do the rows after `COPY … FROM stdin`.
"""

from typing import NamedTuple

from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse.sql.tokens import Lexer, Token

_ROUTINES = frozenset({"TRIGGER", "PROCEDURE", "FUNCTION", "EVENT"})
_MARKERS = ("+goose", "+migrate", "+micrate", "migrate:")
# Where the kind of what is created stands, at the latest: `CREATE OR REPLACE DEFINER = 'a' @ 'b' PROCEDURE`.
_HEAD = 12


class Split(NamedTuple):
    statements: list[list[Token]]
    markers: list[Token]
    """Comments that tell a migration tool something."""


def split(text: str, dialect: SqlDialect, start: int = 0, end: int | None = None) -> Split:
    """The statements of a script, or of a part of it. A statement is never empty."""
    return _Splitter(Lexer(text, dialect, start, end)).run()


class _Splitter:
    def __init__(self, lexer: Lexer) -> None:
        self.lexer = lexer
        self.done = Split([], [])
        self.tokens: list[Token] = []
        self.delimiter = ";"
        self.depth = 0
        """How many `BEGIN` and `CASE` are open in the body of a routine."""
        self.routine = False

    def run(self) -> Split:
        while (token := self.lexer.next()) is not None:
            token = self._before_delimiter(token)
            if token.kind == "comment":
                self._comment(token)
            elif token.text == self.delimiter[0] and self._ends_at(token):
                self._finish()
            elif not self.tokens and self._is_client_command(token):
                self._client_command(token)
            else:
                self._append(token)
        self._finish()
        return self.done

    def _before_delimiter(self, token: Token) -> Token:
        """`$` may stand in words, so that `END$$` seems to be one."""
        if self.delimiter == ";" or token.kind != "word" or self.delimiter not in token.text:
            return token
        end = token.start + token.text.index(self.delimiter)
        if end == token.start:
            return token._replace(kind="symbol")
        self.lexer.position = end
        return Token("word", token.text[: end - token.start], token.value[: end - token.start], token.start, end)

    def _append(self, token: Token) -> None:
        self.tokens.append(token)
        if token.kind != "word":
            return
        if not self.routine:
            self.routine = (
                token.value in _ROUTINES and len(self.tokens) <= _HEAD and self.tokens[0].value in {"CREATE", "ALTER"}
            )
        elif token.value in {"BEGIN", "CASE"}:
            self.depth += not self._after_end()
        elif token.value == "END":
            self.depth -= self._closes()

    def _after_end(self) -> bool:
        """`END CASE` closes, the word `CASE` in it opens nothing."""
        return len(self.tokens) > 1 and self.tokens[-2].value == "END"

    def _closes(self) -> bool:
        """`END IF`, `END LOOP`, … close what was not counted."""
        following = self.lexer.text[self.lexer.position : self.lexer.position + 20].split(None, 1)
        word = following[0].rstrip(";").upper() if following else ""
        return self.depth > 0 and word not in {"IF", "LOOP", "WHILE", "REPEAT"}

    def _ends_at(self, token: Token) -> bool:
        if self.delimiter != ";":
            if not self.lexer.text.startswith(self.delimiter, token.start):
                return False
            self.lexer.position = token.start + len(self.delimiter)
            return True
        return self.depth <= 0

    def _comment(self, token: Token) -> None:
        if token.text.startswith("-->") and "statement-breakpoint" in token.text:
            self._finish()
        elif token.value.startswith(_MARKERS):
            # Sections end statements: a missing semicolon must not tie the way up to the way down.
            self._finish()
            self.done.markers.append(token)

    def _is_client_command(self, token: Token) -> bool:
        return token.text == "\\" or (self.lexer.dialect == "mysql" and token.value == "DELIMITER")

    def _client_command(self, token: Token) -> None:
        """`DELIMITER //` of MySQL's client; of psql's commands (`\\connect`) none shapes the model."""
        stop = self.lexer.text.find("\n", token.end)
        stop = self.lexer.end if stop < 0 else stop
        if token.value == "DELIMITER":
            self.delimiter = self.lexer.text[token.end : stop].strip() or ";"
        self.lexer.position = min(stop, self.lexer.end)

    def _finish(self) -> None:
        if self.tokens:
            self.done.statements.append(self.tokens)
            if self.tokens[0].value == "COPY" and any(token.value == "STDIN" for token in self.tokens):
                self._skip_rows()
        self.tokens, self.depth, self.routine = [], 0, False

    def _skip_rows(self) -> None:
        stop = self.lexer.text.find("\n\\.", self.lexer.position)
        self.lexer.position = self.lexer.end if stop < 0 else stop + len("\n\\.")
