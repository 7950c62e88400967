"""A column's arguments → the column (typeorm/src/metadata/ColumnMetadata.ts, the constructor)."""

from datamodel_check.extract.schema.typeorm.arguments import ColumnArguments
from datamodel_check.extract.schema.typeorm.drivers import Driver
from datamodel_check.extract.schema.typeorm.metadata import Column
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.model.values import Constant


def column(driver: Driver, arguments: ColumnArguments) -> Column:
    made = Column(arguments.property_name, arguments.location, mode=arguments.mode)
    options = arguments.options
    made.type, made.doubt = arguments.type, arguments.doubt
    made.given_name = options.text("name")
    made.primary = bool(options.flag("primary"))
    made.array = bool(options.flag("array"))
    made.comment = options.text("comment")
    made.on_update = options.text("onUpdate")
    made.primary_key_name = options.text("primaryKeyConstraintName")
    made.foreign_key_name = options.text("foreignKeyConstraintName")
    made.expression = options.text("asExpression")
    made.stored = made.expression is not None and options.text("generatedType") == "STORED"
    made.identity_always = (options.text("generatedIdentity") or "").upper() == "ALWAYS"
    _size(made, options)
    _nullability(made, options)
    _enum(made, options)
    _by_mode(made, options, driver)
    return made


def _size(made: Column, options: Options) -> None:
    made.length = options.text("length") or ""
    made.width = options.number("width")
    made.precision = options.number("precision")
    made.scale = options.number("scale")
    made.zerofill = bool(options.flag("zerofill"))
    made.unsigned = made.zerofill or bool(options.flag("unsigned"))
    made.spatial_type = options.text("spatialFeatureType")
    made.srid = options.number("srid")


def _nullability(made: Column, options: Options) -> None:
    """`default: null` says nullable as well, unless `nullable` says otherwise."""
    default = options.given("default")
    made.default = default
    nullable = options.flag("nullable")
    made.nullable = isinstance(default, Constant) and default.value is None if nullable is None else nullable


def _enum(made: Column, options: Options) -> None:
    made.enum = options.choices("enum")
    made.enum_name = options.text("enumName")


def _by_mode(made: Column, options: Options, driver: Driver) -> None:
    if made.mode in {"createDate", "updateDate", "deleteDate"}:
        made.type = made.type or driver.create_date
        if options.given("precision") is None:
            made.precision = driver.date_precision
    if made.mode in {"createDate", "updateDate"} and not _is_truthy(options, "default"):
        made.default, made.sql_default = None, driver.create_date_default
    if made.mode == "updateDate" and made.on_update is None:
        made.on_update = driver.create_date_default
    if made.mode == "deleteDate":
        made.nullable = True
    if made.mode == "version":
        made.type = driver.version
    if made.mode == "treeLevel":
        made.type = driver.tree_level


def _is_truthy(options: Options, name: str) -> bool:
    value = options.given(name)
    return value is not None and not (isinstance(value, Constant) and not value.value)
