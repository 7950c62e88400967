"""Schema facts without what sections do not say: names in the code, places, and names of keys that nobody reads."""

from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Column, Source, Table, Unique, View

HERE = Location("", NOWHERE)


def said_of_table(table: Table) -> Table:
    """What a section about one table says, in an order that does not depend on the code's.

    The order of columns is no fact: another one in the code asks for no migration. A column's reference stands among
    the table's foreign keys, a unique column among its unique constraints.
    """
    uniques = {column.name: Unique(None, (column.name,)) for column in table.columns if column.unique}
    for unique in table.uniques:
        uniques[", ".join(unique.columns)] = _said_of_unique(unique)
    return table._replace(
        code_name="",
        location=HERE,
        columns=tuple(sorted(map(_said_of_column, table.columns), key=repr)),
        primary_key_name=None,
        uniques=tuple(sorted(uniques.values(), key=repr)),
        indexes=tuple(sorted(table.indexes, key=repr)),
        foreign_keys=tuple(sorted((key._replace(name=None) for key in table.foreign_keys), key=repr)),
        checks=tuple(sorted(table.checks, key=repr)),
        policies=tuple(sorted(table.policies, key=repr)),
    )


def said_of_view(view: View) -> Table:
    """A database view as a table that has only columns."""
    return said_of_table(Table(view.schema, view.name, "", HERE, view.columns))


def declared(source: Source) -> tuple[Table | View, ...]:
    """What `table NAME` can show of a source."""
    return (*source.tables, *source.views)


def is_plain(unique: Unique) -> bool:
    """Whether a word in its column's row says all about the constraint."""
    return len(unique.columns) == 1 and not unique.nulls_not_distinct


def _said_of_unique(unique: Unique) -> Unique:
    return unique._replace(name=None) if is_plain(unique) else unique


def _said_of_column(column: Column) -> Column:
    return column._replace(code_name="", location=HERE, unique=False, primary_key=False, enum=None, references=None)
