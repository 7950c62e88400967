"""Helpers that are told by their arguments what to touch: SQL text, or the name of a model."""

import pytest

from tests.extract.layers.access.vocabulary import touched

PRISMA = {
    "package.json": '{ "dependencies": { "@prisma/client": "6.0.0" } }',
    "prisma/schema.prisma": """
        datasource db {
          provider = "postgresql"
          url      = env("URL")
        }
        model User {
          id Int @id
          @@map("users")
        }
        model Post {
          id Int @id
          @@map("posts")
        }
    """,
    "helpers.ts": """
        import { PrismaClient } from '@prisma/client';
        export const prisma = new PrismaClient();
        export async function raw(sql: string, data: unknown[]) {
          const numbered = sql.replaceAll(/{(\\w+)}/g, () => `$1`);
          return prisma.$queryRawUnsafe(numbered, ...data);
        }
        export const counted = (sql: string) => raw(`select count(*) from (${sql}) t`, []);
        export const paged = async (model: string, where: object) => prisma[model].findMany({ where });
        export const log = (text: string) => console.log(text);
        export default { raw, paged };
    """,
}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("raw('select * from users', [])", "reads users"),
        ("raw(`\\n  select * from users join posts on true where id in (${ids})`, [])", "reads posts, users"),
        ("raw(`with a as (select 1) delete from posts`, [])", "writes posts"),
        ("raw(`select * from users ${ids ? 'join posts on true' : ''}`, [])", "reads posts, users"),
        ("counted('select * from posts')", "reads posts"),
        ("helpers.raw('insert into posts values (1)')", "writes posts"),
        ("log('select * from users')", ""),
        ("raw('users')", ""),
        ("paged('post', {})", "reads posts"),
        ("helpers.paged('user', {})", "reads users"),
        ("[paged('user', {}), paged('post', {})]", "reads posts, users"),
        ("paged(model, {})", ""),
        ("prisma.$queryRawUnsafe(`select * from users where id = ${ids}`)", "reads users"),
    ],
)
def test_what_helpers_are_told(code: str, expected: str) -> None:
    text = (
        "import helpers, { counted, log, paged, prisma, raw } from './helpers';\n"
        f"export async function f(ids, model) {{ return {code} }}\n"
    )
    assert touched({**PRISMA, "use.ts": text}, "use.ts#f") == expected
