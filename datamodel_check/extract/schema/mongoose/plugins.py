"""Plugins: those of the repository are applied, those of packages are known or reported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.schemas import Schema
from datamodel_check.extract.symbols import argument, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import Access, Application, Closure, External, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.runtime import Runtime

_WITHOUT_PATHS = frozenset(
    {
        "@typegoose/auto-increment",
        "mongoose-aggregate-paginate",
        "mongoose-aggregate-paginate-v2",
        "mongoose-autopopulate",
        "mongoose-lean-defaults",
        "mongoose-lean-getters",
        "mongoose-lean-id",
        "mongoose-lean-virtuals",
        "mongoose-paginate",
        "mongoose-paginate-v2",
        "mongoose-unique-validator",
    }
)
"""Plugins that add neither paths nor indexes."""

_DEEPEST = 10
"""Plugins that apply plugins."""


def plugin(runtime: "Runtime", schema: Schema, call: Application) -> None:
    """`schema.plugin(function, options)`."""
    assert isinstance(call.callee, Access)
    function = argument(call.arguments, 0)
    if isinstance(function, Closure):
        _perform(runtime, schema, function, (call.callee.object, *call.arguments[1:]))
    else:
        _report(runtime, function, call.location)


def applied(runtime: "Runtime", schema: Schema, function: Value | None, options: Value | None, place: Location) -> None:
    """A plugin of a schema that no value stands for."""
    if isinstance(function, Closure):
        stand_in = External("mongoose", ("Schema",))
        value = Application(stand_in, (), place, new=True)
        runtime.know(value, schema)
        _perform(runtime, schema, function, (value,) if options is None else (value, options))
    else:
        _report(runtime, function, place)


def _perform(runtime: "Runtime", schema: Schema, function: Closure, arguments: Sequence[Value]) -> None:
    """A plugin of the repository is called with the schema."""
    if len(schema.plugins) < _DEEPEST:
        schema.plugins.append(function)
        runtime.execute(runtime.program.performed(function, arguments))
        schema.plugins.pop()


def _report(runtime: "Runtime", function: Value | None, place: Location) -> None:
    package = package_of(function)
    hint = "What it adds to the schema is missing from the facts."
    if package is None:
        runtime.reader.unresolved("a plugin", function, place, hint)
    elif package not in _WITHOUT_PATHS:
        runtime.reader.report(place, f"the plugin {package} may add paths and indexes that are not known", hint)


def package_of(value: Value | None) -> str | None:
    """The package that a function comes from, or that has made it: `require("mongoose-sequence")(mongoose)`."""
    while isinstance(value, Application | Access):
        found = symbol(value)
        if found is not None:
            return found.package
        value = value.callee if isinstance(value, Application) else value.object
    if value is None or isinstance(value, Unresolved):
        return None
    found = symbol(value)
    return (found.package or None) if found is not None else None
