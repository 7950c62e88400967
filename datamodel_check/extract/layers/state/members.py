"""The members of a store: as its type declares them, or as its initial state shows them."""

from collections.abc import Mapping

from datamodel_check.extract.layers.type_members import TypeMembers
from datamodel_check.extract.type_names import Declared, TypeNames
from datamodel_check.model.layers import Member
from datamodel_check.model.module import Expression, Function, Literal, Name, Operator, Subscript, TypeDeclaration
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure, Constant, ListValue, ObjectValue, Value

_SETTERS = {"Dispatch", "DispatchWithoutAction"}
"""React's types of functions: https://react.dev/reference/react/useReducer#dispatch."""

_DEEPEST = 8


class Members:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._names = TypeNames(program)
        self._types = TypeMembers(program)

    def of_type(self, expression: Expression, path: str) -> tuple[Member, ...] | None:
        """What a type written in a module declares: functions are actions. None where not all of it is known."""
        members = self._types.of(present(expression), path)
        if members is None:
            return None
        return tuple(
            Member(one.name, "action" if self._is_function(one.type, path) else "field", one.type) for one in members
        )

    def _is_function(self, told: str, path: str) -> bool:
        if is_function_text(told):
            return True
        head = told.partition("<")[0].rpartition(".")[2]
        return head in _SETTERS or (head == told and self._is_function_type(told, path))

    def _is_function_type(self, name: str, path: str) -> bool:
        """Whether a name stands for a function's type."""
        for _ in range(_DEEPEST):
            found = self._names.find(name, path)
            if not isinstance(found, Declared) or not isinstance(found.declaration, TypeDeclaration):
                return False
            value = present(found.declaration.value)
            if not isinstance(value, Name):
                return isinstance(value, Function)
            name, path = value.id, found.path
        return False


def of_object(value: ObjectValue, declared: Mapping[str, Member] | None = None) -> tuple[Member, ...]:
    """What an initial state holds: functions are actions, getters computed; types as declared, else as they begin."""
    known = declared or {}
    return tuple(_entry(name, one, known.get(name)) for name, one in sorted(value.entries.items()))


def _entry(name: str, value: Value, declared: Member | None) -> Member:
    told = declared.type if declared else None
    if isinstance(value, Closure):
        return Member(name, "computed" if "get" in value.function.modifiers else "action", told)
    if declared is not None and not isinstance(value, Constant | ListValue | ObjectValue):
        return declared
    return Member(name, "field", told or type_of(value))


def together(*groups: tuple[Member, ...]) -> tuple[Member, ...]:
    """By name; what comes later counts."""
    members = {member.name: member for group in groups for member in group}
    return tuple(members[name] for name in sorted(members))


def present(expression: Expression) -> Expression:
    """A type without `null` and `undefined`, and without what only marks it."""
    while True:
        if isinstance(expression, Operator) and expression.symbol == "|":
            rest = tuple(one for one in expression.operands if not _is_nothing(one))
            if len(rest) != 1:
                return expression
            expression = rest[0]
        elif isinstance(expression, Operator) and expression.symbol == "readonly":
            expression = expression.operands[0]
        elif isinstance(expression, Subscript) and _is_wrapper(expression.object):
            expression = expression.keys[0]
        else:
            return expression


def _is_nothing(expression: Expression) -> bool:
    if isinstance(expression, Literal):
        return expression.value is None
    return isinstance(expression, Name) and expression.id == "undefined"


def _is_wrapper(expression: Expression) -> bool:
    return isinstance(expression, Name) and expression.id in {"NonNullable", "Readonly"}


def is_function_text(told: str) -> bool:
    """Whether a type, as `type_text` writes it, is a function's: `(id: string) => void`."""
    depth = 0
    for position, character in enumerate(told):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0:
            return character == ")" and told.startswith("(") and told[position + 1 :].startswith(" => ")
    return False


def type_of(value: Value) -> str | None:
    """The type that TypeScript would give a field which begins with a value; None where that says nothing of it."""
    match value:
        case Constant():
            return _of_constant(value)
        case ListValue():
            inner = {type_of(item) for item in value.items}
            only = inner.pop() if len(inner) == 1 and not value.open else None
            return f"{only}[]" if only and only.isidentifier() else None
        case _:
            return None


def _of_constant(value: Constant) -> str | None:
    if value.undefined or value.value is None:
        return None
    if isinstance(value.value, bool):
        return "boolean"
    if isinstance(value.value, str):
        return "string"
    return "bigint" if value.bigint else "number"
