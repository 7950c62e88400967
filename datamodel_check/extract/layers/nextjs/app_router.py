"""Pages and route handlers of the App Router: https://nextjs.org/docs/app/api-reference/file-conventions/route."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.nextjs.handlers import Handlers
from datamodel_check.extract.layers.nextjs.methods import METHODS
from datamodel_check.extract.layers.nextjs.segments import app_path
from datamodel_check.extract.protocol import Handled
from datamodel_check.model.layers import Route
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Export, Program


def routes(
    program: Program, handlers: Handlers, root: str, extensions: Sequence[str], paths: Sequence[str]
) -> Iterator[Handled]:
    """What the files below `app` answer; paths are without the base path."""
    for path in paths:
        *folders, name = path[len(root) + 1 :].split("/")
        kind = _stem(name, extensions)
        address = app_path(folders) if kind in {"page", "route"} else None
        if address is not None and kind == "page":
            yield from _page(program, handlers, path, address)
        elif address is not None:
            yield from _endpoints(program, handlers, path, address)


def _stem(name: str, extensions: Sequence[str]) -> str | None:
    return next((name.removesuffix(one) for one in extensions if name.endswith(one)), None)


def _endpoints(program: Program, handlers: Handlers, path: str, address: str) -> Iterator[Handled]:
    exports = {one.name: one for one in program.exports(path)}
    for method in METHODS:
        if method in exports:
            found = handlers.exported(path, method, exports[method].value)
            place = _place(path, exports[method])
            route = Route("nextjs", "endpoint", method, address, method, place, tuple(sorted(found.auth)))
            yield Handled(route, found.functions)


def _page(program: Program, handlers: Handlers, path: str, address: str) -> Iterator[Handled]:
    export = next((one for one in program.exports(path) if one.name == "default"), None)
    if export is None:
        return
    found = handlers.exported(path, "default", export.value)
    name = getattr(getattr(export.value, "function", None), "name", None) or "default"
    route = Route("nextjs", "page", "", address, name, _place(path, export), tuple(sorted(found.auth)))
    yield Handled(route, found.functions)


def _place(path: str, export: Export) -> Location:
    """Where the file says so; what comes in by `export *` stands elsewhere."""
    return export.location if export.location.path == path else Location(path, NOWHERE)
