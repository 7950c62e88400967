"""The systems whose use is detected: a catalogue as data. Every one is listed in the verdicts, used or not."""

from typing import NamedTuple

from datamodel_check.extract.protocol import Marks
from datamodel_check.model.snapshot import Category

SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")


class Anchor(NamedTuple):
    """A kind of file that proves the system and that a document should name; `literal` must stand in it."""

    what: str
    path: str
    literal: bytes = b""


class DetectedSystem(NamedTuple):
    """A system: what it is called, whose imports prove it, and the files by which it is known.

    `tools` are packages that belong to it but prove nothing when only they are there.
    """

    slug: str
    category: Category
    title: str
    packages: tuple[str, ...]
    marks: Marks
    tools: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


def _javascript(*packages: str, paths: tuple[str, ...] = ()) -> Marks:
    return Marks(paths, SCRIPTS, tuple(package.encode() for package in packages))


def _python(*packages: str, paths: tuple[str, ...] = ()) -> Marks:
    return Marks(paths, (".py",), tuple(package.encode() for package in packages))


DATABASES: tuple[DetectedSystem, ...] = (
    DetectedSystem(
        "django",
        "database",
        "Django",
        ("django",),
        _python("django", paths=("**/manage.py",)),
        anchors=(
            Anchor("project", "**/manage.py", b"django"),
            Anchor("schema", "**/models.py", b"models.Model"),
            Anchor("schema", "**/models/*.py", b"models.Model"),
        ),
    ),
    DetectedSystem(
        "drizzle",
        "database",
        "Drizzle",
        ("drizzle-orm",),
        _javascript("drizzle-orm", "drizzle-kit", paths=("**/drizzle*.config*.*",)),
        tools=("drizzle-kit",),
        anchors=(Anchor("config", "**/drizzle*.config*.*"),),
    ),
    DetectedSystem(
        "mongoose",
        "database",
        "Mongoose",
        ("mongoose", "@nestjs/mongoose", "@typegoose/typegoose"),
        _javascript("mongoose", "typegoose"),
    ),
    DetectedSystem(
        "prisma",
        "database",
        "Prisma",
        ("@prisma/client",),
        _javascript("@prisma/client", paths=("**/*.prisma", "**/prisma.config.*")),
        tools=("prisma",),
        anchors=(
            Anchor("schema", "**/*.prisma", b"datasource"),
            Anchor("config", "**/prisma.config.*"),
        ),
    ),
    DetectedSystem(
        "sequelize",
        "database",
        "Sequelize",
        ("sequelize", "sequelize-typescript", "@sequelize/core"),
        _javascript("sequelize", paths=("**/.sequelizerc",)),
        tools=("sequelize-cli",),
        anchors=(Anchor("config", "**/.sequelizerc"),),
    ),
    DetectedSystem(
        "sqlalchemy",
        "database",
        "SQLAlchemy",
        ("sqlalchemy", "sqlmodel", "flask_sqlalchemy"),
        _python("sqlalchemy", "sqlmodel", paths=("**/alembic.ini",)),
        tools=("alembic",),
        anchors=(Anchor("config", "**/alembic.ini"),),
    ),
    DetectedSystem(
        "typeorm",
        "database",
        "TypeORM",
        ("typeorm", "@nestjs/typeorm"),
        _javascript("typeorm", paths=("**/ormconfig.*",)),
        anchors=(
            Anchor("config", "**/ormconfig.*"),
            Anchor("config", "**/data-source.[tj]s", b"typeorm"),
        ),
    ),
)
"""In alphabetical order. The packages of npm and PyPI cannot collide: an import names one in its own language."""
