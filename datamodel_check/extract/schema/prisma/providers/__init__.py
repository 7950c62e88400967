"""The providers as data: what a field's type reads like in each, and what its databases can do."""

from collections.abc import Mapping

from datamodel_check.extract.schema.prisma.providers.cockroachdb import COCKROACHDB
from datamodel_check.extract.schema.prisma.providers.mongodb import MONGODB
from datamodel_check.extract.schema.prisma.providers.mysql import MYSQL
from datamodel_check.extract.schema.prisma.providers.postgresql import POSTGRESQL
from datamodel_check.extract.schema.prisma.providers.provider import Provider
from datamodel_check.extract.schema.prisma.providers.sqlite import SQLITE
from datamodel_check.extract.schema.prisma.providers.sqlserver import SQLSERVER

__all__ = ["PROVIDERS", "Provider"]

PROVIDERS: Mapping[str, Provider] = {
    "cockroachdb": COCKROACHDB,
    "mongodb": MONGODB,
    "mysql": MYSQL,
    "postgres": POSTGRESQL,
    "postgresql": POSTGRESQL,
    "sqlite": SQLITE,
    "sqlserver": SQLSERVER,
}
"""By what a datasource calls them."""
