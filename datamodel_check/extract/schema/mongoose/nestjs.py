"""@nestjs/mongoose: schemas of decorated classes, and models that modules register.

Source: @nestjs/mongoose/lib/factories/definitions.factory.ts and schema.factory.ts, decorators/prop.decorator.ts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose import typegoose
from datamodel_check.extract.schema.mongoose.classes import Decorated
from datamodel_check.extract.schema.mongoose.discriminators import add as add_discriminator
from datamodel_check.extract.schema.mongoose.known import is_schema_type, mongoose_path
from datamodel_check.extract.schema.mongoose.schemas import Discriminator, Schema
from datamodel_check.extract.symbols import Symbol, callee, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.runtime import Runtime

PACKAGE = "@nestjs/mongoose"

_DEEPEST = 8
"""Objects in one another among the arguments of a module's decorator."""


def created(runtime: "Runtime", call: Application) -> Schema | None:
    """`SchemaFactory.createForClass(Class)`."""
    function = callee(call)
    if function is None or function.package != PACKAGE or function.path[-1] != "createForClass":
        return None
    target = call.arguments[0] if call.arguments else None
    if not isinstance(target, ClassValue):
        runtime.reader.unresolved("the class of a schema", target, call.location)
        return None
    schema = Schema(runtime.reader, definition(runtime, target), _options(runtime, target), call.location)
    for each in reversed(runtime.classes.lineage(target)):
        for virtual in runtime.classes.fields(each, PACKAGE):
            if virtual.decoration.name == "Virtual":
                given = entry(virtual.decoration.first, "options")
                schema.virtual(virtual.field.name, given, virtual.decoration.location)
    return schema


def of_class(runtime: "Runtime", value: ClassValue) -> Schema | None:
    """The schema that a class stands for as a type: one whose `@Schema` has options."""
    if is_schema_type(value):
        return None
    options = _options(runtime, value)
    if options is None:
        return None
    place = Location(value.scope.path, value.declaration.span)
    return Schema(runtime.reader, definition(runtime, value), options, place)


def _options(runtime: "Runtime", value: ClassValue) -> Value | None:
    for decoration in runtime.classes.of_class(value, PACKAGE):
        if decoration.name == "Schema":
            return decoration.first
    return None


def definition(runtime: "Runtime", value: ClassValue) -> ObjectValue:
    """What the properties of a class and its bases say; bases that are no schemas say nothing."""
    made = ObjectValue({})
    if value in runtime.defining:
        place = Location(value.scope.path, value.declaration.span)
        runtime.reader.report(place, f"{value.declaration.name} holds itself, so its paths never end")
        return made
    runtime.defining.add(value)
    for each in reversed(runtime.classes.lineage(value)):
        if any(decoration.name == "Schema" for decoration in runtime.classes.of_class(each, PACKAGE)):
            for decorated in runtime.classes.fields(each, PACKAGE):
                if decorated.decoration.name == "Prop":
                    made.entries[decorated.field.name] = _prop(runtime, decorated)
                    made.places[decorated.field.name] = Location(each.scope.path, decorated.field.span)
    runtime.defining.remove(value)
    return made


def _prop(runtime: "Runtime", decorated: Decorated) -> Value:
    given = decorated.decoration.first
    raw = callee(given) if isinstance(given, Application) else None
    if raw is not None and raw.package == PACKAGE and raw.path[-1] == "raw":
        assert isinstance(given, Application)
        return given.arguments[0] if given.arguments else ObjectValue({})
    if isinstance(given, ListValue):
        return inspected(runtime, given)
    if given is not None and not isinstance(given, ObjectValue):
        return given if isinstance(given, Unresolved) else inspected(runtime, given)
    options = given or ObjectValue({})
    type_ = entry(options, "type")
    if type_ is None:
        type_ = runtime.classes.design_type(decorated)
    if type_ is None:
        place = Location(decorated.owner.scope.path, decorated.field.span)
        message = f"the type of {decorated.field.name} cannot be told from its annotation"
        runtime.reader.report(place, message, "Write it as `@Prop({ type: … })`; Nest demands it as well.")
        type_ = Constant("mixed")
    if _is_function(type_) or (isinstance(type_, ListValue) and type_.items and _is_function(type_.items[0])):
        type_ = inspected(runtime, type_)
    return ObjectValue({**options.entries, "type": type_}, options.open, options.places)


