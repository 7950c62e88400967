"""Finds services: from the files that name an ORM to those that import them, as long as these access data."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import (
    MODULES,
    Kind,
    is_component,
    is_entry,
    is_handler,
    kind_of_class,
    kind_of_file,
)
from datamodel_check.extract.layers.reach import Bound, Reach
from datamodel_check.extract.layers.reach.functions import Identity, identity
from datamodel_check.extract.layers.reach.objects import is_getter
from datamodel_check.extract.layers.services.classes import OTHERS, decorator_of, is_controller, is_framed
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Class, Field, Function
from datamodel_check.model.program import Export, Program
from datamodel_check.model.schema import Source
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)


class DraftOperation(NamedTuple):
    """What others may call, and the functions that then run."""

    name: str
    location: Location
    functions: tuple[Bound, ...]


class Draft(NamedTuple):
    """A service before it is known which of its operations count."""

    kind: Kind
    class_name: str | None
    location: Location
    operations: tuple[DraftOperation, ...]
    by_name: bool


_TEMPLATES = frozenset({"template", "templates"})

_HIDDEN = frozenset({"abstract", "declare", "get", "private", "protected", "set"})


class Search:
    """Goes from the files that name an ORM to those that import them, as long as these access data."""

    def __init__(self, program: Program, reach: Reach, sources: Sequence[Source], settings: Settings) -> None:
        self._program = program
        self._reach = reach
        self._settings = settings
        self._models = {(table.location.path, table.code_name) for source in sources for table in source.tables}

    def drafts(self, candidates: Sequence[str]) -> list[Draft]:
        modules = [path for path in self._program.tree.paths if path.endswith(MODULES) and self._counts(path)]
        importers = Importers(self._program, modules)
        wanted = {*candidates, *(path for path, _ in self._models)}
        pending = sorted(wanted & set(modules))
        found: dict[str, list[Draft]] = {}
        seen = set(pending)
        while pending:
            path = pending.pop(0)
            found[path] = list(self._module(path))
            if found[path] or path in wanted or self._hands_on(path):
                following = sorted(importers.of(path) - seen)
                seen.update(following)
                pending += following
        return [draft for path in sorted(found) for draft in found[path]]

    def _counts(self, path: str) -> bool:
        """Whether the application may be written here; `src/templates` holds no templates of applications."""
        if path.endswith((".d.ts", ".config.ts", ".config.js")):
            return False
        reason = decoy(path, self._settings)
        if reason != "in a templates folder":
            return reason is None
        package = self._program.package(path)
        return package is not None and not _TEMPLATES & set(package.directory.split("/"))

    def _hands_on(self, path: str) -> bool:
        """Whether a module exports what it has from others: again, or in objects."""
        module = self._program.module(path)
        if module is None or any(export.source is not None for export in module.exports):
            return module is not None
        return any(
            isinstance(export.value, ObjectValue | ListValue | Application | Access | Unresolved)
            for export in self._program.exports(path)
        )

    # --- modules -----------------------------------------------------------------------------------------------------

    def _module(self, path: str) -> Iterator[Draft]:
        """The services that a module declares: its classes, and the module itself."""
        module = self._program.module(path)
        if module is None or is_entry(path) or {"use client", "use server"} & set(module.directives):
            return
        if any(one.source in OTHERS for one in module.imports):
            return
        exports = self._exports(path)
        known: set[Identity] = set()
        for binding in self._program.bindings(path):
            value = binding.value
            if isinstance(value, ClassValue) and value.scope.path == path and identity(value) not in known:
                known.add(identity(value))
                yield from self._class(binding, value)
        kind = kind_of_file(path)
        operations = tuple(self._operations(exports, by_name=kind is not None))
        if operations:
            yield Draft(kind or "module", None, Location(path, NOWHERE), operations, kind is not None)

    def _exports(self, path: str) -> Sequence[Export]:
        """What a module has for others; of Python's what it declares and does not begin with an underscore."""
        if not path.endswith(".py"):
            return [one for one in self._program.exports(path) if one.location.path == path]
        return [
            one
            for one in self._program.bindings(path)
            if isinstance(one.value, Closure) and not one.name.startswith("_") and not is_handler(one.value.function)
        ]

    def _operations(self, exports: Sequence[Export], *, by_name: bool) -> Iterator[DraftOperation]:
        known: set[Identity] = set()
        for export in exports:
            for operation in self._exported(export.name, export.value, export.location, 0):
                identities = {identity(bound.closure) for bound in operation.functions}
                if not identities <= known and self._does(operation, export.value, by_name=by_name):
                    known |= identities
                    yield operation

    def _exported(self, name: str, value: Value, location: Location, depth: int) -> Iterator[DraftOperation]:
        if isinstance(value, ObjectValue) and depth < 2:
            for key, item in value.entries.items():
                place = value.places.get(key, location)
                if place.path == location.path:
                    inner = key if name == "default" else f"{name}.{key}"
                    yield from self._exported(inner, item, place, depth + 1)
        elif (
            isinstance(value, Closure)
            and getattr(value.scope, "parent", None) is None
            and (value.scope.path != location.path)
        ):
            return  # a function of another module, grouped or exported here once more
        elif isinstance(value, Closure | Application | Unresolved) and not is_component(name, location.path):
            functions = tuple(self._reach.objects.called(value))
            if name == "default" and isinstance(value, Closure) and value.function.name:
                name = value.function.name
            if isinstance(value, Closure) and value.scope.path == location.path:
                location = Location(location.path, value.function.span)
            if functions:
                yield DraftOperation(name, location, functions)
            elif isinstance(value, Application):
                yield from self._made(name, value, location, depth)

    def _made(self, name: str, value: Application, location: Location, depth: int) -> Iterator[DraftOperation]:
        """What a package is given to run: `task({ run: async () => … })`, `router({ list: procedure.query(…) })`."""
        for options in value.arguments:
            if isinstance(options, ObjectValue):
                yield from self._exported(name, options, location, depth)

    def _does(self, operation: DraftOperation, value: Value, *, by_name: bool) -> bool:
        return (by_name and isinstance(value, Closure | ObjectValue)) or self._reach.total(operation.functions).touches

    # --- classes -----------------------------------------------------------------------------------------------------

    def _class(self, binding: Export, value: ClassValue) -> Iterator[Draft]:
        declaration, path = value.declaration, binding.location.path
        if any(decorator_of(self._program, one, value) in OTHERS for one in declaration.decorators):
            return
        base = self._reach.objects.base(value)
        if (path, declaration.name) in self._models or (base is not None and is_framed(base.value)):
            return
        kind = kind_of_class(declaration.name or binding.name, path)
        if any(is_controller(self._program, one, value) for one in declaration.decorators):
            kind = "controller"
        operations = tuple(self._methods(declaration, value, path))
        touching = [one for one in operations if self._reach.total(one.functions).touches]
        kept = operations if kind is not None else tuple(touching)
        if kept:
            name = declaration.name or binding.name
            yield Draft(kind or "class", name, binding.location, kept, kind is not None)

    def _methods(self, declaration: Class, value: ClassValue, path: str) -> Iterator[DraftOperation]:
        instance = Application(value, (), Location(path, declaration.span), new=True)
        for member in declaration.members:
            if not isinstance(member, Function | Field) or member.modifiers & _HIDDEN:
                continue
            name = member.name or ""
            if (
                name == "constructor"
                or name.startswith(("#", "_"))
                or (isinstance(member, Function) and is_getter(member))
            ):
                continue
            place = Location(path, member.span)
            if "static" in member.modifiers:
                functions = tuple(self._reach.objects.functions(self._program.member(value, name)))
            elif isinstance(member, Function):
                method = self._reach.objects.method(instance, name)
                functions = () if method is None else (method,)
            else:
                found = self._reach.objects.field(instance, name) if isinstance(member.value, Function) else ()
                functions = tuple(Bound(one) for one in found if isinstance(one, Closure))
            if functions:
                yield DraftOperation(name, place, functions)
