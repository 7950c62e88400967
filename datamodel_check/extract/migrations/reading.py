"""Reads the migrations of folders, and what they leave behind."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.migrations import history, sections
from datamodel_check.extract.migrations.dialects import dialect
from datamodel_check.extract.migrations.drizzle_snapshots import snapshots
from datamodel_check.extract.migrations.folders import Entry, Folder, folders, scripts
from datamodel_check.extract.migrations.protocol import Found, Migrations, Read
from datamodel_check.extract.migrations.replay import Conflict, Outcome, Replay
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Irregularity, Migration
from datamodel_check.model.schema import Dialect
from datamodel_check.model.snapshot import Diagnostic, PassedOver
from datamodel_check.model.sql import Script, SqlDialect
from datamodel_check.model.tree import Tree

_SPOKEN: dict[Dialect, SqlDialect] = {
    "postgresql": "postgresql",
    "cockroachdb": "postgresql",
    "mysql": "mysql",
    "singlestore": "mysql",
    "sqlite": "sqlite",
}


def spoken(dialect: Dialect) -> SqlDialect | None:
    """Whose SQL a database speaks, as far as it is read."""
    return _SPOKEN.get(dialect)


def migrations(
    tree: Tree,
    candidates: Sequence[str],
    read: Read,
    settings: Settings,
    known: Mapping[str, SqlDialect] | None = None,
    coded: Iterable[Found] = (),
) -> Migrations:
    """The histories among `candidates`, the files that `MARKS` selects, and of folders whose migrations are `coded`.

    `read` gives the statements of a file of SQL; `known` are the databases of folders, as configurations name them.
    """
    histories: list[History] = []
    diagnostics: list[Diagnostic] = []
    passed_over: list[PassedOver] = []
    written = [(Found(folder, read), False) for folder in folders(scripts(tree, candidates))]
    for (folder, reader), is_code in (*written, *((found, True) for found in coded)):
        reason = decoy(f"{folder.path}/migration.sql", settings)
        spoken = (known or {}).get(folder.path) or folder.dialect
        if spoken is None and not folder.foreign:
            spoken = _dialect(tree, folder)
        if reason is not None or spoken is None:
            passed_over.append(PassedOver(folder.path, reason or "of a database whose SQL is not read"))
            continue
        reading = _Reading(tree, reader, folder, spoken, is_code=is_code)
        histories.append(reading.history())
        diagnostics.extend(reading.diagnostics)
    return Migrations(tuple(histories), tuple(diagnostics), tuple(passed_over))


def _dialect(tree: Tree, folder: Folder) -> SqlDialect | None:
    return dialect(folder.path, (tree.read(entry.path) for entry in folder.entries if entry.path in tree))


class _Reading:
    """Reads one folder."""

    def __init__(self, tree: Tree, read: Read, folder: Folder, spoken: SqlDialect, *, is_code: bool) -> None:
        self.tree = tree
        self.read = read
        self.folder = folder
        self.dialect: SqlDialect = spoken
        self.diagnostics: list[Diagnostic] = []
        self.tool = folder.tool
        self._is_code = is_code

    def history(self) -> History:
        folder = self.folder
        replay = Replay(self.dialect)
        entries = tuple(self._migration(replay, entry) for entry in folder.entries if entry.path in self.tree)
        outcome, conflicts = replay.outcome(), replay.conflicts
        baseline = folder.baseline if any(conflict.missing for conflict in conflicts) else None
        if baseline is not None:
            outcome, conflicts = self._from_baseline(baseline, conflicts)
        elif self._begins_elsewhere(conflicts):
            conflicts = [each for each in conflicts if not each.missing]
        irregularities = (*self._irregularities(entries), *(_irregularity(conflict) for conflict in conflicts))
        return History(
            tool=self.tool,
            folder=folder.path,
            dialect=self.dialect,
            entries=entries,
            tables=outcome.tables,
            enums=outcome.enums,
            views=outcome.views,
            sequences=outcome.sequences,
            irregularities=irregularities,
            baseline=baseline,
        )

    def _migration(self, replay: Replay, entry: Entry) -> Migration:
        script = self.read(entry.path, self.dialect)
        self.tool = sections.tool(script) or self.tool
        self._report(entry.path, script)
        replay.doubt(problem.subject for problem in script.problems)
        operations = replay.run(entry.path, sections.upward(script))
        return Migration(entry.id, Location(entry.path, NOWHERE), operations, script.digest)

    def _report(self, path: str, script: Script) -> None:
        hint = "Report it with this statement; what it does is missing from the facts."
        for problem in script.problems:
            self.diagnostics.append(Diagnostic("unreadable", Location(path, problem.span), problem.message, hint))

    def _from_baseline(self, path: str, conflicts: list[Conflict]) -> tuple[Outcome, list[Conflict]]:
        """The whole schema that new databases begin with: what the migrations miss was made before the first."""
        script = self.read(path, self.dialect)
        self._report(path, script)
        replay = Replay(self.dialect)
        replay.run(path, script.statements)
        return replay.outcome(), [*(each for each in conflicts if not each.missing), *replay.conflicts]

    def _begins_elsewhere(self, conflicts: Sequence[Conflict]) -> bool:
        """Whether the migrations begin with a change of what is there already: `create_all` or a dump made it.

        It is said once. Of migrations in SQL the one that is missing is looked for, for all of them are files.
        """
        first = conflicts[0] if self._is_code and conflicts else None
        if first is None or not first.missing or not first.is_first:
            return False
        message = f"{first.message}: what the database begins with is made elsewhere, so what it comes to is not known"
        hint = "Begin with a migration that makes what is there; else the schema is not compared with these migrations."
        self.diagnostics.append(Diagnostic("unresolved", first.location, message, hint))
        return True

    def _irregularities(self, entries: Sequence[Migration]) -> Iterator[Irregularity]:
        folder = self.folder
        yield from folder.irregularities
        yield from history.of_contents(entries)
        if folder.tool == "drizzle-kit":
            notes = snapshots(self.tree, folder.path, [entry.id for entry in folder.entries])
            listed = not any("/" in entry.path[len(folder.path) + 1 :] for entry in folder.entries)
            beside = scripts(self.tree, self.tree.paths).by_folder.get(folder.path, ()) if listed else ()
            yield from history.of_files(folder, self.tree.paths, beside)
            yield from history.of_chain(notes)
        else:
            yield from history.of_numbers(folder.entries)


def _irregularity(conflict: Conflict) -> Irregularity:
    hint = "Restore the order of the migrations, or the one that is missing."
    return Irregularity("conflict", conflict.location, conflict.message, hint)
