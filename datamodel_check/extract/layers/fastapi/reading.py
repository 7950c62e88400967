"""From the files of a repository to its routes."""

from collections.abc import Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.fastapi.runtime import Runtime
from datamodel_check.extract.layers.fastapi.walk import Answer, answers
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.layers import Route
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What every application of the repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None]
    runtime = Runtime(program)
    for path in files:
        runtime.run(program.effects(path))
    found: list[Handled] = []
    for root in runtime.routers:
        if root.application and not root.used:
            found += map(_handled, answers(root))
    return Routes(tuple(found), tuple(dict.fromkeys(runtime.diagnostics)))


def _handled(answer: Answer) -> Handled:
    endpoint = answer.declared.endpoint
    name = endpoint.function.name or "" if isinstance(endpoint, Closure) else ""
    route = Route("fastapi", "endpoint", answer.method, answer.path, name, answer.declared.location)
    return Handled(route, (endpoint,))
