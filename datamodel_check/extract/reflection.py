"""What TypeScript's `emitDecoratorMetadata` says of a property: the constructor that `design:type` holds at run time.

Two questions, as in the compiler: what a type is as it is *written* (`string | null` is Object under
`strictNullChecks`), and, where a name is written, what the type behind it can be *assigned* to (an alias of a union of
literals is String). Source: TypeScript/src/compiler/transformers/typeSerializer.ts, `serializeTypeNode`, and
src/compiler/checker.ts, `getTypeReferenceSerializationKind`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.type_names import Outside, TypeNames
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Binding,
    Call,
    Conditional,
    Expression,
    Function,
    List,
    Literal,
    Member,
    Name,
    Object,
    Opaque,
    Operator,
    Property,
    Subscript,
    Template,
    TypeDeclaration,
)
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import ClassValue, Constant, ListValue, ObjectValue, Unresolved, Value

DesignType: TypeAlias = str | ClassValue | Unresolved
"""The name of a global constructor (`String`, `Date`, `Object`, …), `undefined`, or a class of the repository."""

_WRITTEN = {
    "any": "Object",
    "bigint": "BigInt",
    "boolean": "Boolean",
    "never": "undefined",
    "null": "undefined",
    "number": "Number",
    "object": "Object",
    "string": "String",
    "symbol": "Symbol",
    "this": "Object",
    "undefined": "undefined",
    "unique symbol": "Object",
    "unknown": "Object",
    "void": "undefined",
}

_CONSTRUCTORS = {
    *("Array", "ArrayBuffer", "BigInt", "Boolean", "Buffer", "Date", "Error", "Function", "Map", "Number", "Object"),
    *("Promise", "RegExp", "Set", "String", "Symbol", "URL", "Uint8Array", "WeakMap", "WeakSet"),
}

_FIRST_ARGUMENT = {
    "Capitalize",
    "Exclude",
    "Extract",
    "Lowercase",
    "NonNullable",
    "Readonly",
    "Uncapitalize",
    "Uppercase",
}
_OF_OBJECTS = {"InstanceType", "Omit", "Partial", "Pick", "Record", "Required", "ThisType"}

_DEEPEST = 50


class _Place(NamedTuple):
    """A type as it is written somewhere."""

    type: Expression
    path: str
    parameters: frozenset[str]
    """What stands for any type there."""

    def of(self, type_: Expression) -> "_Place":
        return self._replace(type=type_)


class Reflection:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def design_type(self, annotation: Expression | None, scope: Scope, parameters: Iterable[str] = ()) -> DesignType:
        """What `design:type` is for a property of this type; `parameters` are the type parameters of its class."""
        return _Question(self._program, scope, frozenset(parameters)).written(annotation)


class _Question:
    def __init__(self, program: Program, scope: Scope, parameters: frozenset[str]) -> None:
        self._program = program
        self._scope = scope
        self._parameters = parameters
        self._names = TypeNames(program)
        options = program.compiler_options(scope.path)
        self._strict = bool(options.get("strictNullChecks", options.get("strict", False)))

    # --- as it is written --------------------------------------------------------------------------------------------

    def written(self, type_: Expression | None) -> DesignType:
        match type_:
            case None:
                return "Object"
            case Literal(value=value):
                return _literal(value, bigint=type_.bigint)
            case Template():
                return "String"
            case Function():
                return "Function"
            case List():
                return "Array"
            case Operator(symbol="|" | "&" as sign, operands=operands):
                return self._combined(operands, union=sign == "|")
            case Operator(symbol="readonly", operands=operands):
                return self.written(operands[0])
            case Conditional(then=then, otherwise=otherwise):
                return self._combined((then, otherwise), union=True)
            case Name() | Member() | Subscript():
                return self._named(type_)
            case _:
                return "Object"

    def _combined(self, operands: tuple[Expression, ...], *, union: bool) -> DesignType:
        """One constructor where all parts come to the same, else Object."""
        found: DesignType | None = None
        for operand in operands:
            if _is(operand, "never"):
                if union:
                    continue
                return "undefined"
            if not self._strict and (_is(operand, "undefined") or _is_null(operand)):
                continue
            part = self.written(operand)
            if isinstance(part, Unresolved):
                return part
            if part == "Object" or (found is not None and part != found):
                return "Object"
            found = part
        return "undefined" if found is None else found

    def _named(self, type_: Name | Member | Subscript) -> DesignType:
        """A reference: the class itself where the name has a constructor as its value, else by what it can be."""
        name = type_.object if isinstance(type_, Subscript) else type_
        if isinstance(name, Name):
            if name.id in self._parameters:
                return "Object"
            declared = self._names.declared(name.id, self._scope.path)
            if declared is None:
                return self._global(type_, name.id)
            if isinstance(declared, Binding) and declared.kind == "class":
                value = self._program.evaluate(name, self._scope)
                return value if isinstance(value, ClassValue) else "Object"
            if isinstance(type_, Subscript) and _is_indexed(type_, declared):
                return "Object"
        elif not isinstance(name, Member):
            return "Object"
        return self._by_kind(type_)

    def _global(self, type_: Name | Member | Subscript, name: str) -> DesignType:
        if name in _WRITTEN:
            return _WRITTEN[name]
        if name in _CONSTRUCTORS:
            return name
        if name in _FIRST_ARGUMENT:
            return "Object"  # the compiler looks at the alias itself, not at what its arguments make of it
        return self._by_kind(type_)

    def _by_kind(self, type_: Expression) -> DesignType:
        kinds = set(self._kinds(_Place(type_, self._scope.path, self._parameters), 0))
        if "unknown" in kinds:
            place = Location(self._scope.path, type_.span)
            return Unresolved(f"what the type {text(type_)} is cannot be told", text(type_), place)
        kinds.discard("nothing" if not self._strict or len(kinds) == 1 else "")
        if not kinds:
            return "undefined"
        return kinds.pop() if len(kinds) == 1 else "Object"

    # --- what it can be ----------------------------------------------------------------------------------------------

    def _kinds(self, place: _Place, depth: int) -> Iterator[str]:
        """The constructors of everything that a type allows; `nothing` of null and undefined, `unknown` if so."""
        if depth > _DEEPEST:
            yield "unknown"
            return
        type_, path = place.type, place.path
        match type_:
            case Operator(symbol="|", operands=operands):
                for operand in operands:
                    yield from self._kinds(place.of(operand), depth + 1)
            case Operator(symbol="&", operands=operands):
                yield from self._intersection(operands, place, depth)
            case Operator(symbol="keyof", operands=(inner,)):
                yield from self._keys(inner, path)
            case Conditional(then=then, otherwise=otherwise):
                yield from self._kinds(place.of(then), depth + 1)
                yield from self._kinds(place.of(otherwise), depth + 1)
            case Operator(symbol="typeof", operands=(inner,)):
                yield _kind_of(self._program.evaluate(inner, self._program.scope(path)))
            case Subscript():
                yield from self._subscript(type_, place, depth)
            case Member():
                yield from self._member(type_, place.path, depth)
            case Name(id=name):
                yield from self._name(name, place, depth)
            case Call() | Opaque():
                yield "unknown"
            case _:
                found = self.written(type_)
                yield "nothing" if found == "undefined" else found if isinstance(found, str) else "Object"

    def _intersection(self, operands: tuple[Expression, ...], place: _Place, depth: int) -> Iterator[str]:
        """`string & { brand: … }` can be assigned to string."""
        parts = [set(self._kinds(place.of(operand), depth + 1)) for operand in operands]
        primitive = [part for part in parts if part <= {"String", "Number", "Boolean", "BigInt", "Symbol"}]
        yield from primitive[0] if primitive else {"unknown"} if {"unknown"} in parts else {"Object"}

    def _name(self, name: str, place: _Place, depth: int) -> Iterator[str]:
        if name in place.parameters:
            yield "Object"
            return
        declared = self._names.find(name, place.path)
        if declared is None:
            yield _global_kind(name)
            return
        if isinstance(declared, Outside):
            yield "unknown"
            return
        found, where = declared
        if isinstance(found, TypeDeclaration):
            if found.kind == "interface":
                yield "Object"
            else:
                yield from self._kinds(_Place(found.value, where, frozenset(found.parameters)), depth + 1)
        elif found.kind == "enum":
            yield from _of_enum(self._program.evaluate(Name(found.name, found.span), self._program.scope(where)))
        else:
            yield "Object"

    def _member(self, type_: Member, path: str, depth: int) -> Iterator[str]:
        """A member of an enum, or a type of a module that is imported as a whole."""
        if isinstance(type_.object, Name):
            module = self._names.module(type_.object.id, path)
            if module is not None and self._names.find(type_.name, module, exported=True) is not None:
                yield from self._exported(type_.name, module, depth)
                return
        value = self._program.evaluate(type_, self._program.scope(path))
        yield _kind_of(value) if isinstance(value, Constant) else "unknown"

    def _exported(self, name: str, module: str, depth: int) -> Iterator[str]:
        found = self._names.find(name, module, exported=True)
        if found is None or isinstance(found, Outside):
            yield "unknown"
        else:
            place = _Place(Name(found.declaration.name, found.declaration.span), found.path, frozenset())
            yield from self._name(found.declaration.name, place, depth + 1)

    def _subscript(self, type_: Subscript, place: _Place, depth: int) -> Iterator[str]:
        first = type_.keys[0]
        if not isinstance(type_.object, Name):
            yield from self._indexed(type_, place.path)
        elif type_.object.id in _FIRST_ARGUMENT:
            yield from self._kinds(place.of(first), depth + 1) if type_.object.id != "Readonly" else ("Object",)
        elif type_.object.id in _OF_OBJECTS:
            yield "Object"
        else:
            declared = self._names.declared(type_.object.id, place.path)
            if isinstance(declared, TypeDeclaration) and _is_indexed(type_, declared):
                yield from self._property(declared, first, place, depth)
            else:
                yield from self._name(type_.object.id, place, depth)

    def _property(self, declared: TypeDeclaration, key: Expression, place: _Place, depth: int) -> Iterator[str]:
        """`Shape["member"]`."""
        entries = declared.value.entries if isinstance(declared.value, Object) else ()
        for entry in entries:
            if isinstance(entry, Property) and isinstance(key, Literal) and entry.key == key.value:
                yield from self._kinds(place.of(entry.value), depth + 1)
                return
        yield "unknown"

    def _indexed(self, type_: Subscript, path: str) -> Iterator[str]:
        """`(typeof LIST)[number]` and `(typeof OBJECT)[keyof typeof OBJECT]`: one of the values."""
        target = type_.object
        if not (isinstance(target, Operator) and target.symbol == "typeof"):
            yield "unknown"
            return
        value = self._program.evaluate(target.operands[0], self._program.scope(path))
        if isinstance(value, ListValue) and not value.open:
            yield from {_kind_of(item) for item in value.items}
        elif isinstance(value, ObjectValue) and not value.open:
            yield from {_kind_of(item) for item in value.entries.values()}
        else:
            yield "unknown"

    def _keys(self, type_: Expression, path: str) -> Iterator[str]:
        if isinstance(type_, Operator) and type_.symbol == "typeof":
            value = self._program.evaluate(type_.operands[0], self._program.scope(path))
            yield "String" if isinstance(value, ObjectValue) and not value.open else "unknown"
            return
        declared = self._names.declared(type_.id, path) if isinstance(type_, Name) else None
        yield "String" if isinstance(declared, TypeDeclaration | Binding) else "unknown"


def _literal(value: object, *, bigint: bool) -> str:
    if bigint:
        return "BigInt"
    if isinstance(value, bool):
        return "Boolean"
    if value is None:
        return "undefined"
    return "String" if isinstance(value, str) else "Number"


def _is(type_: Expression, name: str) -> bool:
    return isinstance(type_, Name) and type_.id == name


def _is_null(type_: Expression) -> bool:
    return isinstance(type_, Literal) and type_.value is None


def _is_indexed(type_: Subscript, declared: object) -> bool:
    """Whether `X[key]` is written, not `X<key>`: these look the same, but only a generic type takes arguments."""
    return isinstance(declared, TypeDeclaration) and not declared.parameters and len(type_.keys) == 1


def _global_kind(name: str) -> str:
    if name in _WRITTEN:
        return "nothing" if _WRITTEN[name] == "undefined" else _WRITTEN[name]
    if name in {"Array", "ReadonlyArray"}:
        return "Array"
    return "Object" if name in _CONSTRUCTORS | _OF_OBJECTS else "unknown"


def _kind_of(value: Value) -> str:
    match value:
        case Constant(value=None):
            return "nothing"
        case Constant():
            return _literal(value.value, bigint=value.bigint)
        case ListValue():
            return "Array"
        case ObjectValue():
            return "Object"
        case _:
            return "unknown"


def _of_enum(value: Value) -> Iterator[str]:
    """Members that are numbers have entries that lead back to their names, which count for nothing here."""
    if not isinstance(value, ObjectValue) or value.open:
        yield "unknown"
        return
    members = [item for name, item in value.entries.items() if not name.lstrip("-").replace(".", "", 1).isdigit()]
    yield from {_kind_of(item) for item in members} or {"Number"}
