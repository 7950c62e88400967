"""From the files of a repository to its routes."""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.fastapi.dependencies import Dependency
from datamodel_check.extract.layers.fastapi.guards import Guards
from datamodel_check.extract.layers.fastapi.hidden import run_hidden
from datamodel_check.extract.layers.fastapi.routers import Declared, Router
from datamodel_check.extract.layers.fastapi.runtime import Runtime
from datamodel_check.extract.layers.fastapi.walk import Answer, answers
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.model.layers import Route
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Application, ClassValue, Closure, Value


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What every application of the repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None]
    runtime = Runtime(program)
    for path in files:
        runtime.run(program.effects(path))
        for binding in program.bindings(path):
            if isinstance(binding.value, ClassValue) and binding.value.scope.path == path:
                runtime.run_class(binding.value)
    for path in files:
        run_hidden(runtime, path)
    found = [one for root in runtime.routers if root.application and not root.used for one in answers(root)]
    handing = _Handing(program)
    lost = _lost(runtime.routers, {one.declared for one in found})
    return Routes(
        tuple(map(handing.handled, found)),
        tuple(dict.fromkeys((*runtime.diagnostics, *_unknown(found), *lost))),
    )


def _unknown(found: Iterable[Answer]) -> Iterator[Diagnostic]:
    for one in found:
        if "${" in one.path:
            message = f"the path of a route cannot be resolved: {one.path}"
            yield Diagnostic("unresolved", one.declared.location, message, _AS_WRITTEN)


def _lost(routers: Iterable[Router], answered: set[Declared]) -> Iterator[Diagnostic]:
    """Report routers of which nobody knows where they are included."""
    for router in routers:
        missing = [one for one in router.layers if isinstance(one, Declared) and one not in answered]
        if missing and not router.used and not router.application:
            count = "its route is" if len(missing) == 1 else "its routes are"
            message = f"where a router is included cannot be followed; {count} missing from the facts"
            yield Diagnostic("unresolved", router.location, message, _INCLUDE)


class _Handing:
    """What runs for a route, and what it is called."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._guards = Guards(program)

    def handled(self, answer: Answer) -> Handled:
        declared = answer.declared
        endpoint = declared.endpoint
        found = list(self._dependencies(answer))
        auth = self._guards.evidence(found)
        if isinstance(endpoint, Closure):
            auth = tuple(dict.fromkeys((*auth, *self._guards.decorators(endpoint))))
        route = Route("fastapi", "endpoint", answer.method, answer.path, _name(declared), declared.location, auth)
        return Handled(route, (*self._guards.functions(found), endpoint), _instance(declared.owner))

    def _dependencies(self, answer: Answer) -> Iterator[Dependency]:
        """Those of routers, of the route, of its class and of its parameters."""
        dependencies = self._guards.dependencies
        for value in answer.dependencies:
            yield from dependencies.of(value)
        if answer.declared.owner is not None:
            yield from self._of_class(answer.declared.owner)
        if isinstance(answer.declared.endpoint, Closure):
            yield from dependencies.of_parameters(answer.declared.endpoint)

    def _of_class(self, owner: ClassValue) -> Iterator[Dependency]:
        """What the fields of a class, and of those that it extends, depend on."""
        for one in self._program.mro(owner):
            for attribute in self._program.attributes(one) if isinstance(one, ClassValue) else ():
                dependencies = self._guards.dependencies
                if attribute.name == "__init__" and isinstance(attribute.value, Closure):
                    yield from dependencies.of_parameters(attribute.value)
                else:
                    for typed in dependencies.types(attribute.annotation, attribute.scope):
                        yield from dependencies.of_declaration(typed, attribute.value)


def _instance(owner: ClassValue | None) -> Value | None:
    if owner is None:
        return None
    return Application(owner, (), Location(owner.scope.path, owner.declaration.span))


def _name(declared: Declared) -> str:
    endpoint = declared.endpoint
    name = endpoint.function.name or "" if isinstance(endpoint, Closure) else ""
    return f"{declared.owner.declaration.name}.{name}" if declared.owner is not None else name


_AS_WRITTEN = "What is known of it stands in the facts, the rest as the code writes it; write the path as a string."
_INCLUDE = "Include it with `include_router` in code that can be followed."
