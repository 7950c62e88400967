"""How the collections of a document database read: paths instead of columns, and no word of constraints."""

from collections.abc import Iterable, Sequence

from datamodel_check.model.blocks import Block, Cell, Code, Grid, Paragraph, Text
from datamodel_check.model.schema import Column, ForeignKey, Index, IndexColumn, Table
from datamodel_check.views.wording import code, codes, join, words, yes_or_no

COLLECTION = "collection"
"""What a table of a document database is."""


def is_of_documents(dialect: str) -> bool:
    return dialect == "mongodb"


def holds_many(column: Column) -> bool:
    """Whether a document holds any number of values at a path: in an array, in a map, or as items of one."""
    return column.type.endswith(("[]", ">")) or ".$" in column.name


def blocks(table: Table, order: Sequence[str]) -> Iterable[Block]:
    """The paths, indexes and virtuals of a collection; paths in the given order."""
    paths = sorted(table.columns, key=lambda column: order.index(column.name))
    header = ("Path", "Type", "Required", "Default", "Ref", "Notes")
    if paths:
        yield Grid(header, tuple(_path(table, column) for column in paths), noun="path", subject=table.key)
    if table.indexes:
        rows = tuple(map(_index, table.indexes))
        yield Grid(("Index", "Options"), rows, keys=1 if _distinct(rows) else 2, noun="index", subject=table.key)
    if table.virtuals:
        yield Paragraph((Text("Virtuals: "), *codes(table.virtuals)))


def _path(table: Table, column: Column) -> tuple[Cell, ...]:
    allowed = (Text("one of "), *codes(column.allowed_values)) if column.allowed_values else ()
    return (
        (Code(column.name),),
        (Code(column.type),),
        yes_or_no(not column.nullable),
        code(column.default) or words("a function" if column.has_default else None),
        codes(key.table for key in table.foreign_keys if key.columns == (column.name,)),
        join([allowed, words(column.comment)], "; "),
    )


def _index(index: Index) -> tuple[Cell, ...]:
    notes = join(
        [
            words("unique" if index.unique else None),
            (Text("named "), Code(index.name)) if index.name else (),
            (Text("only where "), Code(index.where)) if index.where else (),
            *[(Code(f"{name}: {value}"),) for name, value in index.options],
        ]
    )
    return join([_key(column) for column in index.columns]), notes


def _key(column: IndexColumn) -> Cell:
    after = " ".join(word for word in (column.operator_class, column.order) if word)
    return (Code(column.text), Text(f" {after}")) if after else (Code(column.text),)


def _distinct(rows: Sequence[tuple[Cell, ...]]) -> bool:
    return len({row[0] for row in rows}) == len(rows)


def unique_paths(table: Table) -> tuple[tuple[str, ...], ...]:
    """What no two documents have in common."""
    return tuple(sorted(tuple(part.text for part in index.columns) for index in table.indexes if index.unique))


def reference(table: str, key: ForeignKey) -> tuple[Cell, ...]:
    """The row of a reference among those of all collections."""
    return code(table), codes(key.columns), code(key.table)
