"""Types of Python's back ends: models of Pydantic, those of SQLModel that are no tables, and serializers.

Sources: https://docs.pydantic.dev/latest/concepts/models/, https://www.django-rest-framework.org/api-guide/serializers/.
"""

import re
from collections.abc import Callable, Iterator

from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.layers import DomainType, TypeMember
from datamodel_check.model.location import Location
from datamodel_check.model.module import Subscript
from datamodel_check.model.printing import text
from datamodel_check.model.program import Attribute, Program
from datamodel_check.model.values import Application, ClassValue, Constant, External, ListValue, Value

_MODELS = frozenset({"BaseModel", "RootModel", "SQLModel"})
_NULL = re.compile(r"(?<![\w\"'])null(?![\w\"'])")
"""How types of all languages are printed; this is Python's."""

_NO_FIELDS = frozenset({"model_config", "Config", "Meta"})


def python_types(program: Program, path: str) -> Iterator[DomainType]:
    """The models and serializers that a module declares."""
    for binding in program.bindings(path):
        value = binding.value
        if not isinstance(value, ClassValue) or value.scope.path != path or binding.name.startswith("_"):
            continue
        read = _reader(program, value)
        if read is not None:
            members = {member.name: member for one in reversed(program.mro(value)) for member in read(program, one)}
            place = Location(path, value.declaration.span)
            yield DomainType("class", value.declaration.name or binding.name, place, tuple(members.values()))


def _reader(program: Program, value: ClassValue) -> Callable[[Program, Value], Iterator[TypeMember]] | None:
    """How the members of a class are read; None of what is neither model nor serializer."""
    known = [found for one in program.mro(value) if isinstance(one, External) and (found := symbol(one))]
    if any(one.package in {"pydantic", "sqlmodel"} and one.path[-1:] and one.path[-1] in _MODELS for one in known):
        tables = [one for one in value.declaration.keywords if one.name == "table"]
        return None if tables else _fields
    if any(one.package == "rest_framework" and "serializers" in one.path for one in known):
        return _serialized
    return None


def _fields(program: Program, value: Value) -> Iterator[TypeMember]:
    """The annotated names of a model; one with a default may be left out."""
    for one in program.attributes(value) if isinstance(value, ClassValue) else ():
        if one.annotation is None or one.name.startswith("_") or one.name in _NO_FIELDS or _is_of_class(one):
            continue
        yield TypeMember(one.name, _NULL.sub("None", text(one.annotation)), _has_default(one.value))


def _is_of_class(one: Attribute) -> bool:
    """Whether a name is a `ClassVar`."""
    written = one.annotation.object if isinstance(one.annotation, Subscript) else one.annotation
    return written is not None and text(written).rpartition(".")[2] == "ClassVar"


def _has_default(value: Value | None) -> bool:
    """`= 1`, `= Field(1)`, `= Field(default=1)`, `= Field(default_factory=list)`; not `= Field(...)`."""
    made = symbol(value.callee) if isinstance(value, Application) else None
    if not isinstance(value, Application) or made is None or made.path[-1:] != ("Field",):
        return value is not None
    if value.keywords.keys() & {"default", "default_factory"}:
        return True
    first = value.arguments[0] if value.arguments else None
    return first is not None and not (isinstance(first, External) and first.path == ("Ellipsis",))


def _serialized(program: Program, value: Value) -> Iterator[TypeMember]:
    """The fields of a serializer, and the names that it takes from a model."""
    declared = program.attributes(value) if isinstance(value, ClassValue) else ()
    for one in declared:
        if one.name == "Meta" and isinstance(one.value, ClassValue):
            listed = next((each.value for each in program.attributes(one.value) if each.name == "fields"), None)
            for item in listed.items if isinstance(listed, ListValue) else ():
                name = string(item)
                if name is not None:
                    yield TypeMember(name, "model")
    for one in declared:
        if isinstance(one.value, Application) and _is_field(program, one.value):
            required = one.value.keywords.get("required")
            optional = isinstance(required, Constant) and required.value is False
            yield TypeMember(one.name, _named(one.value), optional)


def _is_field(program: Program, made: Application) -> bool:
    lineage = program.mro(made.callee) if isinstance(made.callee, ClassValue) else (made.callee,)
    return any(found.package == "rest_framework" for one in lineage if (found := symbol(one)) is not None)


def _named(made: Application) -> str:
    """The name of a field's class; of several `[]` stands behind it."""
    name = made.callee.declaration.name or "" if isinstance(made.callee, ClassValue) else ""
    known = symbol(made.callee)
    many = made.keywords.get("many")
    several = isinstance(many, Constant) and many.value is True
    return f"{name or (known.path[-1] if known else '')}{'[]' if several else ''}"
