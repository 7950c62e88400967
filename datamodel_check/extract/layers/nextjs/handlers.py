"""The functions behind an export, and by what they know who calls.

`withAuth(async (request) => …)` is a handler in a wrapper: both run, the wrapper first.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.layers.authentication import Guards, reads_like_guard
from datamodel_check.extract.layers.declared import exported
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.module import Binding
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, External, ObjectValue, Unresolved, Value

_DEEPEST = 8
"""Wrappers around wrappers."""


Cut: TypeAlias = Callable[[Value], Iterable[Value]]
"""What of a function is looked at: itself, a part of it, or the functions that it is made of."""


class Handler(NamedTuple):
    """What runs, in its order, and what tells who calls."""

    functions: tuple[Value, ...]
    auth: tuple[str, ...]


def _whole(function: Value) -> tuple[Value, ...]:
    return (function,)


class Handlers:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._guards = Guards(program)

    def exported(self, path: str, name: str, value: Value, cut: Cut = _whole) -> Handler:
        """The handler that a module exports, which comes to `value`; each function as `cut` has it."""
        return self.of(exported(self._program, path, name) or value, cut)

    def of(self, value: Value, cut: Cut = _whole) -> Handler:
        parts = [(part, name) for one, name in self._parts(value, 0) for part in cut(one)]
        functions = tuple(dict.fromkeys(one for one, _ in parts))
        evidence = [self._guards.evidence(one, name, last=not name) for one, name in parts]
        return Handler(functions, tuple(dict.fromkeys(one for one in evidence if one is not None)))

    def body(self, function: Value) -> Handler:
        """A handler that nothing is wrapped around."""
        found = self._guards.evidence(function, "", last=True)
        return Handler((function,), () if found is None else (found,))

    def _parts(self, value: Value, depth: int) -> Iterator[tuple[Value, str]]:
        """The functions, wrappers first, each with the name by which a wrapper is called."""
        if depth > _DEEPEST:
            return
        match value:
            case Closure():
                yield value, ""
            case External() if value.package:
                yield value, ""
            case Application(callee=callee, arguments=arguments):
                yield from self._wrapper(callee, arguments, depth)
                for argument in arguments:
                    yield from self._handed(argument, depth + 1)
            case Unresolved() if value.value is not None:
                yield from self._parts(value.value, depth + 1)
            case _:
                return

    def _wrapper(self, callee: Value, arguments: tuple[Value, ...], depth: int) -> Iterator[tuple[Value, str]]:
        """What is wrapped around the arguments: of a function of the repository what it gives back."""
        name = self._declared(callee) if isinstance(callee, Closure) else _name(callee)
        if isinstance(callee, Closure):
            made = self._program.call(callee, arguments)
            yield (made if isinstance(made, Closure) else callee), name
        elif isinstance(callee, Application):
            yield from self._parts(callee, depth + 1)
        elif reads_like_guard(name):
            yield callee, name

    def _declared(self, function: Closure) -> str:
        """What a function is called where it is declared, also as `const withAuth = (handler) => …`."""
        if function.function.name:
            return function.function.name
        module = self._program.module(function.scope.path)
        bindings = (one for one in (module.statements if module else ()) if isinstance(one, Binding))
        return next((one.name for one in bindings if one.value is function.function), "wrapper")

    def _handed(self, argument: Value, depth: int) -> Iterator[tuple[Value, str]]:
        """Functions that are handed over, also among options: `NextAuth({ events: { createUser: async () => … } })`."""
        if isinstance(argument, ObjectValue):
            for value in argument.entries.values() if depth <= _DEEPEST else ():
                if isinstance(value, Closure | ObjectValue):
                    yield from self._handed(value, depth + 1)
        else:
            yield from self._parts(argument, depth)


def _name(callee: Value) -> str:
    if isinstance(callee, Access):
        return callee.name
    made = symbol(callee)
    return made.path[-1] if made is not None and made.path else ""
