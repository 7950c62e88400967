"""What a parameter or field holds, by its type: an instance of a class, of the repository's or of a package's.

Only classes say what their instances do. An interface may be implemented by anything: it says nothing here, and
neither do types that are computed.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.access.protocol import Base
from datamodel_check.extract.type_names import Declared, TypeNames
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Class,
    Expression,
    Member,
    Name,
    Object,
    Operator,
    Property,
    Spread,
    Subscript,
    TypeDeclaration,
)
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import Access, Application, ClassValue, External, ObjectValue, Unresolved, Value

_TRANSPARENT = frozenset({"Omit", "Partial", "Pick", "Readonly", "Required", "NonNullable", "Promise", "Awaited"})
_TRANSPARENT |= {"Annotated", "Optional"}
"""Types of TypeScript's and Python's own that leave members what they are."""

_DEEPEST = 8
_INSIDE = 3
"""How much deeper a member of an object counts."""


class Body(NamedTuple):
    """A class's own members, and the names that they see."""

    declaration: Class
    scope: Scope


class Types:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._names = TypeNames(program)
        self._instances: dict[tuple[str, int], tuple[Value, ...]] = {}

    def instances(self, annotation: Expression | None, scope: Scope) -> tuple[Value, ...]:
        """What a value of this type may be; the same type at the same place is always the same object."""
        if annotation is None:
            return ()
        key = (scope.path, annotation.span.start)
        if key not in self._instances:
            self._instances[key] = tuple(self._of(annotation, scope.path, 0))
        return self._instances[key]

    def _of(self, type_: Expression, path: str, depth: int) -> Iterator[Value]:
        if depth > _DEEPEST:
            return
        match type_:
            case Operator(symbol="|" | "&", operands=operands):
                for operand in operands:
                    yield from self._of(operand, path, depth + 1)
            case Operator(symbol="readonly", operands=(inner,)):
                yield from self._of(inner, path, depth + 1)
            case Operator(symbol="typeof", operands=(inner,)):
                yield self._program.evaluate(inner, self._program.scope(path))
            case Subscript(object=Name(id=name), keys=(first, *_)) if name in _TRANSPARENT:
                yield from self._of(first, path, depth + 1)
            case Subscript(object=target, keys=keys):
                yield from self._named(target, keys, path, depth)
            case Name() | Member():
                yield from self._named(type_, (), path, depth)
            case Object(entries=entries):
                yield from self._object(entries, path, type_, depth)
            case _:
                pass

    def _object(
        self, entries: tuple[Property | Spread, ...], path: str, type_: Expression, depth: int
    ) -> Iterator[Value]:
        """Of the members of an object or interface those that are said to be instances of classes."""
        known: dict[str, Value] = {}
        for entry in entries:
            if isinstance(entry, Property) and isinstance(entry.key, str):
                found = next(self._of(entry.value, path, depth + _INSIDE), None)
                if found is not None:
                    known[entry.key] = found
        if known:
            rest = Unresolved("only its type is known", "", Location(path, type_.span))
            yield ObjectValue(known, (rest,))

    def _named(self, type_: Expression, keys: tuple[Expression, ...], path: str, depth: int) -> Iterator[Value]:
        if isinstance(type_, Name):
            found = self._names.find(type_.id, path)
            declaration = found.declaration if isinstance(found, Declared) else None
            if isinstance(found, Declared) and isinstance(declaration, TypeDeclaration):
                if declaration.kind == "type" or isinstance(declaration.value, Object):
                    yield from self._of(declaration.value, found.path, depth + 1)
                return
        value = _plain(self._program.evaluate(type_, self._program.scope(path)))
        if isinstance(value, ClassValue) or (isinstance(value, External | Access) and _is_of_package(value)):
            given = tuple(self._program.evaluate(key, self._program.scope(path)) for key in keys)
            yield Application(value, given, Location(path, type_.span), new=True)


def _plain(value: Value) -> Value:
    """Of `CurrentUser = Annotated[User, …]`, a subscript that Python evaluates, the class."""
    for _ in range(_DEEPEST):
        if not isinstance(value, Application) or not isinstance(value.callee, External) or len(value.arguments) < 2:
            break
        generic = value.arguments[0]
        name = generic.path[-1:] if isinstance(generic, External) else ()
        if value.callee.dotted != "operator.getitem" or not set(name) & _TRANSPARENT:
            break
        value = value.arguments[1]
    return value


def _is_of_package(value: Value) -> bool:
    while isinstance(value, Access):
        value = value.object
    return isinstance(value, External) and value.package != ""


def members(value: ClassValue, evaluate: Callable[[Expression, Scope], Value]) -> Iterator[Body | Base]:
    """The class and its bases in the repository, innermost first, at the end what the last of them extends."""
    seen: set[int] = set()
    while id(value.declaration) not in seen:
        seen.add(id(value.declaration))
        yield Body(value.declaration, value.scope)
        if not value.declaration.bases:
            return
        base = value.declaration.bases[0]
        keys = base.keys if isinstance(base, Subscript) else ()
        found = evaluate(base.object if isinstance(base, Subscript) else base, value.scope)
        if not isinstance(found, ClassValue):
            yield Base(found, tuple(evaluate(key, value.scope) for key in keys))
            return
        value = found
