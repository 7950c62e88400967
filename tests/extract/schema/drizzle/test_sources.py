"""What is a source without a configuration, and what is passed over."""

from datamodel_check.extract.protocol import Settings
from tests.extract.vocabulary import extracts

USERS = """
    import { pgTable, text } from "drizzle-orm/pg-core"
    export const users = pgTable("users", { name: text() })
    """
CONFIG = 'export default { dialect: "postgresql", schema: "./schema.ts" }\n'


def test_nothing() -> None:
    extracts({}, "")
    extracts({"a.ts": "export const pgTable = 1\n"}, "")


def test_a_table_of_another_package_is_none() -> None:
    extracts(
        {
            "a.ts": """
                import { pgTable, text } from "not-drizzle"
                export const users = pgTable("users", { name: text() })
                """
        },
        "",
    )


def test_an_example_in_a_comment_is_none() -> None:
    extracts({"a.ts": '// import { pgTable } from "drizzle-orm/pg-core"\n/** pgTable("users", {}) */\nexport {}\n'}, "")


def test_look_alikes_are_none() -> None:
    extracts(
        {
            "schema.ts": USERS,
            "zod.ts": """
                import { createInsertSchema } from "drizzle-zod"
                import { drizzle } from "drizzle-orm/postgres-js"
                import { users } from "./schema"
                export const insert = createInsertSchema(users, { name: (x) => x.max(3) })
                export const db = drizzle(process.env.URL, { schema: { users } })
                """,
        },
        """
        drizzle:schema.ts postgresql
          table users (users)
            name: text null
        """,
    )


def test_files_of_one_package_are_one_source() -> None:
    extracts(
        {
            "src/a.ts": USERS,
            "src/b.ts": USERS.replace("users", "posts"),
            "packages/x/package.json": '{"name": "x"}',
            "packages/x/schema.ts": USERS.replace("users", "other"),
        },
        """
        drizzle:packages/x/schema.ts postgresql
          table other (other)
            name: text null
        drizzle:src postgresql
          table posts (posts)
            name: text null
          table users (users)
            name: text null
        """,
    )


def test_enums_and_helpers_may_stand_in_files_of_their_own() -> None:
    extracts(
        {
            "db/enums.ts": """
                import { pgEnum } from "drizzle-orm/pg-core"
                export const role = pgEnum("role", ["admin", "user"])
                """,
            "db/table.ts": """
                import { pgTableCreator } from "drizzle-orm/pg-core"
                export const table = pgTableCreator((name) => `app_${name}`)
                """,
            "db/users.ts": """
                import { sql } from "drizzle-orm"
                import { role } from "./enums"
                import { table } from "./table"
                export const users = table("users", (t) => ({ role: role(), at: t.date().default(sql`now()`) }))
                """,
        },
        """
        drizzle:db postgresql
          table app_users (users)
            role: role null enum role
            at: date null default now()
          enum role (role): admin, user
        """,
    )


def test_enums_alone_are_no_schema() -> None:
    extracts(
        {
            "enums.ts": """
                import { pgEnum } from "drizzle-orm/pg-core"
                export const role = pgEnum("role", ["admin", "user"])
                """
        },
        "unresolved enums.ts:2: Drizzle is used here, but no table was found",
    )


def test_decoys_are_passed_over() -> None:
    extracts(
        {
            "schema.ts": USERS,
            "examples/blog/schema.ts": USERS,
            "examples/blog/drizzle.config.ts": CONFIG,
            "src/__tests__/schema.ts": USERS,
            "src/schema.test.ts": USERS,
            "tests/query.ts": 'import { eq } from "drizzle-orm"\nexport const x = eq\n',
        },
        """
        drizzle:schema.ts postgresql
          table users (users)
            name: text null
        passed over examples/blog/drizzle.config.ts: in an examples folder
        passed over examples/blog/schema.ts: in an examples folder
        passed over src/__tests__/schema.ts: in a tests folder
        passed over src/schema.test.ts: a test file
        """,
    )


def test_a_configuration_may_name_a_generated_file() -> None:
    extracts(
        {"drizzle.config.ts": CONFIG.replace("./schema", "./generated/schema"), "generated/schema.ts": USERS},
        """
        drizzle:generated/schema.ts postgresql drizzle.config.ts
          table users (users)
            name: text null
        """,
    )


