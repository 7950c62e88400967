"""The methods of schemas that change what they hold (mongoose/lib/schema.js)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.schemas import Schema
from datamodel_check.extract.symbols import argument, string, strings
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function
from datamodel_check.model.values import Application, ClassValue

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.runtime import Runtime


def called(runtime: "Runtime", schema: Schema, name: str, call: Application) -> None:
    """`schema.name(…)`; methods that change no path do nothing here."""
    method = _METHODS.get(name)
    if method is not None:
        method(runtime, schema, call)


def _add(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    value = argument(call.arguments, 0)
    if value is not None:
        schema.add(value, string(argument(call.arguments, 1)) or "")


def _path(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    name, value = string(argument(call.arguments, 0)), argument(call.arguments, 1)
    if name is not None and value is not None:
        schema.define(name, value, call.location)


def _index(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    schema.index(argument(call.arguments, 0), argument(call.arguments, 1), call.location)


def _clear_indexes(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    schema.indexes.clear()


def _set(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    name, value = string(argument(call.arguments, 0)), argument(call.arguments, 1)
    if name is not None and value is not None:
        schema.set(name, value)


def _remove(runtime: "Runtime", schema: Schema, call: Application) -> None:
    value = argument(call.arguments, 0)
    text = string(value)
    names = (text,) if text is not None else strings(value)
    if names is None:
        runtime.reader.unresolved("the paths of .remove()", value, call.location)
    else:
        schema.remove(names)


def _virtual(runtime: "Runtime", schema: Schema, call: Application) -> None:
    name = string(argument(call.arguments, 0))
    if name is None:
        runtime.reader.unresolved("the name of a virtual", argument(call.arguments, 0), call.location)
    else:
        schema.virtual(name, argument(call.arguments, 1), call.location)


def _load_class(runtime: "Runtime", schema: Schema, call: Application) -> None:
    """The getters and setters of a class become virtuals."""
    value = argument(call.arguments, 0)
    if not isinstance(value, ClassValue):
        runtime.reader.unresolved("the class of .loadClass()", value, call.location)
        return
    load_class(schema, value)


def load_class(schema: Schema, value: ClassValue) -> None:
    """`schema.loadClass(Class)`."""
    for member in value.declaration.members:
        if not isinstance(member, Function) or not member.name or "static" in member.modifiers:
            continue
        if {"get", "set"} & member.modifiers:
            schema.virtual(member.name, None, Location(value.scope.path, member.span))


def _plugin(runtime: "Runtime", schema: Schema, call: Application) -> None:
    from datamodel_check.extract.schema.mongoose.plugins import plugin

    plugin(runtime, schema, call)


def _discriminator(runtime: "Runtime", schema: Schema, call: Application) -> None:
    from datamodel_check.extract.schema.mongoose.discriminators import discriminator

    discriminator(runtime, schema, call)


def _alias(runtime: "Runtime", schema: Schema, call: Application) -> None:  # noqa: ARG001
    path, name = string(argument(call.arguments, 0)), string(argument(call.arguments, 1))
    if path is not None and name is not None:
        schema.alias(path, name, call.location)


_METHODS: Mapping[str, Callable[["Runtime", Schema, Application], None]] = {
    "add": _add,
    "alias": _alias,
    "clearIndexes": _clear_indexes,
    "discriminator": _discriminator,
    "index": _index,
    "loadClass": _load_class,
    "path": _path,
    "plugin": _plugin,
    "remove": _remove,
    "set": _set,
    "virtual": _virtual,
}
