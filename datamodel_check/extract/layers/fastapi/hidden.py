"""Functions that make applications and that no module calls: a server does (`uvicorn --factory`)."""

from collections.abc import Iterator

from datamodel_check.extract.layers.fastapi.runtime import Runtime
from datamodel_check.model.location import Location
from datamodel_check.model.values import Closure

_MAKING = b"FastAPI("


def run_hidden(runtime: Runtime, path: str) -> None:
    """Run the functions of a module that make applications, if none of these is known yet."""
    for function in _making(runtime, path):
        span = function.function.span
        if not any(_within(one.location, path, span.start, span.end) for one in runtime.routers if one.application):
            runtime.run(runtime.program.performed(function, ()))


def _making(runtime: Runtime, path: str) -> Iterator[Closure]:
    content = runtime.program.tree.read(path)
    if _MAKING not in content:
        return
    for binding in runtime.program.bindings(path):
        function = binding.value
        if isinstance(function, Closure) and function.scope.path == path:
            span = function.function.span
            if _MAKING in content[span.start : span.end]:
                yield function


def _within(place: Location, path: str, start: int, end: int) -> bool:
    return place.path == path and start <= place.span.start and place.span.end <= end
