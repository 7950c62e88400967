"""The members of types, as far as the repository declares them."""

from datamodel_check.extract.layers.type_text import member_name, optional, type_text
from datamodel_check.extract.type_names import Declared, TypeNames
from datamodel_check.model.layers import TypeMember
from datamodel_check.model.module import (
    Class,
    Expression,
    Field,
    Function,
    Literal,
    Name,
    Object,
    Operator,
    Property,
    Subscript,
    TypeDeclaration,
)
from datamodel_check.model.program import Program

_HIDDEN = {"static", "private", "protected", "declare"}
_DEEPEST = 12
"""Types that stand for one another more deeply than this are not followed: some do so without end."""


class TypeMembers:
    """Answers for one program, each by name."""

    def __init__(self, program: Program) -> None:
        self._names = TypeNames(program)

    def of_declaration(self, declaration: TypeDeclaration, path: str, depth: int = 0) -> tuple[TypeMember, ...] | None:
        """Of an interface what is known, its bases included; of an alias None where anything of it is not known."""
        own = self.of(declaration.value, path, depth + 1)
        if declaration.kind == "type" or own is None:
            return own
        bases = (self.of(base, path, depth + 1) for base in declaration.bases)
        return _together(*(base for base in bases if base is not None), own)

    def of_class(self, declaration: Class, path: str, depth: int = 0) -> tuple[TypeMember, ...]:
        """The public fields, those of bases and of the constructor's parameters included."""
        bases = (self.of(base, path, depth + 1) for base in declaration.bases)
        fields = [_field(one) for one in declaration.members if isinstance(one, Field) and not one.modifiers & _HIDDEN]
        for one in declaration.members:
            if isinstance(one, Function) and one.name == "constructor":
                fields += [
                    TypeMember(each.name, type_text(each.annotation) if each.annotation else "unknown")
                    for each in one.parameters
                    if each.modifiers & {"public", "readonly"} and not each.modifiers & _HIDDEN
                ]
        return _together(*(base for base in bases if base is not None), tuple(fields))

    def of(self, expression: Expression, path: str, depth: int = 0) -> tuple[TypeMember, ...] | None:
        """The members of what a type stands for; None of what has none, or not all of which is known."""
        if depth > _DEEPEST:
            return None
        if isinstance(expression, Object):
            return _of_object(expression)
        if isinstance(expression, Name):
            return self._of_name(expression.id, path, depth)
        if isinstance(expression, Operator) and expression.symbol == "&":
            parts = [self.of(operand, path, depth + 1) for operand in expression.operands]
            known = [part for part in parts if part is not None]
            return _together(*known) if len(known) == len(parts) else None
        if isinstance(expression, Subscript) and isinstance(expression.object, Name):
            return self._of_utility(expression.object.id, expression.keys, path, depth)
        return None

    def _of_name(self, name: str, path: str, depth: int) -> tuple[TypeMember, ...] | None:
        found = self._names.find(name, path)
        if not isinstance(found, Declared):
            return None
        declaration = found.declaration
        if isinstance(declaration, TypeDeclaration):
            if declaration.parameters:
                return None  # what its members are depends on the arguments
            return self.of_declaration(declaration, found.path, depth + 1)
        value: object = declaration.value
        return self.of_class(value, found.path, depth + 1) if isinstance(value, Class) else None

    def _of_utility(
        self, name: str, keys: tuple[Expression, ...], path: str, depth: int
    ) -> tuple[TypeMember, ...] | None:
        """https://www.typescriptlang.org/docs/handbook/utility-types.html"""
        members = self.of(keys[0], path, depth + 1) if keys else None
        if members is None:
            return None
        if name in {"Partial", "Required"}:
            return tuple(member._replace(optional=name == "Partial") for member in members)
        if name in {"Readonly", "NonNullable"}:
            return members
        chosen = _literals(keys[1]) if len(keys) > 1 and name in {"Pick", "Omit"} else None
        if chosen is None:
            return None
        return tuple(member for member in members if (member.name in chosen) is (name == "Pick"))


def _of_object(expression: Object) -> tuple[TypeMember, ...] | None:
    if not all(isinstance(entry, Property) for entry in expression.entries):
        return None  # a mapped type
    return _together(tuple(_property(entry) for entry in expression.entries if isinstance(entry, Property)))


def _property(entry: Property) -> TypeMember:
    value, is_optional = optional(entry.value)
    return TypeMember(member_name(entry.key), type_text(value), is_optional)


def _field(field: Field) -> TypeMember:
    told = type_text(field.annotation) if field.annotation else "unknown"
    return TypeMember(field.name, told, "optional" in field.modifiers)


def _literals(expression: Expression) -> set[str] | None:
    """The strings of `'a' | 'b'`."""
    parts = expression.operands if isinstance(expression, Operator) and expression.symbol == "|" else (expression,)
    texts = {part.value for part in parts if isinstance(part, Literal) and isinstance(part.value, str)}
    return texts if len(texts) == len(parts) else None


def _together(*groups: tuple[TypeMember, ...]) -> tuple[TypeMember, ...]:
    """By name; what is declared later counts."""
    members = {member.name: member for group in groups for member in group}
    return tuple(members[name] for name in sorted(members))
