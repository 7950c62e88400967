"""`services`: what holds logic or accesses data, and the tables that it touches."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.layers import Operation, Service
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.filters import NAMES, filtered, links
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import chosen
from datamodel_check.views.wording import code, codes, column_cells

_FILTERS: Mapping[str, Callable[[Service], Iterable[str]]] = {
    NAMES: lambda service: (service.name,),
    "path": lambda service: (service.location.path,),
    "kind": lambda service: (service.kind,),
    "table": lambda service: _tables(service.operations),
}


class Row(NamedTuple):
    """One service, or with `operation` one of its operations."""

    name: str
    file: str
    operation: str
    operations: tuple[str, ...]
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    calls: tuple[str, ...]


class Services:
    name = "services"
    summary = "every service: its operations, and which tables they read and write"
    parameters: tuple[Parameter, ...] = (
        Parameter("SERVICE…", "only these services; `*` and `?` stand for any characters"),
        Parameter("path", "only services in files that match, as in `path=packages/billing/**`"),
        Parameter("kind", "only this one of module, class, repository, controller"),
        Parameter("table", "only services that read or write a table whose name matches"),
        Parameter("by", "`by=operation` has a row for each operation, with the services that it calls"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Row, ...]:
        services = filtered(snapshot.services, arguments, self.parameters, _FILTERS, "service")
        rows = _operations if chosen(arguments, "by", ("operation",)) else _whole
        return tuple(sorted(row for service in services for row in rows(service)))

    def blocks(self, content: tuple[Row, ...]) -> tuple[Block, ...]:
        if not content:
            return (Paragraph((Text("No services."),)),)
        return (_grid(content),)


def _whole(service: Service) -> Iterator[Row]:
    """The operations together."""
    reads = {table for operation in service.operations for table in operation.reads}
    writes = {table for operation in service.operations for table in operation.writes}
    names = {operation.name for operation in service.operations}
    yield Row(service.name, service.location.path, "", _sorted(names), _sorted(reads), _sorted(writes), ())


def _operations(service: Service) -> Iterator[Row]:
    for one in service.operations:
        reads, writes, calls = _sorted(one.reads), _sorted(one.writes), _sorted(one.calls)
        yield Row(service.name, service.location.path, one.name, (), reads, writes, calls)


def _grid(rows: Sequence[Row]) -> Grid:
    """A row is known by its service; of operations by their names as well."""
    is_whole = not rows[0].operation
    columns: dict[str, list[Cell]] = {
        "Service": _names(rows),
        "Operation": [code(row.operation) for row in rows],
        "Operations": [codes(row.operations) for row in rows],
        "Reads": [codes(row.reads) for row in rows],
        "Writes": [codes(row.writes) for row in rows],
        "Calls": [codes(row.calls) for row in rows],
    }
    header, cells = column_cells(columns, always=("Service",))
    return Grid(header, cells, keys=1 if is_whole else 2, noun="service" if is_whole else "operation")


def _names(rows: Sequence[Row]) -> list[Cell]:
    """One cell for each row; a service has the same in all of its rows."""
    services = sorted({(row.name, row.file) for row in rows})
    cells = links([name for name, _ in services], [file for _, file in services])
    known = dict(zip(services, cells, strict=True))
    return [known[row.name, row.file] for row in rows]


def _tables(operations: Iterable[Operation]) -> list[str]:
    return [table for operation in operations for table in (*operation.reads, *operation.writes)]


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
