"""What the tests of NestJS say: the routes of a small repository, one line each."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.nestjs import NestJs
from datamodel_check.extract.protocol import Routes, Settings
from tests.vocabulary import Files, Remembering

IMPORTS = """
import { Controller, Module, Get, Post, Put, Delete, Patch, All, Sse, Version, UseGuards, SetMetadata,
  RequestMapping, RequestMethod, VersioningType, VERSION_NEUTRAL, applyDecorators, forwardRef, Injectable
} from "@nestjs/common";
import { APP_GUARD, NestFactory, Reflector, RouterModule } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
"""

MODULE = "@Module({ controllers: [Users] })\nclass AppModule {}\n"
START = "async function start() { const app = await NestFactory.create(AppModule); await app.listen(3000) }\nstart();\n"


def found(files: Mapping[str, str] | str) -> Routes:
    """What a repository declares; a text alone is `main.ts`, which has a module of the controller `Users`."""
    if isinstance(files, str):
        files = {"main.ts": f"{IMPORTS}{dedent(files)}\n{MODULE}{START}"}
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    selected = candidates(tree, {"nestjs": NestJs.marks}, lambda _path: False).by_system
    return NestJs().routes(program, sorted(selected.get("nestjs", ())), Settings())


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """The routes and what could not be resolved, a line each: `GET /users: Users.list (AuthGuard)`."""
    assert "\n".join(_lines(found(files))) == dedent(expected).strip("\n")


def _lines(routes: Routes) -> Iterator[str]:
    for handled in routes.routes:
        route = handled.route
        line = f"{route.method} {route.path}: {route.handler}"
        yield f"{line} ({', '.join(route.auth)})" if route.auth else line
    for one in routes.diagnostics:
        yield f"? {one.location}: {one.message}"
