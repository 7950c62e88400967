"""`types`: the exported types of the domain, and their members."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.layers import DomainType
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.filters import NAMES, filtered, links
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import chosen
from datamodel_check.views.wording import code, codes, column_cells, words, yes_or_no

KINDS = {"class": "class", "interface": "interface", "type": "type", "zod": "zod schema"}

LONGEST = 200
"""Characters that are told of what a type stands for."""

_FILTERS: Mapping[str, Callable[[DomainType], Iterable[str]]] = {
    NAMES: lambda one: (one.name,),
    "path": lambda one: (one.location.path,),
    "kind": lambda one: (one.kind,),
}


class Row(NamedTuple):
    """One type, or one of its members; `members` are names, with `?` where they may be missing."""

    name: str
    file: str
    kind: str
    definition: str
    members: tuple[str, ...] = ()
    member: str = ""
    optional: bool = False


class Types:
    name = "types"
    summary = "the exported types of the domain, and their members"
    parameters: tuple[Parameter, ...] = (
        Parameter("TYPE…", "only these types, with a row for each member; `*` and `?` stand for any characters"),
        Parameter("path", "only types in files that match, as in `path=common/src/types/**`"),
        Parameter("kind", f"only this one of {', '.join(KINDS)}"),
        Parameter("by", "`by=member` has a row for each member, with its type"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Row, ...]:
        found = filtered(snapshot.types, arguments, self.parameters, _FILTERS, "type")
        in_detail = chosen(arguments, "by", ("member",)) or any(argument.name is None for argument in arguments)
        rows = _members if in_detail else _whole
        return tuple(sorted(row for one in found for row in rows(one)))

    def blocks(self, content: tuple[Row, ...]) -> tuple[Block, ...]:
        if not content:
            return (Paragraph((Text("No types."),)),)
        return (_detailed(content) if any(row.member for row in content) else _overview(content),)


def _whole(one: DomainType) -> Iterator[Row]:
    names = tuple(sorted(f"{member.name}{'?' if member.optional else ''}" for member in one.members))
    yield Row(one.name, one.location.path, one.kind, _short(one.definition), names)


def _members(one: DomainType) -> Iterator[Row]:
    """A row for each member; of a type without any, or with more than could be followed, one of its own."""
    if one.definition or not one.members:
        yield Row(one.name, one.location.path, one.kind, _short(one.definition))
    for member in one.members:
        told = _short(member.type)
        yield Row(one.name, one.location.path, one.kind, told, member=member.name, optional=member.optional)


def _short(text: str | None) -> str:
    text = text or ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _overview(rows: Sequence[Row]) -> Grid:
    columns: dict[str, list[Cell]] = {
        "Type": _names(rows),
        "Kind": [words(KINDS[row.kind]) for row in rows],
        "Members": [codes(row.members) for row in rows],
        "Definition": [code(row.definition) for row in rows],
    }
    header, cells = column_cells(columns, always=("Type",))
    return Grid(header, cells, noun="type")


def _detailed(rows: Sequence[Row]) -> Grid:
    columns: dict[str, list[Cell]] = {
        "Type": _names(rows),
        "Member": [code(row.member) for row in rows],
        "Definition": [code(row.definition) for row in rows],
        "Optional": [yes_or_no(row.optional) if row.member else () for row in rows],
    }
    header, cells = column_cells(columns, always=tuple(columns))
    return Grid(header, cells, keys=2, noun="member")


def _names(rows: Sequence[Row]) -> list[Cell]:
    """One cell for each row; a type has the same in all of its rows."""
    types = sorted({(row.name, row.file, row.kind) for row in rows})
    cells = links([name for name, _, _ in types], [file for _, file, _ in types])
    known = dict(zip(types, cells, strict=True))
    return [known[row.name, row.file, row.kind] for row in rows]
