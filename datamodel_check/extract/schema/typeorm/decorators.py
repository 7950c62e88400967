"""Which of TypeORM's decorators stand at a class or a property, also those that other decorators apply."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.imports import imported
from datamodel_check.extract.schema.typeorm.reader import Reader, is_typeorm, orm_call
from datamodel_check.extract.symbols import callee
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.printing import text
from datamodel_check.model.program import Scope
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, Unresolved, Value

_DEEPEST = 20


class Decorations(NamedTuple):
    """The calls of TypeORM's decorators, in the order in which they take effect: the last one written comes first."""

    calls: tuple[Application, ...]
    opaque: tuple[Unresolved, ...]
    """What else is done that cannot be followed, each with the decorator as its text."""


def decorations(
    reader: Reader, decorators: Sequence[Expression], scope: Scope, target: ClassValue, key: str | None
) -> Decorations:
    """What the decorators of a class, or of its property `key`, declare."""
    calls: list[Application] = []
    opaque: list[Unresolved] = []
    for decorator in reversed(decorators):
        value = reader.program.evaluate(decorator, scope)
        for part in _parts(reader, value, target, key, 0):
            if isinstance(part, Application):
                calls.append(part)
            else:
                opaque.append(Unresolved(part.reason, text(decorator), Location(scope.path, decorator.span)))
    return Decorations(tuple(calls), tuple(opaque))


def _parts(
    reader: Reader, value: Value, target: ClassValue, key: str | None, depth: int
) -> Iterator[Application | Unresolved]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Unresolved) or orm_call(value) is not None:
        assert isinstance(value, Unresolved | Application)
        yield value
    elif isinstance(value, Application):
        composed = callee(value)
        if composed is not None and composed.path[-1:] == ("applyDecorators",):
            for argument in value.arguments:
                yield from _parts(reader, argument, target, key, depth + 1)
            yield from value.open
    elif isinstance(value, Closure):
        yield from _performed(reader, value, target, key, depth)


def _performed(
    reader: Reader, decorator: Closure, target: ClassValue, key: str | None, depth: int
) -> Iterator[Application | Unresolved]:
    """A decorator that is a function of the repository: those that it applies to what it is given."""
    if not _may_declare(reader, decorator.scope.path):
        return
    arguments: list[Value] = [target] if key is None else [target, Constant(key)]
    for effect in reader.program.performed(decorator, arguments):
        if isinstance(effect, Application):
            yield from _parts(reader, effect.callee, target, key, depth + 1)
        else:
            yield effect.because


def _may_declare(reader: Reader, path: str) -> bool:
    """Whether a module imports TypeORM, or something of the repository that may."""
    module = reader.program.module(path)
    return module is not None and any(
        is_typeorm(one.source) or reader.program.resolve(one.source, path) is not None for one in imported(module)
    )
