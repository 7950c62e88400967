"""Which files are one schema, and where its configuration and migrations are."""

from collections.abc import Mapping
from textwrap import dedent

import pytest

from datamodel_check.extract.protocol import Settings
from datamodel_check.model.snapshot import Snapshot
from tests.extract.vocabulary import snapshot

DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n'
USER = "model User {\n  id Int @id\n}\n"
WHOLE = DATASOURCE + USER
POST = "model Post {\n  id Int @id\n}\n"
SQL = "CREATE TABLE x ();"


def finds(files: Mapping[str, str], expected: str, settings: Settings | None = None) -> None:
    """One line per source, diagnostic of Prisma and place passed over."""
    found = snapshot(files, settings)
    assert "\n".join(_lines(found)) == dedent(expected).strip("\n")


def _lines(found: Snapshot) -> list[str]:
    lines = []
    for source in found.sources:
        tables = ", ".join(table.key for table in source.tables)
        more = "".join(
            f"; {word} {value}"
            for word, value in (("config", source.config), ("migrations", source.migrations_folder))
            if value
        )
        lines.append(f"{source.id} ({', '.join(source.files)}): {tables}{more}")
    lines += [f"{one.code} {one.location}: {one.message}" for one in found.diagnostics]
    lines += [f"passed over {one.path}: {one.reason}" for one in found.passed_over]
    return lines


def config(body: str) -> str:
    return f'import {{ defineConfig }} from "prisma/config"\nexport default defineConfig({{ {body} }})\n'


# --- without a configuration -----------------------------------------------------------------------------------------


def test_nothing() -> None:
    finds({"schema.prisma": ""}, "")


def test_one_file() -> None:
    finds(
        {
            "prisma/schema.prisma": WHOLE,
            "prisma/migrations/1_init/migration.sql": SQL.replace("x ()", '"User" (id int)'),
        },
        "prisma:prisma/schema.prisma (prisma/schema.prisma): User; migrations prisma/migrations",
    )


def test_several_schemas() -> None:
    finds(
        {
            "apps/a/prisma/schema.prisma": WHOLE,
            "apps/b/prisma/schema.prisma": WHOLE,
            "apps/b/prisma/other.prisma": WHOLE,
        },
        """
        prisma:apps/a/prisma/schema.prisma (apps/a/prisma/schema.prisma): User
        prisma:apps/b/prisma/other.prisma (apps/b/prisma/other.prisma): User
        prisma:apps/b/prisma/schema.prisma (apps/b/prisma/schema.prisma): User
        """,
    )


def test_folder_because_the_datasource_stands_alone() -> None:
    finds(
        {
            "prisma/schema/main.prisma": DATASOURCE,
            "prisma/schema/user.prisma": USER,
            "prisma/schema/blog/post.prisma": POST,
            "prisma/migrations/1/migration.sql": "",
        },
        "prisma:prisma/schema (prisma/schema/blog/post.prisma, prisma/schema/main.prisma, prisma/schema/user.prisma): "
        "Post, User; migrations prisma/migrations",
    )


def test_folder_because_a_type_is_elsewhere() -> None:
    finds(
        {
            "prisma/schema.prisma": DATASOURCE + "model User {\n  id Int @id\n  role Role\n}\n",
            "prisma/enums/role.prisma": "enum Role {\n  A\n}\n",
        },
        "prisma:prisma (prisma/enums/role.prisma, prisma/schema.prisma): User",
    )


def test_folder_by_preview_feature() -> None:
    finds(
        {
            "prisma/schema/main.prisma": 'generator c {\n  previewFeatures = ["prismaSchemaFolder"]\n}\n' + WHOLE,
            "prisma/schema/post.prisma": POST,
        },
        "prisma:prisma/schema (prisma/schema/main.prisma, prisma/schema/post.prisma): Post, User",
    )


def test_folder_by_script() -> None:
    finds(
        {
            "package.json": '{"scripts": {"generate": "prisma generate --schema ./db"}}',
            "db/main.prisma": WHOLE,
            "db/post.prisma": POST,
        },
        "prisma:db (db/main.prisma, db/post.prisma): Post, User",
    )


