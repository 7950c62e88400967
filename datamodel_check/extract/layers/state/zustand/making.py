"""Where stores are made, and what they are called."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import SCRIPTS, stem
from datamodel_check.extract.layers.state.sites import Site, sites
from datamodel_check.extract.layers.state.zustand.known import initializer, is_creator, peeled
from datamodel_check.extract.layers.state.zustand.uses import uses
from datamodel_check.model.layers import Member
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression, Module, Name, Statement, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, Closure, Unresolved, Value


class Made(NamedTuple):
    """A store under the name that others know it by.

    `types` are those written where it is made, each with its module; `actions` are functions beside the store.
    """

    name: str
    value: Application
    location: Location
    types: tuple[tuple[Expression, str], ...] = ()
    actions: tuple[Member, ...] = ()

    @property
    def place(self) -> Location:
        """Where the library is called, which may be in a wrapper."""
        return self.value.location


class Making:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._wrappers: set[tuple[str, str]] = set()
        """Functions that make stores of what they are given: their modules and names."""

    def of(self, path: str) -> Iterator[Made]:
        """The stores that a module makes: at its top level, and in functions."""
        module = self._program.module(path)
        if module is None:
            return
        bound = list(self._bound(module))
        around = uses(self._program, path, (made.value for made in bound))
        names = self._names(module)
        for made in bound:
            one = around[id(made.value)]
            private = one.hooks[0] if len(one.hooks) == 1 else made.name
            yield made._replace(name=_told(names.get(made.place, private), path), actions=one.members)
        for made in self._inside(path, [made.location for made in bound]):
            yield made._replace(name=_told(names.get(made.place, made.name), path))

    def _names(self, module: Module) -> Mapping[Location, str]:
        """The names under which a module exports stores, by where these are made; the first counts."""
        exported: dict[str, list[str]] = {}
        for export in module.exports:
            if export.source is None:
                exported.setdefault(export.original, []).append(export.name)
        found: dict[Location, str] = {}
        for binding in self._program.bindings(module.path):
            names = exported.get(binding.name, [])
            if names and isinstance(binding.value, Application) and initializer(binding.value) is not None:
                own = binding.name if binding.name in names else names[0]
                found.setdefault(binding.value.location, own)
        return found

    def borrowers(self, paths: Sequence[str]) -> list[str]:
        """The modules that import from `paths` what makes stores: the library's own functions, or wrappers of them."""
        lenders = [path for path in paths if self._lends(path)]
        if not lenders:
            return []
        importers = Importers(self._program, (path for path in self._program.tree.paths if path.endswith(SCRIPTS)))
        found: dict[str, None] = {}
        while lenders:
            for path in sorted(importers.of(lenders.pop())):
                if path not in found:
                    found[path] = None
                    lenders += [path] if self._lends(path) else []
        return sorted(found)

    def _lends(self, path: str) -> bool:
        module = self._program.module(path)
        if module is not None and any((path, name) in self._wrappers for name in _exported(module)):
            return True
        return any(is_creator(one.value) or self._is_wrapper(one.value) for one in self._program.exports(path))

    def _is_wrapper(self, value: Value) -> bool:
        """Whether a function that a module hands on is a wrapper of another module."""
        if not isinstance(value, Closure):
            return False
        place = Location(value.scope.path, value.function.span)
        bound = (one for one in self._program.bindings(place.path) if _holds(one.location, place))
        return any((place.path, one.name) in self._wrappers for one in bound)

    # --- at the top level --------------------------------------------------------------------------------------------

    def _bound(self, module: Module) -> Iterator[Made]:
        """The stores that bindings stand for."""
        written = {one.name: one for one in module.statements if isinstance(one, Binding)}
        for binding in self._program.bindings(module.path):
            statement, value = written.get(binding.name), binding.value
            if statement is None or not isinstance(statement.value, Call) or not isinstance(value, Application):
                continue
            if initializer(value) is not None:
                types = tuple((one, module.path) for one in _types(statement, module))
                yield Made(binding.name, value, binding.location, types)

    # --- in functions ------------------------------------------------------------------------------------------------

    def _inside(self, path: str, known: Sequence[Location]) -> Iterator[Made]:
        for site in sites(self._program, path):
            value = None if any(_holds(one, site.location) for one in known) else self._made(site)
            filler = initializer(value) if value is not None else None
            if value is None or filler is None:
                continue
            inside = peeled(filler).inside
            if isinstance(inside, Unresolved) and inside.reason == "it is a parameter":
                self._wrappers.add((path, site.holder))
            else:
                types = tuple((one, path) for one in _type_arguments(site.call))
                yield Made(_told(site.holder, path), value, site.location, types)

    def _made(self, site: Site) -> Application | None:
        """The store that a call makes."""
        root: Expression = site.call
        while isinstance(root, Call):
            root = root.callee
        if not site.holder or not is_creator(self._program.evaluate(root, site.scope)):
            return None
        value = self._program.evaluate(site.call, site.scope)
        return value if isinstance(value, Application) and initializer(value) is not None else None


def _holds(around: Location, place: Location) -> bool:
    return around.span.start <= place.span.start and place.span.end <= around.span.end


def _exported(module: Module) -> set[str]:
    return {one.original for one in module.exports if one.source is None}


def _told(name: str, path: str) -> str:
    """A default export without a name is known by its file's."""
    return stem(path).rpartition("/")[2] if name in {"default", ""} else name


def _types(statement: Binding, module: Module) -> Iterator[Expression]:
    """The types of a store: `create<State>()(…)`, `const store: StoreApi<State> = …`, `create(fill)`."""
    yield from _type_arguments(statement.value)
    yield from _annotated(statement)
    filler = statement.value.arguments[0] if isinstance(statement.value, Call) and statement.value.arguments else None
    if isinstance(filler, Name):
        yield from (type_ for one in module.statements if _is(one, filler.id) for type_ in _annotated(one))


def _is(statement: Statement, name: str) -> bool:
    return isinstance(statement, Binding) and statement.name == name


def _annotated(statement: Statement) -> Iterator[Expression]:
    """The `State` of `StoreApi<State>`, `UseBoundStore<StoreApi<State>>`, `StateCreator<State>`."""
    annotation = statement.annotation if isinstance(statement, Binding) else None
    while isinstance(annotation, Subscript):
        yield annotation.keys[0]
        annotation = annotation.keys[0]


def _type_arguments(written: Expression | None) -> Iterator[Expression]:
    """Those of the call that makes a store, or of the one before it: `create<State>()(…)`."""
    while isinstance(written, Call):
        yield from written.type_arguments[:1]
        written = written.callee
