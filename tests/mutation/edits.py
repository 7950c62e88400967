"""Small edits that change what an expression comes to."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from tests.mutation.source import Edit, Step, string, text, within

if TYPE_CHECKING:
    from tree_sitter import Node


def other_value(path: str, value: "Node") -> Iterator[Edit]:
    """A constant changed into another one of its kind; an SQL template grows."""
    changed: Mapping[str, Callable[[], str]] = {
        "string": lambda: f"'{string(value)}x'",
        "number": lambda: str(int(text(value)) + 1),
        "true": lambda: "false",
        "false": lambda: "true",
        "array": lambda: "['added']",
        "object": lambda: text(value).replace("{ ", "{ added: 1, ").replace("startWith: 1000", "startWith: 1001"),
    }
    if value.type in changed:
        yield Edit(path, value.start_byte, value.end_byte, changed[value.type]())
    elif value.type == "satisfies_expression":
        inner = value.named_children[0]
        yield Edit(path, inner.start_byte, inner.end_byte, "'admin'")
    elif value.type == "call_expression":
        yield longer_sql(path, value, " + interval '1 day'")


def longer_sql(path: str, node: "Node", addition: str) -> Edit:
    template = next(within(node, "template_string"))
    return Edit(path, template.end_byte - 1, template.end_byte - 1, addition)


def without(path: str, step: Step) -> Edit:
    return Edit(path, step.start, step.end, "")


def swapped(path: str, one: "Node", other: "Node") -> tuple[Edit, ...]:
    return (
        Edit(path, one.start_byte, one.end_byte, text(other)),
        Edit(path, other.start_byte, other.end_byte, text(one)),
    )
