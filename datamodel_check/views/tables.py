"""`tables`: every table, its keys, and what it references."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Code, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.documents import is_of_documents, unique_paths
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import FILTERS, select
from datamodel_check.views.wording import codes, join, words


class Row(NamedTuple):
    """One table. `kind` is empty for a table proper, else `view` or `materialized view`."""

    name: str
    primary_key: tuple[str, ...]
    uniques: tuple[tuple[str, ...], ...]
    references: tuple[str, ...]
    comment: str | None
    kind: str = ""


class Overview(NamedTuple):
    """The tables of one source, or its collections; `source` is empty where there is only one."""

    source: str
    rows: tuple[Row, ...]
    collections: bool = False


class Tables:
    name = "tables"
    summary = "every table: its keys, and what it references"
    parameters: tuple[Parameter, ...] = FILTERS

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Overview, ...]:
        selected = select(arguments, snapshot)
        return tuple(
            Overview(chosen.label, (*map(_collection, chosen.tables),), collections=True)
            if is_of_documents(chosen.source.dialect)
            else Overview(chosen.label, (*map(_row, chosen.tables), *_views(chosen.source, arguments)))
            for chosen in selected
        )

    def blocks(self, content: tuple[Overview, ...]) -> tuple[Block, ...]:
        if not content:
            return (Paragraph((Text("No tables."),)),)
        return tuple(block for overview in content for block in _blocks(overview))


def _row(table: Table) -> Row:
    uniques = {tuple(unique.columns) for unique in table.uniques}
    uniques.update((column.name,) for column in table.columns if column.unique)
    references = {key.table for key in table.foreign_keys}
    return Row(table.key, table.primary_key, tuple(sorted(uniques)), tuple(sorted(references)), table.comment)


def _collection(table: Table) -> Row:
    """A collection: its key is always `_id`."""
    references = {key.table for key in table.foreign_keys}
    return Row(table.key, (), unique_paths(table), tuple(sorted(references)), table.comment)


def _views(source: Source, arguments: Sequence[Argument]) -> Iterable[Row]:
    """The database's views, unless only some tables are wanted."""
    if all(argument.name == "source" for argument in arguments):
        for view in source.views:
            yield Row(view.key, (), (), (), None, "materialized view" if view.materialized else "view")


def _blocks(overview: Overview) -> Iterable[Block]:
    if overview.source:
        yield Paragraph((Code(overview.source),))
    described = any(row.comment or row.kind for row in overview.rows)
    if overview.collections:
        yield _collections(overview)
        return
    header = ("Table", "Primary key", "Unique", "References") + (("Notes",) if described else ())
    rows = (
        (
            (Code(row.name),),
            codes(row.primary_key),
            join([_together(columns) for columns in row.uniques]),
            codes(row.references),
            join([words(row.kind), words(row.comment)]),
        )[: len(header)]
        for row in overview.rows
    )
    yield Grid(header, tuple(rows), noun="table")


def _collections(overview: Overview) -> Grid:
    rows = (
        ((Code(row.name),), join([_together(paths) for paths in row.uniques]), codes(row.references))
        for row in overview.rows
    )
    return Grid(("Collection", "Unique", "References"), tuple(rows), noun="collection")


def _together(columns: Sequence[str]) -> Cell:
    """The columns of one constraint; several stand in parentheses."""
    return codes(columns) if len(columns) == 1 else (Text("("), *codes(columns), Text(")"))
