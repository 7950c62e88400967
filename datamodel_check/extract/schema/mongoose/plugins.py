"""Plugins: those of the repository are applied, those of packages are known or reported."""

from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.schemas import Schema
from datamodel_check.extract.symbols import argument, symbol
from datamodel_check.model.values import Access, Application, Closure, Unresolved, Value

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
    function = argument(call.arguments, 0)
    if isinstance(function, Closure):
        _applied(runtime, schema, function, call)
        return
    package = package_of(function)
    if package in _WITHOUT_PATHS:
        return
    hint = "What it adds to the schema is missing from the facts."
    if package is None:
        runtime.reader.unresolved("a plugin", function, call.location, hint)
    else:
        message = f"the plugin {package} may add paths and indexes that are not known"
        runtime.reader.report(call.location, message, hint)


def _applied(runtime: "Runtime", schema: Schema, function: Closure, call: Application) -> None:
    """A plugin of the repository is called with the schema."""
    assert isinstance(call.callee, Access)
    if len(schema.plugins) >= _DEEPEST:
        return
    schema.plugins.append(function)
    runtime.execute(runtime.program.performed(function, (call.callee.object, *call.arguments[1:])))
    schema.plugins.pop()


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
