"""Decorators of NestJS, also those that a repository composes of them: https://docs.nestjs.com/custom-decorators."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.module import Expression
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    ListValue,
    Unresolved,
    Value,
)

_DEEPEST = 10
"""Decorators in one another."""

METADATA = "SetMetadata"


class Decoration(NamedTuple):
    """A decorator of `@nestjs/…`: `Get` with its arguments. `Reflector.createDecorator()` makes one of its own."""

    name: str
    arguments: tuple[Value, ...] = ()

    @property
    def first(self) -> Value | None:
        return self.arguments[0] if self.arguments else None


class Decorations:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._classes: dict[int, tuple[Decoration, ...]] = {}

    def of_class(self, value: ClassValue) -> tuple[Decoration, ...]:
        """The decorators of a class itself."""
        key = id(value.declaration)
        if key not in self._classes:
            self._classes[key] = self.of(value.declaration.decorators, value.scope)
        return self._classes[key]

    def of(self, expressions: Iterable[Expression], scope: Scope) -> tuple[Decoration, ...]:
        """The decorators that expressions stand for."""
        values = (self._program.evaluate(expression, scope) for expression in expressions)
        return tuple(found for value in values for found in self._flat(value, 0))

    def _flat(self, value: Value, depth: int) -> Iterator[Decoration]:
        if depth > _DEEPEST:
            return
        match value:
            case ListValue(items=items):
                for item in items:
                    yield from self._flat(item, depth + 1)
            case Unresolved():
                for one in value.alternatives:
                    yield from self._flat(one, depth + 1)
            case Closure():
                yield from self._performed(value, depth)
            case Application():
                yield from self._applied(value, depth)
            case _:
                pass

    def _applied(self, value: Application, depth: int) -> Iterator[Decoration]:
        made = symbol(value.callee)
        if made is not None and made.package.startswith("@nestjs/"):
            if made.path == ("applyDecorators",):
                for one in value.arguments:
                    yield from self._flat(one, depth + 1)
            else:
                yield Decoration(made.path[-1] if made.path else "", value.arguments)
        elif isinstance(value.callee, Application) and _makes_decorator(value.callee):
            yield Decoration(METADATA, (value.callee, *value.arguments))

    def _performed(self, closure: Closure, depth: int) -> Iterator[Decoration]:
        """`(target, key, descriptor) => { UseGuards(Guard)(target, key, descriptor) }`."""
        for effect in self._program.performed(closure, ()):
            if isinstance(effect, Application) and isinstance(effect.callee, Application):
                yield from self._flat(effect.callee, depth + 1)


def _makes_decorator(value: Application) -> bool:
    """Whether a value is `Reflector.createDecorator()`."""
    made = symbol(value.callee) if isinstance(value.callee, Access) else None
    return made is not None and made.path[-1:] == ("createDecorator",)
