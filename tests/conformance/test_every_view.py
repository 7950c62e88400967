"""Formatters, and whoever converts line ends, may run over every view: nothing is stale then, and nothing to repair."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from datamodel_check.views import VIEWS
from tests.conformance.documents import FORMATTERS, formatted
from tests.repository import FILES, Repository

APPLICATION: Mapping[str, str] = {
    **FILES,
    "package.json": json.dumps(
        {
            "dependencies": {
                "@tanstack/react-query": "^5.90.0",
                "drizzle-orm": "^0.45.0",
                "next": "^15.5.0",
                "react": "^19.0.0",
                "zustand": "^5.0.0",
            }
        }
    ),
    "tsconfig.json": '{ "compilerOptions": { "strict": true } }\n',
    "src/schema.ts": FILES["src/schema.ts"].replace("pgTable, varchar", "pgEnum, pgTable, varchar")
    + """
export const role = pgEnum('role', ['admin', 'member | guest', '*all*']);
export const members = pgTable('members', {
  userId: integer('user_id').references(() => users.id, { onDelete: 'cascade' }),
  role: role('role').default('member | guest').notNull(),
});
""",
    "drizzle.config.ts": FILES["drizzle.config.ts"].replace("schema:", "out: './drizzle', schema:"),
    "drizzle/meta/_journal.json": json.dumps(
        {
            "version": "7",
            "dialect": "postgresql",
            "entries": [{"idx": 0, "version": "7", "when": 1, "tag": "0000_first", "breakpoints": True}],
        }
    ),
    "drizzle/0000_first.sql": 'CREATE TABLE "users" ("id" integer PRIMARY KEY NOT NULL, "email" text NOT NULL);\n',
    "src/db.ts": (
        "import { drizzle } from 'drizzle-orm/node-postgres';\nimport * as schema from './schema';\n"
        "export const db = drizzle(process.env.URL!, { schema });\n"
    ),
    "src/users.service.ts": (
        "import { db } from './db';\nimport { users } from './schema';\n"
        "export async function allUsers() {\n  return db.select().from(users);\n}\n"
        "export async function addUser(email: string) {\n  await db.insert(users).values({ id: 1, email });\n}\n"
    ),
    "src/app/api/users/[id]/route.ts": (
        "import { allUsers, addUser } from '../../../../users.service';\n"
        "export async function GET() {\n  return Response.json(await allUsers());\n}\n"
        "export async function POST() {\n  return Response.json(await addUser('a'));\n}\n"
    ),
    "src/types/filter.ts": "export type Filter = { text: string; role?: 'admin' | 'member | guest' };\n",
    "src/users.tsx": (
        "'use client';\n"
        "import type { Filter } from './types/filter';\nimport { useQuery } from '@tanstack/react-query';\n"
        "import { create } from 'zustand';\n"
        "export const useFilter = create<Filter>(() => ({ text: '' }));\n"
        "export const useUsers = () => useQuery({ queryKey: ['users'], queryFn: () => fetch('/api/users/1') });\n"
        "export function Users() {\n  const { data } = useUsers();\n  return <p>{String(data)}</p>;\n}\n"
    ),
}
"""A small application in which every view has something to show."""

BY_HAND: Mapping[str, Callable[[bytes], bytes]] = {
    "crlf": lambda content: content.replace(b"\n", b"\r\n"),
    "no final newline": lambda content: content.rstrip(b"\n"),
    "blanks at the ends of lines": lambda content: content.replace(b"\n\n", b"  \n\n"),
}
"""What editors and git do to documents. Prettier is the one that knows MDX."""

MARKERS = {"md": ("<!-- ", " -->"), "mdx": ("{/* ", " */}")}


def page(suffix: str) -> str:
    before, after = MARKERS[suffix]
    names = [f"{name} users" if name == "table" else name for name in VIEWS]
    return "# Every view\n\n" + "".join(f"{before}datamodel:begin {name}{after}\n\n" for name in names)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = Repository(str(tmp_path_factory.mktemp("application")), APPLICATION)
    for suffix in MARKERS:
        made.write(f"docs/every.{suffix}", page(suffix))
    assert made.run("--fix", "--ignore", "DM301").code == 0
    return made


def test_every_view_has_something_to_show(repository: Repository) -> None:
    text = repository.read("docs/every.md")
    bodies = re.findall(r"<!-- datamodel:begin (\w[\w-]*).*?-->\n(.*?)<!-- datamodel:end", text, re.DOTALL)
    assert sorted(name for name, _ in bodies) == sorted(VIEWS)
    for name, body in bodies:
        assert "|" in body or "```" in body, name
        assert not re.search(r"\bNo \w+ (?:was|were) found", body), name


@pytest.mark.parametrize(
    ("suffix", "formatter"),
    [
        *(("md", one) for one in (*FORMATTERS, *BY_HAND)),
        *(("mdx", one) for one in (*FORMATTERS, *BY_HAND) if one.startswith("prettier") or one in BY_HAND),
    ],
)
def test_nothing_is_left_to_repair(repository: Repository, formatter: str, suffix: str, tmp_path: Path) -> None:
    path = f"docs/every.{suffix}"
    before = Path(repository.path(path)).read_bytes()
    try:
        Path(repository.path(path)).write_bytes(_changed(formatter, f"every.{suffix}", before, str(tmp_path)))
        after = Path(repository.path(path)).read_bytes()
        found = repository.run("check", "--ignore", "DM301", path)
        assert found.code == 0, found.out
        assert repository.run("--fix", "--ignore", "DM301", path).code == 0
        assert Path(repository.path(path)).read_bytes() == after
    finally:
        Path(repository.path(path)).write_bytes(before)


def _changed(formatter: str, name: str, content: bytes, folder: str) -> bytes:
    if formatter in BY_HAND:
        return BY_HAND[formatter](content)
    return formatted(formatter, {name: content}, folder)[name]
