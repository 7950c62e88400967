"""Which modules an application consists of, and what they hold: https://docs.nestjs.com/modules."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.nestjs.decorations import Decorations
from datamodel_check.extract.symbols import callee, entry, string
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_DEEPEST = 20
"""Lists and alternatives in one another."""


class Module(NamedTuple):
    """A module with everything that is said of it, also where it is imported."""

    declared: ClassValue
    said: tuple[ObjectValue, ...]


class Modules:
    """Answers for one program."""

    def __init__(self, program: Program, decorations: Decorations) -> None:
        self._program = program
        self._decorations = decorations

    def reachable(self, root: Value) -> list[Module]:
        """A module and all that it imports, directly or through others; each once."""
        found: dict[int, Module] = {}
        pending = list(self._modules(root, 0))
        while pending:
            module = pending.pop(0)
            key = id(module.declared.declaration)
            known = found.get(key)
            fresh = tuple(one for one in module.said if known is None or one not in known.said)
            if known is not None and not fresh:
                continue
            found[key] = Module(module.declared, (*(known.said if known else ()), *fresh))
            for said in fresh:
                pending += [one for value in self.listed(said, "imports") for one in self._modules(value, 0)]
        return list(found.values())

    def controllers(self, module: Module) -> list[ClassValue]:
        values = (value for said in module.said for value in self.listed(said, "controllers"))
        return list(dict.fromkeys(value for value in values if isinstance(value, ClassValue)))

    def providers(self, module: Module) -> Iterator[Value]:
        for said in module.said:
            yield from self.listed(said, "providers")

    def prefixes(self, modules: list[Module]) -> dict[int, str]:
        """What `RouterModule.register` puts before the paths of modules, by their declarations."""
        found: dict[int, str] = {}
        for module in modules:
            for said in module.said:
                for value in self.listed(said, "imports"):
                    made = callee(value)
                    if made is not None and made.path in {("RouterModule", "register"), ("RouterModule", "forRoutes")}:
                        assert isinstance(value, Application)
                        for item in value.arguments[:1]:
                            self._prefix(item, "", found, 0)
        return found

    def _prefix(self, value: Value, before: str, found: dict[int, str], depth: int) -> None:
        if depth > _DEEPEST:
            return
        if isinstance(value, ListValue):
            for item in value.items:
                self._prefix(item, before, found, depth + 1)
        elif isinstance(value, ClassValue):
            found[id(value.declaration)] = before
        elif isinstance(value, ObjectValue):
            path = f"{before}/{string(entry(value, 'path')) or ''}"
            for name in ("module", "children"):
                inside = entry(value, name)
                if inside is not None:
                    self._prefix(inside, path, found, depth + 1)

    # --- what lists hold ---------------------------------------------------------------------------------------------

    def listed(self, said: ObjectValue, name: str) -> Iterator[Value]:
        """The items of a list that a module has, whichever of several possible ones they are."""
        value = entry(said, name)
        if value is not None:
            yield from _flat(value, 0)

    def _modules(self, value: Value, depth: int) -> Iterator[Module]:
        """The module that something imported is: a class, a dynamic one, or a reference to one."""
        if depth > _DEEPEST:
            return
        if isinstance(value, ClassValue):
            given = (one.first for one in self._decorations.of_class(value) if one.name == "Module")
            yield Module(value, tuple(one for one in given if isinstance(one, ObjectValue)) or (ObjectValue({}),))
        elif isinstance(value, ObjectValue):
            for module in self._modules(entry(value, "module") or Constant(None), depth + 1):
                yield Module(module.declared, (*module.said, value))
        elif isinstance(value, Application) and value.arguments and _is_reference(value):
            target = value.arguments[0]
            found = self._program.call(target, ()) if isinstance(target, Closure) else target
            yield from self._modules(found, depth + 1)


def _is_reference(value: Application) -> bool:
    """`forwardRef(() => X)`, and `ConditionalModule.registerWhen(X, …)`."""
    made = callee(value)
    return made is not None and made.path[-1:] in {("forwardRef",), ("registerWhen",)}


def _flat(value: Value, depth: int) -> Iterator[Value]:
    if depth > _DEEPEST:
        return
    if isinstance(value, ListValue):
        for item in (*value.items, *value.open):
            yield from _flat(item, depth + 1)
    elif isinstance(value, Unresolved) and (value.alternatives or value.value is not None):
        for one in (*value.alternatives, *((value.value,) if value.value is not None else ())):
            yield from _flat(one, depth + 1)
    else:
        yield value
