"""A statement that cannot be read must not take the others with it.

The grammar recovers from errors, but a bracket that is never closed swallows the rest of the file. Statements begin at
the left margin in nearly every file: those that cannot be read by themselves are taken out, and the rest is read again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from datamodel_check.parse import errors

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_BEGINNING = re.compile(
    rb"^(?:@|(?:export|import|const|let|var|function|class|interface|type|enum|declare|abstract|async|namespace)\b)",
    re.MULTILINE,
)
_VISIBLE = re.compile(rb"[^\r\n]")

MOST_READ = 32 * 1024 * 1024
"""Bytes that may be read again, the whole file's length for each statement: more would take seconds."""


def without_broken_statements(parser: Parser, content: bytes, root: Node) -> tuple[Node, list[Node]] | None:
    """The tree without the statements that cannot be read, and what is wrong in those.

    None where that keeps no more statements than `root`, the tree of the whole.
    """
    starts = [found.start() for found in _BEGINNING.finditer(content)]
    if not starts or len(starts) * len(content) > MOST_READ:
        return None
    rest = bytearray(content)
    wrong: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        alone = parser.parse(_blank(content[:start]) + content[start:end]).root_node
        found = next(errors.nodes(alone), None)
        if found:
            wrong.append(found[0])
            rest[start:end] = _blank(content[start:end])
    fewer = parser.parse(bytes(rest)).root_node
    return (fewer, wrong) if _statements(fewer) > _statements(root) else None


def _statements(root: Node) -> int:
    return sum(child.is_named and not child.is_error for child in root.children) if root.type == "program" else 0


def _blank(part: bytes) -> bytes:
    """Spaces instead of what is there, so that lines and offsets stay."""
    return _VISIBLE.sub(b" ", part)
