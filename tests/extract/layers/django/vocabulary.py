"""What the tests of Django say: the routes of a small project, one line each."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.django import DjangoRoutes
from datamodel_check.extract.protocol import Routes, Settings
from tests.vocabulary import Files, Remembering

START = """
from django.urls import include, path, re_path
from django.views import View
from django.views.generic import ListView
"""


def found(files: Mapping[str, str] | str) -> Routes:
    """What a repository declares; a text alone is `urls.py`, which settings name."""
    if isinstance(files, str):
        files = {"urls.py": f"{START}{dedent(files)}", "settings.py": "ROOT_URLCONF = 'urls'"}
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    selected = candidates(tree, {"django": DjangoRoutes.marks}, lambda _path: False).by_system
    return DjangoRoutes().routes(program, sorted(selected.get("django", ())), Settings())


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """The routes and what could not be resolved, a line each: `GET /users: Users.get (login_required)`."""
    assert "\n".join(_lines(found(files))) == dedent(expected).strip("\n")


def _lines(routes: Routes) -> Iterator[str]:
    for handled in routes.routes:
        route = handled.route
        line = f"{route.method} {route.path}: {route.handler}"
        yield f"{line} ({', '.join(route.auth)})" if route.auth else line
    for one in routes.diagnostics:
        yield f"? {one.location}: {one.message}"
