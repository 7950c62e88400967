"""Which facts a generated section shows, by kind and name, as its tables' rows have them."""

from collections.abc import Iterable, Iterator, Mapping

from datamodel_check.model.blocks import Block, Cell, Grid
from datamodel_check.model.facts import FactKind

_KINDS: Mapping[str, Mapping[str, FactKind]] = {
    "tables": {"table": "table", "collection": "table"},
    "enums": {"enum": "enum"},
    "routes": {"route": "route", "server action": "route", "page": "route"},
    "services": {"service": "service", "operation": "service"},
}
"""By the name of a view what its rows are."""


def documented(view: str, blocks: Iterable[Block]) -> Iterator[tuple[FactKind, str]]:
    """The facts that a section of this view shows."""
    for block in blocks:
        if not isinstance(block, Grid):
            continue
        if view == "table" and block.subject:
            yield "table", block.subject
        kind = "store" if view == "state" else _KINDS.get(view, {}).get(block.noun)
        if kind is not None:
            yield from ((kind, _name(row[0])) for row in block.rows if row)


def _name(cell: Cell) -> str:
    return cell[0].text if cell else ""
