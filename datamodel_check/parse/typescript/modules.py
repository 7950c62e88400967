"""The top level of a file: imports, exports, directives, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.model.module import Binding, Export, Import, Statement, TypeDeclaration
from datamodel_check.parse.reader import field, parts
from datamodel_check.parse.typescript import commonjs, declarations, strings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from datamodel_check.parse.reader import Reader


class Contents:
    """What the top level of a file holds, as it is being collected."""

    __slots__ = ("directives", "exports", "imports", "statements")

    def __init__(self) -> None:
        self.imports: list[Import] = []
        self.exports: list[Export] = []
        self.statements: list[Statement] = []
        self.directives: list[str] = []


def contents(reader: Reader, root: Node) -> Contents:
    """The top level of a file."""
    found = Contents()
    for node in reader.statement_nodes([root] if root.is_error else root.named_children):
        if node.type == "import_statement":
            found.imports += _imports(reader, node)
        elif node.type == "export_statement":
            exports, statements = _export(reader, node)
            found.exports += exports
            found.statements += statements
        elif not found.statements and not found.imports and _is_directive(node):
            found.directives.append(strings.cooked(reader.content, parts(node)[0]))
        else:
            exports, statements = commonjs.exports(reader.statement(node))
            found.exports += exports
            found.statements += statements
    found.statements = list(declarations.without_overloads(found.statements))
    found.exports = list({export[:2] + export[3:]: export for export in found.exports}.values())
    return found


def _is_directive(node: Node) -> bool:
    return node.type == "expression_statement" and [child.type for child in parts(node)] == ["string"]


# --- imports ---------------------------------------------------------------------------------------------------------


def _imports(reader: Reader, node: Node) -> Iterator[Import]:
    typing = _has(node, "type")
    clause = next((child for child in parts(node) if child.type in ("import_clause", "import_require_clause")), None)
    span = reader.span(node)
    if clause is not None and clause.type == "import_require_clause":
        yield Import(reader.text(parts(clause)[0]), _source(reader, clause), "*", span, typing)
        return
    source = _source(reader, node)
    names = list(_imported(reader, clause)) if clause else []
    if not names:
        yield Import("", source, "", span, typing)
    for local, original, place, of_type in names:
        yield Import(local, source, original, reader.span(place), typing or of_type)


def _imported(reader: Reader, clause: Node) -> Iterator[tuple[str, str, Node, bool]]:
    """The local name, the original, where it stands, and whether it is of a type."""
    for child in parts(clause):
        if child.type == "identifier":
            yield reader.text(child), "default", child, False
        elif child.type == "namespace_import":
            yield reader.text((parts(child) or [child])[-1]), "*", child, False
        else:
            for specifier in parts(child):
                name = specifier.child_by_field_name("alias") or field(specifier, "name")
                yield reader.text(name), _word(reader, field(specifier, "name")), specifier, _has(specifier, "type")


def _source(reader: Reader, node: Node) -> str:
    source = node.child_by_field_name("source")
    return strings.cooked(reader.content, source) if source else ""


def _word(reader: Reader, node: Node) -> str:
    """An exported name: an identifier or a string."""
    return strings.cooked(reader.content, node) if node.type == "string" else reader.text(node)


def _has(node: Node, word: str) -> bool:
    return any(child.type == word for child in node.children)


# --- exports ---------------------------------------------------------------------------------------------------------


def _export(reader: Reader, node: Node) -> tuple[Iterable[Export], Iterable[Statement]]:
    value = node.child_by_field_name("value")
    if _has(node, "="):
        assigned = next((child for child in parts(node) if child.type != "decorator"), None)
        return commonjs.whole(reader.expression(assigned), reader.span(node)) if assigned else ((), ())
    if value is not None:
        default = Binding("default", reader.expression(value), reader.span(node), "const")
        return (Export("default", "default", default.span),), (default,)
    statements = declarations.exported(reader, node)
    if statements and _has(node, "default"):
        return (_declared(statements[0])._replace(name="default"),), statements
    return (*_clauses(reader, node), *map(_declared, statements)), statements


def _declared(statement: Binding | TypeDeclaration) -> Export:
    return Export(statement.name, statement.name, statement.span, typing=isinstance(statement, TypeDeclaration))


def _clauses(reader: Reader, node: Node) -> Iterator[Export]:
    """`export {…}`, `export {…} from`, `export * from`, `export * as ns from`."""
    typing, span = reader.text(node).split(None, 2)[1:2] == ["type"], reader.span(node)
    source = _source(reader, node) if node.child_by_field_name("source") else None
    if source is not None and _has(node, "*"):
        yield Export("*", "*", span, source, typing)
    for child in parts(node):
        if child.type == "namespace_export":
            yield Export(_word(reader, (parts(child) or [child])[-1]), "*", span, source, typing)
        elif child.type == "export_clause":
            for specifier in parts(child):
                name = field(specifier, "name")
                alias = specifier.child_by_field_name("alias") or name
                of_type = typing or _has(specifier, "type")
                yield Export(_word(reader, alias), _word(reader, name), reader.span(specifier), source, of_type)
