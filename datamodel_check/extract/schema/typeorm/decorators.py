"""Which of TypeORM's decorators stand at a class or a property."""

from datamodel_check.extract.decorating import Decorating
from datamodel_check.extract.schema.typeorm.reader import Reader, is_typeorm, orm_call
from datamodel_check.model.values import Application, Value


def decorating(reader: Reader) -> Decorating[Application]:
    """Reads decorators as their calls."""
    return Decorating(reader.program, _known, is_typeorm)


def _known(value: Value) -> Application | None:
    return value if isinstance(value, Application) and orm_call(value) is not None else None
