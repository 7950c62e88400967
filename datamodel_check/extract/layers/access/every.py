"""All ORMs whose calls are recognised."""

from collections.abc import Callable

from datamodel_check.extract.layers.access.django import DjangoAccess
from datamodel_check.extract.layers.access.drizzle import DrizzleAccess
from datamodel_check.extract.layers.access.mongoose import MongooseAccess
from datamodel_check.extract.layers.access.prisma import PrismaAccess
from datamodel_check.extract.layers.access.protocol import Access, Base
from datamodel_check.extract.layers.access.sequelize import SequelizeAccess
from datamodel_check.extract.layers.access.sqlalchemy import SqlAlchemyAccess
from datamodel_check.extract.layers.access.tables import Tables
from datamodel_check.extract.layers.access.typeorm import TypeOrmAccess
from datamodel_check.model.program import Program
from datamodel_check.model.values import Value


def accesses(program: Program, tables: Tables, base: Callable[[Value], Base | None]) -> tuple[Access, ...]:
    """What recognises calls that reach the tables.

    `base` says what the class of an instance, or a class, extends outside the repository.
    """
    return (
        DrizzleAccess(program, tables),
        PrismaAccess(tables, base),
        TypeOrmAccess(tables, base),
        MongooseAccess(program, tables),
        SequelizeAccess(tables, base),
        SqlAlchemyAccess(tables),
        DjangoAccess(program, tables),
    )
