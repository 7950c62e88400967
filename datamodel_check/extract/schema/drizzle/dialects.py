"""What differs between dialects, as data: the package, the names of its functions, its column builders, its quoting."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.extract.schema.drizzle.types import mysql, postgresql, singlestore, sqlite
from datamodel_check.extract.schema.drizzle.types.builder import Builder
from datamodel_check.extract.symbols import Symbol
from datamodel_check.model.schema import Dialect

Role: TypeAlias = Literal["table", "table creator", "schema", "view", "materialized view", "enum", "sequence", "policy"]
"""What a function of a dialect's package makes."""


class DialectRules(NamedTuple):
    """One dialect of Drizzle."""

    dialect: Dialect
    package: str
    factories: Mapping[str, Role]
    builders: Mapping[str, Builder]
    inline_enum: str | None = None
    """The builder of an enum that is written into the column's type."""
    quote: str = '"'
    numbered: bool = False
    """Whether parameters are `$1`, `$2`; else `?`."""
    json_defaults: tuple[str, ...] = ("json",)
    """The types whose defaults are printed as JSON."""
    wrapped_defaults: tuple[str, ...] = ()
    """The types whose literal defaults stand in parentheses."""

    def role(self, function: Symbol) -> Role | None:
        """What the function makes; None of another package's functions."""
        if function.package != self.package and not function.package.startswith(f"{self.package}/"):
            return None
        name = function.path[0] if function.path[1:] == ("withRLS",) else function.name
        return self.factories.get(name)


POSTGRESQL = DialectRules(
    "postgresql",
    "drizzle-orm/pg-core",
    {
        "pgTable": "table",
        "pgTableCreator": "table creator",
        "pgSchema": "schema",
        "pgView": "view",
        "pgMaterializedView": "materialized view",
        "pgEnum": "enum",
        "pgSequence": "sequence",
        "pgPolicy": "policy",
    },
    postgresql.BUILDERS,
    numbered=True,
    json_defaults=("json", "jsonb"),
)

MYSQL = DialectRules(
    "mysql",
    "drizzle-orm/mysql-core",
    {
        "mysqlTable": "table",
        "mysqlTableCreator": "table creator",
        "mysqlSchema": "schema",
        "mysqlDatabase": "schema",
        "mysqlView": "view",
    },
    mysql.BUILDERS,
    inline_enum="mysqlEnum",
    quote="`",
    wrapped_defaults=("blob", "text", "json"),
)

SINGLESTORE = DialectRules(
    "singlestore",
    "drizzle-orm/singlestore-core",
    {
        "singlestoreTable": "table",
        "singlestoreTableCreator": "table creator",
        "singlestoreSchema": "schema",
        "singlestoreDatabase": "schema",
    },
    singlestore.BUILDERS,
    inline_enum="singlestoreEnum",
    quote="`",
)

SQLITE = DialectRules(
    "sqlite",
    "drizzle-orm/sqlite-core",
    {"sqliteTable": "table", "sqliteTableCreator": "table creator", "sqliteView": "view", "view": "view"},
    sqlite.BUILDERS,
)

DIALECTS: tuple[DialectRules, ...] = (MYSQL, POSTGRESQL, SINGLESTORE, SQLITE)

UNREAD = ("drizzle-orm/cockroach-core", "drizzle-orm/gel-core", "drizzle-orm/mssql-core")
"""Dialects that Drizzle has and this version does not read."""


def rules_for(function: Symbol) -> DialectRules | None:
    """The dialect whose package a function comes from."""
    for rules in DIALECTS:
        if function.package == rules.package or function.package.startswith(f"{rules.package}/"):
            return rules
    return None


def is_orm(package: str) -> bool:
    """Whether a package specifier is drizzle-orm's or one of its parts."""
    return package == "drizzle-orm" or package.startswith("drizzle-orm/")
