"""Tokens said differently: quotes, constants, comments, white space."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from tests.mutation.source import Edit, parsed, text, within

if TYPE_CHECKING:
    from tree_sitter import Node


Rewriting: TypeAlias = Callable[[str, bytes], Sequence[Edit]]
"""The edits that say the same thing differently in one file; none where it has nothing of the kind."""


def _tokens(path: str, content: bytes) -> "list[Node]":
    """The leaves of the tree, strings and templates as wholes."""
    whole = {"string", "template_string", "comment", "regex"}

    def leaves(node: "Node") -> "Iterator[Node]":
        if node.type in whole or not node.children:
            yield node
        else:
            for child in node.children:
                yield from leaves(child)

    return [leaf for leaf in leaves(parsed(path, content)) if leaf.end_byte > leaf.start_byte]


def replaced(path: str, nodes: "Sequence[Node]", say: "Callable[[str], str]") -> list[Edit]:
    return [
        Edit(path, node.start_byte, node.end_byte, say(text(node))) for node in nodes if say(text(node)) != text(node)
    ]


def _plain_strings(path: str, content: bytes) -> "list[Node]":
    """Strings without quotes or escapes in them that stand where any expression may."""
    found = within(parsed(path, content), "string")
    places = {"arguments", "array", "pair", "binary_expression", "variable_declarator"}
    return [
        node
        for node in found
        if node.parent is not None
        and node.parent.type in places
        and not (node.parent.type == "pair" and node.parent.named_children[0].id == node.id)
        and text(node)[1:-1].replace("_", "").replace(" ", "").replace("-", "").isalnum()
    ]


def double_quotes(path: str, content: bytes) -> list[Edit]:
    strings = [node for node in _tokens(path, content) if node.type == "string" and '"' not in text(node)]
    return replaced(path, strings, lambda said: f'"{said[1:-1]}"')


def templates(path: str, content: bytes) -> list[Edit]:
    return replaced(path, _plain_strings(path, content), lambda said: f"`{said[1:-1]}`")


def escapes(path: str, content: bytes) -> list[Edit]:
    return replaced(path, _plain_strings(path, content), lambda said: f"'\\u{ord(said[1]):04x}{said[2:-1]}'")


def sums(path: str, content: bytes) -> list[Edit]:
    return replaced(path, _plain_strings(path, content), lambda said: f"'{said[1]}' + '{said[2:-1]}'")


def parentheses(path: str, content: bytes) -> list[Edit]:
    return replaced(path, _plain_strings(path, content), lambda said: f"({said})")


def constants(path: str, content: bytes) -> list[Edit]:
    return replaced(path, _plain_strings(path, content), lambda said: f"{said} as const")


def hexadecimal(path: str, content: bytes) -> list[Edit]:
    numbers = [node for node in within(parsed(path, content), "number") if text(node).isdigit()]
    return replaced(path, numbers, lambda said: hex(int(said)))


def comments(path: str, content: bytes) -> list[Edit]:
    """A comment behind every comma and bracket, and a line of them at the end."""
    nodes = [node for node in _tokens(path, content) if node.type in {",", "(", "{", "["}]
    return [Edit(path, node.end_byte, node.end_byte, " /* pgTable('x', {}) */") for node in nodes]


def line_comments(path: str, content: bytes) -> list[Edit]:
    lines = content.split(b"\n")[:-1]
    ends = [sum(len(line) + 1 for line in lines[: number + 1]) - 1 for number in range(len(lines))]
    return [Edit(path, end, end, " // text('x').notNull()") for end in ends]


def without_comments(path: str, content: bytes) -> list[Edit]:
    return [Edit(path, node.start_byte, node.end_byte, "") for node in within(parsed(path, content), "comment")]


def semicolons(path: str, content: bytes) -> list[Edit]:
    statements = [node for node in parsed(path, content).named_children if node.type != "comment"]
    return [Edit(path, node.end_byte, node.end_byte, ";") for node in statements]


def one_line(path: str, content: bytes) -> list[Edit]:
    """Every token with one space behind it."""
    statements = [node for node in parsed(path, content).named_children if node.type != "comment"]
    lines = [" ".join(text(token) for token in _tokens_of(node, content)) for node in statements]
    return [Edit(path, 0, len(content), "; ".join(lines))]


def _tokens_of(node: "Node", content: bytes) -> "Iterator[Node]":
    tokens = _tokens("x.ts", content)
    return (
        token
        for token in tokens
        if token.type != "comment" and node.start_byte <= token.start_byte and token.end_byte <= node.end_byte
    )


def trailing_commas(path: str, content: bytes) -> list[Edit]:
    """Those that are there are taken away."""
    tokens = _tokens(path, content)
    pairs = itertools.pairwise(tokens)
    return [
        Edit(path, comma.start_byte, comma.end_byte, "")
        for comma, closing in pairs
        if comma.type == "," and closing.type in {")", "}", "]"}
    ]


REWRITINGS: Mapping[str, Rewriting] = {
    "double-quotes": double_quotes,
    "templates": templates,
    "escapes": escapes,
    "sums": sums,
    "parentheses": parentheses,
    "as-const": constants,
    "hexadecimal": hexadecimal,
    "comments": comments,
    "line-comments": line_comments,
    "without-comments": without_comments,
    "semicolons": semicolons,
    "one-line": one_line,
    "trailing-commas": trailing_commas,
}
