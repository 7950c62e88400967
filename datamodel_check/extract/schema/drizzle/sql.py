"""SQL as drizzle-kit writes it into its snapshots: drizzle-orm/sql/sql.ts (`buildQueryFromSourceParams`)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

from datamodel_check.extract.schema.drizzle.dialects import is_orm
from datamodel_check.extract.schema.drizzle.known import AUTH_UID, SQL_TEXTS
from datamodel_check.extract.schema.drizzle.reader import Reader
from datamodel_check.extract.symbols import Symbol, argument, callee, chain, string, symbol
from datamodel_check.model import javascript
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, Constant, ListValue, TemplateValue, Value

Mode: TypeAlias = Literal["query", "columns", "inline"]
"""`columns`: column names without their table (drizzle-kit's `invokeSource: "indexes"`). `inline`: literal values."""


def is_sql(value: Value) -> bool:
    """Whether the value is what drizzle-orm calls an SQL object: a template, a condition, `sql.raw(…)`."""
    root, _ = chain(value)
    if isinstance(root, TemplateValue):
        return _is_sql_tag(symbol(root.tag))
    function = callee(root)
    return symbol(value) in SQL_TEXTS or (function is not None and _is_sql_function(function))


def _is_sql_tag(tag: Symbol | None) -> bool:
    return tag is not None and is_orm(tag.package) and tag.path == ("sql",)


def _is_sql_function(function: Symbol) -> bool:
    if not is_orm(function.package):
        return False
    return function.name in _HELPERS or function.name in _CONDITIONS or function == AUTH_UID


LONGEST = 60
"""Characters of an unresolved value that a message shows."""


class Writer:
    """Writes one SQL text; `parameters` are the values that drizzle-kit leaves out of it."""

    def __init__(self, reader: Reader, place: Location, mode: Mode = "query") -> None:
        self.reader = reader
        self.place = place
        self.mode = mode
        self.parameters: list[str] = []

    def write(self, value: Value) -> str:
        root, steps = chain(value)
        if isinstance(root, TemplateValue) and _is_sql_tag(symbol(root.tag)):
            if any(step.name == "inlineParams" for step in steps):
                return self._inline().template(root)
            return self.template(root)
        if isinstance(value, Constant):
            return self._constant(value)
        if isinstance(value, ListValue) and not value.open:
            return f"({', '.join(self.write(item) for item in value.items)})"
        return self._function(root) or self._reference(value) or self._unknown(value)

    def template(self, template: TemplateValue) -> str:
        return "".join(part if isinstance(part, str) else self.write(part) for part in template.parts)

    def name(self, *names: str | None) -> str:
        quote = self.reader.rules.quote
        return ".".join(f"{quote}{name.replace(quote, quote * 2)}{quote}" for name in names if name is not None)

    def _inline(self) -> "Writer":
        return Writer(self.reader, self.place, "inline")

    def _constant(self, value: Constant) -> str:
        if value.undefined:
            return ""
        if self.mode == "inline":
            text = javascript.text(value)
            return "'" + text.replace("'", "''") + "'" if isinstance(value.value, str) else text
        self.parameters.append(javascript.text(value))
        return f"${len(self.parameters)}" if self.reader.rules.numbered else "?"

    def _function(self, root: Value) -> str | None:
        function = callee(root)
        if function is None or not isinstance(root, Application) or not _is_sql_function(function):
            return None
        if function == AUTH_UID:
            return f"(select auth.user_id() = {self._all(root.arguments)})"
        if function.name in _HELPERS:
            return _HELPERS[function.name](self, root.arguments)
        return _CONDITIONS[function.name](self, root.arguments)

    def _reference(self, value: Value) -> str | None:
        """Columns, tables, enums, schemas, and the texts that drizzle-orm ships."""
        shipped = symbol(value)
        if shipped is not None and shipped in SQL_TEXTS:
            return SQL_TEXTS[shipped]
        column = self.reader.column(value)
        if column is not None:
            if self.mode == "columns":
                return self.name(column.name)
            return self.name(column.table.schema, column.table.name, column.name)
        table = self.reader.table(value)
        if table is not None:
            return self.name(table.schema, table.name)
        return self._made(value)

    def _made(self, value: Value) -> str | None:
        """An enum or a schema, by its name."""
        root, steps = chain(value)
        function = callee(root)
        role = self.reader.rules.role(function) if function else None
        if not isinstance(root, Application) or role not in {"enum", "schema"}:
            return None
        outer = string(argument(root.arguments, 0))
        if not steps:
            return self.name(outer)
        inner = string(argument(steps[0].arguments, 0))
        return self.name(outer, inner) if steps[0].name == "enum" and inner else None

    def _unknown(self, value: Value) -> str:
        text = self.reader.describe(value)
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        self.reader.unresolved(
            f"`{shown}` inside SQL", value, self.place, "Its source text stands for it in the facts."
        )
        return f"${{{text}}}"

    def _all(self, values: Sequence[Value]) -> str:
        return "".join(self.write(value) for value in values)


def sql_text(reader: Reader, value: Value, place: Location, mode: Mode = "query") -> str:
    """The text alone. What is sent as a parameter would be lost in it, so a parameter is reported."""
    writer = Writer(reader, place, mode)
    text = writer.write(value)
    if writer.parameters:
        values = ", ".join(writer.parameters)
        reader.unresolved(
            f"the SQL {text!r} holds a parameter that drizzle-kit drops ({values}), so it",
            None,
            place,
            "Write the value into the template's text, or with sql.raw().",
        )
    return text


# --- drizzle-orm's own functions -------------------------------------------------------------------------------------

Printer: TypeAlias = Callable[[Writer, Sequence[Value]], str]


def _first(writer: Writer, arguments: Sequence[Value]) -> str:
    return writer.write(arguments[0]) if arguments else ""


def _raw(writer: Writer, arguments: Sequence[Value]) -> str:
    value = arguments[0] if arguments else Constant("")
    return javascript.text(value) if isinstance(value, Constant) else writer.write(value)


def _identifier(writer: Writer, arguments: Sequence[Value]) -> str:
    name = string(arguments[0]) if arguments else None
    return writer.name(name) if name is not None else _first(writer, arguments)


def _joined(writer: Writer, arguments: Sequence[Value]) -> str:
    chunks = arguments[0] if arguments else None
    if not isinstance(chunks, ListValue) or chunks.open:
        return _first(writer, arguments)
    separator = writer.write(arguments[1]) if len(arguments) > 1 else ""
    return separator.join(writer.write(chunk) for chunk in chunks.items)


_HELPERS: Mapping[str, Printer] = {
    "sql.raw": _raw,
    "sql.empty": lambda _writer, _arguments: "",
    "sql.identifier": _identifier,
    "sql.join": _joined,
    "sql.fromList": _joined,
    "sql.param": _first,
}
"""drizzle-orm/sql/sql.ts, namespace `sql`."""


def _infix(operator: str) -> Printer:
    return lambda writer, values: f" {operator} ".join(writer.write(value) for value in _bound(writer, values[:2]))


def _bound(writer: Writer, values: Sequence[Value]) -> Sequence[Value]:
    """What is compared with a column is sent as the column's type is: SQLite's booleans as numbers (`bindIfParam`)."""
    if values and writer.reader.rules.dialect == "sqlite" and writer.reader.is_boolean(values[0]):
        return [
            Constant(int(one.value)) if isinstance(one, Constant) and one.value is not None else one for one in values
        ]
    return values


def _suffix(words: str) -> Printer:
    return lambda writer, values: f"{_first(writer, values)} {words}"


def _prefix(words: str) -> Printer:
    return lambda writer, values: f"{words} {_first(writer, values)}"


def _connected(word: str) -> Printer:
    def connect(writer: Writer, values: Sequence[Value]) -> str:
        conditions = [writer.write(value) for value in values if not (isinstance(value, Constant) and value.undefined)]
        return conditions[0] if len(conditions) == 1 else f"({f' {word} '.join(conditions)})" if conditions else ""

    return connect


def _membership(operator: str, empty: str) -> Printer:
    def member(writer: Writer, values: Sequence[Value]) -> str:
        options = values[1] if len(values) > 1 else None
        if isinstance(options, ListValue) and not options.items and not options.open:
            return empty
        return _infix(operator)(writer, values)

    return member


def _range(operator: str) -> Printer:
    def between(writer: Writer, values: Sequence[Value]) -> str:
        column, *bounds = (writer.write(value) for value in values) if values else ("",)
        return f"{column} {operator} {' and '.join(bounds)}"

    return between


_CONDITIONS: Mapping[str, Printer] = {
    "and": _connected("and"),
    "asc": _suffix("asc"),
    "between": _range("between"),
    "desc": _suffix("desc"),
    "eq": _infix("="),
    "exists": _prefix("exists"),
    "gt": _infix(">"),
    "gte": _infix(">="),
    "ilike": _infix("ilike"),
    "inArray": _membership("in", "false"),
    "isNotNull": _suffix("is not null"),
    "isNull": _suffix("is null"),
    "like": _infix("like"),
    "lt": _infix("<"),
    "lte": _infix("<="),
    "ne": _infix("<>"),
    "not": _prefix("not"),
    "notBetween": _range("not between"),
    "notExists": _prefix("not exists"),
    "notIlike": _infix("not ilike"),
    "notInArray": _membership("not in", "true"),
    "notLike": _infix("not like"),
    "or": _connected("or"),
}
"""drizzle-orm/sql/expressions/conditions.ts and select.ts."""
