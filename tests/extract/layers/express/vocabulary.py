"""What the tests of Express say: the routes of a small repository, one line each."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.express import Express
from datamodel_check.extract.protocol import Handled, Routes, Settings
from tests.vocabulary import Files, Remembering

USERS = "const list = (req, res) => {}; const show = (req, res) => {}; const create = (req, res) => {};\n"


def found(files: Mapping[str, str] | str) -> Routes:
    """What a repository declares; a text alone is `app.js`, which has an application of Express and some handlers."""
    if isinstance(files, str):
        files = {
            "app.js": f"import express, {{ Router }} from 'express';\nconst app = express();\n{USERS}{dedent(files)}"
        }
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    selected = candidates(tree, {"express": Express.marks}, lambda _path: False).by_system
    return Express().routes(program, sorted(selected.get("express", ())), Settings())


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """The routes and what could not be resolved, a line each: `GET /users: list (auth)`."""
    routes = found(files)
    lines = [*_lines(routes), *(f"? {one.location}: {one.message}" for one in routes.diagnostics)]
    assert "\n".join(lines) == dedent(expected).strip("\n")


def _lines(routes: Routes) -> Iterator[str]:
    for handled in routes.routes:
        yield _line(handled)


def _line(handled: Handled) -> str:
    route = handled.route
    line = f"{route.method} {route.path}: {route.handler}" if route.handler else f"{route.method} {route.path}"
    return f"{line} ({', '.join(route.auth)})" if route.auth else line
