"""typegoose (https://typegoose.github.io/typegoose): schemas and models of decorated classes.

Source: typegoose/src/typegoose.ts, src/internal/schema.ts, src/internal/processProp.ts, src/internal/utils.ts.
"""

from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.classes import Decorated
from datamodel_check.extract.schema.mongoose.discriminators import add as add_discriminator
from datamodel_check.extract.schema.mongoose.known import type_name
from datamodel_check.extract.schema.mongoose.methods import load_class
from datamodel_check.extract.schema.mongoose.plugins import applied
from datamodel_check.extract.schema.mongoose.schemas import Discriminator, Schema
from datamodel_check.extract.symbols import argument, callee, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Subscript
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.runtime import Runtime

PACKAGE = "typegoose"
"""Part of the names of all its packages."""

_INNER = frozenset(
    {
        *("_id", "auto", "enum", "excludeIndexes", "expires", "lowercase", "match", "max", "maxLength", "maxlength"),
        *("min", "minLength", "minimize", "minlength", "populate", "strict", "trim", "uppercase"),
    }
)
"""Options that belong to the items of an array or the values of a map (mongoose/lib/options/*.js); others do not."""

_OBJECT_ID = Constant("objectId")

_MIXED = Constant("mixed")

_MAP = External("", ("Map",))


def made(runtime: "Runtime", call: Application) -> Schema | None:
    """`buildSchema(Class)`."""
    function = callee(call)
    if function is None or PACKAGE not in function.package or function.path[-1] != "buildSchema":
        return None
    return _of(runtime, call)


def _of(runtime: "Runtime", call: Application) -> Schema | None:
    target = call.arguments[0] if call.arguments else None
    if isinstance(target, ClassValue):
        given = call.arguments[1] if len(call.arguments) > 1 else None
        return schema_of(runtime, target, entry(given, "schemaOptions"))
    runtime.reader.unresolved("the class of a schema", target, call.location)
    return None


def defined(runtime: "Runtime", call: Application, file: str) -> None:
    """`getModelForClass(Class, options)` and `getDiscriminatorModelForClass(Base, Class, value)`."""
    from datamodel_check.extract.schema.mongoose.runtime import Model

    function = _function(runtime, call)
    if function == "getModelForClass":
        schema = _of(runtime, call)
        target = call.arguments[0] if call.arguments else None
        if schema is not None and isinstance(target, ClassValue):
            given = entry(call.arguments[1] if len(call.arguments) > 1 else None, "options")
            name = string(entry(given, "customName")) or class_name(runtime, target)
            runtime.add(Model(name, schema, None, call.location, file), call)
    elif function == "getDiscriminatorModelForClass":
        _discriminator(runtime, call)


def _function(runtime: "Runtime", call: Application) -> str | None:
    """What of typegoose is called; once it was a method: `new User().getModelForClass(User)`."""
    function = callee(call)
    if function is not None:
        return function.path[-1] if PACKAGE in function.package and function.path else None
    target = call.callee
    made = target.object if isinstance(target, Access) else None
    if isinstance(target, Access) and isinstance(made, Application) and isinstance(made.callee, ClassValue):
        return target.name if of_class(runtime, made.callee) is not None else None
    return None


def registered(runtime: "Runtime", item: Value, call: Application, file: str) -> None:
    """A class in `TypegooseModule.forFeature([User, { typegooseClass: Post }])` of nestjs-typegoose."""
    from datamodel_check.extract.schema.mongoose.runtime import Model

    target = entry(item, "typegooseClass") or item
    if not isinstance(target, ClassValue):
        runtime.reader.unresolved("a model of a module", target, call.location)
        return
    schema = schema_of(runtime, target, entry(item, "schemaOptions"))
    runtime.add(Model(class_name(runtime, target), schema, None, schema.location, file))


def _discriminator(runtime: "Runtime", call: Application) -> None:
    base, target, value = (argument(call.arguments, position) for position in range(3))
    model = runtime.model(base) if base is not None else None
    if model is None or not isinstance(target, ClassValue):
        runtime.reader.unresolved("a discriminator", target, call.location)
        return
    name = class_name(runtime, target)
    schema = schema_of(runtime, target, None)
    add_discriminator(model.schema, Discriminator(name, string(value) or name, schema))


def class_name(runtime: "Runtime", value: ClassValue) -> str:
    """The name of a class's model (`getName`)."""
    for each in runtime.classes.lineage(value):
        for decoration in runtime.classes.of_class(each, PACKAGE):
            custom = entry(entry(decoration.first, "options"), "customName")
            if decoration.name == "modelOptions" and string(custom):
                return string(custom) or ""
    return value.declaration.name or ""


# --- schemas ---------------------------------------------------------------------------------------------------------


def schema_of(runtime: "Runtime", value: ClassValue, given: Value | None) -> Schema:
    """The schema of a class: what its bases say first (`buildSchema`)."""
    lineage = list(reversed(runtime.classes.lineage(value)))
    place = Location(value.scope.path, value.declaration.span)
    schema = Schema(runtime.reader, None, _options(runtime, lineage, given), place)
    for each in lineage:
        for decorated in runtime.classes.fields(each, PACKAGE):
            if decorated.decoration.name.lower() in {"prop", "arrayprop", "mapprop"}:
                _property(runtime, schema, decorated)
        load_class(schema, each)
        for decoration in runtime.classes.of_class(each, PACKAGE):
            first, second = (argument(decoration.arguments, position) for position in range(2))
            if decoration.name == "index":
                schema.index(first, second, decoration.location)
            elif decoration.name == "plugin":
                applied(runtime, schema, first, second, decoration.location)
    return schema


