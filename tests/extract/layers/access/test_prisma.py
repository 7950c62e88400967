"""Prisma: which tables a function reads and writes."""

import pytest

from tests.extract.layers.access.vocabulary import touched

SCHEMA = """
datasource db {
  provider = "postgresql"
}

model User {
  id      Int    @id
  name    String
  posts   Post[]
  profile Profile?
}

model Post {
  id       Int   @id
  author   User  @relation(fields: [authorId], references: [id])
  authorId Int
  tags     Tag[]
}

model Profile {
  id     Int  @id
  user   User @relation(fields: [userId], references: [id])
  userId Int  @unique
}

model Tag {
  id    Int    @id
  posts Post[]

  @@map("tags")
}
"""

CLIENT = """
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();
"""

HEAD = """
import { Prisma, PrismaClient } from "@prisma/client";
import { prisma } from "./client";
"""


def says(code: str, expected: str) -> None:
    assert touched({"schema.prisma": SCHEMA, "client.ts": CLIENT, "a.ts": HEAD + code}, "a.ts#f") == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "return prisma.user",
        "await prisma.$connect()",
        "return prisma.user.fields",
        "const prisma = { user: { findMany() { return [] } } }; return prisma.user.findMany()",
        "const users = []; return users.find(Boolean)",
        "const users = new Map(); users.delete(1); users.update()",
        "return Prisma.sql`now()`",
        "return prisma.missing.findMany()",
        "return fetch('/user').then((user) => user.user.findMany())",
    ],
)
def test_nothing_is_touched(code: str) -> None:
    says(f"export async function f() {{ {code} }}", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("prisma.user.findMany()", "reads User"),
        ("prisma.tag.count({ where: { id: 1 } })", "reads tags"),
        ("prisma.user.create({ data: { id: 1 } })", "writes User"),
        ("prisma.user.upsert({ where: { id: 1 }, create: {}, update: {} })", "writes User"),
        ("prisma.user.deleteMany()", "writes User"),
        ("prisma.user.findFirst({ include: { posts: true } })", "reads Post, User"),
        ("prisma.user.findFirst({ include: { posts: false } })", "reads User"),
        ("prisma.user.findFirst({ select: { id: true, profile: { select: { id: true } } } })", "reads Profile, User"),
        ("prisma.user.findMany({ include: { _count: { select: { posts: true } } } })", "reads Post, User"),
        ("prisma.post.findMany({ include: { tags: true } })", "reads Post, _PostToTag, tags"),
        ("prisma.post.findMany({ where: { OR: [{ author: { name: 'a' } }] } })", "reads Post, User"),
        ("prisma.post.findMany({ orderBy: { author: { name: 'asc' } } })", "reads Post, User"),
        ("prisma.user.update({ where: { id: 1 }, data: { posts: { create: {} } } })", "writes Post, User"),
        ("prisma.user.create({ data: { posts: { connect: { id: 1 } } } })", "writes Post, User"),
        ("prisma.post.create({ data: { author: { connect: { id: 1 } } } })", "reads User; writes Post"),
        ("prisma.post.create({ data: { tags: { connect: { id: 1 } } } })", "reads tags; writes Post, _PostToTag"),
        (
            "prisma.user.create({ data: { posts: { create: { tags: { create: {} } } } } })",
            "writes Post, User, _PostToTag, tags",
        ),
        ("prisma.user.update({ data: {}, include: { profile: true } })", "reads Profile; writes User"),
        ("prisma.$transaction([prisma.user.findMany(), prisma.tag.deleteMany()])", "reads User; writes tags"),
        ("prisma.$transaction(async (tx) => tx.user.delete({ where: { id: 1 } }))", "writes User"),
        ('prisma.$queryRaw`select * from "User" join tags on true where id = ${1}`', "reads User, tags"),
        ("prisma.$queryRaw(Prisma.sql`select * from tags`)", "reads tags"),
        ("prisma.$executeRawUnsafe('delete from tags')", "writes tags"),
    ],
)
def test_calls(code: str, expected: str) -> None:
    says(f"export async function f() {{ return await {code} }}", expected)


@pytest.mark.parametrize(
    "client",
    [
        "const db = prisma.$extends({ query: {} }).$extends({})",
        "const db = (globalThis as any).prisma ?? new PrismaClient()",
        "const db = globalThis.prisma || make()\nfunction make() { if (process.env.A) { return prisma } return null }",
        "let db: PrismaClient\nif (process.env.A) { db = new PrismaClient() } else { db = globalThis.db }",
        "const db = once(() => new PrismaClient())\nfunction once(make: any) { globalThis.x ??= make(); return x }",
        "class Client extends PrismaClient {}\nconst db = new Client()",
        "class Holder { static db = new PrismaClient() }\nconst db = Holder.db",
        "class Holder { a = prisma; static get() { return (this.held ??= new Holder()) } }\nconst db = Holder.get().a",
    ],
)
def test_clients(client: str) -> None:
    says(f"{client}\nexport const f = () => db.user.findMany()", "reads User")


@pytest.mark.parametrize(
    "parameter",
    [
        "db: PrismaClient",
        "db: Prisma.TransactionClient",
        "db = prisma",
        "db: Client | Prisma.TransactionClient",
        "{ db }: { db: PrismaClient }",
        "{ db = prisma }: Options",
        "{ db }: Options",
    ],
)
def test_parameters(parameter: str) -> None:
    types = "type Client = Omit<PrismaClient, '$on'>\ninterface Options { db: Client }\n"
    says(f"{types}export const f = ({parameter}) => db.user.findMany()", "reads User")


def test_an_interface_says_nothing() -> None:
    says("interface Users { findMany(): void }\nexport const f = (users: Users) => users.findMany()", "")


def test_a_model_that_is_handed_on() -> None:
    says("const all = (model: any) => model.findMany()\nexport const f = () => all(prisma.user)", "reads User")


def test_a_client_that_is_handed_on_in_an_object() -> None:
    code = """
    const count = ({ id, tx }: any) => tx.tag.count();
    export const f = () => prisma.$transaction((tx) => count({ id: 1, tx }));
    """
    says(code, "reads tags")


def test_services_of_nest() -> None:
    code = """
    import { Injectable } from "@nestjs/common";
    @Injectable()
    class PrismaService extends PrismaClient {}
    @Injectable()
    class Users {
      constructor(private readonly prisma: PrismaService) {}
      async all() { return this.prisma.user.findMany() }
    }
    class Controller {
      private users: Users;
      constructor(users: Users, private readonly prisma: PrismaService) { this.users = users }
      list() { return this.users.all() }
      remove = async () => this.prisma.$transaction((tx) => tx.tag.deleteMany());
    }
    export const f = () => { const it = new Controller(); it.list(); return it.remove() };
    """
    says(code, "reads User; writes tags")


def test_inherited_methods() -> None:
    code = """
    abstract class Base { protected db = prisma; find() { return this.db.user.findMany() } abstract more(): void }
    class Users extends Base { more() { return super.find() } }
    export const f = (users: Users) => users.more();
    """
    says(code, "reads User")
