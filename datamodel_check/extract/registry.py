"""The frameworks whose facts are read, in alphabetical order."""

from datamodel_check.extract.protocol import SchemaExtractor
from datamodel_check.extract.schema.drizzle import Drizzle
from datamodel_check.extract.schema.mongoose import Mongoose

SCHEMAS: tuple[SchemaExtractor, ...] = (Drizzle(), Mongoose())
