"""From the files of a repository to its routes."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.configurations import Configurations, Pattern, roots, unreached
from datamodel_check.extract.layers.django.guards import Guards
from datamodel_check.extract.layers.django.routers import Routers
from datamodel_check.extract.layers.django.views import Answer, Views
from datamodel_check.extract.layers.url_patterns import joined
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.layers import Route
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What the project of a repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None]
    configurations = Configurations(program)
    first = list(dict.fromkeys(roots(program, files)))
    found = [pattern for root in first for pattern in configurations.of_module(root)]
    others = {
        path: list(configurations.of_module(path))
        for path in files
        if path.endswith("urls.py") and path not in configurations.included and path not in first
    }
    alone = [path for path in others if path not in configurations.included]
    lost = [unreached(path) for path in alone if first and others[path]]
    if not first:  # a package that is made to be included
        found = [pattern for path in alone for pattern in others[path]]
    classes = Classes(program)
    views = Views(program, classes, Guards(program, classes, files))
    routers = Routers(program, views, files)
    handled: dict[tuple[str, str], Handled] = {}
    for pattern in found:
        for answer in _answers(pattern, views, routers):
            path = joined(pattern.path, answer.path)
            route = Route("django", "endpoint", answer.method, path, answer.name, pattern.location, answer.auth)
            handled.setdefault((answer.method, path), Handled(route, answer.functions, answer.this))
    return Routes(tuple(handled.values()), tuple(dict.fromkeys((*configurations.diagnostics, *lost))))


def _answers(pattern: Pattern, views: Views, routers: Routers) -> Iterator[Answer]:
    """What a pattern leads to: a view, or a router."""
    view = pattern.view
    if isinstance(view, Access) and view.name == "urls" and routers.is_router(view.object):
        yield from routers.answers(view.object)
    else:
        yield from views.of(view)
