"""What the modules of a repository do to applications and routers when they are run."""

from collections.abc import Iterable, Mapping

from datamodel_check.extract.layers.fastapi.arguments import given, items, methods, said
from datamodel_check.extract.layers.fastapi.known import ADDING, DECORATING, VERBS, kind
from datamodel_check.extract.layers.fastapi.routers import Declared, Included, Router
from datamodel_check.extract.layers.fastapi.texts import text
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Access, Application, ClassValue, Closure, Unresolved, Value


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

    def run_class(self, value: ClassValue) -> None:
        """What the decorators of a class's methods do: https://fastapi-utils.davidmontague.xyz/user-guide/class-based-views/."""
        scope = next((one.scope for one in self.program.attributes(value)), value.scope)
        for member in value.declaration.members:
            for decorator in reversed(member.decorators) if isinstance(member, Function) else ():
                made = self.program.evaluate(decorator, scope)
                if isinstance(made, Application) and isinstance(member, Function):
                    self._decorated(made, Closure(member, value.scope), value)

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
        constructed = self._constructed(value)
        keywords = next((one.keywords for one in constructed if _is_super(one)), value.keywords)
        self._configure(router, keywords)
        self._known[value] = router
        self.run(constructed)
        return router

    def _constructed(self, value: Application) -> list[Application]:
        """What the constructor of a class of the repository does."""
        made = value.callee
        for one in self.program.mro(made) if isinstance(made, ClassValue) else ():
            for attribute in self.program.attributes(one) if isinstance(one, ClassValue) else ():
                if attribute.name == "__init__" and isinstance(attribute.value, Closure):
                    effects = self.program.performed(attribute.value, value.arguments, value, value.keywords)
                    return [effect for effect in effects if isinstance(effect, Application)]
        return []

    def _configure(self, router: Router, keywords: Mapping[str, Value]) -> None:
        if not router.application:
            router.prefix = self._text(keywords.get("prefix")) or ""
        router.dependencies = tuple(items(keywords.get("dependencies")))

    # --- what happens ------------------------------------------------------------------------------------------------

    def _call(self, call: Application) -> None:
        callee = said(call.callee)
        if isinstance(callee, Application):
            if call.arguments:
                self._decorated(callee, call.arguments[0], None)
        elif isinstance(callee, Access) and (router := self.router(callee.object)) is not None:
            if callee.name == "include_router":
                self._include(router, call)
            elif callee.name == "mount":
                self._mount(router, call)
            elif callee.name in ADDING:
                self._declare(router, callee.name, call, given(call, 1, "endpoint"), call.location)
        else:
            self.router(call)

    def _decorated(self, decorator: Application, endpoint: Value, owner: ClassValue | None) -> None:
        """`router.get("/path")(function)`."""
        callee = said(decorator.callee)
        if not isinstance(callee, Access) or callee.name not in VERBS | DECORATING:
            return
        router = self.router(callee.object)
        if router is not None:
            place = decorator.location
            if isinstance(endpoint, Closure):
                place = Location(endpoint.scope.path, endpoint.function.span)
            self._declare(router, callee.name, decorator, endpoint, place, owner)

    def _declare(
        self,
        router: Router,
        name: str,
        call: Application,
        endpoint: Value | None,
        place: Location,
        owner: ClassValue | None = None,
    ) -> None:
        path = self._text(given(call, 0, "path"))
        verbs = (name.upper(),) if name in VERBS else methods(call.keywords.get("methods"))
        if path is not None and endpoint is not None:
            dependencies = tuple(items(call.keywords.get("dependencies")))
            router.layers.append(Declared(verbs, path, endpoint, dependencies, place, owner))

    def _include(self, router: Router, call: Application) -> None:
        included = given(call, 0, "router")
        target = self.router(included) if included is not None else None
        if target is None:
            what = self.program.describe(included) if included is not None else "nothing"
            self._report(call.location, f"the router that is included cannot be followed: {what}", _MISSING)
            return
        target.used = True
        prefix = self._text(call.keywords.get("prefix")) or ""
        dependencies = tuple(items(call.keywords.get("dependencies")))
        router.layers.append(Included(target, prefix, dependencies, call.location))

    def _mount(self, router: Router, call: Application) -> None:
        mounted = given(call, 1, "app")
        target = self.router(mounted) if mounted is not None else None
        if target is not None:
            target.used = True
            prefix = self._text(given(call, 0, "path")) or ""
            router.layers.append(Included(target, prefix, (), call.location, mounted=True))

    def _text(self, value: Value | None) -> str | None:
        if isinstance(value, Access) and value.name == "prefix" and (router := self.router(value.object)) is not None:
            return router.prefix
        return text(self.program, value)

    def _report(self, place: Location, message: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint))


def _is_super(call: Application) -> bool:
    """`super().__init__(…)`, `APIRouter.__init__(self, …)`."""
    return isinstance(call.callee, Access) and call.callee.name == "__init__"


_MISSING = "Its routes are missing from the facts; include it in code that can be followed."
