"""Services: exported functions and classes that access data, or call what does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import (
    SCRIPTS,
    Kind,
    is_component,
    is_entry,
    kind_of_class,
    kind_of_file,
    stem,
)
from datamodel_check.extract.layers.reach import Bound, Reach, Reached
from datamodel_check.extract.layers.reach.functions import Identity, identity
from datamodel_check.extract.protocol import Handled, Marks, Settings
from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.layers import Operation, Route, Service
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

MARKS = Marks(
    paths=tuple(
        f"**/*.{word}.{ending}" for word in ("service", "repository", "controller") for ending in ("ts", "js", "mjs")
    )
    + tuple(
        f"**/{folder}/**/*.{ending}"
        for folder in ("services", "repositories", "controllers")
        for ending in ("ts", "js")
    ),
    suffixes=SCRIPTS,
    literals=(b"drizzle-orm", b"prisma", b"Prisma", b"typeorm", b"sequelize", b"mongoose"),
)
"""Files by which services are found: the rest import these."""

_SERVER = "@nestjs/common"
_OTHERS = frozenset({"@angular/core"})


class Services(NamedTuple):
    """The services, and who is who among the functions that they consist of."""

    services: tuple[Service, ...]
    reach: Reach
    operations: Mapping[Identity, str]

    def complete(self, handled: Handled) -> Route:
        """A route with what its handlers read, write and call."""
        functions = [
            bound._replace(this=bound.this or handled.this)
            for value in handled.handlers
            for bound in self.reach.objects.called(value)
        ]
        total = self.reach.total(functions)
        itself = self.reach.itself(functions, self.operations.__contains__)
        calls = frozenset(self.operations[one] for one in itself.calls)
        calls |= {self.operations[one] for bound in functions if (one := identity(bound.closure)) in self.operations}
        return handled.route._replace(reads=_sorted(total.reads), writes=_sorted(total.writes), calls=_sorted(calls))


class _Operation(NamedTuple):
    name: str
    location: Location
    functions: tuple[Bound, ...]


class _Draft(NamedTuple):
    """A service before it is known which of its operations count."""

    kind: Kind
    class_name: str | None
    location: Location
    operations: tuple[_Operation, ...]
    by_name: bool


def services(program: Program, candidates: Sequence[str], sources: Sequence[Source], settings: Settings) -> Services:
    """The services of a repository; `candidates` are the files that `MARKS` selects."""
    reach = Reach(program, sources)
    drafts = _Search(program, reach, settings).drafts(candidates, sources)
    names = _names(drafts)
    operations: dict[Identity, str] = {}
    for at_home in (False, True):  # a function is called by the name that it has in its own module
        for position, draft in reversed(list(enumerate(drafts))):
            for operation in draft.operations:
                for bound in operation.functions:
                    if at_home == (bound.location.path == draft.location.path):
                        operations[identity(bound.closure)] = _reference(names[position], draft, operation)
    found = [_service(draft, names[position], reach, operations) for position, draft in enumerate(drafts)]
    return Services(tuple(sorted(found, key=lambda one: (one.name, one.location))), reach, operations)


class _Search:
    """Goes from the files that name an ORM to those that import them, as long as these access data."""

    def __init__(self, program: Program, reach: Reach, settings: Settings) -> None:
        self._program = program
        self._reach = reach
        self._settings = settings

    def drafts(self, candidates: Sequence[str], sources: Sequence[Source]) -> list[_Draft]:
        scripts = [path for path in self._program.tree.paths if path.endswith(SCRIPTS) and self._counts(path)]
        importers = Importers(self._program, scripts)
        wanted = {*candidates, *(table.location.path for source in sources for table in source.tables)}
        pending = sorted(wanted & set(scripts))
        found: dict[str, list[_Draft]] = {}
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

    def _module(self, path: str) -> Iterator[_Draft]:
        """The services that a module declares: its classes, and the module itself."""
        module = self._program.module(path)
        if module is None or is_entry(path) or {"use client", "use server"} & set(module.directives):
            return
        if any(one.source in _OTHERS for one in module.imports):
            return
        exports = [one for one in self._program.exports(path) if one.location.path == path]
        known: set[Identity] = set()
        for binding in self._program.bindings(path):
            if isinstance(binding.value, ClassValue) and identity(binding.value) not in known:
                known.add(identity(binding.value))
                yield from self._class(binding, binding.value)
        kind = kind_of_file(path)
        operations = tuple(self._operations(exports, by_name=kind is not None))
        if operations:
            yield _Draft(kind or "module", None, Location(path, NOWHERE), operations, kind is not None)

    def _operations(self, exports: Sequence[Export], *, by_name: bool) -> Iterator[_Operation]:
        known: set[Identity] = set()
        for export in exports:
            for operation in self._exported(export.name, export.value, export.location, 0):
                identities = {identity(bound.closure) for bound in operation.functions}
                if not identities <= known and self._does(operation, export.value, by_name=by_name):
                    known |= identities
                    yield operation

    def _exported(self, name: str, value: Value, location: Location, depth: int) -> Iterator[_Operation]:
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
                yield _Operation(name, location, functions)
            elif isinstance(value, Application):
                yield from self._made(name, value, location, depth)

    def _made(self, name: str, value: Application, location: Location, depth: int) -> Iterator[_Operation]:
        """What a package is given to run: `task({ run: async () => … })`, `router({ list: procedure.query(…) })`."""
        for options in value.arguments:
            if isinstance(options, ObjectValue):
                yield from self._exported(name, options, location, depth)

    def _does(self, operation: _Operation, value: Value, *, by_name: bool) -> bool:
        return (by_name and isinstance(value, Closure | ObjectValue)) or self._reach.total(operation.functions).touches

    # --- classes -----------------------------------------------------------------------------------------------------

    def _class(self, binding: Export, value: ClassValue) -> Iterator[_Draft]:
        declaration, path = value.declaration, binding.location.path
        if any(_decorator(self._program, one, value) in _OTHERS for one in declaration.decorators):
            return
        kind = kind_of_class(declaration.name or binding.name, path)
        if any(_is_controller(self._program, one, value) for one in declaration.decorators):
            kind = "controller"
        operations = tuple(self._methods(declaration, value, path))
        touching = [one for one in operations if self._reach.total(one.functions).touches]
        kept = operations if kind is not None else tuple(touching)
        if kept:
            name = declaration.name or binding.name
            yield _Draft(kind or "class", name, binding.location, kept, kind is not None)

    def _methods(self, declaration: Class, value: ClassValue, path: str) -> Iterator[_Operation]:
        instance = Application(value, (), Location(path, declaration.span), new=True)
        for member in declaration.members:
            if not isinstance(member, Function | Field) or member.modifiers & _HIDDEN:
                continue
            name = member.name or ""
            if name == "constructor" or name.startswith("#"):
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
                yield _Operation(name, place, functions)


_TEMPLATES = frozenset({"template", "templates"})

_HIDDEN = frozenset({"abstract", "declare", "get", "private", "protected", "set"})


def _decorator(program: Program, decorator: object, value: ClassValue) -> str | None:
    """The package that a decorator comes from."""
    found = program.evaluate(decorator, value.scope)  # type: ignore[arg-type]
    made = callee(found) or symbol(found)
    return None if made is None else made.package


def _is_controller(program: Program, decorator: object, value: ClassValue) -> bool:
    made = callee(program.evaluate(decorator, value.scope))  # type: ignore[arg-type]
    return made is not None and made.package == _SERVER and made.name == "Controller"


def _names(drafts: Sequence[_Draft]) -> list[str]:
    """Classes have their own names where these are unique, modules their paths."""
    classes = [draft.class_name for draft in drafts]
    found: list[str] = []
    for draft in drafts:
        module = stem(draft.location.path)
        if draft.class_name is None:
            found.append(module)
        else:
            unique = classes.count(draft.class_name) == 1
            found.append(draft.class_name if unique else f"{module}#{draft.class_name}")
    return found


def _reference(name: str, draft: _Draft, operation: _Operation) -> str:
    return f"{name}{'#' if draft.class_name is None else '.'}{operation.name}"


def _service(draft: _Draft, name: str, reach: Reach, operations: Mapping[Identity, str]) -> Service:
    own = {identity(bound.closure) for one in draft.operations for bound in one.functions}
    elsewhere = operations.keys() - own
    found = [
        _finished(one, reach.itself(one.functions, elsewhere.__contains__), operations) for one in draft.operations
    ]
    return Service(draft.kind, name, draft.location, tuple(sorted(found, key=lambda one: (one.name, one.location))))


def _finished(operation: _Operation, itself: Reached, operations: Mapping[Identity, str]) -> Operation:
    calls = frozenset(operations[one] for one in itself.calls)
    return Operation(operation.name, operation.location, _sorted(itself.reads), _sorted(itself.writes), _sorted(calls))


def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
