"""Relations of both versions. The second one is that of https://orm.drizzle.team/docs/relations-v2."""

from textwrap import dedent

from tests.extract.vocabulary import extracts

SCHEMA = """
    import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
    export const users = pgTable("users", { id: integer().primaryKey(), invitedBy: integer("invited_by") })
    export const groups = pgTable("groups", { id: integer().primaryKey() })
    export const members = pgTable("members", { userId: integer("user_id"), groupId: integer("group_id") })
    """

TABLES = """
        drizzle:schema.ts postgresql drizzle.config.json
          table groups (groups)
            id: integer primary key
          table members (members)
            user_id: integer null (userId)
            group_id: integer null (groupId)
          table users (users)
            id: integer primary key
            invited_by: integer null (invitedBy)
"""

CONFIG = '{"dialect": "postgresql", "schema": "./schema.ts"}'


def relates(relations: str, expected: str, remarks: str = "") -> None:
    files = {"drizzle.config.json": CONFIG, "schema.ts": SCHEMA, "relations.ts": relations}
    lines = "".join(f"  {line}\n" for line in expected.splitlines())
    extracts(files, dedent(TABLES) + lines + remarks)


def test_no_relations() -> None:
    relates("export const relations = () => ({})\n", "")


def test_first_version() -> None:
    relates(
        """
        import { relations } from "drizzle-orm"
        import { groups, members, users } from "./schema"
        export const usersRelations = relations(users, ({ one, many }) => ({
          inviter: one(users, { fields: [users.invitedBy], references: [users.id], relationName: "invites" }),
          invited: many(users, { relationName: "invites" }),
          members: many(members),
        }))
        export const membersRelations = relations(members, (r) => ({
          user: r.one(users, { fields: [members.userId], references: [users.id] }),
        }))
        """,
        "relation members.user: one users (user_id → id)\n"
        "relation users.invited: many users named invites\n"
        "relation users.inviter: one users (invited_by → id) named invites\n"
        "relation users.members: many members",
    )


def test_second_version() -> None:
    relates(
        """
        import { defineRelations } from "drizzle-orm"
        import * as schema from "./schema"
        export const relations = defineRelations(schema, (r) => ({
          users: {
            inviter: r.one.users({ from: r.users.invitedBy, to: r.users.id, alias: "invites" }),
            groups: r.many.groups({
              from: r.users.id.through(r.members.userId),
              to: r.groups.id.through(r.members.groupId),
            }),
          },
          groups: { members: r.many.members() },
        }))
        """,
        "relation groups.members: many members\n"
        "relation users.groups: many groups (id → id) through members\n"
        "relation users.inviter: one users (invited_by → id) named invites",
    )


def test_second_version_of_an_object() -> None:
    relates(
        """
        import { defineRelations } from "drizzle-orm"
        import { groups, users } from "./schema"
        export const relations = defineRelations({ users, groups }, (r) => ({
          users: { groups: r.many.groups({ from: [r.users.id], to: [r.groups.id] }) },
        }))
        """,
        "relation users.groups: many groups (id → id)",
    )


def test_relations_of_another_schema_do_not_count() -> None:
    relates(
        """
        import { relations } from "drizzle-orm"
        import { integer, pgTable } from "drizzle-orm/pg-core"
        const users = pgTable("users", { id: integer() })
        export const usersRelations = relations(users, ({ many }) => ({ users: many(users) }))
        """,
        "",
        "passed over relations.ts: the table users is not exported, so drizzle-kit does not see it\n",
    )
