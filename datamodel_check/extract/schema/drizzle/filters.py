"""`schemaFilter` and `tablesFilter`: which tables drizzle-kit manages (https://orm.drizzle.team/docs/drizzle-config-file)."""

from datamodel_check.extract.schema.drizzle.configs import Config
from datamodel_check.model.globs import matches
from datamodel_check.model.schema import Dialect, Table


def left_out(config: Config | None, dialect: Dialect, table: Table) -> str | None:
    """Why drizzle-kit leaves the table out; None where it is in.

    Only what is written counts: without `schemaFilter`, `drizzle-kit generate` takes every schema of PostgreSQL. Of
    MySQL and SingleStore it takes none (src/serializer/mysqlSerializer.ts: `if (!schema)`).
    """
    if dialect != "postgresql" and table.schema is not None:
        return f"drizzle-kit leaves out the schemas of {dialect}"
    if config is None:
        return None
    if config.schema_filter is not None and (table.schema or "public") not in config.schema_filter:
        return f"left out by schemaFilter in {config.path}"
    if config.tables_filter and not _passes(config.tables_filter, table.name):
        return f"left out by tablesFilter in {config.path}"
    return None


def _passes(patterns: tuple[str, ...], name: str) -> bool:
    """At least one pattern says yes and none says no (drizzle-kit/src/cli/commands/pgIntrospect.ts)."""
    verdicts = [
        matches(pattern.removeprefix("!"), name) is not pattern.startswith("!")
        for pattern in patterns
        if pattern.startswith("!") or matches(pattern, name)
    ]
    return bool(verdicts) and all(verdicts)