def test_our_configuration_may_name_a_decoy() -> None:
    extracts(
        {"tests/schema.ts": USERS},
        """
        drizzle:tests/schema.ts postgresql
          table users (users)
            name: text null
        """,
        Settings(sources=("tests/**",)),
    )


def test_our_configuration_may_exclude_a_file() -> None:
    extracts(
        {"schema.ts": USERS},
        "passed over schema.ts: excluded by the configuration",
        Settings(exclude=("*.ts",)),
    )


def test_beside_a_configured_schema_other_files_are_passed_over() -> None:
    files = {"drizzle.config.ts": CONFIG, "schema.ts": USERS, "old.ts": USERS.replace('"users"', '"old"')}
    source = """
        drizzle:schema.ts postgresql drizzle.config.ts
          table users (users)
            name: text null
        """
    extracts(
        files, f"{source}passed over old.ts: not in the schema that drizzle.config.ts names\n".replace("        ", "")
    )


def test_a_table_that_is_not_exported_is_passed_over() -> None:
    extracts(
        {"schema.ts": USERS + '    const hidden = pgTable("hidden", { name: text() })\n'},
        """
        drizzle:schema.ts postgresql
          table users (users)
            name: text null
        passed over schema.ts: the table hidden is not exported, so drizzle-kit does not see it
        """,
    )


def test_a_table_that_is_exported_twice_is_one() -> None:
    extracts(
        {"schema.ts": USERS + "    export const people = users\n    export default users\n"},
        """
        drizzle:schema.ts postgresql
          table users (users)
            name: text null
        """,
    )


def test_a_missing_module_is_reported() -> None:
    extracts(
        {"drizzle.config.ts": CONFIG, "schema.ts": USERS + '    export * from "./gone"\n'},
        """
        drizzle:schema.ts postgresql drizzle.config.ts
          table users (users)
            name: text null
        unresolved schema.ts:4: ./gone cannot be found, so what it exports is missing from the facts
        """,
    )


def test_a_dialect_that_is_not_read_is_reported() -> None:
    extracts(
        {
            "schema.ts": """
                import { gelTable, text } from "drizzle-orm/gel-core"
                export const a = gelTable("a", { b: text() })
                """
        },
        "unresolved schema.ts:2: tables of drizzle-orm/gel-core are not read by this version",
    )


def test_a_table_made_by_an_outside_function_is_reported() -> None:
    extracts(
        {
            "drizzle.config.ts": CONFIG,
            "schema.ts": """
                import { makeTable } from "@acme/db-tools"
                import { pgTable, text } from "drizzle-orm/pg-core"
                export const users = pgTable("users", { name: text() })
                export const posts = makeTable("posts", { title: text() })
                """,
        },
        """
        drizzle:schema.ts postgresql drizzle.config.ts
          table users (users)
            name: text null
        unresolved schema.ts:5: the export posts, made by makeTable() of @acme/db-tools, cannot be resolved
        """,
    )


def test_a_package_whose_schema_a_configuration_elsewhere_names() -> None:
    extracts(
        {
            "package.json": '{ "workspaces": ["packages/*", "apps/*"] }',
            "apps/web/package.json": '{ "name": "web" }',
            "apps/web/drizzle.config.ts": CONFIG,
            "apps/web/schema.ts": 'export * from "@acme/db"',
            "packages/db/package.json": '{ "name": "@acme/db", "main": "./index.ts" }',
            "packages/db/index.ts": USERS,
            "packages/db/stray.ts": USERS.replace('"users"', '"stray"'),
        },
        """
        drizzle:apps/web/schema.ts postgresql apps/web/drizzle.config.ts
          table users (users)
            name: text null
        passed over packages/db/stray.ts: not in the schema that apps/web/drizzle.config.ts names
        """,
    )


def test_a_schema_that_is_reached_by_several_paths_is_one_source() -> None:
    extracts(
        {
            "package.json": '{ "workspaces": ["pkg", "api"] }',
            "drizzle.config.ts": 'export { default } from "./pkg/drizzle.config"',
            "schema.ts": 'export * from "./pkg/schema"',
            "pkg/package.json": '{ "name": "@acme/db", "main": "./schema.ts" }',
            "pkg/drizzle.config.ts": CONFIG,
            "pkg/schema.ts": USERS,
            "api/package.json": '{ "name": "api" }',
            "api/db.ts": 'export * from "@acme/db"\nimport { pgTable } from "drizzle-orm/pg-core"',
        },
        """
        drizzle:schema.ts postgresql drizzle.config.ts
          table users (users)
            name: text null
        """,
    )
