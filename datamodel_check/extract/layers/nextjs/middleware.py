"""Middleware that asks who calls: https://nextjs.org/docs/app/api-reference/file-conventions/proxy."""

import re

from datamodel_check.extract.layers.nextjs.applications import Application
from datamodel_check.extract.layers.nextjs.handlers import Handlers
from datamodel_check.extract.protocol import Handled
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.program import Program
from datamodel_check.model.values import ListValue, ObjectValue, Value

_NAMES = ("middleware", "proxy")
"""`proxy` since Next.js 16."""

_PARAMETER = re.compile(r"/:[\w]+(?P<many>[*+]?)")


class Middleware:
    """The middleware of one application: which paths it runs for, and by what it knows who calls."""

    def __init__(self, program: Program, handlers: Handlers, application: Application) -> None:
        self._auth: tuple[str, ...] = ()
        self._matchers: tuple[re.Pattern[str], ...] | None = None
        path = _file(program, application)
        if path is None:
            return
        exports = {one.name: one for one in program.exports(path)}
        export = next((exports[name] for name in ("default", *_NAMES) if name in exports), None)
        if export is not None:
            self._auth = handlers.exported(path, export.name, export.value).auth
        config = exports["config"].value if "config" in exports else None
        self._matchers = _matchers(entry(config, "matcher"))

    def guarding(self, handled: Handled) -> Handled:
        """The route, guarded by the middleware too, where this is sure to run for it."""
        route = handled.route
        if not self._auth or self._matchers is None or not any(one.fullmatch(route.path) for one in self._matchers):
            return handled
        return handled._replace(route=route._replace(auth=tuple(sorted({*route.auth, *self._auth}))))


def _file(program: Program, application: Application) -> str | None:
    folder = f"{application.folder}/" if application.folder else ""
    places = (f"{folder}{inside}{name}" for inside in ("", "src/") for name in _NAMES)
    paths = (f"{place}{extension}" for place in places for extension in (".ts", ".js", ".tsx", ".mjs"))
    return next((path for path in paths if path in program.tree), None)


def _matchers(value: Value | None) -> tuple[re.Pattern[str], ...] | None:
    """The paths that it is sure to run for; None where there is no matcher, so that its own code decides."""
    given = value.items if isinstance(value, ListValue) else () if value is None else (value,)
    sources = [string(entry(one, "source")) if isinstance(one, ObjectValue) else string(one) for one in given]
    known = [source for source in sources if source is not None and "(" not in source]
    if not known:
        return None
    return tuple(re.compile(_pattern(source)) for source in known)


def _pattern(source: str) -> str:
    """`/api/:path*` as a regular expression for the paths of routes."""
    parts = []
    position = 0
    for found in _PARAMETER.finditer(source):
        parts.append(re.escape(source[position : found.start()]))
        parts.append("(?:/.+)?" if found["many"] == "*" else "/.+" if found["many"] == "+" else "/[^/]+")
        position = found.end()
    return "".join((*parts, re.escape(source[position:])))
