"""Column builders that several tables share: a builder is changed by its methods and remembers it.

`createdAt.notNull()` in one table makes the column of every table that is built later not null as well; a builder
without a name keeps the first key that it stood under, and the constraint of `.unique()` the name made for its first
table (drizzle-orm/column-builder.ts: `notNull`, `setName`; */columns/common.ts: `uniqueName`). So what a column is may
depend on the tables that are run before it, and the order of modules is followed where it matters.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.execution import execution
from datamodel_check.extract.schema.drizzle.reader import Reader, table_call
from datamodel_check.extract.symbols import Step, chain
from datamodel_check.model.program import Export
from datamodel_check.model.values import ObjectValue, Value


def follow(reader: Reader, files: Sequence[str], exports: Sequence[Export]) -> None:
    """Tell the reader what was done to shared builders before each table was built."""
    tables = [export for export in exports if table_call(export.value) is not None]
    if not _differ(reader, tables):
        return
    order = {path: number for number, path in enumerate(execution(reader.program, files))}
    done: dict[Value, list[Step]] = {}
    for export in sorted(tables, key=lambda one: (order.get(one.location.path, len(order)), one.location.span)):
        for columns, key, builder in _builders(reader, export):
            reader.first_keys.setdefault(chain(builder)[0], key)
            history = tuple(_replayed(builder, done))
            reader.histories[columns, key] = history
            for step in history:
                if step.name == "unique":
                    reader.first_tables.setdefault(step.call, _table_name(reader, export))


def _table_name(reader: Reader, export: Export) -> str:
    table = reader.table(export.value)
    return table.name if table is not None else ""


def _builders(reader: Reader, export: Export) -> Iterator[tuple[ObjectValue, str, Value]]:
    call = table_call(export.value)
    columns = reader.columns(call) if call is not None else None
    if isinstance(columns, ObjectValue):
        yield from ((columns, key, builder) for key, builder in columns.entries.items())


def _differ(reader: Reader, tables: Sequence[Export]) -> bool:
    """Whether some builder is used in two ways; else there is nothing to follow."""
    ways: dict[Value, tuple[str, tuple[Step, ...]]] = {}
    for export in tables:
        for _, key, builder in _builders(reader, export):
            root, steps = chain(builder)
            known = ways.setdefault(root, (key, steps))
            if known != (key, steps) or (known[1] is not steps and any(step.name == "unique" for step in steps)):
                return True
    return False


def _replayed(builder: Value, done: dict[Value, list[Step]]) -> list[Step]:
    """Everything that was called on the builder so far. `.array()` makes a new builder (pg-core/columns/common.ts)."""
    root, steps = chain(builder)
    history = done.setdefault(root, [])
    before: list[Step] = []
    for step in steps:
        if step.name == "array":
            before = [*before, *history, step]
            history = done.setdefault(step.call, [])
        elif all(known.call is not step.call for known in history):
            history.append(step)
    return [*before, *history]
