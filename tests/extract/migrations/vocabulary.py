"""What the tests of migrations are written in: scripts or files in, the state or the histories as text out."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent

from datamodel_check.extract.migrations.protocol import Migrations
from datamodel_check.extract.migrations.reading import migrations
from datamodel_check.extract.migrations.replay import Replay
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.migrations import History
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse import sql
from tests.extract.vocabulary import described
from tests.vocabulary import Files


def replayed(source: str, dialect: SqlDialect = "postgresql") -> tuple[Replay, tuple[str, ...]]:
    """The replay after a script, and what that did."""
    replay = Replay(dialect)
    script = sql.script(dedent(source).encode(), dialect)
    assert script.problems == ()
    return replay, replay.run("m.sql", script.statements)


def makes(source: str, expected: str, dialect: SqlDialect = "postgresql") -> None:
    """The state after a script, as text; all of it is compared. Nothing in the script is refused."""
    replay, _ = replayed(source, dialect)
    assert replay.conflicts == []
    outcome = replay.outcome()
    source_ = Source("", "drizzle", dialect, (), outcome.tables, None, outcome.enums, outcome.views, outcome.sequences)
    text = described(Snapshot(sources=(source_,)))
    assert dedent(text.partition("\n")[2]).strip("\n") == dedent(expected).strip("\n")


def does(source: str, expected: Sequence[str], dialect: SqlDialect = "postgresql") -> None:
    """What a script does, in words; nothing in it is refused."""
    replay, operations = replayed(source, dialect)
    assert replay.conflicts == []
    assert list(operations) == list(expected)


def refused(source: str, dialect: SqlDialect = "postgresql") -> list[str]:
    """`line: message` of each statement that cannot be applied."""
    replay, _ = replayed(source, dialect)
    return [f"{conflict.location.line}: {conflict.message}" for conflict in replay.conflicts]


def found(files: Mapping[str, str], settings: Settings | None = None) -> Migrations:
    """The histories in a tree of these files; their text may be indented."""
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    return migrations(
        tree, tree.paths, lambda path, dialect: sql.script(tree.read(path), dialect), settings or Settings()
    )


def history(files: Mapping[str, str]) -> History:
    """The one history in a tree."""
    (only,) = found(files).histories
    return only


def finds(files: Mapping[str, str], expected: str, settings: Settings | None = None) -> None:
    """Histories, diagnostics and what was passed over, as text; all of it is compared."""
    assert "\n".join(_described(found(files, settings))) == dedent(expected).strip("\n")


def _described(found: Migrations) -> Iterator[str]:
    for history in found.histories:
        baseline = f" from {history.baseline}" if history.baseline else ""
        yield f"{history.tool} {history.folder} {history.dialect}{baseline}: {', '.join(_tables(history))}"
        for entry in history.entries:
            yield f"  {entry.id} {entry.location}: {'; '.join(entry.operations)}".rstrip()
        for one in history.irregularities:
            yield f"  {one.kind} {one.location}: {one.message}"
    for diagnostic in found.diagnostics:
        yield f"{diagnostic.code} {diagnostic.location}: {diagnostic.message}"
    for place in found.passed_over:
        yield f"passed over {place.path}: {place.reason}"


def _tables(history: History) -> Iterator[str]:
    for table in history.tables:
        yield f"{table.key}({' '.join(column.name for column in table.columns)})"
