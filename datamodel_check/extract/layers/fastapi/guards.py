"""Which dependencies tell by whom a route is called: https://fastapi.tiangolo.com/tutorial/security/."""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.extract.layers.authentication import reads_like_guard
from datamodel_check.extract.layers.fastapi.dependencies import Dependencies, Dependency
from datamodel_check.extract.layers.fastapi.known import dotted
from datamodel_check.extract.layers.fastapi.refusing import Refusing
from datamodel_check.extract.layers.reach.functions import identity
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure, Value

_CALLERS = re.compile(
    r"(?:^|_)(?:current|active|authenticated|logged_?in|request)(?:_\w+)*_(?:user|superuser|admin|member|account|identity"
    r"|principal|customer|staff|subject)(?:_|$)|(?:^|_)(?:oauth2?|api_?key|bearer)(?:_|$)"
)

_OPTIONAL = re.compile(r"(?:^|_)(?:optional|maybe)(?:_|$)")
"""Names of dependencies that let anybody pass."""

_DEEPEST = 12


class Guards:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.dependencies = Dependencies(program)
        self._refusing = Refusing(program)
        self._known: dict[object, tuple[str, ...]] = {}

    def evidence(self, found: Iterable[Dependency]) -> tuple[str, ...]:
        """By which of the dependencies, and of what these depend on, callers are known."""
        return tuple(dict.fromkeys(name for one in found for name in self._names(one, 0)))

    def decorators(self, endpoint: Closure) -> Iterator[str]:
        """The decorators that let only some pass: https://www.starlette.io/authentication/#permissions."""
        for decorator in endpoint.function.decorators:
            value = self._program.sketch(decorator, endpoint.scope)
            made = value.callee if isinstance(value, Application) else value
            name = made.function.name or "" if isinstance(made, Closure) else dotted(made).rpartition(".")[2]
            if dotted(made) == "starlette.authentication.requires" or reads_like_guard(name):
                yield name

    def functions(self, found: Iterable[Dependency]) -> Iterator[Value]:
        """The functions that run for dependencies, those of what these depend on first."""
        yield from self._functions(found, set(), 0)

    def _functions(self, found: Iterable[Dependency], seen: set[object], depth: int) -> Iterator[Value]:
        for one in found:
            for function in self._called(one.value) if depth < _DEEPEST else ():
                key = identity(function)
                if key not in seen:
                    seen.add(key)
                    yield from self._functions(self.dependencies.of_parameters(function), seen, depth + 1)
                    yield function

    def _names(self, dependency: Dependency, depth: int) -> tuple[str, ...]:
        key = (identity(dependency.value), dependency.name, dependency.security)
        if key not in self._known:
            self._known[key] = ()
            self._known[key] = self._found(dependency, depth)
        return self._known[key]

    def _found(self, dependency: Dependency, depth: int) -> tuple[str, ...]:
        """Its own name where it guards itself, else those of the guards that it depends on."""
        name, value, security = dependency
        if _OPTIONAL.search(name) or (dotted(value).startswith("fastapi.security.") and name.endswith("Form")):
            return ()  # it lets anybody pass, or is what a login is given
        if security or self._is_scheme(value) or reads_like_guard(name) or _CALLERS.search(name):
            return (name,)
        functions = list(self._called(value))
        inner = [one for function in functions for one in self.dependencies.of_parameters(function)]
        if any(self._is_scheme(one.value) for one in inner) or any(map(self._refusing.refuses, functions)):
            return (name,)
        if depth >= _DEEPEST:
            return ()
        return tuple(dict.fromkeys(found for one in inner for found in self._names(one, depth + 1)))

    def _is_scheme(self, value: Value) -> bool:
        """Whether a value is one of `fastapi.security`, or of a class that extends one."""
        made = value.callee if isinstance(value, Application) else value
        names = map(dotted, self._program.mro(made)) if isinstance(made, ClassValue) else (dotted(made),)
        return any(one.startswith("fastapi.security.") and not one.endswith("Form") for one in names)

    def _called(self, value: Value) -> Iterator[Closure]:
        """The functions that are called: of a class its `__init__`, of an instance its `__call__`."""
        if isinstance(value, Closure):
            yield value
            return
        made = value.callee if isinstance(value, Application) else value
        wanted = "__call__" if isinstance(value, Application) else "__init__"
        for one in self._program.mro(made) if isinstance(made, ClassValue) else ():
            for attribute in self._program.attributes(one) if isinstance(one, ClassValue) else ():
                if attribute.name == wanted and isinstance(attribute.value, Closure):
                    yield attribute.value
                    return
