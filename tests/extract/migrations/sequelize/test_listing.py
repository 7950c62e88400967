"""Which modules are migrations, and in which order they run."""

from collections.abc import Mapping

from tests.extract.migrations.sequelize.vocabulary import MODULE, configured, told
from tests.vocabulary import read

TABLE = "await queryInterface.createTable('{}', {{ id: Sequelize.INTEGER }});"
DATA = "await queryInterface.bulkInsert('users', [{ id: 1 }]);"


def listed(bodies: dict[str, str], dialect: str = "postgres", files: Mapping[str, bytes] | None = None) -> list[str]:
    """Each folder with its database, then what its migrations do."""
    modules = {path: MODULE.format(body=body).encode() for path, body in bodies.items()}
    found = read({**configured(dialect), **(files or {}), **modules}).migrations
    return [line for each in found for line in (f"{each.folder} ({each.dialect})", *told(each))]


def test_nothing_that_changes_tables() -> None:
    data = b"exports.up = (queryInterface) => queryInterface.bulkInsert('users', [{ id: 1 }]);"
    assert listed({}, files={"lib/data/20240101-users.js": data}) == []
    assert listed({"db/seeders/20240101-users.js": TABLE.format("users")}) == []


def test_order_of_names() -> None:
    bodies = {
        "db/changes/20240301-c.js": TABLE.format("c"),
        "db/changes/20240101-a.js": TABLE.format("a"),
        "db/changes/20240201-b.js": DATA,
    }
    assert listed(bodies, "mysql") == [
        "db/changes (mysql)",
        "20240101-a: create table a",
        "20240201-b: ",
        "20240301-c: create table c",
    ]


def test_modules_without_up() -> None:
    helper = {"migrations/helpers.js": b"exports.add = (queryInterface) => queryInterface.addColumn('a', 'b', 'INT');"}
    bodies = {"migrations/1-a.js": TABLE.format("a"), "other/migrations/1-b.js": TABLE.format("b")}
    assert listed(bodies, files=helper) == [
        "migrations (postgresql)",
        "1-a: create table a",
        "other/migrations (postgresql)",
        "1-b: create table b",
    ]


def test_database_of_the_models() -> None:
    model = b"new (require('sequelize').Sequelize)({ dialect: 'sqlite' }).define('a', {});"
    assert listed({"migrations/1-a.js": TABLE.format("a")}, files={"models.js": model})[0] == "migrations (sqlite)"


def test_databases_whose_sql_is_not_read() -> None:
    files = {**configured("mssql"), "migrations/1-a.js": MODULE.format(body=TABLE.format("a")).encode()}
    found = read(files)
    assert found.migrations == ()
    assert [(each.path, each.reason) for each in found.passed_over] == [
        ("migrations", "of a database whose SQL is not read")
    ]
