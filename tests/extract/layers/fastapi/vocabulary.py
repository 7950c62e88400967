"""What the tests of FastAPI say: the routes of a small repository, one line each."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.fastapi import FastApi
from datamodel_check.extract.protocol import Routes, Settings
from tests.vocabulary import Files, Remembering

START = """
from typing import Annotated
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Security, status
from fastapi.security import HTTPBearer, OAuth2PasswordBearer, OAuth2PasswordRequestForm
app = FastAPI()
"""


def found(files: Mapping[str, str] | str) -> Routes:
    """What a repository declares; a text alone is `main.py`, which has an application."""
    if isinstance(files, str):
        files = {"main.py": f"{START}{dedent(files)}"}
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    selected = candidates(tree, {"fastapi": FastApi.marks}, lambda _path: False).by_system
    return FastApi().routes(program, sorted(selected.get("fastapi", ())), Settings())


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """The routes and what could not be resolved, a line each: `GET /users: users (get_current_user)`."""
    assert "\n".join(_lines(found(files))) == dedent(expected).strip("\n")


def _lines(routes: Routes) -> Iterator[str]:
    for handled in routes.routes:
        route = handled.route
        line = f"{route.method} {route.path}: {route.handler}"
        yield f"{line} ({', '.join(route.auth)})" if route.auth else line
    for one in routes.diagnostics:
        yield f"? {one.location}: {one.message}"
