"""What the modules of a repository do to applications and routers when they are run."""

from collections.abc import Iterable, Iterator, Mapping

from datamodel_check.extract.layers.fastapi.known import ADDING, DECORATING, VERBS, kind
from datamodel_check.extract.layers.fastapi.routers import Declared, Included, Router
from datamodel_check.extract.layers.fastapi.texts import text
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Access, Application, Closure, ListValue, Unresolved, Value


class Runtime:
    """The applications and routers that there are, and what was declared on them so far."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.routers: list[Router] = []
        self.diagnostics: list[Diagnostic] = []
        self._known: dict[Value, Router | None] = {}

    def run(self, effects: Iterable[Effect]) -> None:
        """What happens, in turn."""
        for effect in effects:
            if not isinstance(effect, Skipped):
                self._call(effect)

    # --- what values are ---------------------------------------------------------------------------------------------

    def router(self, value: Value) -> Router | None:
        """The application or router that a value is."""
        if not isinstance(value, Application | Access | Unresolved):
            return None
        if value not in self._known:
            self._known[value] = None
            self._known[value] = self._found(value)
        return self._known[value]

    def _found(self, value: Value) -> Router | None:
        if isinstance(value, Access) and value.name == "router":  # of an application
            return self.router(value.object)
        if isinstance(value, Unresolved):
            possible = (*value.alternatives, *([value.value] if value.value is not None else []))
            return next((one for one in map(self.router, possible) if one is not None), None)
        made = kind(self.program, value)
        return self._made(value, made) if made and isinstance(value, Application) else None

    def _made(self, value: Application, made: str) -> Router:
        router = Router(value.location, application=made == "application")
        self.routers.append(router)
        self._configure(router, value.keywords)
        return router

    def _configure(self, router: Router, keywords: Mapping[str, Value]) -> None:
        if not router.application:
            router.prefix = self._text(keywords.get("prefix"), router.location) or ""
        router.dependencies = tuple(_items(keywords.get("dependencies")))

    # --- what happens ------------------------------------------------------------------------------------------------

    def _call(self, call: Application) -> None:
        callee = call.callee
        if isinstance(callee, Application):
            self._decorated(callee, call)
        elif isinstance(callee, Access) and (router := self.router(callee.object)) is not None:
            if callee.name == "include_router":
                self._include(router, call)
            elif callee.name == "mount":
                self._mount(router, call)
            elif callee.name in ADDING:
                self._declare(router, callee.name, call, _given(call, 1, "endpoint"), call.location)
        else:
            self.router(call)

    def _decorated(self, decorator: Application, call: Application) -> None:
        """`router.get("/path")(function)`."""
        callee = decorator.callee
        if not isinstance(callee, Access) or callee.name not in VERBS | DECORATING or not call.arguments:
            return
        router = self.router(callee.object)
        if router is not None:
            endpoint = call.arguments[0]
            place = call.location
            if isinstance(endpoint, Closure):
                place = Location(endpoint.scope.path, endpoint.function.span)
            self._declare(router, callee.name, decorator, endpoint, place)

    def _declare(self, router: Router, name: str, call: Application, endpoint: Value | None, place: Location) -> None:
        path = self._text(_given(call, 0, "path"), call.location)
        methods = (name.upper(),) if name in VERBS else _methods(call.keywords.get("methods"))
        if path is None or endpoint is None:
            return
        dependencies = tuple(_items(call.keywords.get("dependencies")))
        router.items.append(Declared(methods, path, endpoint, dependencies, place))

    def _include(self, router: Router, call: Application) -> None:
        included = _given(call, 0, "router")
        target = self.router(included) if included is not None else None
        if target is None:
            what = self.program.describe(included) if included is not None else "nothing"
            self._report(call.location, f"the router that is included cannot be followed: {what}", _MISSING)
            return
        target.used = True
        prefix = self._text(call.keywords.get("prefix"), call.location) or ""
        dependencies = tuple(_items(call.keywords.get("dependencies")))
        router.items.append(Included(target, prefix, dependencies, call.location))

    def _mount(self, router: Router, call: Application) -> None:
        mounted = _given(call, 1, "app")
        target = self.router(mounted) if mounted is not None else None
        if target is not None:
            target.used = True
            prefix = self._text(_given(call, 0, "path"), call.location) or ""
            router.items.append(Included(target, prefix, (), call.location, mounted=True))

    def _text(self, value: Value | None, place: Location) -> str | None:
        found = text(self.program, value)
        if found is not None and "${" in found:
            self._report(place, f"a path cannot be resolved: {found}", _AS_WRITTEN)
        return found

    def _report(self, place: Location, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint))


def _given(call: Application, position: int, name: str) -> Value | None:
    """An argument by its position or its name."""
    return call.arguments[position] if position < len(call.arguments) else call.keywords.get(name)


def _items(value: Value | None) -> Iterator[Value]:
    if isinstance(value, ListValue):
        yield from (*value.items, *value.open)
    elif isinstance(value, Unresolved):
        for one in value.alternatives:
            yield from _items(one)


def _methods(value: Value | None) -> tuple[str, ...]:
    return tuple(name.upper() for one in _items(value) if (name := string(one)) is not None) or ("GET",)


_AS_WRITTEN = "What is known of it stands in the facts, the rest as the code writes it; write the path as a string."
_MISSING = "Its routes are missing from the facts; include it in code that can be followed."
