"""Column builders of MySQL: drizzle-orm/mysql-core/columns/*.ts (`getSQLType`)."""

from collections.abc import Mapping

from datamodel_check.extract.schema.drizzle.types.builder import Builder, Options, plain, scaled, sized

NOW = "(now())"


def whole_number(name: str) -> Builder:
    """An integer type, maybe unsigned."""
    return Builder(
        lambda options: f"{name} unsigned" if options.is_set("unsigned") else name,
        can_autoincrement=True,
    )


def fractional(name: str, *, alone: str = "({})", separator: str = ",", unsigned: bool = True) -> Builder:
    return scaled(name, separator, alone=alone, unsigned=unsigned)._replace(can_autoincrement=True)


def decimal(options: Options) -> str:
    """MySQL's own default precision is not printed (mysql-core/columns/decimal.ts)."""
    text = fractional("decimal").type(options)
    bare, _, rest = text.partition(" ")
    return f"decimal {rest}".strip() if bare in {"decimal(10,0)", "decimal(10)"} else text


BUILDERS: Mapping[str, Builder] = {
    "bigint": whole_number("bigint"),
    "binary": sized("binary"),
    "boolean": plain("boolean"),
    "char": sized("char", choices=True),
    "date": plain("date"),
    "datetime": sized("datetime", "fsp"),
    "decimal": Builder(decimal, can_autoincrement=True),
    "double": fractional("double"),
    "float": fractional("float"),
    "int": whole_number("int"),
    "json": plain("json"),
    "longtext": Builder(lambda _: "longtext", choices=True),
    "mediumint": whole_number("mediumint"),
    "mediumtext": Builder(lambda _: "mediumtext", choices=True),
    "real": fractional("real", separator=", ", unsigned=False),
    "serial": Builder(lambda _: "serial", autoincrement=True, can_autoincrement=True),
    "smallint": whole_number("smallint"),
    "text": Builder(lambda _: "text", choices=True),
    "time": sized("time", "fsp"),
    "timestamp": sized("timestamp", "fsp", now=NOW),
    "tinyint": whole_number("tinyint"),
    "tinytext": Builder(lambda _: "tinytext", choices=True),
    "varbinary": sized("varbinary"),
    "varchar": sized("varchar", choices=True),
    "year": plain("year"),
}
