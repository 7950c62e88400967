"""Controllers: classes whose methods answer requests.

Source: @nestjs/core/router/paths-explorer.ts, route-path-factory.ts, router-explorer.ts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.nestjs.applications import Versioning, request_method, versions
from datamodel_check.extract.layers.nestjs.decorations import METADATA, Decoration, Decorations
from datamodel_check.extract.layers.reach.types import Body, members
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import ClassValue, Constant, ListValue, ObjectValue, Value

METHODS = {
    **{name.capitalize(): name for name in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "SEARCH")},
    **{name.capitalize(): name for name in ("PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK")},
    "All": "*",
    "Sse": "GET",
}
"""Decorators: @nestjs/common/decorators/http/request-mapping.decorator.ts and sse.decorator.ts."""


_ADDED = frozenset({METADATA, "UseGuards"})
"""Decorators that add to what a base class has instead of replacing it."""


class Endpoint(NamedTuple):
    """A method of a controller. `paths` are those of controller and method together, `versions` of both."""

    name: str
    method: str
    paths: tuple[str, ...]
    versions: tuple[str | None, ...]
    decorations: tuple[Decoration, ...]
    location: Location


class Controller(NamedTuple):
    """A controller; `decorations` are those of the class, or of what it extends where it has none of a kind."""

    declared: ClassValue
    decorations: tuple[Decoration, ...]
    endpoints: tuple[Endpoint, ...]


class _Method(NamedTuple):
    function: Function
    scope: Scope
    decorations: tuple[Decoration, ...]


class Controllers:
    """Answers for one program."""

    def __init__(self, program: Program, decorations: Decorations) -> None:
        self._program = program
        self._decorations = decorations
        self.unknown: list[tuple[Location, Value]] = []
        """Paths that cannot be resolved."""

    def controller(self, value: ClassValue) -> Controller | None:
        """A class as a controller; None where it is none."""
        lineage = [one for one in members(value, self._program.evaluate) if isinstance(one, Body)]
        decorations: list[Decoration] = []
        for body in lineage:
            own = self._decorations.of_class(ClassValue(body.declaration, body.scope))
            known = {one.name for one in decorations}
            decorations += [one for one in own if one.name not in known or one.name in _ADDED]
        declared = next((one for one in decorations if one.name == "Controller"), None)
        if declared is None:
            return None
        place = Location(value.scope.path, value.declaration.span)
        prefixes = self._paths(_path_of(declared.first), place)
        given = versions(entry(declared.first, "version"))
        given = next((versions(one.first) for one in decorations if one.name == "Version"), given)
        endpoints = [
            endpoint for method in self._methods(lineage) for endpoint in self._endpoints(method, prefixes, given)
        ]
        return Controller(value, tuple(decorations), tuple(endpoints))

    def _methods(self, lineage: list[Body]) -> Iterator[_Method]:
        """Each method once, as the innermost class has it."""
        seen: set[str] = set()
        for body in lineage:
            for member in body.declaration.members:
                if isinstance(member, Function) and member.name and member.name not in seen:
                    if member.modifiers & {"static", "abstract", "declare", "get", "set"}:
                        continue
                    seen.add(member.name)
                    yield _Method(member, body.scope, self._decorations.of(member.decorators, body.scope))

    def _endpoints(
        self, method: _Method, prefixes: tuple[str, ...], given: tuple[str | None, ...]
    ) -> Iterator[Endpoint]:
        own = next((versions(one.first) for one in method.decorations if one.name == "Version"), ())
        for decoration in method.decorations:
            verb = METHODS.get(decoration.name)
            said = decoration.first
            if decoration.name == "RequestMapping":
                verb = request_method(entry(decoration.first, "method")) or "GET"
                said = entry(decoration.first, "path")
            if verb is None:
                continue
            place = Location(method.scope.path, method.function.span)
            paths = tuple(f"{prefix}/{path}" for prefix in prefixes for path in self._paths(said, place))
            yield Endpoint(method.function.name or "", verb, paths, own or given, method.decorations, place)

    def _paths(self, value: Value | None, place: Location) -> tuple[str, ...]:
        if value is None:
            return ("",)
        if isinstance(value, ListValue):
            return tuple(path for item in (*value.items, *value.open) for path in self._paths(item, place))
        known = string(value)
        if known is not None or isinstance(value, Constant):
            return (known or "",)
        self.unknown.append((place, value))
        written = self._program.describe(value)
        return (written.strip("`") if written.startswith("`") else f"${{{written}}}",)


def versioned(paths: tuple[str, ...], given: tuple[str | None, ...], versioning: Versioning | None) -> list[str]:
    """Paths behind their versions."""
    if versioning is None:
        return list(paths)
    marks = [("" if one is None else f"/{versioning.prefix}{one}") for one in given or versioning.default] or [""]
    return [f"{mark}/{path}" for mark in marks for path in paths]


def _path_of(value: Value | None) -> Value | None:
    """The path of `@Controller("users")`, `@Controller({ path: "users" })`."""
    return entry(value, "path") if isinstance(value, ObjectValue) else value
