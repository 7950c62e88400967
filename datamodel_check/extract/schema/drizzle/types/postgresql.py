"""Column builders of PostgreSQL: drizzle-orm/pg-core/columns/*.ts (`getSQLType`)."""

from collections.abc import Mapping

from datamodel_check.extract.schema.drizzle.types.builder import Builder, Options, plain, scaled, sized


def _always(_: Options) -> bool:
    return True


def _bigserial_not_null(options: Options) -> bool:
    """Only the builder of `{ mode: "number" }` sets it (pg-core/columns/bigserial.ts)."""
    return options.text("mode") == "number"


def _interval(options: Options) -> str:
    fields = f" {options.text('fields')}" if options.is_set("fields") else ""
    precision = f"({options.text('precision')})" if options.is_set("precision") else ""
    return f"interval{fields}{precision}"


def _time(options: Options) -> str:
    precision = options.text("precision")
    return "time" + (f"({precision})" if precision is not None else "") + _zone(options)


def _timestamp(options: Options) -> str:
    """`timestamp (3)` has a space, but not in string mode (pg-core/columns/timestamp.ts)."""
    precision = options.text("precision")
    gap = "" if options.text("mode") == "string" else " "
    return "timestamp" + (f"{gap}({precision})" if precision is not None else "") + _zone(options)


def _zone(options: Options) -> str:
    return " with time zone" if options.is_set("withTimezone") else ""


def _dimensions(name: str) -> Builder:
    return Builder(lambda options: f"{name}({options.text('dimensions') or 'undefined'})")


_NUMERIC = scaled("numeric", ", ")

BUILDERS: Mapping[str, Builder] = {
    "bigint": plain("bigint"),
    "bigserial": Builder(lambda _: "bigserial", not_null=_bigserial_not_null),
    "bit": _dimensions("bit"),
    "boolean": plain("boolean"),
    "char": sized("char", choices=True),
    "cidr": plain("cidr"),
    "date": Builder(lambda _: "date", now="now()"),
    "decimal": _NUMERIC,
    "doublePrecision": plain("double precision"),
    "geometry": plain("geometry(point)"),
    "halfvec": _dimensions("halfvec"),
    "inet": plain("inet"),
    "integer": plain("integer"),
    "interval": Builder(_interval),
    "json": plain("json"),
    "jsonb": plain("jsonb"),
    "line": plain("line"),
    "macaddr": plain("macaddr"),
    "macaddr8": plain("macaddr8"),
    "numeric": _NUMERIC,
    "point": plain("point"),
    "real": plain("real"),
    "serial": Builder(lambda _: "serial", not_null=_always),
    "smallint": plain("smallint"),
    "smallserial": Builder(lambda _: "smallserial", not_null=_always),
    "sparsevec": _dimensions("sparsevec"),
    "text": Builder(lambda _: "text", choices=True),
    "time": Builder(_time, now="now()"),
    "timestamp": Builder(_timestamp, now="now()"),
    "uuid": plain("uuid"),
    "varchar": sized("varchar", choices=True),
    "vector": _dimensions("vector"),
}
