"""From the files of a repository to its routes."""

from collections.abc import Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.configurations import Configurations, roots
from datamodel_check.extract.layers.django.guards import Guards
from datamodel_check.extract.layers.django.views import Views
from datamodel_check.extract.layers.url_patterns import joined
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.layers import Route
from datamodel_check.model.program import Program


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What the project of a repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None]
    configurations = Configurations(program)
    found = [pattern for root in dict.fromkeys(roots(program, files)) for pattern in configurations.of_module(root)]
    for path in files:
        if path not in configurations.included and path.endswith("urls.py"):
            found += configurations.of_module(path)
    classes = Classes(program)
    views = Views(program, classes, Guards(program, classes, files))
    handled: dict[tuple[str, str], Handled] = {}
    for pattern in found:
        for answer in views.of(pattern.view):
            path = joined(pattern.path, answer.path)
            place = pattern.location
            route = Route("django", "endpoint", answer.method, path, answer.name, place, answer.auth)
            handled.setdefault((answer.method, path), Handled(route, answer.functions, answer.this))
    return Routes(tuple(handled.values()), tuple(dict.fromkeys(configurations.diagnostics)))
