"""Drizzle: which tables a function reads and writes."""

import pytest

from tests.extract.layers.access.vocabulary import touched

SCHEMA = """
import { pgTable, text, integer } from "drizzle-orm/pg-core";
import { relations } from "drizzle-orm";

export const users = pgTable("user", { id: integer("id").primaryKey(), name: text("name") });
export const posts = pgTable("post", { id: integer("id").primaryKey(), author: integer("author") });
export const tags = pgTable("tag", { id: integer("id").primaryKey(), post: integer("post") });

export const userRelations = relations(users, ({ many }) => ({ posts: many(posts) }));
export const postRelations = relations(posts, ({ one, many }) => ({
  author: one(users, { fields: [posts.author], references: [users.id] }),
  tags: many(tags),
}));
export const tagRelations = relations(tags, ({ one }) => ({
  post: one(posts, { fields: [tags.post], references: [posts.id] }),
}));
"""

DATABASE = """
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "./schema";
export const db = drizzle(process.env.URL, { schema });
"""

HEAD = """
import { alias } from "drizzle-orm/pg-core";
import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { users, posts, tags } from "./schema";
import * as schema from "./schema";
import { db } from "./db";
import { retry } from "lib";
"""


def says(code: str, expected: str) -> None:
    assert touched({"schema.ts": SCHEMA, "db.ts": DATABASE, "a.ts": HEAD + code}, "a.ts#f") == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "const user = { id: 1 }; return user.id",
        "return users.id",
        "return eq(users.id, 1)",
        "const list = Array.from(users); return new Map().delete(users)",
        "const seen = new Set(); seen.delete(posts)",
        "const tables = { users, posts }; return Object.keys(tables)",
        "type Row = typeof users.$inferSelect",
        "return sql`now()`",
        "const query = { users: { findMany() { return [] } } }; return query.users.findMany()",
    ],
)
def test_nothing_is_touched(code: str) -> None:
    says(f"export function f() {{ {code} }}", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("db.select().from(users)", "reads user"),
        ("db.select({ id: users.id }).from(users).where(eq(users.id, 1)).limit(1)", "reads user"),
        ("db.selectDistinct().from(schema.users)", "reads user"),
        ("db.select().from(users).leftJoin(posts, eq(users.id, posts.author))", "reads post, user"),
        ("db.$count(users, eq(users.id, 1))", "reads user"),
        ("db.insert(users).values({ id: 1 }).onConflictDoNothing().returning()", "writes user"),
        ("db.update(schema.users).set({ name: 'a' }).where(eq(users.id, 1))", "writes user"),
        ("db.update(users).set({ name: 'a' }).from(posts)", "reads post; writes user"),
        ("db.delete(posts)", "writes post"),
        ("db.select().from(users).where(inArray(users.id, db.select().from(posts)))", "reads post, user"),
        ("db.insert(tags).select(db.select().from(posts))", "reads post; writes tag"),
        ("Promise.all([db.select().from(users), db.delete(tags)])", "reads user; writes tag"),
        ("db.batch([db.insert(users), db.insert(posts)])", "writes post, user"),
        ("db.query.users.findFirst()", "reads user"),
        ("db.query.users.findMany({ with: { posts: { with: { tags: true } } } })", "reads post, tag, user"),
        ("db.query.users.findMany({ with: { posts: false } })", "reads user"),
        ("db.query.nothing.findMany()", ""),
        ("db.execute(sql`select * from ${users} join post on true`)", "reads post, user"),
        ("db.execute(sql`delete from ${posts} where id = ${1}`)", "writes post"),
        ("db.execute('update tag set id = 1')", "writes tag"),
        ("db.select({ n: sql`(select count(*) from post)` }).from(users)", "reads post, user"),
    ],
)
def test_calls(code: str, expected: str) -> None:
    says(f"export async function f() {{ return await {code} }}", expected)


def test_an_alias() -> None:
    says("const author = alias(users, 'author')\nexport function f() { return db.select().from(author) }", "reads user")


