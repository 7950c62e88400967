"""Column builders of SQLite: drizzle-orm/sqlite-core/columns/*.ts (`getSQLType`)."""

from collections.abc import Mapping

from datamodel_check.extract.schema.drizzle.types.builder import Builder, Options, plain

NOW = "(cast((julianday('now') - 2440587.5)*86400000 as integer))"


def _text(options: Options) -> str:
    """JSON mode knows no length (sqlite-core/columns/text.ts)."""
    sized = options.is_set("length") and options.text("mode") != "json"
    return f"text({options.text('length')})" if sized else "text"


_INTEGER = Builder(lambda _: "integer", can_autoincrement=True, now=NOW)

BUILDERS: Mapping[str, Builder] = {
    "blob": plain("blob"),
    "int": _INTEGER,
    "integer": _INTEGER,
    "numeric": plain("numeric"),
    "real": plain("real"),
    "text": Builder(_text, choices=True),
}
