"""Conditions of partial indexes: `where: raw("…")`, or `where: { deletedAt: null }` as SQL."""

from collections.abc import Iterator

from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, text
from datamodel_check.extract.schema.prisma.types import quoted
from datamodel_check.model.location import Location
from datamodel_check.model.prisma import Call, Expression, Members, Name, Number, Text


def condition(database: Database, declared: DeclaredModel, value: Expression | None) -> str | None:
    """SQL, or None where there is no condition or none that can be told, which is reported."""
    if value is None:
        return None
    found = text(value.argument("value", 0)) if isinstance(value, Call) and value.name == "raw" else None
    if isinstance(value, Members):
        found = " AND ".join(_comparisons(database, declared, value)) or None
    if found is None:
        place = declared.at(value.span)
        database.unresolved(f"the condition of an index of {declared.model.name} is not known here", place)
    return found.strip() if found is not None else None


def _comparisons(database: Database, declared: DeclaredModel, value: Members) -> Iterator[str]:
    for each in value.members:
        name = database.column_name(declared, Name(each.name or "", value.span))
        column = '"' + name.replace('"', '""') + '"'
        if isinstance(each.value, Members):
            negated = next((inner.value for inner in each.value.members if inner.name == "not"), None)
            yield _comparison(database, declared.at(value.span), column, negated, "IS NOT", "!=")
        else:
            yield _comparison(database, declared.at(value.span), column, each.value, "IS", "=")


def _comparison(
    database: Database, place: Location, column: str, value: Expression | None, null: str, operator: str
) -> str:
    match value:
        case Name(name="null"):
            return f"{column} {null} NULL"
        case Name():
            return f"{column} {operator} {value.name}"
        case Number():
            return f"{column} {operator} {value.text}"
        case Text():
            return f"{column} {operator} {quoted(value.value)}"
        case _:
            database.unresolved(f"a condition on {column} is not known here", place)
            return column
