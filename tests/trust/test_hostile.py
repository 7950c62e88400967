"""Whatever files hold, nobody sees a traceback: what cannot be read is a diagnostic with its place."""

import os
import sys
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datamodel_check import parse
from datamodel_check.extract import LAYERS
from datamodel_check.link import jsonc, yaml
from datamodel_check.link.budget import FRAMES
from datamodel_check.manifest import read as read_document
from datamodel_check.markdown import read_blocks
from tests.trust.damage import HOSTILE, damaged
from tests.vocabulary import read

sys.setrecursionlimit(max(sys.getrecursionlimit(), FRAMES))  # else hypothesis is surprised that a program needs it

MANIFEST = b'{ "name": "app", "dependencies": { %s } }' % b", ".join(
    b'"%s": "*"' % name
    for name in (
        *(b"drizzle-orm", b"typeorm", b"sequelize", b"sequelize-typescript", b"mongoose", b"@prisma/client", b"next"),
        *(b"express", b"@nestjs/core", b"zustand", b"@reduxjs/toolkit", b"mobx", b"jotai", b"@tanstack/react-query"),
    )
)


def crashes(files: Mapping[str, bytes]) -> list[str]:
    """What extractors died of."""
    snapshot = read({"package.json": MANIFEST, **files}, layers=LAYERS)
    return [one.message for one in snapshot.diagnostics if "extractor failed" in one.message]


@settings(suppress_health_check=list(HealthCheck))
@given(damaged())
def test_damaged_files(file: tuple[str, bytes]) -> None:
    path, content = file
    beside = {os.path.basename(path): content, f"src/{os.path.basename(path)}": content}

    assert crashes(beside) == []


anything = st.one_of(
    st.binary(max_size=200),
    st.lists(st.sampled_from(HOSTILE)).map(b"".join),
    st.text(max_size=80).map(str.encode),
)


@given(anything)
def test_parsers(content: bytes) -> None:
    for path in ("a.ts", "a.tsx", "a.js", "a.mjs", "a.py"):
        parse.module(path, content)
    for dialect in ("postgresql", "mysql", "sqlite"):
        parse.script(content, dialect)
    parse.prisma_schema(content)


@given(anything)
def test_readers(content: bytes) -> None:
    jsonc.loads(content)
    yaml.loads(content)
    for path in ("a.md", "a.mdx"):
        read_document(path, b"<!-- datamodel:begin tables -->\n" + content)
    read_blocks(content.decode("utf-8", "replace"))


NAMES = (
    *("package.json", "tsconfig.json", "pnpm-workspace.yaml", "pyproject.toml", "requirements.txt", "alembic.ini"),
    *("drizzle.config.ts", "drizzle/meta/_journal.json", "drizzle/meta/0000_snapshot.json", "prisma/schema.prisma"),
    *("next.config.js", "nest-cli.json", "manage.py", "settings.py", "app/models.py", "migrations/0001_initial.py"),
)


@settings(suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from(NAMES), anything, min_size=1))
def test_configurations(files: Mapping[str, bytes]) -> None:
    assert crashes(files) == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("deep.ts", b"export const a = " + b"[" * 20_000),
        ("deep.ts", b"export const a = " + b"(" * 20_000 + b")" * 20_000),
        ("deep.ts", b"export const a = 1" + b" + 1" * 20_000),
        ("deep.ts", b"export const a = x" + b".y()" * 20_000),
        ("deep.py", b"from sqlalchemy import Table\na = " + b"(" * 5_000 + b")" * 5_000),
        ("deep.py", b"from sqlalchemy import Table\na = 1" + b" + 1" * 20_000),
        ("deep.py", b"import sqlalchemy\n" + b"".join(b" " * n + b"if x:\n" for n in range(300))),
        ("migrations/1.sql", b"CREATE TABLE t (a int DEFAULT " + b"(" * 20_000 + b");"),
        ("migrations/1.sql", b"CREATE TABLE t (a int);" * 20_000),
        ("schema.prisma", b"model A {\n" + b"  x Int @default(" * 5_000),
        ("package.json", b"[" * 100_000),
        ("tsconfig.json", b'{"compilerOptions":' * 20_000),
        ("pnpm-workspace.yaml", b"".join(b" " * n + b"a:\n" for n in range(2_000))),
    ],
)
def test_deep_and_long(path: str, content: bytes) -> None:
    assert crashes({path: content, "src/db.ts": DRIZZLE}) == []


DRIZZLE = b"import { pgTable } from 'drizzle-orm/pg-core';\n"

CIRCLES: Mapping[str, Mapping[str, bytes]] = {
    "imports": {
        "a.ts": DRIZZLE + b"import { b } from './b';\nexport const a = pgTable(b, {});\n",
        "b.ts": b"import { a } from './a';\nexport const b = a;\n",
    },
    "re-exports": {"a.ts": DRIZZLE + b"export * from './b';\npgTable(x);\n", "b.ts": b"export * from './a';\n"},
    "inheritance": {
        "models.py": (
            b"from django.db import models\nclass A(B): pass\nclass B(A): pass\nclass C(models.Model, C): pass\n"
        ),
        "settings.py": b"INSTALLED_APPS = ['app']\nfrom settings import *\n",
    },
    "functions": {"a.ts": DRIZZLE + b"const f = (n) => f(n + 1);\nexport const t = pgTable('t', f(0));\n"},
    "configurations": {
        "tsconfig.json": b'{ "extends": "./tsconfig.json" }',
        "a.ts": DRIZZLE + b"import { x } from '@/x';\nexport const t = pgTable('t', x);\n",
    },
    "inclusions": {
        "urls.py": b"from django.urls import include, path\nurlpatterns = [path('', include('urls'))]\n",
        "manage.py": b"from django.core.management import execute_from_command_line\n",
        "settings.py": b"ROOT_URLCONF = 'urls'\n",
    },
    "mixins": {
        "m.py": (
            b"from sqlalchemy.orm import declarative_base\nBase = declarative_base()\n"
            b"class M(M, Base):\n  __tablename__ = 'm'\n"
        )
    },
}


@pytest.mark.parametrize("name", CIRCLES)
def test_circles(name: str) -> None:
    assert crashes(CIRCLES[name]) == []
