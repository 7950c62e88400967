"""`table NAME`: one table, or one view of the database."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Code, Fence, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source, Table, View
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import documents
from datamodel_check.views.closest import did_you_mean
from datamodel_check.views.facts import declared, said_of_table, said_of_view
from datamodel_check.views.grids import grids
from datamodel_check.views.lineage import Thread, grid_of, thread_of
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import SOURCE, chosen, select_sources


class OneSource(NamedTuple):
    """The table as one source declares it; `source` is empty where only one does.

    `arrangement` is the order of the columns in the code: no fact. `kind` is `view` or `materialized view` for those,
    and `definition` then their query; it is `collection` where documents are stored. `used_by` is what touches
    the table, where that is asked for.
    """

    source: str
    table: Table
    arrangement: tuple[str, ...]
    kind: str = ""
    definition: str | None = None
    used_by: Thread | None = None


class OneTable:
    name = "table"
    summary = "one table: its columns, keys, indexes, checks and policies"
    parameters: tuple[Parameter, ...] = (
        Parameter("NAME", "the table, as `schema.name` outside the default schema"),
        SOURCE,
        Parameter("with", "`with=lineage` adds what touches the table: services, routes, client state"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[OneSource, ...]:
        sources = select_sources(arguments, snapshot, self.parameters)
        names = [argument.value for argument in arguments if argument.name is None]
        if len(names) != 1:
            raise UnknownArgumentError("`table` takes the name of one table", "Write `table NAME`; `tables` shows all.")
        found = _find(names[0], sources)
        said = [_content(source, table, label=len(found) > 1) for source, table in found]
        if chosen(arguments, "with", ("lineage",)):
            said = [one._replace(used_by=thread_of(one.table.key, snapshot)) for one in said]
        return tuple(said)

    def blocks(self, content: tuple[OneSource, ...]) -> tuple[Block, ...]:
        return tuple(block for one in content for block in _blocks(one))


def _find(name: str, sources: Iterable[Source]) -> list[tuple[Source, Table | View]]:
    """The tables and views with this key, else those with this bare name."""
    known = [(source, table) for source in sources for table in declared(source)]
    found = [pair for pair in known if pair[1].key == name] or [pair for pair in known if pair[1].name == name]
    keys = sorted({table.key for _, table in found})
    if len(keys) > 1:
        message = f"several tables are called `{name}`"
        raise UnknownArgumentError(message, f"Write one of {', '.join(f'`{key}`' for key in keys)}.")
    if not found:
        close = did_you_mean(name, [table.key for _, table in known])
        raise UnknownArgumentError(f"there is no table `{name}`", close or "Delete the section if the table is gone.")
    return found


def _content(source: Source, table: Table | View, *, label: bool) -> OneSource:
    order = tuple(column.name for column in table.columns)
    name = source.id if label else ""
    if isinstance(table, Table):
        kind = documents.COLLECTION if documents.is_of_documents(source.dialect) else ""
        return OneSource(name, said_of_table(table), order, kind)
    kind = "materialized view" if table.materialized else "view"
    return OneSource(name, said_of_view(table), order, kind, table.definition)


def _blocks(one: OneSource) -> Iterable[Block]:
    if one.source:
        yield Paragraph((Code(one.source),))
    if one.kind and one.kind != documents.COLLECTION:
        yield Paragraph((Text(f"A {one.kind}."),))
    if one.table.comment:
        yield Paragraph((Text(one.table.comment),))
    if one.kind == documents.COLLECTION:
        yield from documents.blocks(one.table, one.arrangement)
        return
    yield from grids(one.table, one.arrangement)
    if one.table.row_level_security:
        yield Paragraph((Text("Row-level security is enabled."),))
    if one.definition:
        yield Fence("sql", one.definition)
    if one.used_by:
        yield grid_of(one.used_by, one.table.key)