def _options(runtime: "Runtime", lineage: list[ClassValue], given: Value | None) -> ObjectValue:
    """The options of all classes, the nearest last (`mergeMetadata`)."""
    merged = ObjectValue({})
    if lineage and _extends_timestamps(runtime, lineage[0]):
        merged.entries["timestamps"] = Constant(value=True)
    found = [
        entry(decoration.first, "schemaOptions")
        for each in lineage
        for decoration in runtime.classes.of_class(each, PACKAGE)
        if decoration.name == "modelOptions"
    ]
    for one in (*found, given):
        if isinstance(one, ObjectValue):
            merged.entries.update(one.entries)
            merged.open += one.open
    return merged


def _extends_timestamps(runtime: "Runtime", value: ClassValue) -> bool:
    """Whether a class extends `TimeStamps` of typegoose's default classes."""
    bases = value.declaration.bases
    if not bases:
        return False
    base = bases[0].object if isinstance(bases[0], Subscript) else bases[0]
    found = symbol(runtime.program.evaluate(base, value.scope))
    return found is not None and PACKAGE in found.package and found.path[-1:] == ("TimeStamps",)


# --- properties ------------------------------------------------------------------------------------------------------


def _property(runtime: "Runtime", schema: Schema, decorated: Decorated) -> None:
    name = decorated.field.name
    given = decorated.decoration.first
    place = Location(decorated.owner.scope.path, decorated.field.span)
    if given is not None and not isinstance(given, ObjectValue):
        runtime.reader.unresolved(f"the options of {name}", given, place)
        given = None
    options = given or ObjectValue({})
    if "localField" in options.entries or "foreignField" in options.entries:
        schema.virtual(name, options, place)
        return
    for one in (name, f"{name}.$*"):
        schema.paths.pop(one, None)
    schema.add(ObjectValue({name: _definition(runtime, decorated, options)}, places={name: place}))


def _definition(runtime: "Runtime", decorated: Decorated, options: ObjectValue) -> Value:
    """The definition that typegoose gives to Mongoose (`processProp`)."""
    design = runtime.classes.design_type(decorated)
    kind = _kind(decorated, design)
    type_, depth = _unwrapped(runtime, entry(options, "type"))
    if type_ is None:
        type_ = None if kind else design
    kind = kind or ("array" if depth else "")
    rest = {name: value for name, value in options.entries.items() if name not in {"type", "innerOptions", "dim"}}
    refers: dict[str, Value] = {name: rest.pop(name) for name in ("ref", "refPath") if name in rest}
    chosen: Value
    if refers:
        chosen = type_ if type_ is not None and type_name(type_) is not None else _OBJECT_ID
        refers = {name: _reference(runtime, value) for name, value in refers.items()}
    else:
        chosen = _MIXED if type_ is None else type_
    if not kind:
        return ObjectValue({**rest, **refers, "type": chosen}, options.open)
    inner: dict[str, Value] = {
        "type": chosen,
        **{name: value for name, value in rest.items() if name in _INNER},
        **refers,
    }
    more = entry(options, "innerOptions")
    inner.update(more.entries if isinstance(more, ObjectValue) else {})
    outer = {name: value for name, value in rest.items() if name not in _INNER}
    if kind == "map":
        return ObjectValue({**outer, "type": _MAP, "of": ObjectValue(inner)}, options.open)
    items: Value = ListValue((ObjectValue(inner),))
    for _ in range(depth - 1):
        items = ListValue((items,))
    return ObjectValue({**outer, "type": items}, options.open)


def _kind(decorated: Decorated, design: Value | None) -> str:
    """Whether a property is an array or a map, by its second argument, else by its type."""
    arguments = decorated.decoration.arguments
    found = symbol(arguments[1]) if len(arguments) > 1 else None
    if found is not None and found.path[-1] in {"ARRAY", "MAP", "NONE"}:
        return {"ARRAY": "array", "MAP": "map"}.get(found.path[-1], "")
    if decorated.decoration.name in {"arrayProp", "mapProp"}:
        return decorated.decoration.name.removesuffix("Prop")
    if isinstance(design, ListValue):
        return "array"
    return "map" if isinstance(design, External) and design.path == ("Map",) else ""


def _unwrapped(runtime: "Runtime", value: Value | None) -> tuple[Value | None, int]:
    """`() => [[Type]]` as the type and how many arrays it stands in (`getType`)."""
    if isinstance(value, Closure):
        value = runtime.program.call(value, ())
    depth = 0
    while isinstance(value, ListValue) and value.items:
        value, depth = value.items[0], depth + 1
    return value, depth


def _reference(runtime: "Runtime", value: Value) -> Value:
    """`ref: () => User` means the name of the class's model."""
    if isinstance(value, Closure):
        value = runtime.program.call(value, ())
    return Constant(class_name(runtime, value)) if isinstance(value, ClassValue) else value


def of_class(runtime: "Runtime", value: ClassValue) -> Schema | None:
    """The schema that a class stands for as a type: one with properties of its own."""
    lineage = runtime.classes.lineage(value)
    if not any(True for each in lineage for _ in runtime.classes.fields(each, PACKAGE)):
        return None
    return schema_of(runtime, value, None)
