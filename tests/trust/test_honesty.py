"""Silence is no health: whatever was not looked at is said in the line that everybody reads."""

import re
from pathlib import Path

import pytest

from datamodel_check.extract.schema.drizzle import sources
from tests.repository import DOCUMENT, FILES, Repository

WORDS = "# Data model\n\n<!-- datamodel:begin table users -->\n"

PYTHON = {
    "django": (
        "shop/models.py",
        "from django.db import models\n\n\nclass Users(models.Model):\n    class Meta:\n        db_table = 'users'\n",
    ),
    "sqlalchemy": (
        "models.py",
        (
            "from sqlalchemy import Integer\nfrom sqlalchemy.orm import DeclarativeBase, mapped_column\n\n\n"
            "class Base(DeclarativeBase):\n    pass\n\n\n"
            "class User(Base):\n    __tablename__ = 'users'\n    id = mapped_column(Integer, primary_key=True)\n"
        ),
    ),
}

SCRIPTS = {
    "drizzle": (
        "schema.ts",
        (
            "import { pgTable, serial } from 'drizzle-orm/pg-core';\n\n"
            "export const users = pgTable('users', { id: serial('id').primaryKey() });\n"
        ),
    ),
    "prisma": (
        "prisma/schema.prisma",
        'datasource db {\n  provider = "postgresql"\n  url = env("URL")\n}\n\nmodel users {\n  id Int @id\n}\n',
    ),
    "typeorm": (
        "user.entity.ts",
        (
            "import { Entity, PrimaryGeneratedColumn } from 'typeorm';\n\n"
            "@Entity('users')\nexport class User {\n  @PrimaryGeneratedColumn() id: number;\n}\n"
        ),
    ),
    "sequelize": (
        "models/user.js",
        (
            "const { DataTypes, Sequelize } = require('sequelize');\n"
            "const sequelize = new Sequelize('sqlite::memory:');\n"
            "module.exports = sequelize.define('users', { name: DataTypes.STRING });\n"
        ),
    ),
    "mongoose": (
        "user.js",
        (
            "const mongoose = require('mongoose');\n"
            "module.exports = mongoose.model('User', new mongoose.Schema({ name: String }));\n"
        ),
    ),
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path), {**FILES, DOCUMENT: WORDS})
    assert made.run("--fix").code == 0
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "Start")
    return made


def verdict(text: str) -> str:
    return text.strip().rsplit("\n", 1)[-1]


def test_no_document(repository: Repository) -> None:
    repository.remove(DOCUMENT)
    found = repository.run()
    assert found.code == 2
    assert "no document in this repository carries directives, so there is nothing to check" in found.err


def test_no_section(repository: Repository) -> None:
    repository.write(DOCUMENT, "# Data model\n\nTables: <!-- datamodel:value count tables -->2<!-- datamodel:end -->\n")
    assert verdict(repository.run().out) == "1 document without sections: only prose was checked (2 tables)"


def test_an_orm_without_tables(repository: Repository) -> None:
    repository.write("src/schema.ts", "export {};\n")
    found = repository.run("--ignore", "DM101,DM902")
    assert found.code == 0
    assert verdict(found.out).endswith("2 suppressed; not all could be read (1 place)")


def test_a_crash_of_an_extractor(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sources, "extract", crash)
    found = repository.run()
    assert found.code == 1
    assert "the drizzle extractor failed: ZeroDivisionError" in found.out
    assert "not all could be read" in verdict(found.out)


@pytest.mark.parametrize(("path", "content"), [*PYTHON.values(), *SCRIPTS.values()], ids=[*PYTHON, *SCRIPTS])
@pytest.mark.parametrize("broken", ["syntax", "encoding"])
def test_a_file_that_cannot_be_read(tmp_path: Path, path: str, content: str, broken: str) -> None:
    made = Repository(str(tmp_path), {path: content, DOCUMENT: "# Data model\n\n<!-- datamodel:begin tables -->\n"})
    assert made.run("--fix").code == 0, made.run().out
    made.write(path, f"{content}\nx = (((;\n" if broken == "syntax" else content.encode() + b"\n// # \xff\n")
    found = made.run()
    assert found.code == 1
    assert f"{path}:" in found.out
    assert "not all could be read (1 place)" in verdict(found.out)


def test_another_encoding_is_one_finding(repository: Repository) -> None:
    repository.write("src/schema.ts", repository.read("src/schema.ts").encode("utf-16"))
    assert repository.run("--select", "DM902").out.count("error[DM902 unreadable]: not UTF-8") == 1


def test_a_baseline_that_hides_everything(repository: Repository) -> None:
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    assert repository.run("baseline").code == 0
    found = repository.run()
    assert found.code == 0
    assert verdict(found.out) == "1 section in 1 document: nothing else to report (2 tables), 1 suppressed"


def test_ignored_rules_do_not_make_it_agree(repository: Repository) -> None:
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    assert "agree" not in repository.run("--ignore", "DM101").out


@pytest.mark.parametrize("kind", ["json", "sarif", "junit", "markdown"])
def test_every_format_says_it(repository: Repository, kind: str) -> None:
    repository.write("src/schema.ts", f"{repository.read('src/schema.ts')}\nexport const x = (((;\n")
    found = repository.run("--ignore", "DM902", "--output-format", kind)
    assert re.search(r"nothing else to report \(2 tables\), 1 suppressed; not all could be read", found.out), found.out
