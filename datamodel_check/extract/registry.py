"""The frameworks whose facts are read, in alphabetical order."""

from datamodel_check.extract.layers.django import DjangoRoutes
from datamodel_check.extract.layers.express import Express
from datamodel_check.extract.layers.fastapi import FastApi
from datamodel_check.extract.layers.nestjs import NestJs
from datamodel_check.extract.layers.nextjs import NextJs
from datamodel_check.extract.layers.state.jotai import Jotai
from datamodel_check.extract.layers.state.mobx import MobX
from datamodel_check.extract.layers.state.react_context import ReactContext
from datamodel_check.extract.layers.state.react_query import ReactQuery
from datamodel_check.extract.layers.state.redux import Redux
from datamodel_check.extract.layers.state.zustand import Zustand
from datamodel_check.extract.migrations.alembic import AlembicMigrations
from datamodel_check.extract.migrations.django import DjangoMigrations
from datamodel_check.extract.migrations.protocol import CodedMigrations, StatedMigrations
from datamodel_check.extract.migrations.sequelize import SequelizeMigrations
from datamodel_check.extract.migrations.typeorm import TypeOrmMigrations
from datamodel_check.extract.protocol import RouteExtractor, SchemaExtractor, StateExtractor
from datamodel_check.extract.schema.django import Django
from datamodel_check.extract.schema.drizzle import Drizzle
from datamodel_check.extract.schema.mongoose import Mongoose
from datamodel_check.extract.schema.prisma import Prisma
from datamodel_check.extract.schema.sequelize import Sequelize
from datamodel_check.extract.schema.sqlalchemy import SQLAlchemy
from datamodel_check.extract.schema.typeorm import TypeOrm

SCHEMAS: tuple[SchemaExtractor, ...] = (Django(), Drizzle(), Mongoose(), Prisma(), Sequelize(), SQLAlchemy(), TypeOrm())

MIGRATIONS: tuple[CodedMigrations, ...] = (AlembicMigrations(), SequelizeMigrations(), TypeOrmMigrations())

STATED: tuple[StatedMigrations, ...] = (DjangoMigrations(),)

ROUTES: tuple[RouteExtractor, ...] = (DjangoRoutes(), Express(), FastApi(), NestJs(), NextJs())

STATES: tuple[StateExtractor, ...] = (Jotai(), MobX(), ReactContext(), ReactQuery(), Redux(), Zustand())
