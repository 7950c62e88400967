"""A script's text → its statements, problems and markers."""

from collections.abc import Iterable, Sequence

from datamodel_check.model.sql import Marker, Problem, Script, SqlDialect, Statement
from datamodel_check.parse.sql.blocks import inner_statements
from datamodel_check.parse.sql.places import Places
from datamodel_check.parse.sql.reader import NotUnderstoodError, Reader
from datamodel_check.parse.sql.splitting import split
from datamodel_check.parse.sql.statements import statement
from datamodel_check.parse.sql.tokens import Token

_DEPTH = 4
"""How many blocks may stand in one another; real ones stand in none."""


_HEAD = 4
_SUBJECTS = frozenset({"TABLE", "TYPE"})


class ScriptReader:
    """Reads the statements of one script."""

    def __init__(self, text: str, dialect: SqlDialect, offset: int = 0) -> None:
        self.text = text
        self.dialect = dialect
        self.places = Places(text, offset)
        self.statements: list[Statement] = []
        self.problems: list[Problem] = []

    def read(self) -> Script:
        pieces = split(self.text, self.dialect)
        for tokens in pieces.statements:
            self._read(tokens, tolerant=False, depth=0)
        markers = tuple(Marker(mark.value, self.places.span(mark.start, mark.end)) for mark in pieces.markers)
        return Script(tuple(self.statements), tuple(self.problems), markers, _digest(pieces.statements, self.dialect))

    def _read(self, tokens: Sequence[Token], *, tolerant: bool, depth: int) -> None:
        if tokens[-1].kind == "open":
            self._problem(tokens, "this statement holds a string or comment that never ends")
        elif self.dialect == "postgresql" and tokens[0].value in {"DO", "EXECUTE"} and tokens[0].kind == "word":
            self._run(tokens, tolerant=tolerant, depth=depth + 1)
        else:
            self._understand(tokens, tolerant=tolerant)

    def _understand(self, tokens: Sequence[Token], *, tolerant: bool) -> None:
        try:
            contents = statement(Reader(tokens, self.dialect))
        except NotUnderstoodError as error:
            self._problem(tokens, f"this statement could not be understood: {error}")
            return
        span = self.places.span(tokens[0].start, tokens[-1].end)
        self.statements.extend(Statement(content, span, tolerant) for content in contents)

    def _run(self, tokens: Sequence[Token], *, tolerant: bool, depth: int) -> None:
        """A block, or a string that a block executes."""
        body = next((token for token in tokens if token.kind == "string"), None)
        if depth > _DEPTH or body is None or (tokens[0].value == "EXECUTE" and len(tokens) > 2):
            self._problem(tokens, "this statement runs SQL that is put together at run time")
        elif tokens[0].value == "EXECUTE":
            self._executed(body, tolerant=tolerant, depth=depth)
        else:
            for inner in inner_statements(self.text, body):
                self._read(inner.tokens, tolerant=tolerant or inner.tolerant, depth=depth)

    def _executed(self, body: Token, *, tolerant: bool, depth: int) -> None:
        margin = body.text.index(body.text[0], 1) + 1 if body.text[0] == "$" else 1
        for tokens in split(self.text, self.dialect, body.start + margin, body.end - margin).statements:
            self._read(tokens, tolerant=tolerant, depth=depth)

    def _problem(self, tokens: Sequence[Token], message: str) -> None:
        span = self.places.span(tokens[0].start, tokens[-1].end)
        self.problems.append(Problem(span, message, _subject(tokens, self.dialect)))


def _subject(tokens: Sequence[Token], dialect: SqlDialect) -> str | None:
    """The name behind `TABLE` or `TYPE`, if the statement gets that far."""
    reader = Reader(tokens, dialect)
    while not reader.done and reader.position < _HEAD:
        if reader.accept_any(_SUBJECTS):
            _ = reader.accept("IF", "NOT", "EXISTS") or reader.accept("IF", "EXISTS") or reader.accept("ONLY")
            try:
                return reader.object_name().name
            except NotUnderstoodError:
                return None
        reader.advance()
    return None


def _digest(statements: Iterable[Sequence[Token]], dialect: SqlDialect) -> str:
    """What the statements say, layout, comments, letter case of words and quotes apart."""
    from hashlib import sha256

    said = "\0\0".join("\0".join(_said(token, dialect) for token in tokens) for tokens in statements)
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _said(token: Token, dialect: SqlDialect) -> str:
    if token.kind == "word":
        return token.text.lower()
    if token.kind == "name":
        return token.value if dialect == "postgresql" else token.value.lower()
    return f"'{token.value}" if token.kind == "string" else token.text
