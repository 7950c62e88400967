"""SQLite: sql-schema-connector/src/flavour/sqlite/renderer.rs of prisma-engines. It knows no `@db` attributes."""

from datamodel_check.extract.schema.prisma.providers.provider import Provider

SQLITE = Provider(
    dialect="sqlite",
    longest_name=10_000,
    scalars={
        "BigInt": "bigint",
        "Boolean": "boolean",
        "Bytes": "blob",
        "DateTime": "datetime",
        "Decimal": "decimal",
        "Float": "real",
        "Int": "integer",
        "Json": "jsonb",
        "String": "text",
    },
    natives={},
)
