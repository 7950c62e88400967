"""A script's text → tokens.

A token costs one match of one regular expression. The patterns repeat possessively (`*+` keeps what it took), so that
hostile input costs linear time: a string that never ends is given up at once, and what is left open reaches to the end.

Lexical rules: https://www.postgresql.org/docs/current/sql-syntax-lexical.html,
https://dev.mysql.com/doc/refman/8.4/en/language-structure.html, https://www.sqlite.org/lang_keywords.html
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.sql import SqlDialect

Kind: TypeAlias = Literal["word", "name", "string", "number", "symbol", "comment", "open"]


class Token(NamedTuple):
    """A token: `value` is a word in upper case, a name or string without its quotes, else the text itself.

    The kind `open` is one that never ends. Offsets count characters.
    """

    kind: Kind
    text: str
    value: str
    start: int
    end: int


_SPACE = r"(?P<space>\s++)"
_COMMENT = r"(?P<comment>--[^\n]*+)"
_BLOCK = r"(?P<block>/\*)"
_DOLLARS = r"(?P<dollars>\$(?:[^\W\d]\w*+)?\$)"
_NAME = r'(?P<name>"(?:[^"]++|"")*+")'
_BACKTICKS = r"(?P<backticks>`(?:[^`]++|``)*+`)"
_BRACKETS = r"(?P<brackets>\[[^\]]*+\])"
_STRING = r"(?P<string>'(?:[^']++|'')*+')"
_ESCAPED = r"(?P<escaped>[eE]'(?:[^'\\]++|''|\\.)*+')"
_MYSQL_STRING = r"""(?P<escaped>'(?:[^'\\]++|''|\\.)*+'|"(?:[^"\\]++|""|\\.)*+")"""
_PREFIXED = r"(?P<prefixed>(?:[bBxXnN]|[uU]&)'(?:[^']++|'')*+')"
_NUMBER = r"(?P<number>0[xX][0-9a-fA-F]++|(?:\d[\d_]*+(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?)"
_WORD = r"(?P<word>[^\W\d][\w$]*+)"
_SYMBOL = (
    r"(?P<symbol>::|:=|=>|->>|->|\#>>|\#>|@>|<@|@@|\?\||\?&|<=>|<->|<\#>|<=|>=|<>|!=|!~~\*?|!~\*?|~~\*?|~\*"
    r"|\|\||&&|<<|>>|.)"
)


_QUOTES: dict[SqlDialect, tuple[str, ...]] = {
    "postgresql": (_DOLLARS, _NAME, _ESCAPED, _PREFIXED, _STRING, r"(?P<open>['\"])"),
    "mysql": (r"(?P<hash>\#[^\n]*+|\*/)", _BACKTICKS, _PREFIXED, _MYSQL_STRING, r"(?P<open>['\"`])"),
    "sqlite": (_NAME, _BACKTICKS, _BRACKETS, _PREFIXED, _STRING, r"(?P<open>['\"`\[])"),
}


@lru_cache
def _pattern(dialect: SqlDialect) -> re.Pattern[str]:
    parts = (_SPACE, _COMMENT, _BLOCK, *_QUOTES[dialect], _NUMBER, _WORD, _SYMBOL)
    return re.compile("|".join(parts), re.DOTALL)


_COMMENT_EDGE = re.compile(r"/\*|\*/")
_VERSIONED = re.compile(r"/\*M?!\d*")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}


class Lexer:
    """The tokens of `text` from `position`, which may be moved between two calls, up to `end`."""

    def __init__(self, text: str, dialect: SqlDialect, position: int = 0, end: int | None = None) -> None:
        self.text = text
        self.dialect = dialect
        self.position = position
        self.end = len(text) if end is None else end
        self._match = _pattern(dialect).match

    def next(self) -> Token | None:
        """The next token, `--` comments included; None at the end."""
        while True:
            start = self.position
            found = self._match(self.text, start, self.end)
            if found is None:
                return None
            self.position = found.end()
            kind, text = found.lastgroup, found.group()
            if kind == "space" or kind == "hash":
                continue
            if kind == "word":
                return Token("word", text, text.upper(), start, self.position)
            if kind == "symbol":
                return Token("symbol", text, text, start, self.position)
            if kind == "number":
                return Token("number", text, text, start, self.position)
            token = self._special(kind, text, start)
            if token is not None:
                return token

    def _special(self, kind: str | None, text: str, start: int) -> Token | None:
        if kind == "comment":
            return Token("comment", text, text[2:].strip(), start, self.position)
        if kind == "block":
            return self._skip_comment(start)
        if kind == "dollars":
            return self._dollars(text, start)
        if kind == "open":
            return self._open(start)
        if kind in {"string", "escaped", "prefixed"}:
            value = _unquoted(text)
            value = _unescaped(value) if kind == "escaped" else value
            return Token("string", text, value, start, self.position)
        quote = text[-1]
        return Token("name", text, text[1:-1].replace(quote * 2, quote), start, self.position)

    def _skip_comment(self, start: int) -> Token | None:
        """Comments of PostgreSQL nest; MySQL runs what stands in `/*!40101 … */`."""
        versioned = _VERSIONED.match(self.text, start) if self.dialect == "mysql" else None
        if versioned:
            self.position = versioned.end()
            return None
        depth = 1
        while depth:
            edge = _COMMENT_EDGE.search(self.text, self.position, self.end)
            if edge is None:
                return self._open(start)
            self.position = edge.end()
            if edge.group() == "*/":
                depth -= 1
            elif self.dialect == "postgresql":
                depth += 1
        return None

    def _dollars(self, tag: str, start: int) -> Token:
        close = self.text.find(tag, self.position, self.end)
        if close < 0:
            return self._open(start)
        body = self.text[self.position : close]
        self.position = close + len(tag)
        return Token("string", self.text[start : self.position], body, start, self.position)

    def _open(self, start: int) -> Token:
        self.position = self.end
        return Token("open", self.text[start : self.end], "", start, self.end)


def _unquoted(text: str) -> str:
    """What stands between a string's quotes; a prefix (`E`, `B`, `N`) is left out."""
    quote = text[-1]
    return text[text.index(quote) + 1 : -1].replace(quote * 2, quote).replace("\r\n", "\n")


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found.group(1), found.group(1)), value)


def words(text: str) -> frozenset[str]:
    """A set of keywords, given as they would stand in a sentence."""
    return frozenset(text.split())
