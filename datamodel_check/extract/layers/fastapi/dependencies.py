"""What `Depends` and `Security` name: https://fastapi.tiangolo.com/tutorial/dependencies/."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from datamodel_check.extract.layers.fastapi.known import dotted, is_dependency
from datamodel_check.model.module import Call, Expression, Function, Member, Name, Operator, Subscript
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.record import Record
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    Value,
)


class Dependency(NamedTuple):
    """What is called before an endpoint: its name as the code has it, and what it is."""

    name: str
    value: Value
    security: bool
    """Whether it is declared with `Security`."""


class Dependencies:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._calls: dict[str, dict[tuple[int, int], Call]] = {}

    def of_parameters(self, function: Closure) -> Iterator[Dependency]:
        """What a function's parameters depend on, in their order."""
        for parameter in function.function.parameters:
            default = self._program.evaluate(parameter.default, function.scope) if parameter.default else None
            for annotation in self.types(parameter.annotation, function.scope):
                yield from self.of_declaration(annotation, default)
                default = None

    def types(self, annotation: Expression | None, scope: Scope) -> Iterator[Value | None]:
        """An annotation; of `CurrentUser | None` either."""
        if isinstance(annotation, Operator) and annotation.symbol == "|":
            for one in annotation.operands:
                yield from self.types(one, scope)
        else:
            yield None if annotation is None else self._program.evaluate(annotation, scope)

    def of_declaration(self, annotation: Value | None, default: Value | None) -> Iterator[Dependency]:
        """`name: Annotated[type, Depends(function)]`, or `name: type = Depends(function)`."""
        typed = annotation
        if _is_annotated(annotation):
            assert isinstance(annotation, Application)
            typed = annotation.arguments[1]
            for one in annotation.arguments[2:]:
                yield from self.of(one, typed)
        if default is not None:
            yield from self.of(default, typed)

    def of(self, value: Value, typed: Value | None = None) -> Iterator[Dependency]:
        """What a call of `Depends` names; without an argument it is the parameter's type."""
        if isinstance(value, ListValue):
            for one in value.items:
                yield from self.of(one)
        elif isinstance(value, Application) and is_dependency(value):
            given = value.arguments[0] if value.arguments else value.keywords.get("dependency")
            if given is None or (isinstance(given, Constant) and given.value is None):
                given = typed
            if given is not None:
                yield Dependency(self._name(given, value), given, dotted(value.callee).endswith(".Security"))

    # --- names -------------------------------------------------------------------------------------------------------

    def _name(self, value: Value, call: Application) -> str:
        """What a function is called; one that another function made is called like that, or as the code names it."""
        if isinstance(value, Closure) and value.function.name and self._is_of_module(value):
            return value.function.name
        if isinstance(value, ClassValue):
            return value.declaration.name or ""
        written = self._written(call)
        if written is not None:
            return written
        return value.name if isinstance(value, Access) else self._program.describe(value)

    def _is_of_module(self, value: Closure) -> bool:
        scope = self._program.scope(value.scope.path)
        return type(value.scope) is type(scope)

    def _written(self, call: Application) -> str | None:
        place = call.location
        found = self._index(place.path).get((place.span.start, place.span.end))
        return _last(found.arguments[0]) if found is not None and found.arguments else None

    def _index(self, path: str) -> dict[tuple[int, int], Call]:
        if path not in self._calls:
            module = self._program.module(path)
            found = _calls_within(module.statements if module else ())
            self._calls[path] = {(one.span.start, one.span.end): one for one in found}
        return self._calls[path]


def _is_annotated(value: Value | None) -> bool:
    """Whether a value is `Annotated[…]`."""
    if not isinstance(value, Application) or dotted(value.callee) != "operator.getitem":
        return False
    return dotted(value.arguments[0]) in {"typing.Annotated", "typing_extensions.Annotated"}


def _last(expression: Any) -> str | None:
    """The last name of `a.b`, of what is called in `a.b(c)`, of the value in `name=a.b`."""
    while not isinstance(expression, Name | Member):
        if isinstance(expression, Call):
            expression = expression.callee
        elif isinstance(expression, Subscript):
            expression = expression.object
        elif hasattr(expression, "value"):
            expression = expression.value
        else:
            return None
    return expression.name if isinstance(expression, Member) else expression.id


def _calls_within(part: Any) -> Iterator[Call]:
    """The calls of `Depends` and `Security` in statements, those in functions and their parameters too."""
    pending: list[Any] = [part]
    while pending:
        node = pending.pop()
        if isinstance(node, Call) and _last(node.callee) in {"Depends", "Security"}:
            yield node
        if isinstance(node, Function):
            pending += [node.parameters, node.decorators, node.body]
        elif isinstance(node, Record):
            pending += [getattr(node, field) for field in node._fields]
        elif type(node) is tuple:
            pending += node
