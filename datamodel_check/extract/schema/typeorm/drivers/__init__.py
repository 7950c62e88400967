"""The databases that TypeORM knows: `type` of a data source → its driver."""

from collections.abc import Mapping

from datamodel_check.extract.schema.typeorm.drivers.cockroachdb import CockroachDb
from datamodel_check.extract.schema.typeorm.drivers.driver import Driver
from datamodel_check.extract.schema.typeorm.drivers.mongodb import MongoDb
from datamodel_check.extract.schema.typeorm.drivers.mysql import MariaDb, MySql
from datamodel_check.extract.schema.typeorm.drivers.postgres import Postgres
from datamodel_check.extract.schema.typeorm.drivers.sqlite import Sqlite
from datamodel_check.extract.schema.typeorm.drivers.sqlserver import SqlServer

__all__ = ["DRIVERS", "Driver"]

DRIVERS: Mapping[str, type[Driver]] = {
    "postgres": Postgres,
    "aurora-postgres": Postgres,
    "mysql": MySql,
    "mariadb": MariaDb,
    "aurora-mysql": MySql,
    "better-sqlite3": Sqlite,
    "sqlite": Sqlite,
    "sqljs": Sqlite,
    "capacitor": Sqlite,
    "cordova": Sqlite,
    "expo": Sqlite,
    "nativescript": Sqlite,
    "react-native": Sqlite,
    "mssql": SqlServer,
    "cockroachdb": CockroachDb,
    "mongodb": MongoDb,
}
"""In the order of preference where several are possible."""
