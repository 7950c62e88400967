"""From the files of a repository to its routes."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.imports import imported
from datamodel_check.extract.layers.nestjs.applications import Application, Applications, Excluded
from datamodel_check.extract.layers.nestjs.controllers import Controller, Controllers, Endpoint, versioned
from datamodel_check.extract.layers.nestjs.decorations import Decorations
from datamodel_check.extract.layers.nestjs.guards import Guards, instance
from datamodel_check.extract.layers.nestjs.modules import Module, Modules
from datamodel_check.extract.layers.url_patterns import joined, normalised
from datamodel_check.extract.protocol import Handled, Routes, Settings
from datamodel_check.extract.symbols import entry, symbol
from datamodel_check.model import values
from datamodel_check.model.layers import Route
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import ClassValue, Value


def routes(program: Program, candidates: Sequence[str], settings: Settings) -> Routes:
    """What every application of the repository answers."""
    files = [path for path in candidates if decoy(path, settings) is None and _is_code(program, path)]
    return _Reading(program, files).routes()


def _is_code(program: Program, path: str) -> bool:
    module = program.module(path)
    return module is not None and any(one.source.startswith("@nestjs/") for one in imported(module))


class _Reading:
    def __init__(self, program: Program, files: Sequence[str]) -> None:
        self._program = program
        self._files = files
        self._decorations = Decorations(program)
        self._modules = Modules(program, self._decorations)
        self._controllers = Controllers(program, self._decorations)
        self._guards = Guards(program)
        self._diagnostics: list[Diagnostic] = []

    def routes(self) -> Routes:
        applications = Applications(self._program)
        declared = list(self._declared())
        found: list[Handled] = []
        held: set[int] = set()
        for application in applications.found(self._files):
            modules = self._reachable(application, declared)
            for module in modules:
                for value in self._modules.controllers(module):
                    held.add(id(value.declaration))
            found += self._application(application, modules)
        for value in declared:
            if id(value.declaration) not in held and self._controllers.controller(value) is not None:
                self._lost(value)
        for place, unknown in self._controllers.unknown:
            message = f"the path of a route cannot be resolved: {self._program.describe(unknown)}"
            self._report(place, message, "It stands in the facts as the code writes it; write it as a string.")
        diagnostics = (*applications.diagnostics, *self._diagnostics)
        return Routes(tuple(found), tuple(dict.fromkeys(diagnostics)))

    def _declared(self) -> Iterator[ClassValue]:
        """The classes that the files declare."""
        for path in self._files:
            for binding in self._program.bindings(path):
                if isinstance(binding.value, ClassValue) and binding.value.scope.path == path:
                    yield binding.value

    def _reachable(self, application: Application, declared: Sequence[ClassValue]) -> list[Module]:
        roots: Sequence[Value] = [application.root] if application.root is not None else declared
        found: dict[int, Module] = {}
        for root in roots:
            if application.root is None and not any(
                one.name == "Module"
                for one in self._decorations.of_class(root)  # type: ignore[arg-type]
            ):
                continue
            for module in self._modules.reachable(root):
                found.setdefault(id(module.declared.declaration), module)
        return list(found.values())

    def _lost(self, value: ClassValue) -> None:
        place = Location(value.scope.path, value.declaration.span)
        message = f"no module that can be followed holds the controller {value.declaration.name}"
        self._report(place, message, "Its routes are missing from the facts; name it in `controllers` of a module.")

    def _report(self, place: Location, message: str, hint: str) -> None:
        self._diagnostics.append(Diagnostic("unresolved", place, message, hint))

    # --- routes ------------------------------------------------------------------------------------------------------

    def _application(self, application: Application, modules: list[Module]) -> Iterator[Handled]:
        prefixes = self._modules.prefixes(modules)
        everywhere = (*application.guards, *self._provided(modules))
        seen: set[int] = set()
        for module in modules:
            before = prefixes.get(id(module.declared.declaration), "")
            for value in self._modules.controllers(module):
                controller = self._controllers.controller(value)
                if controller is None or id(value.declaration) in seen:
                    continue
                seen.add(id(value.declaration))
                for endpoint in controller.endpoints:
                    yield from self._endpoint(application, before, everywhere, controller, endpoint)

    def _provided(self, modules: list[Module]) -> Iterator[Value]:
        """The guards of `{ provide: APP_GUARD, useClass: Guard }`."""
        for module in modules:
            for provider in self._modules.providers(module):
                made = symbol(entry(provider, "provide") or provider)
                if made is not None and made.path[-1:] == ("APP_GUARD",):
                    given = (entry(provider, name) for name in ("useClass", "useExisting", "useValue"))
                    yield from (one for one in given if one is not None)

    def _endpoint(
        self,
        application: Application,
        before: str,
        everywhere: tuple[Value, ...],
        controller: Controller,
        endpoint: Endpoint,
    ) -> Iterator[Handled]:
        decorations = (*controller.decorations, *endpoint.decorations)
        named = [*self._guards.named(controller.decorations), *self._guards.named(endpoint.decorations)]
        guards = [one for one in (*everywhere, *named) if not self._guards.lets_pass(one, decorations)]
        auth = tuple(dict.fromkeys(name for one in guards if (name := self._guards.name(one))))
        declared = controller.declared
        this = values.Application(declared, (), Location(declared.scope.path, declared.declaration.span), new=True)
        handlers = [values.Access(one, "canActivate", endpoint.location) for one in map(instance, guards) if one]
        handlers.append(values.Access(this, endpoint.name, endpoint.location))
        handler = f"{declared.declaration.name}.{endpoint.name}"
        paths = tuple(joined(before, path) for path in endpoint.paths)
        for path in dict.fromkeys(self._whole(application, paths, endpoint)):
            route = Route("nestjs", "endpoint", endpoint.method, path, handler, endpoint.location, auth)
            yield Handled(route, tuple(handlers), this)

    def _whole(self, application: Application, paths: tuple[str, ...], endpoint: Endpoint) -> Iterator[str]:
        for path in paths:
            excluded = any(_is_excluded(one, path, endpoint.method) for one in application.excluded)
            for one in versioned((path,), endpoint.versions, application.versioning):
                yield joined(normalised(joined("" if excluded else application.prefix, one)))


def _is_excluded(excluded: Excluded, path: str, method: str) -> bool:
    """Whether the global prefix does not stand before a path: @nestjs/core/router/utils/exclude-route.util.ts."""
    if excluded.method not in ("*", method):
        return False
    wanted, given = joined(normalised(excluded.path)).split("/"), joined(path).split("/")
    for position, segment in enumerate(wanted):
        if "*" in segment:
            return len(given) > position or segment.endswith("?")
        if position >= len(given) or (not segment.startswith(":") and segment != given[position]):
            return False
    return len(wanted) == len(given)
