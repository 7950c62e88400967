"""The names that the body of a class binds, each evaluated when somebody asks for it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.link.python.names import MUTATORS
from datamodel_check.link.scope import LocalScope, ModuleScope
from datamodel_check.model.location import Location, Span
from datamodel_check.model.module import (
    Assignment,
    Binding,
    Block,
    Call,
    Class,
    Evaluate,
    Expression,
    Field,
    Function,
    If,
    Member,
    Name,
    Statement,
)
from datamodel_check.model.program import Attribute
from datamodel_check.model.values import ClassValue, Closure, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.python.bindings import PythonBindings


class _Definition(NamedTuple):
    """One place that gives a name of the body its value, or its annotation."""

    name: str
    value: Expression | None
    annotation: Expression | None
    span: Span
    condition: Expression | None
    """The innermost test that it hangs on and that could not be decided."""
    statement: Statement | None = None
    """What changes the value that the name has already: `indexes.extend(…)`."""


class Body:
    """The body of one class."""

    def __init__(self, bindings: "PythonBindings", value: ClassValue) -> None:
        self._bindings = bindings
        self._class = value
        self._definitions: dict[str, list[_Definition]] = {}
        self._values: dict[int, Value] = {}
        self.scope = LocalScope(value.scope, _Names(self))  # type: ignore[arg-type]
        outside = LocalScope(value.scope)  # type: ignore[arg-type]
        for definition in self._defined(value.declaration.members, outside, None):
            self._definitions.setdefault(definition.name, []).append(definition)

    def has(self, name: str) -> bool:
        """Whether the body gives a name a value."""
        return any(definition.value is not None for definition in self._definitions.get(name, ()))

    def value(self, name: str) -> Value:
        """What the name stands for at the end of the body."""
        given = [found for found in self._definitions[name] if found.value is not None or found.statement is not None]
        return self._value(given)

    def attributes(self) -> Iterator[Attribute]:
        """Every name, in the order in which it first appears."""
        for name, definitions in self._definitions.items():
            annotations = [found.annotation for found in definitions if found.annotation is not None]
            place = Location(self.scope.path, definitions[-1].span)
            value = self.value(name) if self.has(name) else None
            yield Attribute(name, value, annotations[-1] if annotations else None, place, self.scope)

    def _value(self, given: Sequence[_Definition]) -> Value:
        """The value of the last definition; in it the name stands for what the one before gave it."""
        definition = given[-1]
        key = definition.span.start
        if key not in self._values:
            location = Location(self.scope.path, definition.span)
            self._values[key] = Unresolved(
                f"it is cyclic: {definition.name} refers to itself", definition.name, location
            )
            before = self._value(given[:-1]) if len(given) > 1 else None
            scope = LocalScope(self._class.scope, _Names(self, definition.name, before))  # type: ignore[arg-type]
            if definition.statement is None:
                value = self._evaluated(definition, scope)
            else:
                value = self._bindings.changed(definition.statement, definition.name, before, scope)
            self._values[key] = self._doubted(definition, value, before) if definition.condition else value
        return self._values[key]

    def _evaluated(self, definition: _Definition, scope: LocalScope) -> Value:
        match definition.value:
            case Function() as function:
                return Closure(function, self._class.scope)
            case Class() as inner:
                return ClassValue(inner, self.scope)
            case expression:
                assert expression is not None
                return self._bindings.evaluated(expression, scope, self._moment(definition))

    def _moment(self, definition: _Definition) -> int | None:
        """How far the module has been run there: what is imported above may be something else below."""
        return definition.span.start if isinstance(self._class.scope, ModuleScope) else None

    def _doubted(self, definition: _Definition, value: Value, before: Value | None) -> Value:
        """A value under a condition that is not known."""
        found = Unresolved("it hangs on a condition", definition.name, Location(self.scope.path, definition.span))
        found.alternatives = (value,) if before is None else (value, before)
        return found

    # --- what the body says ------------------------------------------------------------------------------------------

    def _defined(
        self,
        members: "Sequence[Field | Function | Class | Statement]",
        outside: LocalScope,
        condition: Expression | None,
    ) -> Iterator[_Definition]:
        for member in members:
            match member:
                case Field(name, annotation, value, span) | Binding(name, value, span, _, annotation):
                    yield _Definition(name, value, annotation, span, condition)
                case Function() | Class() if member.name:
                    yield _Definition(member.name, member, None, member.span, condition)
                case Assignment(Name(name), value, span):
                    yield _Definition(name, value, None, span, condition)
                case Evaluate(Call(Member(Name(name), method))) if method in MUTATORS:
                    yield _Definition(name, None, None, member.span, condition, member)
                case If(test, then, otherwise):
                    truth = self._bindings.evaluator.truth(self._bindings.evaluated(test, outside))
                    doubt = condition if truth is not None else test
                    if truth is not False:
                        yield from self._defined(then, outside, doubt)
                    if truth is not True:
                        yield from self._defined(otherwise, outside, doubt)
                case Block(_, header, body):
                    yield from self._defined(body, outside, header[0] if header else condition)
                case _:
                    pass


class _Names(dict[str, Value]):
    """The names of a body as a scope has them; one of them may stand for something else."""

    def __init__(self, body: Body, name: str | None = None, before: Value | None = None) -> None:
        super().__init__()
        self._body = body
        self._name = name
        self._before = before

    def __contains__(self, name: object) -> bool:
        if name == self._name:
            return self._before is not None
        return super().__contains__(name) or (isinstance(name, str) and self._body.has(name))

    def __getitem__(self, name: str) -> Value:
        if name == self._name and self._before is not None:
            return self._before
        return super().__getitem__(name) if super().__contains__(name) else self._body.value(name)
