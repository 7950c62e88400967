"""An application, its documents, and the day on which nothing about it is true any more."""

import json
import os

from tests.repository import Repository

CONFIG = """\
docs = ["docs/**"]
prose = ["docs/**"]
coverage = { table = 100 }
"""

FILES = {
    ".datamodel-check.toml": CONFIG,
    "package.json": '{ "dependencies": { "drizzle-orm": "^0.45.0", "express": "^5.0.0" } }\n',
    "drizzle.config.ts": """\
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './src/schema.ts', out: './drizzle' });
""",
    "src/schema.ts": """\
import { boolean, index, integer, pgEnum, pgTable, text, unique, varchar } from 'drizzle-orm/pg-core';

export const plan = pgEnum('plan', ['free', 'paid', 'team']);

export const teams = pgTable('teams', {
  id: integer('id').primaryKey(),
  name: varchar('name', { length: 80 }).notNull(),
});

export const users = pgTable('users', {
  id: integer('id').primaryKey(),
  email: varchar('email', { length: 100 }).notNull().unique(),
  displayName: text('display_name'),
  referralLimit: integer('referral_limit').default(5).notNull(),
  plan: plan('plan').default('free').notNull(),
  teamId: integer('team_id').references(() => teams.id, { onDelete: 'cascade' }),
  isActive: boolean('is_active').default(true).notNull(),
}, (t) => [index('users_team').on(t.teamId)]);

export const invoices = pgTable('invoices', {
  id: integer('id').primaryKey(),
  number: text('number').notNull(),
  userId: integer('user_id').references(() => users.id),
}, (t) => [unique('invoices_number').on(t.number)]);
""",
    "drizzle/meta/_journal.json": json.dumps(
        {
            "version": "7",
            "dialect": "postgresql",
            "entries": [
                {"idx": 0, "version": "7", "when": 1, "tag": "0000_first", "breakpoints": True},
                {"idx": 1, "version": "7", "when": 2, "tag": "0001_second", "breakpoints": True},
            ],
        }
    ),
    "drizzle/0000_first.sql": 'CREATE TABLE "teams" ("id" integer PRIMARY KEY NOT NULL);\n',
    "drizzle/0001_second.sql": 'ALTER TABLE "teams" ADD COLUMN "name" varchar(80) NOT NULL;\n',
    "src/limits.ts": "export const limit = 5;\n",
    "src/app.ts": """\
import express from 'express';

export const app = express();
app.get('/api/teams', (request, response) => response.json([]));
""",
    "docs/generated.md": """\
# Generated

<!-- datamodel:begin tables -->
<!-- datamodel:begin table users -->
<!-- datamodel:begin table teams -->
<!-- datamodel:begin table invoices -->
<!-- datamodel:begin enums -->
<!-- datamodel:begin relations -->
<!-- datamodel:begin erd columns=all -->
<!-- datamodel:begin migrations -->
<!-- datamodel:begin routes -->
<!-- datamodel:begin discovery -->
<!-- datamodel:begin key-files -->
""",
    "docs/prose.md": """\
# Prose

<!-- datamodel:review referrals table:users.referral_limit table:users.plan table:users.email table:users.team_id -->

The `referral_limit` (default 5) says how often somebody may refer. It is about `users.referral_limit`. `email` is
unique. `plan` is one of `free` or `paid`. `team_id` references `teams`.

<!-- datamodel:end -->

<!-- datamodel:review names table:users.display_name table:invoices enum:plan -->

The display name is shown. Every invoice has a `number`.

<!-- datamodel:end -->

<!-- datamodel:review routes route:/api/** file:src/limits.ts migration:* -->

Teams are listed by `GET /api/teams`.

<!-- datamodel:end -->

There are <!-- datamodel:value count tables -->three<!-- datamodel:end --> tables, and a user has
<!-- datamodel:value default table:users.referral_limit -->5<!-- datamodel:end --> referrals. Plans are
<!-- datamodel:value list enum:plan -->`free`, `paid` and `team`<!-- datamodel:end -->.

The limit stands in `src/limits.ts`.

<!-- datamodel:ignore DM202 another service has it -->
""",
}


def stale(root: str) -> Repository:
    """The repository after a day on which code and documents went their own ways."""
    made = Repository(root, FILES)
    made.run("check", "--fix")
    for review in ("referrals", "names", "routes"):
        with_people(made, "accept", review)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "all is true")
    change_code(made)
    change_documents(made)
    return made


def with_people(made: Repository, *words: str) -> None:
    """A command that refuses to run where nobody reads."""
    before = os.environ.pop("CI", None)
    try:
        assert made.run(*words).code == 0
    finally:
        if before is not None:
            os.environ["CI"] = before


def change_code(made: Repository) -> None:
    schema = "src/schema.ts"
    made.replace(schema, "['free', 'paid', 'team']", "['free', 'paid', 'company']")
    made.replace(schema, "length: 100 }).notNull().unique()", "length: 255 })")
    made.replace(schema, "displayName: text('display_name')", "screenName: text('screen_name')")
    made.replace(schema, ".default(5)", ".default(10)")
    made.replace(schema, "references(() => teams.id, { onDelete: 'cascade' })", "notNull()")
    made.replace(schema, "[index('users_team').on(t.teamId)]", "[index('users_team').on(t.teamId, t.plan)]")
    made.replace(schema, "isActive: boolean('is_active').default(true).notNull(),", "age: integer('age'),")
    made.replace(schema, "export const invoices = pgTable('invoices'", "export const bills = pgTable('bills'")
    made.replace(schema, "varchar('name', { length: 80 })", "varchar('name', { length: Number(process.env.LENGTH) })")
    made.write("drizzle/0001_second.sql", 'ALTER TABLE "teams" ADD COLUMN "name" varchar(40);\n')
    made.write("drizzle/0002_unlisted.sql", 'DROP TABLE "teams";\n')
    made.remove("src/limits.ts")
    made.replace("src/app.ts", "/api/teams", "/api/groups")
    made.write("src/broken.ts", "import { pgTable } from 'drizzle-orm/pg-core';\nexport const x = pgTable('x', {{{;\n")


def change_documents(made: Repository) -> None:
    made.replace("docs/generated.md", "| `teams` |", "| `the teams` |")
    made.write("docs/generated.md", made.read("docs/generated.md") + "\n<!-- datamodel:begin tabels -->\n")
    made.write(
        "docs/open.md", "# Open\n\n<!-- datamodel:begin table teams -->\n\n<!-- datamodel:begin table nobody -->\n"
    )
    made.write(
        "docs/wrong.md",
        "# Wrong\n\n<!-- datamodel:begin tables columns=none wrong=1 -->\n\n<!-- datamodel:end v9 x -->\n\n"
        "<!-- datamodel:value nullable table:users.nothing -->x<!-- datamodel:end -->\n\n"
        "<!-- datamodel:review broken table:nothing -->\n\nText.\n\n<!-- datamodel:end -->\n",
    )
