"""The same declarations in other places and under other local names."""

from collections.abc import Mapping

from tests.mutation.sample import SCHEMAS
from tests.mutation.source import Edit, parsed, tables, text, within
from tests.mutation.tokens import Rewriting, replaced


def reversed_tables(path: str, content: bytes) -> list[Edit]:
    nodes = [table.export for table in tables(path, content, SCHEMAS)]
    return [
        Edit(path, node.start_byte, node.end_byte, text(other))
        for node, other in zip(nodes, reversed(nodes), strict=True)
        if node.id != other.id
    ]


def reversed_columns(path: str, content: bytes) -> list[Edit]:
    """The order in which the code lists columns is no fact."""
    edits: list[Edit] = []
    for table in tables(path, content, SCHEMAS):
        spans = [(column.start, column.end) for column in table.columns]
        for (start, end), (other, last) in zip(spans, reversed(spans), strict=True):
            edits.append(Edit(path, start, end, content[other:last].decode().rstrip(",") + ","))
    return edits


def exports_at_end(path: str, content: bytes) -> list[Edit]:
    """`export { users }` at the end of the file."""
    found = list(tables(path, content, SCHEMAS))
    edits = [Edit(path, table.export.start_byte, table.export.start_byte + len("export "), "") for table in found]
    names = ", ".join(table.code_name for table in found)
    return [*edits, Edit(path, len(content), len(content), f"\nexport {{ {names} }}\n")] if found else []


def local_names(path: str, content: bytes) -> list[Edit]:
    """`const usersTable`, exported as `users`."""
    names = [table.code_name for table in tables(path, content, SCHEMAS)]
    edits = [edit for edit in exports_at_end(path, content) if not edit.text]
    nodes = [node for node in within(parsed(path, content), "identifier") if text(node) in names]
    shorthand = [node for node in within(parsed(path, content), "shorthand_property_identifier") if text(node) in names]
    exported = ", ".join(f"{name}Table as {name}" for name in names)
    return [
        *edits,
        *replaced(path, nodes, lambda said: f"{said}Table"),
        *replaced(path, shorthand, lambda said: f"{said}: {said}Table"),
        *([Edit(path, len(content), len(content), f"\nexport {{ {exported} }}\n")] if names else []),
    ]


def unrelated_code(path: str, content: bytes) -> list[Edit]:
    code = """
export type Unrelated = { id: string }
export interface Another extends Unrelated { readonly names: string[] }
export const ANSWER = 42
export function unrelated<T>(value: T): T[] {
  const table = { name: 'users' }
  return [value].filter((one) => one !== table)
}
"""
    return [Edit(path, len(content), len(content), code)]


REWRITINGS: Mapping[str, Rewriting] = {
    "reversed-tables": reversed_tables,
    "reversed-columns": reversed_columns,
    "exports-at-end": exports_at_end,
    "local-names": local_names,
    "unrelated-code": unrelated_code,
}
