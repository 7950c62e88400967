"""What each ORM's migrations leave alone where the schema does not say it, or says it otherwise.

- `beyond`: tables, enums and views that the schema does not have;
- `autoincrement`: whether the database counts a column;
- `check`, `expression index`, `partial index`, `view`: those that the schema does not have;
- `default`: what the database fills a column with;
- `definition`: all of a table but that its columns are there and hold what they should;
- `enum`: enums, and their values; `enum order`: values in another order;
- `generated`: what a column is generated from;
- `length`: lengths and precisions, where they mean nothing to SQLite
  (https://www.sqlite.org/datatype3.html#affinity_name_examples);
- `name`, `name of unique`: what constraints are called, what a unique of one column is called; `name of index` and
  `name of constraint`: what one or the other is called;
- `null of arrays`: whether a list may be missing;
- `primary key`: which columns are the key;
- `size`: lengths and precisions, but for those of integers, that the schema does not give.
"""

from datamodel_check.model.schema import Source, System

_BY_HAND = frozenset({"check", "enum order", "expression index", "name", "partial index", "view"})
"""What an ORM's migrations may make by hand without its schema knowing: what the schema lacks of it is not missing.

https://www.prisma.io/docs/orm/prisma-migrate/workflows/unsupported-database-features
"""

_OF: dict[System, frozenset[str]] = {
    "drizzle": frozenset(),
    "prisma": _BY_HAND | {"generated", "null of arrays"},
    # typeorm/src/schema-builder/RdbmsSchemaBuilder.ts, `executeSchemaSyncOperationsInProperOrder`, and what the
    # drivers compare in `findChangedColumns`
    "typeorm": frozenset({"beyond", "enum order", "expression index"}),
    # It manages nothing by itself: what its models do not work without is told.
    "sequelize": frozenset({"beyond", "definition", "enum", "view"}),
    # https://alembic.sqlalchemy.org/en/latest/autogenerate.html#what-does-autogenerate-detect-and-what-does-it-not-detect
    "sqlalchemy": (_BY_HAND - {"name"})
    | {"autoincrement", "default", "enum", "generated", "name of constraint", "primary key"},
}


def unmanaged(source: Source) -> frozenset[str]:
    """What the ORM of a schema does not manage."""
    found = _OF.get(source.system, _BY_HAND)
    if source.system == "typeorm":
        found |= {"check", "size"} if source.dialect == "mysql" else {"name of unique"}
    return found if source.system == "sqlalchemy" else found | {"length"}