def test_file_beside_a_whole_schema_is_no_part_of_it() -> None:
    finds(
        {"prisma/schema.prisma": WHOLE, "prisma/draft.prisma": POST},
        """
        prisma:prisma/schema.prisma (prisma/schema.prisma): User
        passed over prisma/draft.prisma: not in the schema prisma/schema.prisma
        """,
    )


def test_models_without_a_datasource() -> None:
    finds(
        {"models/user.prisma": USER},
        """
        unresolved models/user.prisma:1: models/user.prisma belongs to no schema: no datasource stands beside it
        """,
    )


def test_another_package_s_datasource_is_not_taken() -> None:
    finds(
        {"package.json": "{}", "a/package.json": "{}", "a/post.prisma": POST, "b/schema.prisma": WHOLE},
        """
        prisma:b/schema.prisma (b/schema.prisma): User
        unresolved a/post.prisma:1: a/post.prisma belongs to no schema: no datasource stands beside it
        """,
    )


# --- prisma.config.ts ------------------------------------------------------------------------------------------------


def test_config_names_a_file() -> None:
    finds(
        {
            "db/my.prisma": WHOLE,
            "prisma.config.ts": config('schema: "db/my.prisma"'),
            "db/migrations/1/migration.sql": "",
        },
        "prisma:db/my.prisma (db/my.prisma): User; config prisma.config.ts; migrations db/migrations",
    )


def test_config_names_a_folder_and_migrations() -> None:
    finds(
        {
            "packages/db/schema/main.prisma": WHOLE,
            "packages/db/schema/post.prisma": POST,
            "packages/db/history/1/migration.sql": "",
            "packages/db/prisma.config.ts": config('schema: "./schema", migrations: { path: "history" }'),
        },
        "prisma:packages/db/schema (packages/db/schema/main.prisma, packages/db/schema/post.prisma): Post, User; "
        "config packages/db/prisma.config.ts; migrations packages/db/history",
    )


@pytest.mark.parametrize(
    "written",
    [
        'path.join("db", "my.prisma")',
        'join(__dirname, "db/my.prisma")',
        "`${folder}/my.prisma`",
        'path.resolve(import.meta.dirname, "./db/my.prisma")',
    ],
)
def test_config_computes_the_path(written: str) -> None:
    text = f'import path, {{ join }} from "node:path"\nconst folder = "db"\n{config(f"schema: {written}")}'
    finds(
        {"db/my.prisma": WHOLE, "prisma.config.ts": text},
        "prisma:db/my.prisma (db/my.prisma): User; config prisma.config.ts",
    )


def test_config_in_a_folder_of_configurations() -> None:
    text = 'import { join } from "node:path"\nexport default { schema: join(__dirname, "..", "db", "my.prisma") }\n'
    finds(
        {"db/my.prisma": WHOLE, ".config/prisma.ts": text},
        "prisma:db/my.prisma (db/my.prisma): User; config .config/prisma.ts",
    )


def test_config_without_a_schema() -> None:
    finds(
        {"prisma/schema.prisma": WHOLE, "prisma.config.ts": config('datasource: { url: env("URL") }')},
        "prisma:prisma/schema.prisma (prisma/schema.prisma): User; config prisma.config.ts",
    )


def test_config_names_what_is_not_there() -> None:
    finds(
        {"prisma.config.ts": config('schema: "gone.prisma"')},
        "unresolved prisma.config.ts:2: prisma.config.ts names a schema that does not exist: gone.prisma",
    )


def test_config_that_cannot_be_told() -> None:
    finds(
        {"prisma.config.ts": config("schema: process.env.SCHEMA")},
        "unresolved prisma.config.ts:2: the schema that prisma.config.ts names cannot be resolved",
    )


def test_config_that_exports_no_object() -> None:
    finds(
        {"prisma.config.ts": 'import "prisma"\nexport default load()\n'},
        "unresolved prisma.config.ts:2: the configuration of Prisma in prisma.config.ts exports no object",
    )


