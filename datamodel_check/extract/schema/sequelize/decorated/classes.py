"""A decorated class → its `Metadata`, with what it inherits."""

from datamodel_check.extract.decorating import Decorations
from datamodel_check.extract.schema.sequelize import known
from datamodel_check.extract.schema.sequelize.decorated.decorators import Decoration, decorating
from datamodel_check.extract.schema.sequelize.decorated.handlers import Member, apply
from datamodel_check.extract.schema.sequelize.decorated.metadata import Metadata
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Field, Function, Subscript
from datamodel_check.model.values import ClassValue


class Classes:
    """The metadata of every class that was asked for."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[ClassValue, Metadata] = {}

    def metadata(self, value: ClassValue) -> Metadata:
        """What its decorators, and those of the classes that it extends, say."""
        if value not in self._known:
            base = self._base(value)
            self._known[value] = Metadata(value, None)  # a class that extends itself extends nothing
            self._known[value] = _applied(self._reader, value, self.metadata(base) if base is not None else None)
        return self._known[value]

    def extends(self, value: ClassValue, other: ClassValue) -> bool:
        """Whether a class is another one, or extends it."""
        seen: list[ClassValue] = []
        current: ClassValue | None = value
        while current is not None and current not in seen:
            if current is other:
                return True
            seen.append(current)
            current = self._base(current)
        return False

    def _base(self, value: ClassValue) -> ClassValue | None:
        """The class that this one extends; one that is not known is reported, for it may declare attributes."""
        for base in value.declaration.bases[:1]:
            written = base.object if isinstance(base, Subscript) else base
            found = self._reader.program.evaluate(written, value.scope)
            if isinstance(found, ClassValue):
                return found
            if known.name(found) != "Model":
                place = Location(value.scope.path, base.span)
                what = f"the base class {self._reader.program.describe(found)} of {value.declaration.name}"
                self._reader.unresolved(what, found, place, "Columns that it declares are missing from the facts.")
        return None


def _applied(reader: Reader, value: ClassValue, base: Metadata | None) -> Metadata:
    made, decorators = Metadata(value, base), decorating(reader)
    for part in value.declaration.members:
        if isinstance(part, Field | Function) and part.decorators and "static" not in part.modifiers and part.name:
            annotation = part.annotation if isinstance(part, Field) else _of_accessor(part)
            place = Location(value.scope.path, part.span)
            found = decorators.at(part.decorators, value.scope, value, part.name)
            for one in found.known:
                apply(Member(reader, made, part.name, annotation, place, one))
            if not found.known:
                _report_opaque(reader, f"{value.declaration.name}.{part.name}", found)
    place = Location(value.scope.path, value.declaration.span)
    for one in decorators.at(value.declaration.decorators, value.scope, value).known:
        apply(Member(reader, made, "", None, place, one))
    return made


def _report_opaque(reader: Reader, label: str, found: Decorations[Decoration]) -> None:
    """Something is done to what has no decorator of Sequelize, and nobody can tell whether it declares a column."""
    for opaque in found.opaque[:1]:
        message = f"what @{opaque.text} does to {label} cannot be followed"
        reader.remark(message, opaque.location, "If it declares a column, that is missing from the facts.")


def _of_accessor(function: Function) -> Expression | None:
    if function.returns is not None or not function.parameters:
        return function.returns
    return function.parameters[0].annotation
