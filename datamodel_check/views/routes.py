"""`routes`: the ways into the back end, who may take them, and the tables that they touch."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.layers import Route
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.filters import filtered, links
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.wording import code, codes, column_cells

KINDS = {"endpoint": "Route", "action": "Server action", "page": "Page"}
"""What the rows of each kind are called, in the order in which they are told."""

_FILTERS: Mapping[str, Callable[[Route], Iterable[str]]] = {
    "path": lambda route: (route.path,),
    "framework": lambda route: (route.framework,),
    "kind": lambda route: (route.kind,),
    "table": lambda route: (*route.reads, *route.writes),
}


class Row(NamedTuple):
    """One route; `handler` is empty where it is only the method once more."""

    kind: str
    name: str
    file: str
    handler: str
    auth: tuple[str, ...]
    reads: tuple[str, ...]
    writes: tuple[str, ...]


class Routes:
    name = "routes"
    summary = "every route: who may call it, and which tables it reads and writes"
    parameters: tuple[Parameter, ...] = (
        Parameter("path", "only routes whose path matches, as in `path=/api/orgs/**`"),
        Parameter("framework", "only routes of this framework, as `detect` calls it"),
        Parameter("kind", f"only this one of {', '.join(KINDS)}"),
        Parameter("table", "only routes that read or write a table whose name matches"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Row, ...]:
        routes = filtered(snapshot.routes, arguments, self.parameters, _FILTERS, "route")
        routes.sort(key=lambda route: (route.path, route.method, route.handler, route.location.path))
        return tuple(map(_row, routes))

    def blocks(self, content: tuple[Row, ...]) -> tuple[Block, ...]:
        grids = (_grid(kind, [row for row in content if row.kind == kind]) for kind in KINDS)
        return tuple(grid for grid in grids if grid.rows) or (Paragraph((Text("No routes."),)),)


def _row(route: Route) -> Row:
    is_told = route.kind == "endpoint" and route.handler != route.method
    handler = route.handler if is_told else ""
    auth, reads, writes = (tuple(sorted(set(names))) for names in (route.auth, route.reads, route.writes))
    return Row(route.kind, _name(route), route.location.path, handler, auth, reads, writes)


def _name(route: Route) -> str:
    if route.kind == "endpoint":
        return route.key
    return route.path if route.kind == "page" else route.handler


def _grid(kind: str, rows: Sequence[Row]) -> Grid:
    title = KINDS[kind]
    names = links([row.name for row in rows], [row.file for row in rows])
    columns: dict[str, list[Cell]] = {
        title: names,
        "Handler": [code(row.handler) for row in rows],
        "Auth": [codes(row.auth) for row in rows],
        "Reads": [codes(row.reads) for row in rows],
        "Writes": [codes(row.writes) for row in rows],
    }
    header, cells = column_cells(columns, always=(title, "Auth") if kind == "endpoint" else (title,))
    return Grid(header, cells, noun=title.lower())
