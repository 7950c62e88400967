"""What holds for all entities of one data source."""

from typing import NamedTuple

from datamodel_check.extract.schema.typeorm.drivers import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column, Entity, Target
from datamodel_check.extract.schema.typeorm.naming import NamingStrategy, shortened
from datamodel_check.extract.schema.typeorm.reader import Reader
from datamodel_check.extract.schema.typeorm.storage import Storage
from datamodel_check.model.values import Value


class Context(NamedTuple):
    """One data source: its driver, its naming strategy, and the options that change names."""

    reader: Reader
    storage: Storage
    driver: Driver
    naming: NamingStrategy
    defaults: dict[tuple[Target, str], Value]
    """Defaults that a class gives to a property of its base: they hold for every entity that is built after it."""
    schema: str | None = None
    prefix: str = ""
    uuid: str | None = None
    """The expression for generated UUIDs, where the data source names another extension of PostgreSQL."""

    def name_table(self, entity: Entity) -> None:
        """`EntityMetadata.build`."""
        parent = entity.parent
        if parent is not None:
            entity.name_without_prefix, entity.name = parent.name_without_prefix, parent.name
            entity.schema, entity.database = parent.schema, parent.database
            return
        if entity.kind == "closure-junction":
            name = self.naming.closure_table(entity.given_name or "")
        else:
            name = self.naming.table(entity.class_name, entity.given_name)
            longest = self.driver.longest_name
            if entity.kind == "junction" and longest and len(name) > longest:
                name = shortened(name)
        entity.name_without_prefix = name
        entity.name = self.naming.prefixed(self.prefix, name) if self.prefix else name
        entity.schema = entity.schema or self.schema

    def name_column(self, column: Column) -> Column:
        """`ColumnMetadata.build`; in MongoDB embedded objects stay objects."""
        embedded = column.embedded
        prefixes = () if embedded is None or self.driver.nests else embedded.prefixes
        column.name = self.naming.column(column.property_name, column.given_name, prefixes)
        column.unprefixed_name = self.naming.column(column.property_name, column.given_name, ())
        if self.driver.nests and embedded is not None:
            column.name = f"{embedded.path}.{column.name}"
        return column
