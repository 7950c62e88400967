"""What comes from Sequelize, and from the packages around it."""

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Access, Application, External, Value

PACKAGES = frozenset({"sequelize", "@sequelize/core", "sequelize-typescript"})

INSTANCE = External("sequelize", ("sequelize",))
"""Stands for the `sequelize` that a function is given."""

DATA_TYPES = External("sequelize", ("DataTypes",))
"""Stands for the `DataTypes` that a function is given."""


def is_sequelize(package: str) -> bool:
    """Whether a module belongs to Sequelize; `sequelize/types` and `@sequelize/core/decorators-legacy` do too."""
    return package in PACKAGES or package.rsplit("/", 1)[0] in PACKAGES or package.startswith("@sequelize/")


def path(value: Value | None) -> tuple[str, ...] | None:
    """What a value is called in Sequelize: `("DataTypes", "STRING")`; None of what does not come from there."""
    found = symbol(value) if value is not None else None
    if found is None or not is_sequelize(found.package):
        return None
    return found.path[1:] if found.path[:1] == ("default",) else found.path


def name(value: Value | None) -> str | None:
    """The last part of `path`: which of Sequelize's functions, types or decorators a value is."""
    found = path(value)
    return found[-1] if found else None


def called(value: Value | None) -> str | None:
    """The function of Sequelize that is called: `literal`."""
    return name(value.callee) if isinstance(value, Application) else None


def method(value: Value | None) -> str | None:
    """The method that is called, of whatever."""
    return value.callee.name if isinstance(value, Application) and isinstance(value.callee, Access) else None
