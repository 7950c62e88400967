"""Classes whose decorators say what a schema holds, as @nestjs/mongoose and typegoose have them."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.reflection import Reflection
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Field, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, External, ListValue, Unresolved, Value

_DEEPEST = 30


class Decoration(NamedTuple):
    """A decorator of one of the packages that are looked for."""

    name: str
    arguments: tuple[Value, ...]
    location: Location

    @property
    def first(self) -> Value | None:
        return self.arguments[0] if self.arguments else None


class Decorated(NamedTuple):
    """A property with its decorator."""

    owner: ClassValue
    field: Field
    decoration: Decoration


class Classes:
    """Answers about the classes of a program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._reflection = Reflection(program)

    def lineage(self, value: ClassValue) -> list[ClassValue]:
        """The class and those that it extends, the class itself first."""
        found: list[ClassValue] = []
        base: Value = value
        while isinstance(base, ClassValue) and base not in found and len(found) < _DEEPEST:
            found.append(base)
            bases = base.declaration.bases
            if not bases:
                break
            first = bases[0].object if isinstance(bases[0], Subscript) else bases[0]
            base = self.program.evaluate(first, base.scope)
        return found

    def decorations(self, expressions: tuple[Expression, ...], owner: ClassValue, package: str) -> Iterator[Decoration]:
        """The decorators that come from a package (`typegoose` also means its parts and its old name)."""
        for expression in expressions:
            value = self.program.evaluate(expression, owner.scope)
            call = value if isinstance(value, Application) else None
            found = symbol(call.callee if call is not None else value)
            if found is not None and package in found.package and found.path:
                place = Location(owner.scope.path, expression.span)
                yield Decoration(found.path[-1], call.arguments if call is not None else (), place)

    def of_class(self, value: ClassValue, package: str) -> list[Decoration]:
        return list(self.decorations(value.declaration.decorators, value, package))

    def fields(self, value: ClassValue, package: str) -> Iterator[Decorated]:
        """The class's own properties that have decorators of a package, in order."""
        for member in value.declaration.members:
            if isinstance(member, Field) and member.decorators:
                for decoration in self.decorations(member.decorators, value, package):
                    yield Decorated(value, member, decoration)

    def design_type(self, decorated: Decorated) -> Value | None:
        """What `design:type` holds for a property; None where that is Object or nothing."""
        owner = decorated.owner
        annotation = decorated.field.annotation
        found = self._reflection.design_type(annotation, owner.scope, owner.declaration.type_parameters)
        if isinstance(found, Unresolved):
            written = annotation.object if isinstance(annotation, Subscript) else annotation
            value = self.program.evaluate(written, owner.scope) if written is not None else found
            return value if symbol(value) is not None else found
        if isinstance(found, ClassValue):
            return found
        if found == "Array":
            return ListValue(())
        return None if found in {"Object", "undefined"} else External("", (found,))
