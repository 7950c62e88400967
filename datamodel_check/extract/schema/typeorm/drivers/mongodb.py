"""typeorm/src/driver/mongodb/MongoDriver.ts: collections have no column types, so a column's is what the code says."""

from datamodel_check.extract.schema.typeorm.drivers.driver import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.model.schema import Dialect


class MongoDb(Driver):
    dialect: Dialect = "mongodb"
    create_date = "Date"
    create_date_default = ""
    version = "Number"
    tree_level = "Number"
    uniques_are_indexes = True
    knows_schemas = False
    keys_have_names = False
    nests = True

    def full_type(self, column: Column) -> str:
        if column.mode == "objectId":
            return "objectid"
        return column.type.lower() + ("[]" if column.array else "")
