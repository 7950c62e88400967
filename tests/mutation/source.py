"""Where things stand in the text of a Drizzle schema, so that mutants can be made by editing it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.parse import grammars

if TYPE_CHECKING:
    from tree_sitter import Node


class Edit(NamedTuple):
    """Bytes `[start, end)` of a file replaced by a text."""

    path: str
    start: int
    end: int
    text: str


class Step(NamedTuple):
    """`.method(arguments)` of a chain; the span begins at the dot."""

    name: str
    start: int
    end: int
    arguments: "tuple[Node, ...]"


class Chain(NamedTuple):
    """`maker(arguments).step().step()`."""

    path: str
    node: "Node"
    maker: "Node"
    arguments: "tuple[Node, ...]"
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        return next((step for step in self.steps if step.name == name), None)

    @property
    def end(self) -> int:
        return self.node.end_byte


class Entry(NamedTuple):
    """`key: chain` of an object, or an element of an array, without a key; the span holds the comma behind it."""

    key: str
    chain: Chain
    start: int
    end: int


class Table(NamedTuple):
    """An exported table. `key` is the one of the facts: `name`, or `schema.name`."""

    path: str
    export: "Node"
    code_name: str
    name: "Node"
    key: str
    columns: tuple[Entry, ...]
    constraints: tuple[Entry, ...]


def parsed(path: str, content: bytes) -> "Node":
    root = grammars.parser("typescript").parse(content).root_node
    assert not root.has_error, f"{path} is no TypeScript"
    return root


def applied(files: Mapping[str, bytes], edits: Sequence[Edit]) -> dict[str, bytes]:
    """The files with the edits made; what they have become must still parse."""
    result = dict(files)
    for path in {edit.path for edit in edits}:
        content = result[path]
        for edit in sorted((edit for edit in edits if edit.path == path), reverse=True):
            content = content[: edit.start] + edit.text.encode() + content[edit.end :]
        if path.endswith(".ts"):
            parsed(path, content)
        result[path] = content
    return result


def text(node: "Node") -> str:
    return (node.text or b"").decode()


def within(node: "Node", kind: str) -> "Iterator[Node]":
    """The node and its descendants that are of one kind, in order."""
    if node.type == kind:
        yield node
    for child in node.children:
        yield from within(child, kind)


def string(node: "Node") -> str:
    return text(node)[1:-1]


# --- chains and objects ----------------------------------------------------------------------------------------------


def chain(path: str, node: "Node") -> Chain | None:
    """The calls that a node is made of; None where it is no call."""
    steps: list[Step] = []
    inner = node
    while inner.type == "call_expression":
        function = _field(inner, "function")
        arguments = tuple(_field(inner, "arguments").named_children)
        target = function.child_by_field_name("object")
        if target is None or target.type != "call_expression":
            return Chain(path, node, function, arguments, tuple(reversed(steps)))
        steps.append(Step(text(_field(function, "property")), target.end_byte, inner.end_byte, arguments))
        inner = target
    return None


def entries(path: str, node: "Node") -> Iterator[Entry]:
    """The members of an object or array that are chains of calls."""
    for member in node.named_children:
        value = member.child_by_field_name("value") if member.type == "pair" else member
        made = chain(path, value) if value is not None else None
        if made is not None:
            comma = member.next_sibling
            end = comma.end_byte if comma is not None and comma.type == "," else member.end_byte
            key = text(_field(member, "key")) if member.type == "pair" else ""
            yield Entry(key, made, member.start_byte, end)


def _field(node: "Node", name: str) -> "Node":
    found = node.child_by_field_name(name)
    assert found is not None, f"{node.type} without {name}"
    return found


# --- declarations ----------------------------------------------------------------------------------------------------


def exports(path: str, content: bytes) -> "Iterator[tuple[str, Node, Node]]":
    """`export const name = value`: the name, the value, the whole statement."""
    for statement in parsed(path, content).named_children:
        if statement.type == "export_statement":
            for declarator in within(statement, "variable_declarator"):
                value = declarator.child_by_field_name("value")
                if value is not None and _outermost(declarator, statement):
                    yield text(_field(declarator, "name")), value, statement


def tables(path: str, content: bytes, schemas: Mapping[str, str]) -> Iterator[Table]:
    """The tables that a file exports. `schemas` are the names of the `pgSchema`s, by the names of their constants."""
    for name, value, statement in exports(path, content):
        call = chain(path, value)
        if call is None or not text(call.maker).endswith(("pgTable", ".table")):
            continue
        schema = schemas.get(text(call.maker).removesuffix(".table"))
        extra = call.arguments[2:3]
        table_name = string(call.arguments[0])
        yield Table(
            path,
            statement,
            name,
            call.arguments[0],
            f"{schema}.{table_name}" if schema else table_name,
            tuple(entries(path, call.arguments[1])),
            tuple(entry for function in extra for entry in entries(path, _returned(function))),
        )


def _returned(function: "Node") -> "Node":
    """What an arrow function returns: an array, or an object in parentheses."""
    body = _field(function, "body")
    return body.named_children[0] if body.type == "parenthesized_expression" else body


def _outermost(node: "Node", statement: "Node") -> bool:
    parent = node.parent
    return parent is not None and parent.parent is not None and parent.parent.id == statement.id
