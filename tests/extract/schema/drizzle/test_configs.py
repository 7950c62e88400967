"""Which files drizzle-kit's configurations name, and what is said where they name nothing."""

from collections.abc import Mapping

import pytest

from datamodel_check import link, parse
from datamodel_check.extract.schema.drizzle.configs import is_config
from datamodel_check.model.program import Program
from tests.extract.vocabulary import extracts, snapshot
from tests.vocabulary import Files

USERS = """
    import { pgTable, text } from "drizzle-orm/pg-core"
    export const users = pgTable("users", { fullName: text() })
    """
POSTS = USERS.replace("users", "posts")


def config(options: str) -> str:
    return f'import {{ defineConfig }} from "drizzle-kit"\nexport default defineConfig({{ {options} }})\n'


DATABASE = 'dialect: "postgresql", schema: "./s.ts"'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("drizzle.config.ts", "export default {}"),
        ("drizzle.config.mjs", ""),
        ("drizzle.config.json", "{}"),
        ("packages/db/drizzle.config.ts", ""),
        ("drizzle.config.prod.ts", ""),
        ("drizzle-prod.config.ts", config(DATABASE)),
        ("drizzle.prod.config.cjs", f"module.exports = {{ {DATABASE} }}"),
        ("drizzle-pg-read.config.ts", f"export default {{ {DATABASE} }}"),
        ("configs/mysql.config.ts", config(DATABASE)),
        ("db/kit.ts", f'import type {{ Config }} from "drizzle-kit"\nexport default {{ {DATABASE} }} satisfies Config'),
    ],
)
def test_is_a_configuration(path: str, text: str) -> None:
    assert is_config(program({path: text}), path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("drizzle.ts", f"export default {{ {DATABASE} }}"),
        ("drizzle.config.md", config(DATABASE)),
        ("vite.config.ts", f"export default {{ {DATABASE} }}"),
        ("mydrizzle.config.ts", f"export default {{ {DATABASE} }}"),
        ("drizzle-zero.config.ts", "export default zero({ tables: { users: true } })"),
        ("scripts/push.ts", 'import { defineConfig } from "drizzle-kit"\nexport const a = defineConfig({})'),
    ],
)
def test_is_no_configuration(path: str, text: str) -> None:
    assert not is_config(program({path: text}), path)


def program(files: Mapping[str, str]) -> Program:
    return link.program(Files({path: text.encode() for path, text in files.items()}), parse)


WAYS = {
    "a path from somewhere": """
        import { relative } from "node:path"
        import { fileURLToPath } from "node:url"
        const schema = relative(process.cwd(), fileURLToPath(new URL("./src/schema.ts", import.meta.url)))
        export default { dialect: "postgresql", schema }
        """,
    "what is built of it": config('dialect: "postgresql", schema: "./dist/schema.js"'),
    "the folder that is built of it": config('dialect: "postgresql", schema: "dist/src"'),
    "a file": config('dialect: "postgresql", schema: "./src/schema.ts"'),
    "a list": config('dialect: "postgresql", schema: ["src/schema.ts"]'),
    "a folder": config('dialect: "postgresql", schema: "./src"'),
    "a glob": config('dialect: "postgresql", schema: "./src/*"'),
    "a driver of old": config('driver: "pg", schema: "./src/**/schema.ts"'),
    "no dialect": config('schema: "src/{schema,other}.ts"'),
    "satisfies": """
        import type { Config } from "drizzle-kit"
        export default { dialect: "postgresql", schema: "./src/schema.ts" } satisfies Config
        """,
    "CommonJS": """
        module.exports = { dialect: "postgresql", schema: "./src/schema.ts" }
        """,
    "constants": """
        const dialect = "postgresql"
        const folder = "./src"
        export default { dialect, schema: `${folder}/schema.ts` }
        """,
    "path.join": """
        import path from "path"
        export default { schema: path.join(__dirname, "src", "schema.ts").replace(/\\\\/g, "/") }
        """,
    "path.resolve": """
        import { resolve } from "node:path"
        export default { schema: resolve(process.cwd(), "src/schema.ts") }
        """,
    "import.meta.dirname": """
        import { join } from "path"
        export default { schema: join(import.meta.dirname, "./src/schema.ts") }
        """,
    "import.meta.url": """
        import { fileURLToPath } from "node:url"
        export default { schema: fileURLToPath(new URL("./src/schema.ts", import.meta.url)) }
        """,
}


@pytest.mark.parametrize("way", WAYS)
def test_ways_to_name_one_file(way: str) -> None:
    extracts(
        {"drizzle.config.ts": WAYS[way], "src/schema.ts": USERS},
        """
        drizzle:src/schema.ts postgresql drizzle.config.ts
          table users (users)
            fullName: text null
        """,
    )


def test_json() -> None:
    extracts(
        {"drizzle.config.json": '{"dialect": "postgresql", "schema": "a.ts", "casing": "snake_case"}', "a.ts": USERS},
        """
        drizzle:a.ts postgresql drizzle.config.json
          table users (users)
            full_name: text null (fullName)
        """,
    )


def test_the_package_is_tried_where_the_folder_of_the_configuration_has_no_such_file() -> None:
    extracts(
        {
            "packages/db/package.json": '{"name": "db"}',
            "packages/db/config/drizzle.config.ts": config(
                'dialect: "postgresql", schema: "src/schema.ts", out: "sql"'
            ),
            "packages/db/src/schema.ts": USERS,
            "packages/db/sql/0000_a.sql": "",
        },
        """
        drizzle:packages/db/src/schema.ts postgresql packages/db/config/drizzle.config.ts packages/db/sql
          table users (users)
            fullName: text null
        """,
    )


