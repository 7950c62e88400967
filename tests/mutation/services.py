"""A sample with services of every kind, and changes of it: those that change what is touched, and those that do not."""

from collections.abc import Mapping
from typing import NamedTuple

FILES: Mapping[str, str] = {
    "schema.prisma": """
datasource db {
  provider = "postgresql"
}

model Account {
  id     Int     @id
  orders Order[]
}

model Order {
  id        Int     @id
  account   Account @relation(fields: [accountId], references: [id])
  accountId Int
}
""",
    "db/schema.ts": """
import { integer, pgTable } from "drizzle-orm/pg-core";
import { relations } from "drizzle-orm";
export const books = pgTable("books", { id: integer("id").primaryKey() });
export const loans = pgTable("loans", { id: integer("id").primaryKey(), book: integer("book") });
export const members = pgTable("members", { id: integer("id").primaryKey() });
export const bookRelations = relations(books, ({ many }) => ({ loans: many(loans) }));
export const loanRelations = relations(loans, ({ one }) => ({
  book: one(books, { fields: [loans.book], references: [books.id] }),
}));
""",
    "db/index.ts": """
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "./schema";
export const db = drizzle(process.env.URL, { schema });
""",
    "lib/loans.ts": """
import { eq } from "drizzle-orm";
import { db } from "../db";
import { books, loans, members } from "../db/schema";
import { notify } from "./mail";

async function find(id: number) {
  const [loan] = await db.select().from(loans).where(eq(loans.id, id));
  return loan;
}

export async function lend(id: number) {
  const book = await db.query.books.findFirst();
  await db.transaction(async (tx) => {
    await tx.insert(loans).values({ id });
  });
  await notify(book);
}

export async function giveBack(id: number) {
  const loan = await find(id);
  await db.delete(loans).where(eq(loans.id, loan.id));
}
""",
    "lib/mail.ts": """
import { db } from "../db";
import { members } from "../db/schema";
export async function notify(book: unknown) {
  const all = await db.select().from(members);
  return all.length;
}
""",
    "lib/orders.service.ts": """
import { Injectable } from "@nestjs/common";
import { PrismaClient } from "@prisma/client";
import { notify } from "./mail";

@Injectable()
export class OrderService {
  constructor(private readonly prisma: PrismaClient) {}

  async all() {
    return this.prisma.order.findMany({ include: { account: true } });
  }

  async place(id: number) {
    const order = await this.prisma.order.create({ data: { id } });
    return order;
  }

  private async log() {}
}
""",
}

LOANS, ORDERS = "lib/loans.ts", "lib/orders.service.ts"


_HELPER = """async function find(id: number) {
  const [loan] = await db.select().from(loans).where(eq(loans.id, id));
  return loan;
}
"""


class Mutant(NamedTuple):
    """A change of one file, and the words by which a report must name it."""

    kind: str
    path: str
    edits: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()

    @property
    def files(self) -> Mapping[str, str]:
        changed = FILES[self.path]
        for before, after in self.edits:
            assert changed.count(before) == 1, (self.kind, before)
            changed = changed.replace(before, after)
        return {**FILES, self.path: changed}


def _one(kind: str, path: str, before: str, after: str, *names: str) -> Mutant:
    return Mutant(kind, path, ((before, after),), names)


SEMANTIC = [
    _one(
        "new-table", LOANS, "await notify(book);", "await notify(book);\n  await db.insert(members);", "lend", "members"
    ),
    _one("new-read", LOANS, "findFirst();", "findFirst({ with: { loans: true } });", "lend", "loans"),
    _one("other-table", LOANS, "tx.insert(loans)", "tx.insert(books)", "lend", "books"),
    _one("removed-write", LOANS, "await tx.insert(loans).values({ id });", "", "lend", "loans"),
    _one("read-to-write", LOANS, "db.query.books.findFirst()", "db.update(books).set({})", "lend", "books"),
    _one("in-a-helper", LOANS, "from(loans).where(eq(loans.id, id))", "from(members)", "giveBack", "members"),
    _one("removed-call", LOANS, "await notify(book);", "", "lend", "lib/mail#notify"),
    _one(
        "new-call",
        LOANS,
        "const loan = await",
        "await notify(id);\n  const loan = await",
        "giveBack",
        "lib/mail#notify",
    ),
    _one("renamed-operation", LOANS, "function lend(", "function borrow(", "lend", "borrow"),
    _one("hidden-operation", LOANS, "export async function giveBack", "async function giveBack", "giveBack"),
    _one("new-operation", LOANS, "async function find", "export async function find", "find"),
    _one("raw-sql", LOANS, "await notify(book);", "await db.execute('delete from members');", "lend", "members"),
    _one("no-include", ORDERS, "{ include: { account: true } }", "", "all", "Account"),
    _one("to-write", ORDERS, "order.findMany({ include: { account: true } })", "order.deleteMany()", "all", "Order"),
    _one("nested-write", ORDERS, "data: { id }", "data: { id, account: { create: {} } }", "place", "Account"),
    _one("other-model", ORDERS, "this.prisma.order.create", "this.prisma.account.create", "place", "Account"),
    _one("call-of-a-class", ORDERS, "return order;", "await notify(order); return order;", "place", "lib/mail#notify"),
    _one("method-made-public", ORDERS, "private async log", "async log", "log"),
    _one("class-renamed", ORDERS, "class OrderService", "class OrdersService", "OrderService", "OrdersService"),
]

COSMETIC = [
    _one("comment", LOANS, "const loan =", "// the loan\n  const loan ="),
    Mutant("renamed-local", LOANS, (("const loan =", "const found ="), ("loan.id)", "found.id)"))),
    Mutant("renamed-local-in-a-class", ORDERS, (("const order =", "const made ="), ("return order;", "return made;"))),
    _one("unused-name", LOANS, "import { eq }", "const unused = 1;\nimport { eq }"),
    Mutant("renamed-helper", LOANS, (("function find(", "function load("), ("await find(id)", "await load(id)"))),
    Mutant(
        "moved-helper",
        LOANS,
        (
            (_HELPER, ""),
            ("eq(loans.id, loan.id));\n}\n", f"eq(loans.id, loan.id));\n}}\n\n{_HELPER}"),
        ),
    ),
    Mutant(
        "inlined-helper", LOANS, (("const loan = await find(id);", "const [loan] = await db.select().from(loans);"),)
    ),
    Mutant(
        "extracted-helper",
        LOANS,
        (
            ("await tx.insert(loans).values({ id });", "await insert(tx, id);"),
            (
                "async function find(",
                "const insert = (tx: any, id: number) => tx.insert(loans).values({ id });\nasync function find(",
            ),
        ),
    ),
    _one("arrow-function", LOANS, "async function giveBack(id: number) {", "const giveBack = async (id: number) => {"),
    _one("try", LOANS, "await notify(book);", "try { await notify(book); } catch (error) { throw error; }"),
    _one("other-arguments", LOANS, "findFirst();", "findFirst({ columns: { id: true } });"),
    _one(
        "field-instead-of-parameter",
        ORDERS,
        "constructor(private readonly prisma: PrismaClient) {}",
        "private readonly prisma = new PrismaClient();",
    ),
    _one(
        "return-at-once",
        ORDERS,
        "const order = await this.prisma.order.create({ data: { id } });\n    return order;",
        "return this.prisma.order.create({ data: { id } });",
    ),
]
