"""Mutants of what stands in a table's third argument: keys, indexes, checks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.mutation.edits import longer_sql, other_value, swapped, without
from tests.mutation.sample import Mutant
from tests.mutation.source import Chain, Edit, Entry, Table, string, text, within

if TYPE_CHECKING:
    from tree_sitter import Node


def of_constraint(table: Table, constraint: Entry, number: int) -> Iterator[Mutant]:
    made = constraint.chain
    maker = text(made.maker)
    what = f"{table.key}: {maker} {string(made.arguments[0]) if _named(made) else number}"

    def mutant(kind: str, *edits: Edit) -> Mutant:
        return Mutant(kind, what, edits, (table.key,))

    yield mutant(f"drop-{maker}", Edit(table.path, constraint.start, constraint.end, ""))
    if _named(made):
        yield from (mutant(f"rename-{maker}", edit) for edit in other_value(table.path, made.arguments[0]))
    elif maker in {"index", "unique"}:
        at = made.maker.end_byte + 1
        yield mutant(f"rename-{maker}", Edit(table.path, at, at, "'named'"))
    if maker == "check":
        yield mutant("change-check", longer_sql(table.path, made.arguments[1], " or false"))
    if maker in {"primaryKey", "foreignKey"}:
        yield from (mutant(kind, *edits) for kind, edits in _key_edits(made))
    for kind, edits in _chain_edits(made):
        yield mutant(kind, *edits)


def _named(made: Chain) -> bool:
    return bool(made.arguments) and made.arguments[0].type == "string"


def _chain_edits(made: Chain) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    path, maker = made.path, text(made.maker)
    for step in made.steps:
        if step.name in {"on", "using"}:
            yield from _column_edits(path, maker, [node for node in step.arguments if node.type != "string"])
        if step.name == "using":
            method = step.arguments[0]
            yield "change-method", (Edit(path, method.start_byte, method.end_byte, "'gist'"),)
        elif step.name == "where":
            yield "drop-where", (without(path, step),)
            yield "change-where", (longer_sql(path, step.arguments[0], " and true"),)
        elif step.name == "nullsNotDistinct":
            yield "change-nulls", (without(path, step),)
        elif step.name == "onDelete":
            yield "change-on-delete", (Edit(path, step.start, step.end, ".onDelete('set null')"),)
    if maker == "uniqueIndex":
        yield "allow-duplicates", (Edit(path, made.maker.start_byte, made.maker.end_byte, "index"),)


def _column_edits(path: str, maker: str, columns: "list[Node]") -> Iterator[tuple[str, tuple[Edit, ...]]]:
    for column in columns:
        if ".desc()" in text(column):
            yield "change-order", (Edit(path, column.start_byte, column.end_byte, text(column).split(".desc()")[0]),)
        elif column.type == "call_expression":
            yield "change-expression", (longer_sql(path, column, " || ''"),)
    if len(columns) > 1:
        first, last = columns[0], columns[-1]
        yield f"reorder-{maker}", swapped(path, first, last)
        yield f"shorten-{maker}", (Edit(path, columns[-2].end_byte, last.end_byte, ""),)


def _key_edits(made: Chain) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    path, maker = made.path, text(made.maker)
    for pair in within(made.arguments[0], "pair"):
        key, value = pair.named_children
        if text(key) == "name":
            yield f"rename-{maker}", tuple(other_value(path, value))
        elif len(value.named_children) > 1:
            yield f"reorder-{maker}", swapped(path, value.named_children[0], value.named_children[-1])
            yield (
                f"shorten-{maker}",
                (Edit(path, value.named_children[-2].end_byte, value.named_children[-1].end_byte, ""),),
            )
