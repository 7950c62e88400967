r"""One directive: its word and its arguments, and how they are written.

    <!-- datamodel:begin table user source="drizzle:packages/db" -->      in .md
    {/* datamodel:begin table user source="drizzle:packages/db" */}       in .mdx

An argument is a word or `name=value`. What holds white space, quotes or `=` stands in double quotes, where `\"`, `\\`
and `\u0000` are escapes (single quotes do as well when reading).
"""

import re
from typing import NamedTuple

from datamodel_check.model.document import Argument

DIRECTIVE = re.compile(
    r"[ \t]*(?P<comment>"
    r"<!--[ \t]*datamodel:(?P<markdown>(?:(?!-->).)*)-->"
    r"|\{/\*[ \t]*datamodel:(?P<mdx>(?:(?!\*/).)*)\*/\}"
    r")[ \t]*"
)
"""A line that is a directive, in either syntax."""
MENTION = re.compile(r"(?<!\\)(?:<!--|\{/\*)[ \t]*datamodel:")
"""Where a directive seems to begin."""
ARGUMENT = re.compile(
    r"[ \t]+(?:(?P<name>[A-Za-z][\w-]*)=)?"
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<word>[^\s"']+))"""
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
PLAIN = re.compile(r"(?:(?!--|\*/)[^\s\"'=\\<>{}\x00-\x1f\x7f-\x9f\ud800-\udfff])+")
UNSAFE = re.compile(r"[\\\"<>{}\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|-(?=-)|(?<=-)-|\*(?=/)")


LONGEST = 40
"""Characters of what cannot be read that a message shows."""


class Directive(NamedTuple):
    word: str
    arguments: tuple[Argument, ...]


class MalformedDirectiveError(ValueError):
    """The arguments cannot be read; the message says why."""


def comment(payload: str, *, mdx: bool) -> str:
    """A directive as it stands in a document: `datamodel:` and the payload in a comment."""
    return f"{{/* datamodel:{payload} */}}" if mdx else f"<!-- datamodel:{payload} -->"


def parse(payload: str) -> Directive:
    """What stands after `datamodel:`, taken apart.

    Raises `MalformedDirectiveError` where a quotation mark is missing or misplaced.
    """
    payload = payload.strip()
    word = payload.split(maxsplit=1)[0] if payload else ""
    arguments = []
    position = len(word)
    while position < len(payload):
        match = ARGUMENT.match(payload, position)
        if match is None or not re.match(r"\s|$", payload[match.end() :]):
            rest = payload[position:].strip()
            raise MalformedDirectiveError(f"cannot read `{rest if len(rest) <= LONGEST else rest[:LONGEST] + '…'}`")
        arguments.append(Argument(match["name"], _value(match)))
        position = match.end()
    return Directive(word, tuple(arguments))


def write(word: str, arguments: tuple[Argument, ...]) -> str:
    """The payload that `parse` reads back."""
    return " ".join((word, *(_written(argument) for argument in arguments)))


def _value(match: re.Match[str]) -> str:
    if match["word"] is not None:
        return match["word"]
    quoted = match["double"] if match["double"] is not None else match["single"]
    return ESCAPE.sub(lambda found: chr(int(found[1][1:], 16)) if len(found[1]) > 1 else found[1], quoted)


def _written(argument: Argument) -> str:
    value = argument.value
    if not PLAIN.fullmatch(value):
        value = '"' + UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", value) + '"'
    return f"{argument.name}={value}" if argument.name else value