def inspected(runtime: "Runtime", value: Value) -> Value:
    """A class as a definition, or as the schema that it has options for (`inspectTypeDefinition`).

    What is neither a type of Mongoose nor a class with properties has no definition, so Mongoose takes it for Mixed:
    `Types.ObjectId` as well.
    """
    if isinstance(value, ListValue):
        return ListValue((inspected(runtime, value.items[0]),), value.open) if value.items else value
    if isinstance(value, ObjectValue):
        type_ = entry(value, "type")
        if type_ is not None and _is_function(type_):
            return ObjectValue({**value.entries, "type": inspected(runtime, type_)}, value.open, value.places)
        return value
    if isinstance(value, Closure):
        value = runtime.program.call(value, ())
        if isinstance(value, ListValue):
            return ObjectValue({})
    if isinstance(value, External | Access):
        return ObjectValue({}) if _is_undefined(value) else value
    if not isinstance(value, ClassValue) or is_schema_type(value) or runtime.schema(value) is not None:
        return value
    return definition(runtime, value)


def _is_function(value: Value) -> bool:
    return isinstance(value, Closure | ClassValue | External | Access)


def _is_undefined(value: Value) -> bool:
    """Whether a function is none of Mongoose's schema types, as far as it is known."""
    found = symbol(value)
    path = mongoose_path(value)
    if path is not None:
        return path[:1] == ("Types",)
    return found is not None and (found.package in {"bson", "mongodb"} or found == Symbol("", ("Object",)))


# --- models ----------------------------------------------------------------------------------------------------------


def registered(runtime: "Runtime", value: Value, file: str) -> None:
    """The models of `MongooseModule.forFeature([{ name, schema, collection }])` in what a decorator is given."""
    for call in _features(value, 0):
        function = callee(call)
        asynchronous = function is not None and function.path[-1] == "forFeatureAsync"
        given = call.arguments[0] if call.arguments else None
        if not isinstance(given, ListValue) or given.open:
            unknown = given.open[0] if isinstance(given, ListValue) else given
            runtime.reader.unresolved("the models of a module", unknown, call.location)
        for item in given.items if isinstance(given, ListValue) else ():
            if function is not None and function.package != PACKAGE:
                typegoose.registered(runtime, item, call, file)
                continue
            _register(runtime, item, call, file, asynchronous=asynchronous)


def _features(value: Value, depth: int) -> Iterator[Application]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Application):
        function = callee(value)
        if function is not None and function.path[:1] in _MODULES and function.path[-1] in _REGISTER:
            yield value
            return
        parts: tuple[Value, ...] = value.arguments
    elif isinstance(value, ObjectValue):
        parts = tuple(value.entries.values())
    else:
        parts = value.items if isinstance(value, ListValue) else ()
    for part in parts:
        yield from _features(part, depth + 1)


_MODULES = frozenset({("MongooseModule",), ("TypegooseModule",)})

_REGISTER = frozenset({"forFeature", "forFeatureAsync"})


def _register(runtime: "Runtime", item: Value, call: Application, file: str, *, asynchronous: bool) -> None:
    from datamodel_check.extract.schema.mongoose.runtime import Model

    name = string(entry(item, "name"))
    value = entry(item, "useFactory" if asynchronous else "schema")
    if isinstance(value, Closure):
        runtime.execute(runtime.program.performed(value, ()))
        value = runtime.program.call(value, ())
    schema = runtime.schema(value) if value is not None else None
    if name is None or schema is None:
        what = f"the schema of the model {name}" if name else "a model of a module"
        runtime.reader.unresolved(what, value if name else entry(item, "name"), call.location)
        return
    runtime.add(Model(name, schema, string(entry(item, "collection")), schema.location, file))
    kinds = entry(item, "discriminators")
    for kind in kinds.items if isinstance(kinds, ListValue) else ():
        _discriminator(runtime, schema, kind, call)


def _discriminator(runtime: "Runtime", base: Schema, kind: Value, call: Application) -> None:
    name, value = string(entry(kind, "name")), entry(kind, "schema")
    schema = runtime.schema(value) if value is not None else None
    if name is None or schema is None:
        runtime.reader.unresolved("a discriminator", value, call.location)
        return
    add_discriminator(base, Discriminator(name, string(entry(kind, "value")) or name, schema))
