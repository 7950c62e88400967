"""The same names imported in other ways."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tests.mutation.source import Edit, parsed, text, within
from tests.mutation.tokens import Rewriting, replaced

if TYPE_CHECKING:
    from tree_sitter import Node


def _imports(path: str, content: bytes) -> "list[Node]":
    return [node for node in parsed(path, content).named_children if node.type == "import_statement"]


def reversed_imports(path: str, content: bytes) -> list[Edit]:
    nodes = _imports(path, content)
    return [
        Edit(path, node.start_byte, node.end_byte, text(other))
        for node, other in zip(nodes, reversed(nodes), strict=True)
        if node.id != other.id
    ]


def reversed_specifiers(path: str, content: bytes) -> list[Edit]:
    edits: list[Edit] = []
    for named in within(parsed(path, content), "named_imports"):
        names = ", ".join(text(child) for child in reversed(named.named_children))
        edits.append(Edit(path, named.start_byte, named.end_byte, f"{{ {names} }}"))
    return edits


def one_import_each(path: str, content: bytes) -> list[Edit]:
    edits: list[Edit] = []
    for node in _imports(path, content):
        names = [text(child) for named in within(node, "named_imports") for child in named.named_children]
        source = text(next(within(node, "string")))
        if names:
            lines = "\n".join(f"import {{ {name} }} from {source}" for name in names)
            edits.append(Edit(path, node.start_byte, node.end_byte, lines))
    return edits


def _core(path: str, content: bytes) -> "Node | None":
    """The import from `drizzle-orm/pg-core`."""
    found = (node for node in _imports(path, content) if "drizzle-orm/pg-core" in text(node))
    return next(found, None)


def _core_names(node: "Node") -> list[str]:
    """What it imports, types aside."""
    names = [text(child) for named in within(node, "named_imports") for child in named.named_children]
    return [name for name in names if not name.startswith("type ")]


def _uses(path: str, content: bytes, names: Sequence[str], outside: "Node") -> "list[Node]":
    """Where imported names are used: not where they are imported, and not as keys."""
    identifiers = within(parsed(path, content), "identifier")
    return [node for node in identifiers if text(node) in names and node.start_byte >= outside.end_byte]


def aliased_import(path: str, content: bytes) -> list[Edit]:
    node = _core(path, content)
    if node is None:
        return []
    names = _core_names(node)
    specifiers = ", ".join([*(f"{name} as pg_{name}" for name in names), "type AnyPgColumn"])
    statement = f"import {{ {specifiers} }} from 'drizzle-orm/pg-core'"
    uses = replaced(path, _uses(path, content, names, node), lambda said: f"pg_{said}")
    return [Edit(path, node.start_byte, node.end_byte, statement), *uses]


def namespace_import(path: str, content: bytes) -> list[Edit]:
    node = _core(path, content)
    if node is None:
        return []
    statement = "import * as pg from 'drizzle-orm/pg-core'\nimport type { AnyPgColumn } from 'drizzle-orm/pg-core'"
    uses = replaced(path, _uses(path, content, _core_names(node), node), lambda said: f"pg.{said}")
    return [Edit(path, node.start_byte, node.end_byte, statement), *uses]


def relative_imports(path: str, content: bytes) -> list[Edit]:
    """Instead of the alias of `tsconfig.json` and the name of the workspace's package."""
    up = "../" * (path.count("/") - len(["packages", "db", "src"]))
    near = {"'~/columns'": f"'{up}columns'", "'@bookshop/shared'": f"'{up}../../shared/src/index'"}
    strings = [text(node) for node in within(parsed(path, content), "string")]
    if not near.keys() & set(strings):
        return []
    nodes = [node for node in within(parsed(path, content), "string") if text(node) in near]
    return replaced(path, nodes, lambda said: near[said])


REWRITINGS: Mapping[str, Rewriting] = {
    "reversed-imports": reversed_imports,
    "reversed-specifiers": reversed_specifiers,
    "one-import-each": one_import_each,
    "aliased-import": aliased_import,
    "namespace-import": namespace_import,
    "relative-imports": relative_imports,
}
