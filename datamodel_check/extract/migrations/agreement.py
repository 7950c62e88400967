"""Do schema and migrations agree? What the next migration would hold, in words.

The schema is said as SQL and replayed, so both witnesses speak one language.
"""

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations.differences import of_enum, of_table, of_view
from datamodel_check.extract.migrations.drizzle_snapshots import snapshots
from datamodel_check.extract.migrations.replay import Replay
from datamodel_check.extract.migrations.schema_sql import statements
from datamodel_check.extract.migrations.unmanaged import unmanaged
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Irregularity, Pending
from datamodel_check.model.schema import Enum, Source, Table, View
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.sql import Script, SqlDialect
from datamodel_check.model.tree import Tree

ReadText = Callable[[str, SqlDialect], Script]
"""The statements of a text, as `parse.sql.script` reads them."""


class Schema(NamedTuple):
    """Schemas that one folder of migrations serves, as the replay of their SQL has them.

    `doubtful` are keys of tables and enums of which the schema does not say everything; `complete` is whether all
    tables are known, by their names.
    """

    tables: dict[str, Table]
    enums: dict[str, Enum]
    views: dict[str, View]
    doubtful: frozenset[str]
    complete: bool
    unmanaged: frozenset[str]


def agree(
    tree: Tree, history: History, sources: Sequence[Source], diagnostics: Sequence[Diagnostic], read: ReadText
) -> History:
    """The history, saying what it lacks of the schemas that it serves and holds beyond them.

    Nothing can be said where migrations are missing, and a folder without any belongs to a team that does not use it.
    """
    history = history._replace(sources=tuple(source.id for source in sources))
    if not history.entries or any(each.kind == "missing" for each in history.irregularities):
        return history._replace(unsure=True)
    doubtful = _doubts(history, diagnostics)
    settled = _beyond_snapshot(tree, history, doubtful, read) if history.tool == "drizzle-kit" else {}
    irregularities = tuple(_of_snapshot(place, change) for change, place in settled.items())
    history = history._replace(irregularities=(*history.irregularities, *irregularities))
    if not sources:
        return history
    schema = _schema(history.dialect, sources, diagnostics, read)
    unread = frozenset(schema.tables) if _is_unread(history, diagnostics) else frozenset[str]()
    doubtful |= schema.doubtful | unread
    found = _differences(schema, history, doubtful)
    return history._replace(
        unsure=bool(doubtful) or not schema.complete,
        pending=tuple(
            change._replace(location=_location(sources, change.subject)) for change in found if change not in settled
        ),
    )


def _beyond_snapshot(tree: Tree, history: History, doubtful: frozenset[str], read: ReadText) -> dict[Pending, Location]:
    """How drizzle-kit's last snapshot differs from what the SQL makes: it will not migrate what stands in there."""
    noted = snapshots(tree, history.folder, [entry.id for entry in history.entries[-1:]])
    if not noted:
        return {}
    (snapshot,) = noted.values()
    tables = {table.key: table for table in snapshot.tables}
    enums = {enum.key: enum for enum in snapshot.enums}
    made = _replayed(history.dialect, tables, enums, snapshot.views, read)
    schema = Schema(*made, complete=True, unmanaged=frozenset())
    place = Location(snapshot.path, NOWHERE)
    return dict.fromkeys(_differences(schema, history, made.doubtful | doubtful), place)


def _of_snapshot(place: Location, change: Pending) -> Irregularity:
    message = f"the last snapshot differs from what the migrations make: {change.text}"
    hint = "Restore what was edited, or write a migration by hand: the ORM takes this for done."
    return Irregularity("snapshot", place, message, hint)


# --- the schema as a state -------------------------------------------------------------------------------------------


class Replayed(NamedTuple):
    """The state that a schema's SQL makes, and what of the SQL could not be read."""

    tables: dict[str, Table]
    enums: dict[str, Enum]
    views: dict[str, View]
    doubtful: frozenset[str]


def _schema(
    dialect: SqlDialect, sources: Sequence[Source], diagnostics: Sequence[Diagnostic], read: ReadText
) -> Schema:
    tables = {table.key: table for source in sources for table in source.tables}
    enums = {enum.key: enum for source in sources for enum in source.enums}
    views = [view for source in sources for view in source.views]
    made = _replayed(dialect, tables, enums, views, read)
    disputed = {table.key for source in sources for table in source.tables if _said(table) != _said(tables[table.key])}
    unclear, complete = _unclear(sources, diagnostics)
    made = made._replace(doubtful=made.doubtful | unclear | disputed)
    return Schema(*made, complete, frozenset.intersection(*map(unmanaged, sources)))


