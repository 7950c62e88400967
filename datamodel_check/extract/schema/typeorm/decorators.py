"""Which of TypeORM's decorators stand at a class or a property, also those that other decorators apply."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.imports import imported
from datamodel_check.extract.schema.typeorm.reader import Reader, is_typeorm, orm_call
from datamodel_check.extract.symbols import callee
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.program import Scope
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, Unresolved, Value

_DEEPEST = 20


def applied(
    reader: Reader, decorators: Sequence[Expression], scope: Scope, target: ClassValue, key: str | None
) -> Iterator[Application]:
    """The calls of TypeORM's decorators, in the order in which they take effect: the last one written comes first."""
    for decorator in reversed(decorators):
        value = reader.program.evaluate(decorator, scope)
        yield from _flattened(reader, value, target, key, Location(scope.path, decorator.span), 0)


def _flattened(
    reader: Reader, value: Value, target: ClassValue, key: str | None, place: Location, depth: int
) -> Iterator[Application]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Application) and orm_call(value) is not None:
        yield value
    elif isinstance(value, Application):
        composed = callee(value)
        if composed is not None and composed.path[-1:] == ("applyDecorators",):
            for argument in value.arguments:
                yield from _flattened(reader, argument, target, key, place, depth + 1)
            for unknown in value.open:
                _report(reader, unknown, place)
    elif isinstance(value, Closure):
        yield from _performed(reader, value, target, key, place, depth)
    elif isinstance(value, Unresolved):
        _report(reader, value, place)


def _performed(
    reader: Reader, decorator: Closure, target: ClassValue, key: str | None, place: Location, depth: int
) -> Iterator[Application]:
    """A decorator that is a function of the repository: those that it applies to what it is given."""
    if not _uses_typeorm(reader, decorator.scope.path):
        return
    arguments: list[Value] = [target] if key is None else [target, Constant(key)]
    for effect in reader.program.performed(decorator, arguments):
        if isinstance(effect, Application):
            yield from _flattened(reader, effect.callee, target, key, place, depth + 1)
        else:
            _report(reader, effect.because, place)


def _uses_typeorm(reader: Reader, path: str) -> bool:
    module = reader.program.module(path)
    return module is not None and any(
        is_typeorm(one.source) or reader.program.resolve(one.source, path) is not None for one in imported(module)
    )


def _report(reader: Reader, value: Unresolved, place: Location) -> None:
    hint = "If it declares columns, they are missing from the facts."
    reader.unresolved(f"the decorator {value.text or 'here'}", value, place, hint)
