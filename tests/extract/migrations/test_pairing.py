"""Schemas are compared with the migrations that they are made into."""

from collections.abc import Mapping

from tests.vocabulary import read

SCHEMA = """
datasource db { provider = "postgresql" }
model a { id Int @id }
"""

SQL = 'create table "a" ("id" integer not null, constraint "a_pkey" primary key ("id"));'

PACKAGE = '{"dependencies": {"@prisma/client": "6"}}'


def pairs(files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found = read({path: text.encode() for path, text in files.items()}).migrations
    return {history.folder: history.sources for history in found}


def test_a_folder_that_the_schema_names() -> None:
    files = {"package.json": PACKAGE, "prisma/schema.prisma": SCHEMA, "prisma/migrations/1_a/migration.sql": SQL}
    assert pairs(files) == {"prisma/migrations": ("prisma:prisma/schema.prisma",)}


def test_the_only_folder_of_the_package_where_the_named_one_is_made_by_a_build() -> None:
    files = {"db/package.json": PACKAGE, "db/schema.prisma": SCHEMA, "db/sql/migrate/1_a/migration.sql": SQL}
    assert pairs(files) == {"db/sql/migrate": ("prisma:db/schema.prisma",)}


def test_not_one_of_two_folders_nor_another_packages() -> None:
    files = {
        "package.json": "{}",
        "db/package.json": PACKAGE,
        "db/schema.prisma": SCHEMA,
        "other/1_a/migration.sql": SQL,
    }
    assert pairs(files) == {"other": ()}
    two = {**files, "db/one/1_a/migration.sql": SQL, "db/two/1_a/migration.sql": SQL}
    assert pairs(two) == {"db/one": (), "db/two": (), "other": ()}
