import pytest

from datamodel_check.extract import registry
from datamodel_check.extract.protocol import Settings
from tests.extract.vocabulary import detects, extracts, snapshot

PACKAGE = '{"name": "app", "dependencies": {"typeorm": "^0.3.20", "drizzle-orm": "0.44.2"}}'


def test_every_system_has_a_verdict() -> None:
    verdicts: dict[str, list[str]] = {}
    for one in snapshot({}).detections:
        assert not one.detected
        verdicts.setdefault(one.category, []).append(one.system)

    assert verdicts == {
        "auth": ["nextauth"],
        "backend": ["django", "express", "fastapi", "nestjs", "nextjs"],
        "database": ["django", "drizzle", "mongoose", "prisma", "sequelize", "sqlalchemy", "typeorm"],
        "frontend-state": ["jotai", "mobx", "react-context", "react-query", "redux", "zustand"],
        "services": ["controllers", "repository-files", "service-files", "service-modules"],
    }


def test_nothing_is_detected_in_prose_and_comments() -> None:
    detects({"a.ts": '// import { x } from "typeorm"\nexport const text = "typeorm"\n', "README.md": "typeorm"}, "")


def test_a_dependency_that_nobody_imports_is_weak_evidence() -> None:
    detects(
        {"package.json": PACKAGE},
        """
        not drizzle
          package.json:1 dependency drizzle-orm, imported nowhere
        not typeorm
          package.json:1 dependency typeorm, imported nowhere
        """,
    )


def test_an_import_in_tests_is_weak_evidence() -> None:
    detects(
        {"package.json": '{"name": "app"}', "tests/a.ts": 'import mongoose from "mongoose"\nmongoose.connect("x")\n'},
        """
        not mongoose
          tests/a.ts:1 import of mongoose, in a tests folder
        """,
    )


def test_an_import_without_a_dependency_counts() -> None:
    detects(
        {"src/a.ts": 'import { DataSource } from "typeorm"\nexport const source = new DataSource({})\n'},
        """
        typeorm
          src/a.ts:1 import of typeorm
        service-modules
          src/a.ts:1 database client *
        """,
    )


def test_the_version_is_that_of_the_package_that_imports() -> None:
    detects(
        {
            "package.json": '{"name": "root", "workspaces": ["packages/*"], "dependencies": {"mongoose": "^6.0.0"}}',
            "packages/api/package.json": '{"name": "api", "dependencies": {"mongoose": "^8.1.0"}}',
            "packages/api/src/db.ts": 'import mongoose from "mongoose"\nexport const db = mongoose.connection\n',
        },
        """
        mongoose ^8.1.0
          packages/api/src/db.ts:1 import of mongoose
          packages/api/package.json:1 dependency mongoose
        """,
    )


def test_a_database_without_an_extractor_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "SCHEMAS", ())
    extracts(
        {
            "shop/models.py": "from django.db import models\n\nclass A(models.Model):\n    pass\n",
        },
        """
        unresolved shop/models.py:1: Django is used here, but this version does not read its tables
        """,
    )


def test_prisma_is_known_by_its_schema() -> None:
    detects(
        {
            "package.json": '{"name": "app", "dependencies": {"@prisma/client": "6.1.0"}}',
            "prisma/schema.prisma": "datasource db {\n}\n",
            "src/db.ts": 'import { PrismaClient } from "./generated/client"\nexport const db = new PrismaClient()\n',
        },
        """
        prisma 6.1.0
          prisma/schema.prisma:1 schema *
          package.json:1 dependency @prisma/client
        service-modules
          src/db.ts:2 database client *
        """,
    )


def test_python_systems() -> None:
    detects(
        {
            "manage.py": "import os\nfrom django.core.management import execute_from_command_line\n",
            "shop/models.py": "from django.db import models\n\nclass A(models.Model):\n    pass\n",
            "jobs/tables.py": "import sqlalchemy as sa\n",
        },
        """
        django
          manage.py:1 project *
          manage.py:2 import of django
        django
          shop/models.py:1 schema *
          manage.py:2 import of django
        sqlalchemy
          jobs/tables.py:1 import of sqlalchemy
        """,
    )


def test_drizzle_names_its_places() -> None:
    detects(
        {
            "package.json": PACKAGE,
            "drizzle.config.ts": """
                import { defineConfig } from "drizzle-kit"
                export default defineConfig({ dialect: "postgresql", schema: "./src/schema.ts", out: "./migrations" })
                """,
            "src/schema.ts": """
                import { pgTable, text } from "drizzle-orm/pg-core"
                export const users = pgTable("users", { name: text() })
                """,
            "migrations/0000_x.sql": "",
        },
        """
        drizzle 0.44.2
          drizzle.config.ts:1 config *
          src/schema.ts:1 schema *
          migrations:1 migrations *
          src/schema.ts:2 import of drizzle-orm
          package.json:1 dependency drizzle-orm
        not typeorm
          package.json:1 dependency typeorm, imported nowhere
        """,
    )


def test_drizzle_without_any_table_is_said() -> None:
    extracts(
        {"src/query.ts": 'import { eq } from "drizzle-orm"\nimport { users } from "@acme/db"\neq(users.id, 1)\n'},
        "unresolved src/query.ts:1: Drizzle is used here, but no table was found",
    )


def test_an_excluded_place_is_no_evidence() -> None:
    detects(
        {"legacy/a.ts": 'import { DataSource } from "typeorm"\nnew DataSource({})\n'},
        """
        not typeorm
          legacy/a.ts:1 import of typeorm, excluded by the configuration
        """,
        Settings(exclude=("legacy/**",)),
    )