def _replayed(
    dialect: SqlDialect, tables: Mapping[str, Table], enums: Mapping[str, Enum], views: Iterable[View], read: ReadText
) -> Replayed:
    replay = Replay(dialect)
    doubtful: set[str] = set()
    for statement in statements(enums.values(), list(tables.values()), views, dialect):
        script = read(statement.text, dialect)
        conflicts = len(replay.conflicts)
        replay.run("", script.statements)
        if script.problems or len(replay.conflicts) > conflicts:
            doubtful.add(statement.subject)
    outcome = replay.outcome()
    return Replayed(
        {table.key: table for table in outcome.tables},
        {enum.key: enum for enum in outcome.enums},
        {view.key: view for view in outcome.views},
        frozenset(doubtful),
    )


def _said(table: Table) -> Table:
    """What tells apart two tables that two schemas have under one name."""
    nowhere = Location("", NOWHERE)
    columns = tuple(column._replace(location=nowhere, code_name="") for column in table.columns)
    return table._replace(location=nowhere, code_name="", columns=columns)


def _unclear(sources: Sequence[Source], diagnostics: Sequence[Diagnostic]) -> tuple[set[str], bool]:
    """The tables with something unresolved, and whether there is nothing unresolved beside them."""
    folders = {posixpath.dirname(path) for source in sources for path in source.files}
    places = [each.location for each in diagnostics if posixpath.dirname(each.location.path) in folders]
    unclear: set[str] = set()
    inside: set[Location] = set()
    for source in sources:
        facts: tuple[Table | Enum, ...] = (*source.tables, *source.enums)
        for fact in facts:
            found = {place for place in places if _holds(fact.location, place)}
            inside |= found
            if found:
                unclear.add(fact.key)
    return unclear, inside.issuperset(places)


def _holds(fact: Location, place: Location) -> bool:
    return fact.path == place.path and fact.span.start <= place.span.start < max(fact.span.end, fact.span.start + 1)


def _doubts(history: History, diagnostics: Sequence[Diagnostic]) -> frozenset[str]:
    """Where a statement was not understood or refused, nobody knows what the migrations make of any table it names."""
    unread = _is_unread(history, diagnostics)
    refused = any(each.kind in {"conflict", "missing", "fork"} for each in history.irregularities)
    return frozenset(table.key for table in history.tables) if unread or refused else frozenset()


def _is_unread(history: History, diagnostics: Sequence[Diagnostic]) -> bool:
    """Whether a statement was not understood: it may have made whatever no other makes."""
    paths = {entry.location.path for entry in history.entries}
    return any(diagnostic.location.path in paths for diagnostic in diagnostics)


def _location(sources: Iterable[Source], subject: str) -> Location | None:
    for source in sources:
        facts: tuple[Table | Enum, ...] = (*source.tables, *source.enums)
        for fact in facts:
            if fact.key == subject:
                return fact.location
            if isinstance(fact, Table) and subject.startswith(f"{fact.key}."):
                column = fact.column(subject[len(fact.key) + 1 :])
                return fact.location if column is None else column.location
    return None


# --- differences -----------------------------------------------------------------------------------------------------


def _differences(schema: Schema, history: History, doubtful: Collection[str]) -> Iterator[Pending]:
    drops = "beyond" not in schema.unmanaged
    enums = {enum.key: enum for enum in history.enums}
    for key in sorted(schema.enums.keys() | enums.keys()):
        if key not in doubtful and (key in schema.enums or drops):
            yield from of_enum(key, schema.enums.get(key), enums.get(key), schema.unmanaged)
    views = {view.key: view for view in history.views}
    for key in sorted(schema.views.keys() | views.keys()):
        if key not in doubtful and "view" not in schema.unmanaged and (key in schema.views or drops):
            yield from of_view(key, schema.views.get(key), views.get(key))
    tables = {table.key: table for table in history.tables}
    for key in sorted(schema.tables.keys() | tables.keys()):
        if key in doubtful:
            continue
        wanted, made = schema.tables.get(key), tables.get(key)
        if made is None and wanted is not None and schema.complete:
            yield Pending("added", key, f"create table {key} ({', '.join(each.name for each in wanted.columns)})")
        elif wanted is None and drops and schema.complete:
            yield Pending("removed", key, f"drop table {key}")
        elif wanted is not None and made is not None:
            yield from of_table(wanted, made, history.dialect, schema.unmanaged)
