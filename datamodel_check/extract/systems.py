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


class Maker(NamedTuple):
    """What a module that a document should name takes from the system's packages to make something: a store, an app.

    `default` among the names stands for what the package exports as a whole: `express()`.
    """

    what: str
    names: tuple[str, ...]


class Trait(NamedTuple):
    """How the system is used, known by an import; with `names` only by one of these."""

    what: str
    packages: tuple[str, ...]
    names: tuple[str, ...] = ()


class DetectedSystem(NamedTuple):
    """A system: what it is called, whose imports prove it, and the files by which it is known."""

    slug: str
    category: Category
    title: str
    packages: tuple[str, ...]
    wrappers: tuple[str, ...] = ()
    """Packages of others whose imports prove it as well, though they do not have its version."""
    tools: tuple[str, ...] = ()
    """Packages that belong to it but prove nothing when only they are there."""
    anchors: tuple[Anchor, ...] = ()
    makers: tuple[Maker, ...] = ()
    traits: tuple[Trait, ...] = ()
    missing: str = ""
    """What is missing where nothing is made, if an import alone proves nothing: types are imported everywhere."""

    @property
    def proving(self) -> tuple[str, ...]:
        return (*self.packages, *self.wrappers)


_TANSTACK = "@tanstack/react-query"
_TOOLKIT = "@reduxjs/toolkit"

SYSTEMS: tuple[DetectedSystem, ...] = (
    # --- databases ---
    DetectedSystem("django", "database", "Django", ("django",)),
    DetectedSystem(
        "drizzle",
        "database",
        "Drizzle",
        ("drizzle-orm",),
        tools=("drizzle-kit",),
        anchors=(Anchor("config", "**/drizzle*.config.*"),),
    ),
    DetectedSystem("mongoose", "database", "Mongoose", ("mongoose", "@nestjs/mongoose", "@typegoose/typegoose")),
    DetectedSystem(
        "prisma",
        "database",
        "Prisma",
        ("@prisma/client",),
        tools=("prisma",),
        anchors=(Anchor("schema", "**/*.prisma", b"datasource"), Anchor("config", "**/prisma.config.*")),
    ),
    DetectedSystem(
        "sequelize",
        "database",
        "Sequelize",
        ("sequelize", "sequelize-typescript", "@sequelize/core"),
        tools=("sequelize-cli",),
        anchors=(Anchor("config", "**/.sequelizerc"),),
    ),
    DetectedSystem(
        "sqlalchemy",
        "database",
        "SQLAlchemy",
        ("sqlalchemy", "sqlmodel", "flask_sqlalchemy"),
        tools=("alembic",),
        anchors=(Anchor("config", "**/alembic.ini"),),
    ),
    DetectedSystem(
        "typeorm",
        "database",
        "TypeORM",
        ("typeorm", "@nestjs/typeorm"),
        anchors=(Anchor("config", "**/ormconfig.*"), Anchor("config", "**/data-source.[tj]s", b"typeorm")),
    ),
    # --- authentication ---
    DetectedSystem("nextauth", "auth", "NextAuth", ("next-auth",), wrappers=("@auth/core", "@auth/express")),
    # --- back ends ---
    DetectedSystem(
        "django",
        "backend",
        "Django",
        ("django",),
        anchors=(Anchor("project", "**/manage.py", b"django"), Anchor("routes", "**/urls.py", b"urlpatterns")),
        traits=(Trait("REST framework", ("rest_framework",)),),
    ),
    DetectedSystem(
        "express",
        "backend",
        "Express",
        ("express",),
        makers=(Maker("app", ("default",)), Maker("routers", ("Router",))),
        missing="no app or router",
    ),
    DetectedSystem("fastapi", "backend", "FastAPI", ("fastapi",), anchors=(Anchor("app", "**/*.py", b"= FastAPI("),)),
    DetectedSystem(
        "nestjs",
        "backend",
        "NestJS",
        ("@nestjs/core", "@nestjs/common"),
        makers=(Maker("app", ("NestFactory",)),),
    ),
    DetectedSystem("nextjs", "backend", "Next.js", ("next",)),
    # --- client state ---
    DetectedSystem(
        "jotai",
        "frontend-state",
        "Jotai",
        ("jotai",),
        wrappers=("jotai-scope",),
        makers=(Maker("atoms", ("atom", "createStore")),),
    ),
    DetectedSystem(
        "mobx",
        "frontend-state",
        "MobX",
        ("mobx", "mobx-react", "mobx-react-lite", "mobx-state-tree"),
        makers=(Maker("stores", ("observable", "makeObservable", "makeAutoObservable", "extendObservable", "types")),),
        traits=(Trait("MobX-State-Tree", ("mobx-state-tree",)),),
    ),
    DetectedSystem(
        "react-context",
        "frontend-state",
        "React Context",
        ("react",),
        makers=(Maker("contexts", ("createContext",)),),
        missing="no context",
    ),
    DetectedSystem(
        "react-query",
        "frontend-state",
        "React Query",
        (_TANSTACK, "react-query"),
        wrappers=("@trpc/tanstack-react-query", "@trpc/react-query"),
        makers=(Maker("client", ("QueryClient",)),),
    ),
    DetectedSystem(
        "redux",
        "frontend-state",
        "Redux",
        (_TOOLKIT, "redux", "react-redux"),
        makers=(Maker("store", ("configureStore", "createStore", "legacy_createStore")),),
        traits=(
            Trait("Redux Toolkit", (_TOOLKIT,)),
            Trait("RTK Query", (_TOOLKIT,), ("createApi",)),
        ),
    ),
    DetectedSystem(
        "zustand",
        "frontend-state",
        "Zustand",
        ("zustand",),
        makers=(Maker("stores", ("create", "createStore", "createWithEqualityFn", "default")),),
    ),
    # --- services ---
    DetectedSystem("controllers", "services", "Controllers", ()),
    DetectedSystem("repository-files", "services", "Repository files", ()),
    DetectedSystem("service-files", "services", "Service files", ()),
    DetectedSystem("service-modules", "services", "Service modules", ()),
)
"""By category, in alphabetical order. The packages of npm and PyPI cannot collide: an import names one in its own
language."""

PYTHON = frozenset({"django", "fastapi", "flask_sqlalchemy", "rest_framework", "sqlalchemy", "sqlmodel"})
"""The packages of Python."""

_IN_QUOTES = frozenset({"express", "next", "react"})
"""Packages whose names are words that stand in most files: only quoted ones count."""


def _literals(package: str) -> tuple[bytes, ...]:
    if package == "react":
        return (b"createContext",)
    if package in _IN_QUOTES:
        return f'"{package}'.encode(), f"'{package}".encode()
    return (package.encode(),)


def _shortest(literals: list[bytes]) -> tuple[bytes, ...]:
    """Those that hold no other one: what they find is found by these."""
    return tuple(one for one in dict.fromkeys(literals) if not any(o != one and o in one for o in literals))


PACKAGES: tuple[str, ...] = tuple(
    dict.fromkeys(
        package
        for system in SYSTEMS
        for package in (*system.proving, *(name for trait in system.traits for name in trait.packages))
    )
)
"""The packages whose imports are looked for."""

MARKS = Marks(
    tuple(dict.fromkeys(anchor.path for system in SYSTEMS for anchor in system.anchors if anchor.path != "**/*.py")),
    (*SCRIPTS, ".py"),
    _shortest([b"use server", b"PrismaClient", *(literal for package in PACKAGES for literal in _literals(package))]),
)
"""The files in which systems may be seen."""
