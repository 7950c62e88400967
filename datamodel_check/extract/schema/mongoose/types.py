"""What stands at a path: a definition → its schema type (mongoose/lib/schema.js `interpretAsType`, lib/schema/*.js)."""

from datamodel_check.extract.schema.mongoose.known import is_global, type_name
from datamodel_check.extract.schema.mongoose.schemas import Path, Schema
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

_EMPTY = ObjectValue({})

_MIXED = Constant("mixed")


def interpreted(owner: Schema, name: str, value: Value, place: Location) -> Path:
    """The type of a path; one that cannot be told is reported, and its source text stands for it."""
    key = owner.type_key
    options = value if isinstance(value, ObjectValue) else ObjectValue({key: value})
    type_ = _type(owner, options)
    if isinstance(type_, ObjectValue):
        return _object(owner, type_, options, place)
    if _is_array(type_):
        return _array(owner, name, type_, options, place)
    schema = owner.reader.schema(type_)
    if schema is not None:
        return Path("subdocument", options, place, schema.with_id(entry(options, "_id")))
    word = type_name(type_)
    if word == "map":
        return Path("map", options, place, items=_values(owner, name, options, place))
    if word is None:
        owner.reader.unresolved(f"the type of {name}", type_, place)
        word = owner.reader.program.describe(type_)
    return Path(word, options, place)


def _type(owner: Schema, options: ObjectValue) -> Value:
    """What stands under `type`; nothing there, or an object of paths one of which is called `type`, is Mixed."""
    type_ = entry(options, owner.type_key)
    if type_ is None or not truthy(type_):
        return _EMPTY
    if owner.type_key == "type" and isinstance(type_, ObjectValue) and truthy(entry(type_, "type")):
        return _EMPTY
    return type_


def _object(owner: Schema, type_: ObjectValue, options: ObjectValue, place: Location) -> Path:
    """`type: { … }`: a sub-document since Mongoose 6, Mixed before (`typePojoToMixed`)."""
    if not type_.entries and not type_.open:
        return Path("mixed", options, place)
    major = owner.reader.major(place.path)
    old = major is not None and major < 6
    if old and not ("typePojoToMixed" in owner.options and not owner.option("typePojoToMixed", default=True)):
        return Path("mixed", options, place)
    return Path("subdocument", options, place, _child(owner, type_, place).with_id(entry(options, "_id")))


def _child(owner: Schema, definition: ObjectValue, place: Location, *, inherits_id: bool = False) -> Schema:
    """A schema that Mongoose makes of an object of paths."""
    taken = {"typeKey", "typePojoToMixed"} | ({"_id"} if inherits_id else set())
    options = {name: value for name, value in owner.options.items() if name in taken}
    return Schema(owner.reader, definition, ObjectValue(options), place)


# --- arrays ----------------------------------------------------------------------------------------------------------


def _is_array(value: Value) -> bool:
    return isinstance(value, ListValue) or type_name(value) == "array"


def _array(owner: Schema, name: str, type_: Value, options: ObjectValue, place: Location) -> Path:
    return Path(
        "array", options, place, items=_items(owner, name, _cast(owner, name, type_, options, place), options, place)
    )


def _cast(owner: Schema, name: str, type_: Value, options: ObjectValue, place: Location) -> Value:
    """What the items are said to be."""
    if not isinstance(type_, ListValue):
        plain = is_global(type_, "Array") or string(type_) == "array"
        return (entry(options, "cast") or entry(options, "of") or _MIXED) if plain else _MIXED
    if type_.open:
        owner.reader.unresolved(f"the type of {name}", type_.open[0], place)
    return type_.items[0] if type_.items else _MIXED


def _items(owner: Schema, name: str, cast: Value, options: ObjectValue, place: Location) -> Path:
    inside = _EMPTY
    if isinstance(cast, ObjectValue):
        typed = _type(owner, cast)
        if typed is _EMPTY or isinstance(typed, ObjectValue):
            definition = cast if typed is _EMPTY else typed
            if not definition.entries and not definition.open:
                return Path("mixed", _EMPTY, place)
            child = _child(owner, definition, place, inherits_id=True)
            return Path("subdocument", cast, place, child.with_id(entry(options, "_id")))
        inside, cast = cast, typed
    schema = owner.reader.schema(cast)
    if schema is not None:
        chosen = entry(inside, "_id")
        return Path("subdocument", inside, place, schema.with_id(entry(options, "_id") if chosen is None else chosen))
    return _value(owner, name, cast, inside, place)


def _value(owner: Schema, name: str, cast: Value, inside: ObjectValue, place: Location) -> Path:
    """An item that is no document."""
    if _is_array(cast):
        return _array(owner, name, cast, inside, place)
    if is_global(cast, "Object"):
        return Path("mixed", inside, place)
    return interpreted(owner, name, ObjectValue({**inside.entries, owner.type_key: cast}, inside.open), place)


# --- maps ------------------------------------------------------------------------------------------------------------


def _values(owner: Schema, name: str, options: ObjectValue, place: Location) -> Path:
    """What a map holds (mongoose/lib/schema/map.js, `_createNestedSchemaType`)."""
    of = entry(options, "of")
    if of is None:
        return Path("mixed", _EMPTY, place)
    if isinstance(of, ObjectValue) and of.entries and entry(of, owner.type_key) is None:
        return Path("subdocument", _EMPTY, place, Schema(owner.reader, of, None, place))
    given: dict[str, Value] = dict(of.entries) if isinstance(of, ObjectValue) else {owner.type_key: of}
    ref = entry(options, "ref")
    if ref is not None:
        given["ref"] = ref
    return interpreted(owner, f"{name}.$*", ObjectValue(given), place)
