"""Imports, wherever they stand.

Those at the top level of a module, also under `if` and in `try`, are the module's `imports`. One that is not executed
whenever the module is, and any in a function, is a statement too: its name is bound to a call of `import`, with the
module and, where there is one, the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Binding, Call, Evaluate, Import, Literal, Name, Statement
from datamodel_check.parse.reader import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader

WHOLE = "*"


def imported(reader: Reader, node: Node, *, typing: bool = False) -> Iterator[Import]:
    """What one statement imports.

    `import a.b` binds `a`, and is an import of `a.b` for its effects besides. `from a import *` has the local name `*`.
    """
    if node.type == "import_from_statement":
        yield from _from(reader, node, typing=typing)
        return
    for child in parts(node):
        span = reader.span(child)
        alias, named = child.child_by_field_name("alias"), child.child_by_field_name("name") or child
        source = _dotted(reader, named)
        if alias is not None:
            yield Import(reader.text(alias), source, WHOLE, span, typing)
            continue
        first = source.partition(".")[0]
        if first != source:
            yield Import("", source, "", span, typing)
        yield Import(first, first, WHOLE, span, typing)


def _from(reader: Reader, node: Node, *, typing: bool) -> Iterator[Import]:
    module = node.child_by_field_name("module_name")
    source = _dotted(reader, module) if module else ""
    for child in node.children_by_field_name("name"):
        alias, named = child.child_by_field_name("alias"), child.child_by_field_name("name") or child
        original = _dotted(reader, named)
        yield Import(reader.text(alias) if alias else original, source, original, reader.span(child), typing)
    if any(child.type == "wildcard_import" for child in node.children):
        yield Import(WHOLE, source, WHOLE, reader.span(node), typing)


def _dotted(reader: Reader, node: Node) -> str:
    return "".join(reader.text(node).split()).replace("\\", "")


def statements(reader: Reader, node: Node) -> Iterator[Statement]:
    """An import as statements."""
    for local, source, original, span, _ in imported(reader, node):
        module, name = Literal(source, span), Literal(original, span)
        call = Call(Name("import", span), (module,) if original in (WHOLE, "") else (module, name), span)
        if local in ("", WHOLE):
            yield Evaluate(Call(Name("import *", span), (module,), span) if local else call, span)
        else:
            yield Binding(local, call, span, "var")
