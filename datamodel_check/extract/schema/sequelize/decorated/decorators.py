"""Which decorators of Sequelize stand at a class or a property, also those that the repository's own apply."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.imports import imported
from datamodel_check.extract.schema.sequelize.known import called, is_sequelize, path
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.printing import text
from datamodel_check.model.program import Scope
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, Unresolved, Value

_DEEPEST = 20

_MAKER = "createIndexDecorator"
"""What makes decorators of one index; each of them is known by the call that has made it."""


class Decoration(NamedTuple):
    """One decorator of Sequelize; `@PrimaryKey` has the arguments of `@PrimaryKey()`."""

    name: str
    arguments: tuple[Value, ...]
    package: str
    made_by: Application | None = None
    """The call of `createIndexDecorator`."""


class Decorations(NamedTuple):
    """Decorators in the order in which they take effect: the last one written comes first."""

    known: tuple[Decoration, ...]
    opaque: tuple[Unresolved, ...]
    """What else is done that cannot be followed, each with the decorator as its text."""


def decorations(
    reader: Reader, decorators: Sequence[Expression], scope: Scope, target: ClassValue, key: str | None
) -> Decorations:
    """What the decorators of a class, or of its property `key`, declare."""
    found: list[Decoration] = []
    opaque: list[Unresolved] = []
    for decorator in reversed(decorators):
        value = reader.program.evaluate(decorator, scope)
        for part in _parts(reader, value, target, key, 0):
            if isinstance(part, Decoration):
                found.append(part)
            else:
                opaque.append(Unresolved(part.reason, text(decorator), Location(scope.path, decorator.span)))
    return Decorations(tuple(found), tuple(opaque))


def _parts(
    reader: Reader, value: Value, target: ClassValue, key: str | None, depth: int
) -> Iterator[Decoration | Unresolved]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Unresolved):
        yield value
    elif (known := _decoration(value)) is not None:
        yield known
    elif isinstance(value, Closure):
        yield from _performed(reader, value, target, key, depth)
    elif isinstance(value, Application):
        composed = callee(value)
        if composed is not None and composed.path[-1:] == ("applyDecorators",):
            for argument in value.arguments:
                yield from _parts(reader, argument, target, key, depth + 1)
            yield from value.open


def _decoration(value: Value) -> Decoration | None:
    """`@PrimaryKey`, `@Default(1)`; and of `const One = createIndexDecorator()`, `@One` and `@One({ order })`."""
    if called(value) == _MAKER:
        assert isinstance(value, Application)
        return _named(value.callee, (), value)
    if isinstance(value, Application):
        if called(value.callee) == _MAKER:
            assert isinstance(value.callee, Application)
            return _named(value.callee.callee, value.arguments, value.callee)
        return _named(value.callee, value.arguments)
    return _named(value, ())


def _named(value: Value, arguments: tuple[Value, ...], made_by: Application | None = None) -> Decoration | None:
    names, known = path(value), symbol(value)
    if not names or known is None:
        return None
    return Decoration(".".join(names), arguments, known.package, made_by)


def _performed(
    reader: Reader, decorator: Closure, target: ClassValue, key: str | None, depth: int
) -> Iterator[Decoration | Unresolved]:
    """A decorator that is a function of the repository: those that it applies to what it is given."""
    if not _may_declare(reader, decorator.scope.path):
        return
    arguments: list[Value] = [target] if key is None else [target, Constant(key)]
    for effect in reader.program.performed(decorator, arguments):
        if not isinstance(effect, Application):
            yield effect.because
        elif effect.arguments[:1] == (target,):
            changed = _changed(effect)
            yield from _parts(reader, effect.callee, target, key, depth + 1) if changed is None else (changed,)


def _changed(effect: Application) -> Decoration | None:
    """`addAttributeOptions(target, key, options)`, which decorators of sequelize-typescript are made of."""
    if called(effect) not in {"addAttribute", "addAttributeOptions"}:
        return None
    return _named(effect.callee, effect.arguments[2:])


def _may_declare(reader: Reader, file: str) -> bool:
    """Whether a module imports Sequelize, or something of the repository that may."""
    module = reader.program.module(file)
    return module is not None and any(
        is_sequelize(one.source) or reader.program.resolve(one.source, file) is not None for one in imported(module)
    )
