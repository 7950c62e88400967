"""Which functions are worth running: those that may declare routes, themselves or through others.

Nothing is evaluated for it: a function that is called like one that declares routes may be that one.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from datamodel_check.extract.imports import imported
from datamodel_check.extract.layers.express.syntax import ROUTERS, calls_within, reads_like_route
from datamodel_check.model.location import Span
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Call,
    Class,
    Field,
    Function,
    Member,
    Module,
    Name,
    Object,
    Property,
)
from datamodel_check.model.program import Program
from datamodel_check.model.record import Record


class Declaring:
    """Answers for the functions of a program; `files` are those that may declare routes."""

    def __init__(self, program: Program, files: Sequence[str]) -> None:
        self._program = program
        self._functions: dict[int, tuple[Function, bool]] = {}
        self._classes: dict[Span, bool] = {}
        self._names = self._found(files)

    def function(self, function: Function) -> bool:
        """Whether a function may declare routes, or calls one that does."""
        known = self._functions.get(id(function))
        if known is None:
            self._functions[id(function)] = known = (function, self.within(function))
        return known[1]

    def within(self, part: Any) -> bool:
        """Whether something in statements or expressions may declare routes."""
        return any(
            reads_like_route(call) or _name(call.callee) in self._names or _hands_over(call)
            for call in calls_within(part)
        )

    def of_class(self, declaration: Class) -> bool:
        """Whether a method of a class, or of one that it extends, may declare routes."""
        if declaration.span not in self._classes:
            parts = tuple(one for one in declaration.members if isinstance(one, Function | Field))
            inherits = any(_name(base) in self._names for base in declaration.bases)
            self._classes[declaration.span] = inherits or self.within(parts)
        return self._classes[declaration.span]

    # --- names -------------------------------------------------------------------------------------------------------

    def _found(self, files: Sequence[str]) -> frozenset[str]:
        """The names of all functions and classes that may declare routes, also those of the modules that they are."""
        modules = [module for path in files if (module := self._program.module(path)) is not None]
        called = [one for module in modules for one in _named(module)]
        calling = [(name, module.path, frozenset(_calls(part))) for name, part, module in called]
        found = {name for name, part, _ in called if any(map(reads_like_route, calls_within(part)))}
        homes = {module.path for name, part, module in called if name == "default" and name in found}
        found.discard("default")
        while True:
            aliases = {name for module in modules for name in self._aliases(module, homes)}
            fresh = {(name, path) for name, path, names in calling if names & (found | aliases)}
            known = len(found) + len(homes)
            found |= aliases | {name for name, _ in fresh if name != "default"}
            homes |= {path for name, path in fresh if name == "default"}
            if len(found) + len(homes) == known:
                return frozenset(found)

    def _aliases(self, module: Module, homes: set[str]) -> Iterator[str]:
        """What a module calls the default exports of others."""
        for one in module.imports:
            if one.original in ("default", "*") and self._program.resolve(one.source, module.path) in homes:
                yield one.local
        for statement in module.statements:
            if isinstance(statement, Binding) and isinstance(statement.value, Call):
                for required in imported(module._replace(imports=(), exports=(), statements=(statement,))):
                    if self._program.resolve(required.source, module.path) in homes:
                        yield statement.name


def _named(module: Module) -> Iterator[tuple[str, Any, Module]]:
    """The functions and classes of a module, by the names that they are called by."""
    pending: list[tuple[str | None, Any]] = [(None, module.statements)]
    while pending:
        name, node = pending.pop()
        if isinstance(node, Function | Class):
            own = name or node.name
            if own is not None:
                yield own, node if isinstance(node, Function) else node.members, module
            pending.append((None, node.body if isinstance(node, Function) else node.members))
        elif isinstance(node, Binding | Field):
            pending.append((node.name, node.value))
        elif isinstance(node, Property):
            pending.append((node.key if isinstance(node.key, str) else None, node.value))
        elif isinstance(node, Assignment):
            pending.append((_name(node.target), node.value))
        elif isinstance(node, Object):
            pending += [(None, entry) for entry in node.entries]
        elif isinstance(node, Record):
            pending += [(None, getattr(node, field)) for field in node._fields]
        elif type(node) is tuple:
            pending += [(None, one) for one in node]


def _calls(part: Any) -> Iterator[str]:
    for call in calls_within(part):
        name = _name(call.callee)
        if name is not None:
            yield name


def _name(expression: Any) -> str | None:
    """The last name of `a.b.c`."""
    if isinstance(expression, Member):
        return expression.name
    return expression.id if isinstance(expression, Name) else None


def _hands_over(call: Call) -> bool:
    """Whether an application or a router is handed to a function, as far as their names tell."""
    return any(_name(one) in ROUTERS for one in call.arguments)
