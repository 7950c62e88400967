"""Plugins: those of the repository are applied, those of packages are known or reported."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.known import mongoose_path
from datamodel_check.extract.schema.mongoose.schemas import Schema
from datamodel_check.extract.symbols import argument, entry, strings, symbol, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.values import (
    Access,
    Application,
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

_WITHOUT_PATHS = frozenset(
    {
        "@typegoose/auto-increment",
        "mongoose-aggregate-paginate",
        "mongoose-aggregate-paginate-v2",
        "mongoose-autopopulate",
        "mongoose-beautiful-unique-validation",
        "mongoose-hidden",
        "mongoose-lean-defaults",
        "mongoose-lean-getters",
        "mongoose-lean-id",
        "mongoose-lean-virtuals",
        "mongoose-paginate",
        "mongoose-paginate-v2",
        "mongoose-slug-updater",
        "mongoose-unique-validator",
    }
)
"""Plugins that add neither paths nor indexes; each was applied to a schema to see."""

_DEEPEST = 10
"""Plugins that apply plugins."""


def plugin(runtime: "Runtime", schema: Schema, call: Application) -> None:
    """`schema.plugin(function, options)`."""
    assert isinstance(call.callee, Access)
    function = argument(call.arguments, 0)
    if isinstance(function, Closure):
        _perform(runtime, schema, function, (call.callee.object, *call.arguments[1:]))
    else:
        _foreign(runtime, schema, function, argument(call.arguments, 1), call.location)


def apply_to_all(runtime: "Runtime", schemas: Iterable[Schema]) -> None:
    """`mongoose.plugin(function, options)`, for the schemas of models and those of their sub-documents."""
    calls = [call for call in runtime.everywhere if (mongoose_path(call.callee) or ("",))[-1] == "plugin"]
    pending, seen = list(schemas), set[Schema]()
    while calls and pending:
        schema = pending.pop()
        if schema in seen:
            continue
        seen.add(schema)
        for call in calls:
            function, options = (argument(call.arguments, position) for position in range(2))
            applied(runtime, schema, function, options, call.location)
        parts = [part for path in schema.paths.values() for part in (path, path.items) if part is not None]
        pending += [part.schema for part in parts if part.schema is not None]


def applied(runtime: "Runtime", schema: Schema, function: Value | None, options: Value | None, place: Location) -> None:
    """A plugin of a schema that no value stands for."""
    if isinstance(function, Closure):
        stand_in = External("mongoose", ("Schema",))
        value = Application(stand_in, (), place, new=True)
        runtime.know(value, schema)
        _perform(runtime, schema, function, (value,) if options is None else (value, options))
    else:
        _foreign(runtime, schema, function, options, place)


def _perform(runtime: "Runtime", schema: Schema, function: Closure, arguments: Sequence[Value]) -> None:
    """A plugin of the repository is called with the schema."""
    if len(schema.plugins) < _DEEPEST:
        schema.plugins.append(function)
        runtime.execute(runtime.program.performed(function, arguments))
        schema.plugins.pop()


def _foreign(
    runtime: "Runtime", schema: Schema, function: Value | None, options: Value | None, place: Location
) -> None:
    """A plugin of a package."""
    package = package_of(function)
    hint = "What it adds to the schema is missing from the facts."
    if package is None:
        runtime.reader.unresolved("a plugin", function, place, hint)
    elif package == "mongoose-delete" and not isinstance(options, Unresolved):
        for name, definition in _deletion(schema, options).items():
            schema.define(name, definition, place)
    elif package not in _WITHOUT_PATHS:
        runtime.reader.report(place, f"the plugin {package} may add paths and indexes that are not known", hint)


def _deletion(schema: Schema, options: Value | None) -> dict[str, ObjectValue]:
    """What mongoose-delete adds (https://github.com/dsanel/mongoose-delete, index.js)."""
    given = entry(options, "indexFields")
    indexed = strings(given) or ()
    by = entry(options, "deletedByType") or Constant("ObjectId")
    types: dict[str, Value] = {"deleted": Constant("Boolean"), "deletedAt": Constant("Date"), "deletedBy": by}
    return {
        name: ObjectValue(
            {
                schema.type_key: type_,
                "index": Constant(value=name in indexed if isinstance(given, ListValue) else truthy(given)),
                **({"default": Constant(value=False)} if name == "deleted" else {}),
            }
        )
        for name, type_ in types.items()
        if name == "deleted" or truthy(entry(options, name))
    }


def package_of(value: Value | None) -> str | None:
    """The package that a function comes from, or that has made it: `require("mongoose-sequence")(mongoose)`."""
    while isinstance(value, Application | Access):
        found = symbol(value)
        if found is not None:
            return found.package or None
        value = value.callee if isinstance(value, Application) else value.object
    if value is None or isinstance(value, Unresolved):
        return None
    found = symbol(value)
    return (found.package or None) if found is not None else None
