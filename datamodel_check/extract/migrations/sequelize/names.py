"""What every method of the query interface needs: the database, names of tables, quoted names."""

from typing import NamedTuple

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.location import Location
from datamodel_check.model.sql import ObjectName, SqlDialect
from datamodel_check.model.values import Value


class Context(NamedTuple):
    """`database` is how Sequelize speaks to the one whose SQL is `dialect`; `place` is the call that is being read."""

    reader: Reader
    database: Dialect
    dialect: SqlDialect
    place: Location

    def quoted(self, name: ObjectName | str) -> str:
        """A name as it is stored."""
        if isinstance(name, ObjectName):
            schema = f"{self.quoted(name.schema)}." if name.schema else ""
            return schema + self.quoted(name.name)
        mark = "`" if self.dialect == "mysql" else '"'
        return mark + name.replace(mark, mark * 2) + mark

    def list(self, names: tuple[str, ...]) -> str:
        return f"({', '.join(map(self.quoted, names))})"


def table_name(context: Context, value: Value | None, schema: str | None = None) -> ObjectName | None:
    """`"users"`, or `{ tableName, schema }`; None of what is no name."""
    name = string(value)
    if name is None:
        name = string(entry(value, "tableName"))
        schema = string(entry(value, "schema")) or schema
    if name is None:
        return None
    if schema and not context.database.has_schemas:
        return ObjectName(None, f"{schema}.{name}")
    return ObjectName(None if schema == context.database.default_schema else schema or None, name)
