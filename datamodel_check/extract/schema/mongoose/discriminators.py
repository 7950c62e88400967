"""Discriminators: several kinds of documents in one collection (mongoose/lib/helpers/model/discriminator.js)."""

from typing import TYPE_CHECKING

from datamodel_check.extract.schema.mongoose.schemas import Discriminator, Schema
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.values import Application, ClassValue, Constant, ObjectValue

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.runtime import Runtime


def discriminator(runtime: "Runtime", base: Schema, call: Application) -> None:
    """`discriminator(name, schema, value)`, also with `{ value }` as its options."""
    first = argument(call.arguments, 0)
    name = string(first)
    if isinstance(first, ClassValue):
        name = first.declaration.name
    definition, third = argument(call.arguments, 1), argument(call.arguments, 2)
    schema = runtime.schema(definition) if definition is not None else None
    if schema is None and isinstance(definition, ObjectValue):
        schema = Schema(runtime.reader, definition, None, call.location)
    if name is None or schema is None:
        runtime.reader.unresolved("a discriminator", definition if name else first, call.location)
        return
    value = string(third) or string(entry(third, "value")) or name
    add(base, Discriminator(name, value, schema))


def add(base: Schema, one: Discriminator) -> None:
    """The path that tells the kinds apart belongs to all of them."""
    key = string(base.options.get("discriminatorKey")) or "__t"
    if key not in base.paths:
        base.define(key, ObjectValue({base.type_key: Constant("string")}), base.location)
    if all(known.name != one.name for known in base.discriminators):
        base.discriminators.append(one)
