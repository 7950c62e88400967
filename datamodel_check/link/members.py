"""Members of values: `value.name`, `value[key]`, and what an object holds of its own."""

from typing import TYPE_CHECKING

from datamodel_check.link import calls
from datamodel_check.link import javascript as js
from datamodel_check.link.describe import depending, describe
from datamodel_check.link.elements import elements, is_collection
from datamodel_check.link.intrinsics import CONSTANTS, METHODS, PARTLY_KNOWN, zod
from datamodel_check.model.location import Location
from datamodel_check.model.module import Field, Function, Subscript
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


def member(evaluator: "Evaluator", value: Value, name: str, location: Location) -> Value:
    """`value.name`. Methods of arrays, strings and the like are `Access`es, which calls know."""
    match value:
        case ObjectValue():
            return _of_object(evaluator, value, name, location)
        case Namespace():
            return _of_namespace(evaluator, value, name, location)
        case ClassValue():
            return _static(evaluator, value, name, location)
        case ListValue():
            return _of_list(value, name, location)
        case Constant():
            return _of_constant(value, name, location)
        case Unresolved() if not evaluator.sketching:
            found = Access(value, name, location)
            return (
                found
                if (value.parts or value.alternatives) and name in PARTLY_KNOWN
                else depending(value, describe(found), location)
            )
        case Closure() if name == "name" and value.function.name:
            return Constant(value.function.name)
        case External() if not value.path:
            return evaluator.bindings.external(value.package, name)
        case External() if not value.package and (*value.path, name) in CONSTANTS:
            return CONSTANTS[*value.path, name]
        case Application() if name == "size" and is_collection(value):
            items = elements(value)
            return Access(value, name, location) if items is None else Constant(len(items))
        case Application() if (known := zod.member(value, name)) is not None:
            return known
        case _:
            return Access(value, name, location)


def subscript(evaluator: "Evaluator", value: Value, key: Value, location: Location) -> Value:
    """`value[key]`."""
    name = js.to_string(key)
    if name is not None:
        return member(evaluator, value, name, location)
    cause = value if isinstance(value, Unresolved) else key
    written = f"{evaluator.describe(value)}[{evaluator.describe(key)}]"
    if isinstance(value, ObjectValue) and len(value.entries) <= _MOST:
        return evaluator.either(cause, tuple(value.entries.values()), written, location)
    return evaluator.depending(cause, written, location)


_MOST = 50
"""Entries of an object that one with an unknown key may be."""


def own(evaluator: "Evaluator", value: Value) -> ObjectValue | None:
    """What `{...value}` takes over; None where that is not known."""
    if isinstance(value, ObjectValue):
        return value
    if isinstance(value, Namespace):
        exports = evaluator.bindings.exports(value.path)
        return ObjectValue({e.name: e.value for e in exports}, places={e.name: e.location for e in exports})
    if isinstance(value, ListValue):
        return ObjectValue({str(position): item for position, item in enumerate(value.items)}, value.open)
    if isinstance(value, Constant):
        return ObjectValue({str(at): item for at, item in enumerate(elements(value) or ())})
    return ObjectValue({}) if isinstance(value, Closure) else None


def _of_object(evaluator: "Evaluator", value: ObjectValue, name: str, location: Location) -> Value:
    if name in value.entries and name not in value.uncertain:
        found = value.entries[name]
        if isinstance(found, Closure) and "get" in found.function.modifiers:
            return calls.apply(evaluator, found, calls.Items(()), location, value)
        return found
    if value.open:
        return depending(value.open[0], describe(Access(value, name, location)), location)
    return Access(value, name, location) if name in METHODS[ObjectValue] else js.UNDEFINED


def _of_list(value: ListValue, name: str, location: Location) -> Value:
    if name == "length" or js.is_index(name):
        if value.open:
            return depending(value.open[0], describe(Access(value, name, location)), location)
        if name == "length":
            return Constant(len(value.items))
        return value.items[int(name)] if int(name) < len(value.items) else js.UNDEFINED
    return Access(value, name, location) if name in METHODS[ListValue] else js.UNDEFINED


def _of_constant(value: Constant, name: str, location: Location) -> Value:
    if value.value is None:
        return js.UNDEFINED  # `?.`; without the question mark the program would not run
    if isinstance(value.value, str):
        units = js.units(value.value)
        if name == "length":
            return Constant(len(units))
        if js.is_index(name):
            return Constant(js.characters(units[int(name)])) if int(name) < len(units) else js.UNDEFINED
    return Access(value, name, location)


def _of_namespace(evaluator: "Evaluator", value: Namespace, name: str, location: Location) -> Value:
    found = evaluator.bindings.exported(value.path, name)
    if found is not None:
        return found
    return Unresolved(f"{value.path} exports no {name}", describe(Access(value, name, location)), location)


def _static(evaluator: "Evaluator", value: ClassValue, name: str, location: Location) -> Value:
    """A static member, the class's own or inherited."""
    declaration = value.declaration
    for part in declaration.members:
        if isinstance(part, Field | Function) and part.name == name and "static" in part.modifiers:
            return evaluator.bindings.static(value, part)
    if name == "name" and declaration.name:
        return Constant(declaration.name)
    return inherited(evaluator, value, name, location)


def inherited(evaluator: "Evaluator", value: ClassValue, name: str, location: Location) -> Value:
    """A static member of the class that this one extends; one from outside the repository is this class's all the same.

    So `User.init` is told from the `init` of any other class that extends the same one of a package.
    """
    for base in value.declaration.bases[:1]:
        base = base.object if isinstance(base, Subscript) else base  # `extends Base<T>`
        found = member(evaluator, evaluator.evaluate(base, value.scope), name, location)  # type: ignore[arg-type]
        return Access(value, name, location) if isinstance(found, Access | External) else found
    return js.UNDEFINED
