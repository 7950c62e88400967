"""`enums`: the database's enums, their values, and the columns that hold them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Code, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import SOURCE, select_sources
from datamodel_check.views.wording import codes


class Row(NamedTuple):
    """One enum; `columns` as `table.column`."""

    name: str
    values: tuple[str, ...]
    columns: tuple[str, ...]


class OneSource(NamedTuple):
    """The enums of one source; `source` is empty where only one has any."""

    source: str
    rows: tuple[Row, ...]


class Enums:
    name = "enums"
    summary = "enums, their values, and the columns that hold them"
    parameters: tuple[Parameter, ...] = (
        Parameter("ENUM…", "only these enums; `*` and `?` stand for any characters"),
        SOURCE,
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[OneSource, ...]:
        sources = select_sources(arguments, snapshot, self.parameters)
        wanted = [argument.value for argument in arguments if argument.name is None]
        for pattern in wanted:
            if not any(_matches(enum.key, [pattern]) for source in sources for enum in source.enums):
                message = f"no enum matches `{pattern}`"
                raise UnknownArgumentError(message, "Delete it from the opening line if the enum is gone.")
        rows = [(source.id, tuple(_rows(source, wanted))) for source in sources]
        kept = [(name, found) for name, found in rows if found]
        return tuple(OneSource(name if len(kept) > 1 else "", found) for name, found in kept)

    def blocks(self, content: tuple[OneSource, ...]) -> tuple[Block, ...]:
        return tuple(block for one in content for block in _blocks(one)) or (Paragraph((Text("No enums."),)),)


def _rows(source: Source, wanted: Sequence[str]) -> Iterable[Row]:
    for enum in source.enums:
        if not wanted or _matches(enum.key, wanted):
            columns = (
                f"{table.key}.{column.name}"
                for table in source.tables
                for column in table.columns
                if column.enum == enum.key
            )
            yield Row(enum.key, enum.values, tuple(sorted(columns)))


def _matches(key: str, patterns: Iterable[str]) -> bool:
    from fnmatch import fnmatchcase

    return any(key == pattern or fnmatchcase(key, pattern) for pattern in patterns)


def _blocks(one: OneSource) -> Iterable[Block]:
    if one.source:
        yield Paragraph((Code(one.source),))
    rows = tuple(((Code(row.name),), codes(row.values), codes(row.columns)) for row in one.rows)
    yield Grid(("Enum", "Values", "Used by"), rows, noun="enum")
