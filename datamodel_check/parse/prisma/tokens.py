"""A file's bytes → tokens.

Bytes are matched, not characters, so that offsets are those of the file; all that is not ASCII belongs to a name. The
patterns repeat possessively, so that hostile input costs linear time.

Lexical rules: psl/schema-ast/src/parser/datamodel.pest of prisma-engines.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["word", "string", "number", "symbol", "newline", "open", "end"]


class Token(NamedTuple):
    """A token. `open` is a string that does not end on its line; `end` comes after the last token."""

    kind: Kind
    text: str
    start: int
    end: int
    line: int


_PATTERN = re.compile(
    rb"""
      (?P<space>(?:[ \t\f\v]|\xc2\xa0|\xef\xbb\xbf|\xe3\x80\x80)++)
    | (?P<newline>\r\n?|\n)
    | (?P<comment>//[^\r\n]*+)
    | (?P<block>/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z))
    | (?P<word>[A-Za-z_\x80-\xff][\w\x80-\xff-]*+)
    | (?P<number>-?\d++(?:\.\d++)?(?![\w\x80-\xff]))
    | (?P<digits>\d[\w\x80-\xff-]*+)
    | (?P<string>"(?:[^"\\\r\n]++|\\[^\r\n])*+")
    | (?P<open>"[^\r\n]*+)
    | (?P<symbol>@@|.)
    """,
    re.VERBOSE,
)


_KINDS: dict[str | None, Kind] = {
    "word": "word",
    "digits": "word",
    "number": "number",
    "string": "string",
    "open": "open",
    "symbol": "symbol",
}


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens of a file, without comments, and `end` at last."""
    line = 1
    for found in _PATTERN.finditer(content):
        kind = found.lastgroup
        start, end = found.span()
        if kind == "newline":
            yield Token("newline", "\n", start, end, line)
            line += 1
        elif kind == "block":
            line += len(_NEWLINE.findall(content, start, end))
        elif kind in _KINDS:
            yield Token(_KINDS[kind], found.group().decode("utf-8", "replace"), start, end, line)
    yield Token("end", "", len(content), len(content), line)


_NEWLINE = re.compile(rb"\r\n?|\n")

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}


def unquoted(text: str) -> str:
    """What a string says. Half of a surrogate pair says nothing."""
    value = _ESCAPE.sub(_unescaped, text[1:-1])
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(found: re.Match[str]) -> str:
    escape = found.group(1)
    return chr(int(escape[1:], 16)) if len(escape) > 1 else _ESCAPES.get(escape, escape)