def test_file_beside_a_configured_schema_is_no_part_of_it() -> None:
    finds(
        {
            "prisma/schema.prisma": WHOLE,
            "prisma/draft.prisma": POST,
            "prisma.config.ts": config('schema: "prisma/schema.prisma"'),
        },
        """
        prisma:prisma/schema.prisma (prisma/schema.prisma): User; config prisma.config.ts
        passed over prisma/draft.prisma: not in the schema prisma/schema.prisma
        """,
    )


# --- package.json ----------------------------------------------------------------------------------------------------


def test_manifest_names_a_folder() -> None:
    finds(
        {
            "app/package.json": '{"prisma": {"schema": "./db"}}',
            "app/db/main.prisma": WHOLE,
            "app/db/post.prisma": POST,
            "app/db/migrations/1/migration.sql": "",
        },
        "prisma:app/db (app/db/main.prisma, app/db/post.prisma): Post, User; migrations app/db/migrations",
    )


def test_manifest_names_what_is_not_there() -> None:
    finds(
        {"package.json": '{"prisma": {"schema": "gone"}}'},
        "unresolved package.json:1: package.json names a schema that does not exist: gone",
    )


def test_config_comes_before_the_manifest() -> None:
    finds(
        {
            "package.json": '{"prisma": {"schema": "old.prisma"}}',
            "prisma.config.ts": config('schema: "new.prisma"'),
            "new.prisma": WHOLE,
        },
        "prisma:new.prisma (new.prisma): User; config prisma.config.ts",
    )


# --- decoys ----------------------------------------------------------------------------------------------------------


def test_decoys() -> None:
    finds(
        {
            "prisma/schema.prisma": WHOLE,
            "tests/schema.prisma": WHOLE,
            "examples/blog/prisma/schema.prisma": WHOLE,
            "src/generated/prisma/schema.prisma": WHOLE,
        },
        """
        prisma:prisma/schema.prisma (prisma/schema.prisma): User
        passed over examples/blog/prisma/schema.prisma: in an examples folder
        passed over src/generated/prisma/schema.prisma: in a generated folder
        passed over tests/schema.prisma: in a tests folder
        """,
    )


def test_decoy_that_the_settings_name() -> None:
    finds(
        {"tests/schema.prisma": WHOLE},
        "prisma:tests/schema.prisma (tests/schema.prisma): User",
        Settings(sources=("tests/*.prisma",)),
    )


def test_copy_that_a_generator_writes() -> None:
    generator = 'generator client {\n  provider = "prisma-client-js"\n  output = "../src/client"\n}\n'
    finds(
        {"prisma/schema.prisma": WHOLE + generator, "src/client/schema.prisma": WHOLE + generator},
        """
        prisma:prisma/schema.prisma (prisma/schema.prisma): User
        passed over src/client/schema.prisma: a copy that Prisma Client leaves of prisma/schema.prisma
        """,
    )


# --- versions --------------------------------------------------------------------------------------------------------

MANY_TO_MANY = DATASOURCE + "model A {\n  id Int @id\n  b B[]\n}\nmodel B {\n  id Int @id\n  a A[]\n}\n"


@pytest.mark.parametrize(
    ("manifest", "key"),
    [
        ('{"dependencies": {"@prisma/client": "^5.22.0"}}', ()),
        ('{"devDependencies": {"prisma": "6.0.1"}}', ("A", "B")),
        ('{"dependencies": {"@prisma/client": "latest"}}', ("A", "B")),
        ("{}", ("A", "B")),
    ],
)
def test_the_key_of_a_join_table_depends_on_the_version(manifest: str, key: tuple[str, ...]) -> None:
    (source,) = snapshot({"package.json": manifest, "prisma/schema.prisma": MANY_TO_MANY}).sources
    table = source.table("_AToB")
    assert table is not None
    assert table.primary_key == key
    assert [unique.columns for unique in table.uniques] == ([] if key else [("A", "B")])
