"""The databases that tables may be for."""

from collections.abc import Mapping

from datamodel_check.extract.schema.sqlalchemy.dialects.dialect import Compiler
from datamodel_check.extract.schema.sqlalchemy.dialects.mysql import MySql
from datamodel_check.extract.schema.sqlalchemy.dialects.postgresql import PostgreSql
from datamodel_check.extract.schema.sqlalchemy.dialects.sqlite import Sqlite
from datamodel_check.model.schema import Dialect

COMPILERS: Mapping[Dialect, Compiler] = {
    "postgresql": PostgreSql(),
    "cockroachdb": PostgreSql(),
    "mysql": MySql(),
    "sqlite": Sqlite(),
    "sqlserver": Compiler(),
}
