"""`state`: what the client keeps: stores, queries and mutations, contexts, atoms."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.layers import Member, State
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.filters import NAMES, filtered, links
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.systems import display
from datamodel_check.views.wording import code, codes, column_cells, words

KINDS = {
    "store": "Store",
    "slice": "Slice",
    "query": "Query",
    "mutation": "Mutation",
    "api": "API",
    "context": "Context",
    "atom": "Atom",
}
"""What the rows of each kind are called, in the order in which they are told."""

LONGEST = 60
"""Characters of a type that is told; of a longer one its field's name is."""

_FILTERS: Mapping[str, Callable[[State], Iterable[str]]] = {
    NAMES: lambda state: (state.name,),
    "system": lambda state: (state.system,),
    "kind": lambda state: (state.kind,),
    "path": lambda state: (state.location.path,),
    "endpoint": lambda state: (endpoint.partition(" ")[2] or endpoint for endpoint in state.endpoints),
}


class Row(NamedTuple):
    """One piece of state; fields with their types."""

    kind: str
    name: str
    file: str
    system: str
    key: str | None
    fields: tuple[str, ...]
    computed: tuple[str, ...]
    actions: tuple[str, ...]
    endpoints: tuple[str, ...]
    invalidates: tuple[str, ...]
    options: tuple[str, ...]


class ClientState:
    name = "state"
    summary = "what the client keeps: stores, queries and mutations, contexts, atoms"
    parameters: tuple[Parameter, ...] = (
        Parameter("NAME…", "only stores, queries, … of these names; `*` and `?` stand for any characters"),
        Parameter("system", "only those of this library, as `detect` calls it: `system=zustand`"),
        Parameter("kind", f"only this one of {', '.join(KINDS)}"),
        Parameter("path", "only those in files that match, as in `path=web/src/stores/**`"),
        Parameter("endpoint", "only those that call a route whose path matches, as in `endpoint=/api/orders*`"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Row, ...]:
        state = filtered(snapshot.state, arguments, self.parameters, _FILTERS, "state")
        return tuple(sorted(map(_row, state), key=repr))

    def blocks(self, content: tuple[Row, ...]) -> tuple[Block, ...]:
        grids = (_grid(kind, [row for row in content if row.kind == kind]) for kind in KINDS)
        return tuple(grid for grid in grids if grid.rows) or (Paragraph((Text("No client state."),)),)


def _row(state: State) -> Row:
    return Row(
        state.kind,
        state.name,
        state.location.path,
        state.system,
        state.key,
        fields=_sorted(_field(member) for member in state.members if member.kind == "field"),
        computed=_sorted(member.name for member in state.members if member.kind == "computed"),
        actions=_sorted(member.name for member in state.members if member.kind == "action"),
        endpoints=_sorted(state.endpoints),
        invalidates=_sorted(state.invalidates),
        options=_sorted(state.options),
    )


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _field(member: Member) -> str:
    typed = f"{member.name}: {member.type}"
    return typed if member.type and len(typed) <= LONGEST else member.name


def _grid(kind: str, rows: Sequence[Row]) -> Grid:
    title = KINDS[kind]
    systems = {row.system for row in rows}
    columns: dict[str, list[Cell]] = {
        title: links([row.name for row in rows], [row.file for row in rows]),
        "Library": [words(display(row.system)) if len(systems) > 1 else () for row in rows],
        "Key": [code(row.key) for row in rows],
        "Fields": [codes(row.fields) for row in rows],
        "Computed": [codes(row.computed) for row in rows],
        "Actions": [codes(row.actions) for row in rows],
        "Calls": [codes(row.endpoints) for row in rows],
        "Makes stale": [codes(row.invalidates) for row in rows],
        "Notes": [words("; ".join(row.options)) for row in rows],
    }
    header, cells = column_cells(columns, always=(title,))
    return Grid(header, cells, noun=title if kind == "api" else title.lower())
