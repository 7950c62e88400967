"""Column builders of SingleStore: drizzle-orm/singlestore-core/columns/*.ts, where they differ from MySQL's."""

from collections.abc import Mapping

from datamodel_check.extract.schema.drizzle.types import mysql
from datamodel_check.extract.schema.drizzle.types.builder import Builder, Options, plain


def _vector(options: Options) -> str:
    return f"vector({options.text('dimensions')}, {options.text('elementType') or 'F32'})"


BUILDERS: Mapping[str, Builder] = {
    **mysql.BUILDERS,
    "datetime": plain("datetime"),
    "float": mysql.fractional("float", alone="({},0)"),
    "time": plain("time"),
    "timestamp": Builder(lambda _: "timestamp", now="CURRENT_TIMESTAMP"),
    "vector": Builder(_vector),
}
