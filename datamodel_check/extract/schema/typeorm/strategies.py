"""Which naming strategy a data source is given."""

from datamodel_check.extract.schema.typeorm.naming import NamingStrategy, SnakeNamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader, is_typeorm
from datamodel_check.extract.symbols import Symbol, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, Constant, Value


def naming_strategy(reader: Reader, value: Value | None, place: Location) -> NamingStrategy:
    """TypeORM's own where none is given; one that is not known is reported, and TypeORM's own stands in for it."""
    if value is None or (isinstance(value, Constant) and not value.value):
        return NamingStrategy()
    made = symbol(value.callee) if isinstance(value, Application) else None
    known = None if made is None else _known(made)
    if known is None:
        hint = "Names are those of the default strategy, so they may differ in the database."
        reader.unresolved("the naming strategy", value, place, hint)
        return NamingStrategy()
    return known


def _known(made: Symbol) -> NamingStrategy | None:
    if is_typeorm(made.package) and made.path[-1:] == ("DefaultNamingStrategy",):
        return NamingStrategy()
    if made.package == "typeorm-naming-strategies" and made.path[-1:] == ("SnakeNamingStrategy",):
        return SnakeNamingStrategy()
    return None
