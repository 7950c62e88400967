"""`lineage`: the thread from each table to the screen."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.layers import Lineage
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import check_arguments, instead, matches
from datamodel_check.views.wording import codes, column_cells


class Thread(NamedTuple):
    """What touches a table, directly or through the former; `table` is empty where a heading tells it."""

    table: str
    services: tuple[str, ...]
    routes: tuple[str, ...]
    state: tuple[str, ...]
    components: tuple[str, ...]


LAYERS = ("Services", "Routes", "Client state", "Components")
"""What the parts of a thread are called, from the table to the screen."""


class Threads:
    name = "lineage"
    summary = "what touches each table: services, routes, client state, components"
    parameters: tuple[Parameter, ...] = (
        Parameter("TABLE…", "only these tables, also those that nothing touches; `*` and `?` stand for any characters"),
        Parameter("table", "only tables whose name matches, as in `table=billing_*`"),
        Parameter("exclude", "not the tables whose name matches"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Thread, ...]:
        check_arguments(arguments, self.parameters)
        known = _threads(snapshot)
        wanted = [argument.value for argument in arguments if argument.name in {None, "table"}]
        for pattern in wanted:
            if not any(matches(table, [pattern]) for table in known):
                raise UnknownArgumentError(f"no table matches `{pattern}`", instead(pattern, sorted(known)))
        excluded = [argument.value for argument in arguments if argument.name == "exclude"]
        return tuple(
            thread
            for table, thread in sorted(known.items())
            if (matches(table, wanted) if wanted else any(thread[1:])) and not matches(table, excluded)
        )

    def blocks(self, content: tuple[Thread, ...]) -> tuple[Block, ...]:
        if not content:
            return (Paragraph((Text("Nothing touches the tables."),)),)
        columns: dict[str, list[Cell]] = {"Table": [codes([thread.table]) for thread in content]}
        columns |= {layer: [codes(thread[place]) for thread in content] for place, layer in enumerate(LAYERS, 1)}
        header, cells = column_cells(columns, always=("Table",))
        return (Grid(header, cells, noun="table"),)


def thread_of(table: str, snapshot: Snapshot) -> Thread | None:
    """The thread of one table, without its name; None where nothing touches it."""
    found = next((one for one in snapshot.lineage if one.table == table), None)
    return None if found is None else _said(found)._replace(table="")


def grid_of(thread: Thread, table: str) -> Grid:
    """A row for each layer that touches a table."""
    rows = [((Text(layer),), codes(names)) for layer, names in zip(LAYERS, thread[1:], strict=True) if names]
    return Grid(("Used by", "Names"), tuple(rows), noun="use", subject=table)


def _threads(snapshot: Snapshot) -> dict[str, Thread]:
    """By table; of a table that nothing touches an empty one."""
    tables = (table.key for source in snapshot.sources for table in source.tables)
    empty = {table: Thread(table, (), (), (), ()) for table in tables}
    return empty | {one.table: _said(one) for one in snapshot.lineage}


def _said(one: Lineage) -> Thread:
    return Thread(one.table, *map(_sorted, (one.services, one.routes, one.state, one.components)))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
