"""What the modules of a repository do to applications and routers when they are run, one call after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.layers.express.declaring import Declaring
from datamodel_check.extract.layers.express.known import (
    METHODS,
    SETTERS,
    given_back,
    is_of_type,
    makes_application,
    makes_router,
)
from datamodel_check.extract.layers.express.stacks import Declared, Mounted, Path, Router, Running
from datamodel_check.extract.layers.reach.functions import Bound
from datamodel_check.extract.layers.reach.objects import Objects, instance_of
from datamodel_check.extract.layers.url_patterns import normalised
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location, Span
from datamodel_check.model.module import Block, Function, If, Statement
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    Unresolved,
    Value,
)

_DEEPEST = 40
"""Functions that are run for one another."""


class Runtime:
    """The applications and routers that there are, and what was done to them so far."""

    def __init__(self, program: Program, files: Sequence[str]) -> None:
        self.program = program
        self.objects = Objects(program)
        self.routers: list[Router] = []
        self.diagnostics: list[Diagnostic] = []
        self.seen: set[Location] = set()
        """The places of calls that were carried out."""
        self.instances: dict[Span, Application] = {}
        """Of classes, by where these are declared, the first instance that was made."""
        self._declaring = Declaring(program, files)
        self._known: dict[Value, Router | Path | None] = {}
        self._depth = 0

    def run(self, path: str) -> None:
        """Run a module."""
        self.execute(self.program.effects(path))

    def execute(self, effects: Iterable[Effect]) -> None:
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            else:
                self._call(effect)
        self._depth -= 1

    # --- what values are ---------------------------------------------------------------------------------------------

    def router(self, value: Value) -> Router | None:
        """The application or router that a value is."""
        found = self._target(value)
        return found if isinstance(found, Router) else None

    def know(self, value: Value, router: Router) -> None:
        """A value stands for a router."""
        self.routers.append(router)
        self._known[value] = router

    def _target(self, value: Value) -> Router | Path | None:
        if not isinstance(value, Application | Access | Unresolved):
            return None
        if value not in self._known:
            self._known[value] = None
            self._known[value] = self._found(value)
        return self._known[value]

    def _found(self, value: Application | Access | Unresolved) -> Router | Path | None:
        if makes_application(value) or makes_router(value) or is_of_type(value):
            return self._made(value)
        given = given_back(value)
        if given is not None:
            return self._target(given)
        if isinstance(value, Application) and isinstance(value.callee, Access):
            return self._returned(self._target(value.callee.object), value.callee.name, value)
        if isinstance(value, Application):
            return None
        possible = self.objects.possible(value)
        found = (self._target(one) for one in possible if one is not value)
        return next((one for one in found if one is not None), None)

    def _made(self, value: Value) -> Router:
        assert isinstance(value, Application)
        made = Router(value.location, application=not makes_router(value), typed=is_of_type(value))
        self.routers.append(made)
        return made

    def _returned(self, target: Router | Path | None, method: str, call: Application) -> Router | Path | None:
        """What a method of a router returns."""
        if isinstance(target, Router) and method == "route":
            return Path(target, self._paths(call.arguments[0]) if call.arguments else ("/",))
        return target if method in METHODS or method in SETTERS else None

    # --- what happens ------------------------------------------------------------------------------------------------

    def _call(self, call: Application) -> None:
        self.seen.add(call.location)
        if isinstance(call.callee, Access):
            target = self._target(call.callee.object)
            if target is not None:
                self._performed(target, call.callee.name, call)
                return
        method = next(iter(self.objects.functions(call.callee)), None) if isinstance(call.callee, Access) else None
        created = instance_of(call)
        if method is not None and self._may(method, call):
            self.execute(self.program.performed(method.closure, call.arguments, method.this))
        elif created is not None:
            if self._declaring.of_class(created.declaration):
                self._constructed(call)
        else:
            self._handed(call)

    def _may(self, method: Bound, call: Application) -> bool:
        """Whether a method may declare routes: on its own, or on a router that it is given."""
        declared = instance_of(method.this) if method.this is not None else None
        if declared is not None and self._declaring.of_class(declared.declaration):
            return True
        return any(self.router(one) is not None for one in call.arguments)

    def _constructed(self, call: Application) -> None:
        """`new Server()`."""
        assert isinstance(call.callee, ClassValue)
        self.instances.setdefault(call.callee.declaration.span, call)
        constructor = self.objects.method(call, "constructor")
        if constructor is not None:
            self.execute(self.program.performed(constructor.closure, call.arguments, call))

    def _handed(self, call: Application) -> None:
        """Functions that are handed to something that is not known, which calls them: `connect().then(() => …)`."""
        for argument in call.arguments:
            if isinstance(argument, Closure) and self._declaring.function(argument.function):
                self.execute(self.program.performed(argument, tuple(_unknown(argument))))

    def _performed(self, target: Router | Path, method: str, call: Application) -> None:
        items = tuple(_flat((*call.arguments, *call.open)))
        if isinstance(target, Path):
            if method in METHODS:
                self._declare(target.router, method, target.paths, items, call)
        elif method == "use":
            self._use(target, call.arguments, call)
        elif method in METHODS and (len(call.arguments) > 1 or call.open):
            self._declare(target, method, self._paths(call.arguments[0]), tuple(_flat(call.arguments[1:])), call)

    def _declare(
        self, router: Router, method: str, paths: tuple[str, ...], chain: tuple[Value, ...], call: Application
    ) -> None:
        unknown = next((path for path in paths if "${" in path), None)
        if unknown is not None:
            message = f"the path of a route cannot be resolved: {unknown}"
            self.report(call.location, message, _AS_WRITTEN)
        paths = tuple(path for path in paths if not _is_unknown(path))
        name = {"ALL": "*", "DEL": "DELETE"}.get(method.upper(), method.upper())
        router.layers.append(Declared(name, paths, tuple(_running(chain, call)), call.location))

    def _use(self, router: Router, arguments: Sequence[Value], call: Application) -> None:
        paths: tuple[str, ...] = ("/",)
        if arguments and self._is_path(arguments[0], alone=len(arguments) == 1):
            paths, arguments = self._paths(arguments[0]), arguments[1:]
            self._check(paths, call)
        chain: list[Router | Running] = []
        for one in _running(tuple(_flat(arguments)), call):
            mounted = self.router(one.function)
            if mounted is not None and mounted is not router:
                mounted.used = True
                chain.append(mounted)
            else:
                chain.append(one)
        router.layers.append(Mounted(paths, tuple(chain)))

    def _check(self, paths: Sequence[str], call: Application) -> None:
        """Report what is not known of a path that routers are mounted at."""
        unknown = next((path for path in paths if "${" in path), None)
        if unknown is not None:
            message = f"the path that a router is mounted at cannot be resolved: {unknown}"
            self.report(call.location, message, _AS_WRITTEN)

    def report(self, place: Location, message: str, hint: str | None = None) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint))

    def _paths(self, value: Value) -> tuple[str, ...]:
        """The paths that a route is for; what is not known stands as it is written."""
        if isinstance(value, ListValue):
            return tuple(path for item in (*value.items, *value.open) for path in self._paths(item))
        if isinstance(value, Constant):
            return (normalised(value.value),) if isinstance(value.value, str) else ("/",)
        if isinstance(value, Unresolved) and _is_pattern(value):
            return (f"({value.text.rpartition('/')[0][1:]})",)
        written = self.program.describe(value)
        return (normalised(written.strip("`")),) if written.startswith("`") else (f"${{{written}}}",)

    def _is_path(self, value: Value, *, alone: bool) -> bool:
        """Whether the first argument of `use` is a path, not a function: express/lib/application.js, `app.use`."""
        while isinstance(value, ListValue) and value.items:
            value = value.items[0]
        if isinstance(value, Constant):
            return isinstance(value.value, str)
        if alone or self.router(value) is not None:
            return False
        if isinstance(value, Unresolved):
            return _reads_like_path(value)
        known = symbol(value)
        return known is not None and (known.package, known.path[:2]) == ("", ("process", "env"))

    # --- what may happen ---------------------------------------------------------------------------------------------

    def _skipped(self, effect: Skipped) -> None:
        """Routes that are declared under some condition are there."""
        if not self._declaring.within(effect.statement):
            return
        for body in _bodies(effect.statement):
            made = Function(None, (), tuple(body), effect.statement.span)
            self.execute(self.program.performed(Closure(made, effect.scope), ()))


def _unknown(function: Closure) -> Iterator[Value]:
    """What a function is given by something that is not known."""
    for one in function.function.parameters:
        place = Location(function.scope.path, one.span)
        yield Unresolved("it is a parameter", one.name, place) if one.default is None else _UNDEFINED


_UNDEFINED = Constant(None, undefined=True)


def _bodies(statement: Statement) -> Iterator[Sequence[Statement]]:
    if isinstance(statement, If):
        yield statement.then
        yield statement.otherwise
    elif isinstance(statement, Block):
        yield statement.body


def _flat(values: Iterable[Value]) -> Iterator[Value]:
    for value in values:
        if isinstance(value, ListValue):
            yield from _flat(value.items)
        else:
            yield value


def _running(chain: tuple[Value, ...], call: Application) -> Iterator[Running]:
    for position, function in enumerate(chain):
        yield Running(function, len(chain) - position, call.location)


def _is_pattern(value: Unresolved) -> bool:
    """Whether a value is a regular expression."""
    return value.text.startswith("/") and value.text.count("/") > 1


def _is_unknown(path: str) -> bool:
    """Whether nothing of a path is known."""
    return path.startswith("${") and path.endswith("}") and path.count("${") == 1


_AS_WRITTEN = "What is known of it stands in the facts, the rest as the code writes it; write the path as a string."


def _reads_like_path(value: Unresolved) -> bool:
    """Whether something that is not known is rather a path than a function."""
    if value.text.startswith("`") or _is_pattern(value):
        return True
    if any(isinstance(one, Constant) and isinstance(one.value, str) for one in value.alternatives):
        return True
    return _PATH.search(value.text) is not None


_PATH = re.compile(r"(?:^process\.env\.\w+|path|prefix|route|url|base|endpoint|version)$", re.IGNORECASE)
