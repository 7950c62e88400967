"""Migrations that are written in code are replayed as those in SQL are."""

from datamodel_check.extract.migrations.folders import Entry, Folder
from datamodel_check.extract.migrations.protocol import Found
from datamodel_check.extract.migrations.reading import migrations
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.sql import Script, SqlDialect
from datamodel_check.parse import sql
from tests.vocabulary import Files

TREE = Files({"migrations/1-a.ts": b"query('create table a (id int)')", "migrations/2-b.ts": b"query('drop table b')"})

FOLDER = Folder(
    "typeorm", "migrations", (Entry("1-a", "migrations/1-a.ts"), Entry("2-b", "migrations/2-b.ts")), "sqlite"
)


def read(path: str, dialect: SqlDialect) -> Script:
    text = TREE.read(path).decode()
    return sql.script(text[text.index("'") + 1 : text.rindex("'")].encode(), dialect)


def test_a_folder_of_code() -> None:
    found = migrations(TREE, (), lambda _path, _dialect: Script(()), Settings(), coded=[Found(FOLDER, read)])
    (history,) = found.histories
    assert (history.tool, history.folder, history.dialect) == ("typeorm", "migrations", "sqlite")
    assert [(entry.id, entry.operations) for entry in history.entries] == [("1-a", ("create table a",)), ("2-b", ())]
    assert [one.message for one in history.irregularities] == ["no earlier migration creates the table b"]


def test_a_database_that_something_else_made() -> None:
    """The first migration changes a table that is there already: that is said once, and nothing is compared."""
    tree = Files(
        {
            "migrations/1-a.ts": b"query('alter table a add column n int')",
            "migrations/2-b.ts": b"query('drop table b')",
            "migrations/3-c.ts": b"query('create table c (id int)')",
        }
    )
    folder = FOLDER._replace(entries=tuple(Entry(path[11:-3], path) for path in tree.paths))

    def read(path: str, dialect: SqlDialect) -> Script:
        return sql.script(tree.read(path)[7:-2], dialect)

    found = migrations(tree, (), read, Settings(), coded=[Found(folder, read)])
    (history,) = found.histories
    (said,) = found.diagnostics
    assert history.irregularities == ()
    assert (said.code, str(said.location)) == ("unresolved", "migrations/1-a.ts:1")
    assert said.message == (
        "no earlier migration creates the table a: what the database begins with is made elsewhere, "
        "so what it comes to is not known"
    )
