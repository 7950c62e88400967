"""Which decorators of Sequelize stand at a class or a property."""

from typing import NamedTuple

from datamodel_check.extract.decorating import Decorating
from datamodel_check.extract.schema.sequelize.known import called, is_sequelize, path
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Application, Value

_MAKER = "createIndexDecorator"
"""What makes decorators of one index; each of them is known by the call that has made it."""


class Decoration(NamedTuple):
    """One decorator of Sequelize; `@PrimaryKey` has the arguments of `@PrimaryKey()`."""

    name: str
    arguments: tuple[Value, ...]
    package: str
    made_by: Application | None = None
    """The call of `createIndexDecorator`."""


def decorating(reader: Reader) -> Decorating[Decoration]:
    return Decorating(reader.program, _decoration, is_sequelize, _changed)


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


def _changed(effect: Application) -> Decoration | None:
    """`addAttributeOptions(target, key, options)`, which decorators of sequelize-typescript are made of."""
    if called(effect) not in {"addAttribute", "addAttributeOptions"}:
        return None
    return _named(effect.callee, effect.arguments[2:])
