"""The databases that Sequelize knows, by the names that `dialect` has for them."""

from collections.abc import Mapping

from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.dialects.mssql import Mssql
from datamodel_check.extract.schema.sequelize.dialects.mysql import Mysql
from datamodel_check.extract.schema.sequelize.dialects.postgres import Postgres
from datamodel_check.extract.schema.sequelize.dialects.sqlite import Sqlite

DIALECTS: Mapping[str, Dialect] = {
    "postgres": Postgres(),
    "mysql": Mysql(),
    "mariadb": Mysql(),
    "sqlite": Sqlite(),
    "mssql": Mssql(),
}
