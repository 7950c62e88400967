"""Indexes: drizzle-orm/*/indexes.ts, printed as in drizzle-kit/src/serializer/*Serializer.ts."""

from datamodel_check.extract.schema.drizzle.reader import Reader, TableName, constant_text
from datamodel_check.extract.schema.drizzle.sql import Writer, is_sql
from datamodel_check.extract.symbols import Step, argument, callee, chain, string
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Index, IndexColumn
from datamodel_check.model.values import Application, ObjectValue, Value


def index(reader: Reader, table: TableName, root: Application, steps: tuple[Step, ...]) -> Index:
    """`index("name").on(…)`, `uniqueIndex()`, `.using("gin", …)`, `.where(sql)`, `.with({…})`."""
    function = callee(root)
    building = _Building(reader, table, root.location)
    for step in steps:
        building.apply(step)
    name = string(argument(root.arguments, 0))
    if not name and reader.rules.dialect == "postgresql":
        name = "_".join([table.name, *building.names, "index"])
    return Index(
        name=name,
        columns=tuple(building.columns),
        unique=function is not None and function.name == "uniqueIndex",
        method=building.method,
        where=building.where,
        options=tuple(sorted(building.options)),
        parameters=tuple(building.parameters),
    )


class _Building:
    def __init__(self, reader: Reader, table: TableName, place: Location) -> None:
        self.reader = reader
        self.what = f"an index of {table.key}"
        self.place = place
        self.columns: list[IndexColumn] = []
        self.names: list[str] = []
        self.method: str | None = None
        self.where: str | None = None
        self.options: list[tuple[str, str]] = []
        self.parameters: list[str] = []

    def apply(self, step: Step) -> None:
        first = argument(step.arguments, 0)
        if step.name in {"on", "onOnly"}:
            self._add(step.arguments, step)
        elif step.name == "using":
            method = None if first is None else self.reader.text(first, f"{self.what}: its method", self.place)
            self.method = None if method == "btree" else method
            self._add(step.arguments[1:], step)
        elif step.name == "where" and first is not None:
            self.where = self._sql(first)
        elif step.name in {"algorithm", "concurrently", "lock"}:
            self.options.append((step.name, constant_text(first) or "true"))
        elif step.name == "with":
            self._with(first)
        else:
            self.reader.unresolved(f"{self.what}: the method .{step.name}()", None, step.call.location)

    def _with(self, storage: Value | None) -> None:
        if not isinstance(storage, ObjectValue):
            self.reader.unresolved(f"{self.what}: its storage parameters", storage, self.place)
            return
        for name, value in storage.entries.items():
            text = constant_text(value)
            if text is None:
                self.reader.unresolved(f"{self.what}: the parameter {name}", value, self.place)
                text = self.reader.describe(value)
            self.options.append((f"with.{name}", text))

    def _add(self, values: tuple[Value, ...], step: Step) -> None:
        for spread in step.call.open:
            self.reader.unresolved(f"{self.what}: a column", spread, self.place)
        for value in values:
            self._add_one(value)

    def _add_one(self, value: Value) -> None:
        """A column, with `.desc().nullsFirst().op("…")` in PostgreSQL; all else is an expression."""
        root, steps = chain(value)
        column = self.reader.column(root)
        if column is None and is_sql(value):
            self.columns.append(IndexColumn(self._sql(value, names_alone=True), expression=True))
            return
        if column is None:
            column = self.reader.column_or_text(value, f"{self.what}: a column", self.place)
        self.names.append(column.name)
        self.columns.append(_ordered(column.name, steps))

    def _sql(self, value: Value, *, names_alone: bool = False) -> str:
        writer = Writer(self.reader, self.place, "columns" if names_alone else "query")
        text = writer.write(value)
        self.parameters.extend(writer.parameters)
        return text


def _ordered(name: str, steps: tuple[Step, ...]) -> IndexColumn:
    """`.desc()` keeps nulls last unless told otherwise (pg-core/columns/common.ts, `ExtraConfigColumn`)."""
    called = {step.name for step in steps}
    operator_class = next((string(argument(step.arguments, 0)) for step in steps if step.name == "op"), None)
    descending, first = "desc" in called, "nullsFirst" in called
    return IndexColumn(
        name,
        order="desc" if descending else None,
        nulls="first" if first else "last" if descending else None,
        operator_class=operator_class,
    )