def test_a_folder_means_the_files_right_in_it() -> None:
    extracts(
        {
            "drizzle.config.ts": config('dialect: "postgresql", schema: "./db"'),
            "db/users.ts": USERS,
            "db/more/posts.ts": POSTS,
        },
        """
        drizzle:db/users.ts postgresql drizzle.config.ts
          table users (users)
            fullName: text null
        passed over db/more/posts.ts: not in the schema that drizzle.config.ts names
        """,
    )


def test_a_barrel_stands_for_its_folder() -> None:
    extracts(
        {
            "drizzle.config.ts": config('dialect: "postgresql", schema: "./db/index.ts"'),
            "db/index.ts": 'export * from "./users"\nexport { posts as articles } from "./posts"\n',
            "db/users.ts": USERS,
            "db/posts.ts": POSTS,
        },
        """
        drizzle:db postgresql drizzle.config.ts
          table posts (articles)
            fullName: text null
          table users (users)
            fullName: text null
        """,
    )


def test_several_configurations_of_one_schema_are_one_source() -> None:
    extracts(
        {
            "drizzle.config.ts": config('dialect: "postgresql", schema: "./schema.ts", casing: "snake_case"'),
            "drizzle.config.prod.ts": config('dialect: "postgresql", schema: "./schema.ts", casing: "snake_case"'),
            "schema.ts": USERS,
        },
        """
        drizzle:schema.ts postgresql drizzle.config.ts
          table users (users)
            full_name: text null (fullName)
        """,
    )


def test_two_schemas_in_one_folder_are_told_apart_by_dialect() -> None:
    extracts(
        {
            "pg/drizzle.config.ts": config('dialect: "postgresql", schema: ["../db/a.ts", "../db/b.ts"]'),
            "lite/drizzle.config.ts": config('dialect: "turso", schema: ["../db/a.ts", "../db/b.ts"]'),
            "db/a.ts": USERS,
            "db/b.ts": """
                import { sqliteTable, text } from "drizzle-orm/sqlite-core"
                export const cache = sqliteTable("cache", { key: text() })
                """,
        },
        """
        drizzle:db/a.ts postgresql pg/drizzle.config.ts
          table users (users)
            fullName: text null
        drizzle:db/b.ts sqlite lite/drizzle.config.ts
          table cache (cache)
            key: text null
        """,
    )


def test_filters() -> None:
    extracts(
        {
            "drizzle.config.ts": config(
                """
                dialect: "postgresql",
                schema: "./a.ts",
                schemaFilter: ["public", "app"],
                tablesFilter: ["*", "!old_*"],
                """
            ),
            "a.ts": """
                import { pgSchema, pgTable, text } from "drizzle-orm/pg-core"
                const auth = pgSchema("auth")
                export const users = pgTable("users", { a: text() })
                export const old = pgTable("old_users", { a: text() })
                export const inApp = pgSchema("app").table("x", { a: text() })
                export const sessions = auth.table("sessions", { a: text() })
                """,
        },
        """
        drizzle:a.ts postgresql drizzle.config.ts
          table app.x (inApp)
            a: text null
          table users (users)
            a: text null
        passed over a.ts: the table auth.sessions: left out by schemaFilter in drizzle.config.ts
        passed over a.ts: the table old_users: left out by tablesFilter in drizzle.config.ts
        """,
    )


def test_a_schema_that_does_not_exist_is_reported() -> None:
    extracts(
        {"drizzle.config.ts": config('dialect: "postgresql", schema: "./gone.ts"')},
        "unresolved drizzle.config.ts:2: drizzle.config.ts names a schema that does not exist: ./gone.ts",
    )


def test_a_schema_that_cannot_be_known_is_reported() -> None:
    extracts(
        {"drizzle.config.ts": config('dialect: "postgresql", schema: process.env.SCHEMA')},
        "unresolved drizzle.config.ts:2: the schema that drizzle.config.ts names cannot be resolved",
    )


def test_a_configuration_that_exports_nothing_is_reported() -> None:
    extracts(
        {"drizzle.config.ts": "export const config = {}\n"},
        "unresolved drizzle.config.ts:1: the configuration of drizzle-kit in drizzle.config.ts exports no object",
    )


def test_a_schema_without_tables_is_reported() -> None:
    extracts(
        {
            "drizzle.config.ts": config('dialect: "postgresql", schema: "./empty.ts"'),
            "empty.ts": "export const x = 1\n",
        },
        "unresolved drizzle.config.ts:2: the schema that drizzle.config.ts names declares no table of postgresql",
    )


def test_every_report_says_what_to_do() -> None:
    found = snapshot({"drizzle.config.ts": config('dialect: "postgresql", schema: "./gone.ts"')})
    assert [one.hint for one in found.diagnostics] == [
        "Correct `schema`; it is relative to the folder in which drizzle-kit is run."
    ]


def test_a_configuration_for_pulling_alone_names_no_schema() -> None:
    extracts(
        {"drizzle.config.ts": config('dialect: "postgresql", out: "./sql"'), "schema.ts": USERS},
        """
        drizzle:schema.ts postgresql
          table users (users)
            fullName: text null
        """,
    )
