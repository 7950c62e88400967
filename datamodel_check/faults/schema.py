"""Faults in the facts of schemas: what people do to tables, columns, keys and enums."""

from collections.abc import Iterator

from datamodel_check.faults.protocol import PLANTED, Variants, replaced
from datamodel_check.model.fault import FactFault
from datamodel_check.model.schema import Column, Enum, Source, Table
from datamodel_check.model.snapshot import Snapshot


def of_schemas(snapshot: Snapshot, *, every: bool) -> Iterator[FactFault]:
    """Of each table and enum; what happens to columns to one column of each table, or to `every` one."""
    for place, source in enumerate(snapshot.sources):
        for subject, text, changed in _of_source(source, every=every):
            yield FactFault(subject, text, snapshot._replace(sources=replaced(snapshot.sources, place, changed)))


def _of_source(source: Source, *, every: bool) -> Variants[Source]:
    for place, table in enumerate(source.tables):
        for subject, text, tables in _of_table(table, every=every):
            yield subject, text, source._replace(tables=replaced(source.tables, place, *tables))
    for place, enum in enumerate(source.enums):
        for text, changed in _of_enum(enum):
            yield enum.key, text, source._replace(enums=replaced(source.enums, place, changed))


def _of_table(table: Table, *, every: bool) -> Variants[tuple[Table, ...]]:
    yield table.key, "table removed", ()
    yield table.key, "table renamed", (table._replace(name=f"{table.name}_{PLANTED}"),)
    added = Column(PLANTED, PLANTED, "integer", nullable=True, location=table.location)
    yield f"{table.key}.{PLANTED}", "column added", (table._replace(columns=(*table.columns, added)),)
    for text, changed in _of_keys(table):
        yield table.key, text, (changed,)
    for place, column in enumerate(table.columns):
        for number, (text, others) in enumerate(_of_column(column)):
            if every or number % len(table.columns) == place:
                columns = replaced(table.columns, place, *others)
                yield f"{table.key}.{column.name}", text, (table._replace(columns=columns),)


def _of_column(column: Column) -> Iterator[tuple[str, tuple[Column, ...]]]:
    yield "column renamed", (column._replace(name=f"{column.name}_{PLANTED}"),)
    yield "type changed", (column._replace(type=f"{PLANTED}_type"),)
    yield "nullability changed", (column._replace(nullable=not column.nullable),)
    default = f"'{PLANTED}'" if column.default is None else None
    yield "default changed", (column._replace(default=default, has_default=default is not None),)
    yield "column removed", ()


def _of_keys(table: Table) -> Iterator[tuple[str, Table]]:
    if table.foreign_keys:
        key = table.foreign_keys[0]
        rule = "set null" if key.on_delete == "cascade" else "cascade"
        yield "foreign key removed", table._replace(foreign_keys=table.foreign_keys[1:])
        rest = table.foreign_keys[1:]
        yield "rule of a foreign key changed", table._replace(foreign_keys=(key._replace(on_delete=rule), *rest))
    if table.indexes:
        yield "index removed", table._replace(indexes=table.indexes[1:])
    if table.uniques:
        gone = table.uniques[0].columns
        columns = tuple(each._replace(unique=each.unique and (each.name,) != gone) for each in table.columns)
        yield "unique constraint removed", table._replace(uniques=table.uniques[1:], columns=columns)
    if table.checks:
        yield "check constraint removed", table._replace(checks=table.checks[1:])


def _of_enum(enum: Enum) -> Iterator[tuple[str, Enum]]:
    yield "value added", enum._replace(values=(*enum.values, PLANTED))
    if enum.values:
        yield "value removed", enum._replace(values=enum.values[:-1])