def test_a_common_table_expression() -> None:
    code = """
    export function f() {
      const recent = db.$with("recent").as(db.select().from(posts));
      return db.with(recent).select().from(recent);
    }
    """
    says(code, "reads post")


def test_a_subquery_and_a_query_in_pieces() -> None:
    code = """
    export function f(all) {
      const inner = db.select().from(posts).as("inner");
      let query = db.select().from(users).innerJoin(inner, true).$dynamic();
      if (!all) query = query.limit(1);
      return query;
    }
    """
    says(code, "reads post, user")


def test_a_transaction() -> None:
    code = """
    export const f = async () =>
      db.transaction(async (tx) => {
        await tx.query.users.findFirst();
        await tx.insert(posts).values({});
        await tx.transaction(async (inner) => { await inner.query.tags.findFirst() });
      });
    """
    says(code, "reads tag, user; writes post")


def test_a_transaction_that_is_handed_on() -> None:
    code = """
    async function store(tx: any) { await tx.insert(posts).values({}) }
    async function load({ tx }: any) { return tx.query.users.findFirst() }
    export const f = async () => db.transaction(async (tx) => { await store(tx); return load({ tx, more: 1 }) });
    """
    says(code, "reads user; writes post")


def test_a_function_that_runs_another_in_a_transaction() -> None:
    code = """
    async function inTransaction(work: any) { return retry(() => db.transaction(work, { accessMode: "read only" })) }
    export const f = () => inTransaction(async (tx: any) => tx.query.users.findFirst());
    """
    says(code, "reads user")


def test_a_database_that_nobody_knows() -> None:
    code = "export async function f(conn: any) { await conn.select().from(users); await conn.delete(posts) }"
    says(code, "reads user; writes post")


def test_a_database_by_its_type_or_default() -> None:
    says("export const f = (conn: typeof db) => conn.query.users.findFirst()", "reads user")
    says("export const f = (conn = db) => conn.query.users.findFirst()", "reads user")
    says("export const f = ({ conn = db }) => conn.query.users.findFirst()", "reads user")


def test_a_database_that_is_made_on_demand() -> None:
    code = """
    import { drizzle } from "drizzle-orm/node-postgres";
    let made: any;
    function open() { if (!made) { made = drizzle("", { schema }) } return made }
    function fresh() { if (process.env.A) { return drizzle("", { schema }) } return null }
    """
    says(code + "export const f = () => open().delete(posts)", "writes post")
    says(code + "export const f = () => fresh().query.posts.findFirst()", "reads post")
    says(code + "export const f = () => open().query.posts.findFirst()", "reads post")


def test_a_table_that_is_handed_on() -> None:
    code = """
    function all(table: any) { return db.select().from(table) }
    export const f = () => all(users);
    """
    says(code, "reads user")


def test_callbacks_are_followed() -> None:
    code = """
    const save = async (id: number) => { await db.insert(users).values({ id }) };
    export async function f(ids: number[]) { await Promise.all(ids.map(save)); ids.forEach((id) => db.delete(tags)) }
    """
    says(code, "writes tag, user")


def test_wrappers_are_followed() -> None:
    code = "import { cache } from 'react'\nexport const f = cache(async () => db.select().from(users))"
    says(code, "reads user")
    says(code.replace("const f", "const g") + "\nexport const f = () => g()", "reads user")


def test_instances_are_followed() -> None:
    code = """
    class Users {
      table = users
      constructor(private readonly db: any) {}
      all() { return this.db.select().from(this.table) }
    }
    class Service { users = new Users(db); list() { return this.more() } more = () => this.users.all() }
    const service = new Service();
    export const f = () => service.list();
    """
    says(code, "reads user")


def test_functions_that_call_one_another_in_a_circle() -> None:
    code = """
    function g(n: number) { db.delete(tags); return f(n - 1) }
    export function f(n: number) { db.delete(posts); return n && g(n) }
    """
    says(code, "writes post, tag")


def test_functions_that_are_nested_ever_deeper() -> None:
    says("export function f(g: any) { db.delete(posts); return f(() => f(() => g())) }", "writes post")
