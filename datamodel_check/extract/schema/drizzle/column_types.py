"""The type of a column from its builder: a catalogued one, an enum, a `customType`, or one that is not known."""

from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.dialects import rules_for
from datamodel_check.extract.schema.drizzle.enums import EnumCall, enum, enum_call, enum_values
from datamodel_check.extract.schema.drizzle.reader import Reader, constant_text
from datamodel_check.extract.symbols import argument, callee, entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, Closure, Constant, ObjectValue, Unresolved, Value


class ColumnType(NamedTuple):
    """What a builder says of its column before any method is called on it."""

    text: str
    not_null: bool = False
    autoincrement: bool = False
    can_autoincrement: bool = False
    now: str | None = None
    enum: str | None = None
    allowed_values: tuple[str, ...] = ()


def column_type(reader: Reader, root: Value, subject: str, place: Location) -> ColumnType:
    """The type of the builder call `root`; what is not known keeps its source text and is reported."""
    if isinstance(root, Application):
        made = (
            _catalogued(reader, root, subject)
            or _inline_enum(reader, root, subject)
            or _database_enum(reader, root, subject)
            or _custom(reader, root, subject)
        )
        if made is not None:
            return made
    return _unknown(reader, root, subject, place)


def _catalogued(reader: Reader, root: Application, subject: str) -> ColumnType | None:
    function = callee(root)
    rules = rules_for(function) if function else None
    builder = rules.builders.get(function.name) if rules and function else None
    if builder is None:
        return None
    options = _Options(reader, root, subject)
    return ColumnType(
        text=builder.type(options),
        not_null=builder.not_null(options),
        autoincrement=builder.autoincrement,
        can_autoincrement=builder.can_autoincrement,
        now=builder.now,
        allowed_values=options.choices() if builder.choices else (),
    )


def _inline_enum(reader: Reader, root: Application, subject: str) -> ColumnType | None:
    """`mysqlEnum("role", values)`, the name optional (mysql-core/columns/enum.ts)."""
    function = callee(root)
    rules = rules_for(function) if function else None
    if function is None or rules is None or rules.inline_enum is None or function.name != rules.inline_enum:
        return None
    first = argument(root.arguments, 0)
    values = argument(root.arguments, 1) if isinstance(first, Constant) else first
    allowed = enum_values(reader, values, f"{subject}: a value of the enum", root.location)
    texts = [value.replace("'", "''") if rules.dialect == "mysql" else value for value in allowed]
    return ColumnType("enum({})".format(",".join(f"'{text}'" for text in texts)))


def _database_enum(reader: Reader, root: Application, subject: str) -> ColumnType | None:
    call: EnumCall | None = enum_call(root.callee)
    if call is None:
        return None
    name = argument(root.arguments, 0)
    if name is not None and string(name) is None:
        reader.unresolved(f"{subject}: the name of the column", name, root.location)
    made = enum(reader, call, "", call.application.location)
    return ColumnType(made.name, enum=made.key)


def _custom(reader: Reader, root: Application, subject: str) -> ColumnType | None:
    """`customType({ dataType: (config) => … })`, its function applied (*/columns/custom.ts)."""
    function = callee(root.callee)
    if function is None or function.name != "customType" or rules_for(function) is None:
        return None
    definition = root.callee.arguments[0] if isinstance(root.callee, Application) and root.callee.arguments else None
    data_type = entry(definition, "dataType")
    options = _given_options(root) or Constant(None, undefined=True)
    text = reader.program.call(data_type, [options]) if isinstance(data_type, Closure) else data_type
    known = constant_text(text)
    if known is None:
        reader.unresolved(f"{subject}: the type that customType's dataType() returns", text, root.location)
        known = reader.describe(text) if text is not None else reader.describe(root)
    return ColumnType(known)


def _unknown(reader: Reader, root: Value, subject: str, place: Location) -> ColumnType:
    function = callee(root)
    what = f"{subject}: the column type"
    hint = None
    if function is not None:
        origin = f"of {function.package}" if function.package else "that is imported from nowhere"
        what = f"{subject}: the column type {function.name}() {origin}"
        hint = "It is no column builder of Drizzle that is known here; its source text stands for its type."
    reader.unresolved(what, root, place, hint)
    return ColumnType(root.text if isinstance(root, Unresolved) else reader.describe(root))


def _given_options(root: Application) -> Value | None:
    """The options: first argument, or second after a name (drizzle-orm/utils.ts, `getColumnNameAndConfig`)."""
    first = argument(root.arguments, 0)
    return argument(root.arguments, 1) if first is None or isinstance(first, Constant) else first


class _Options:
    """A builder's options; those that are not known are reported."""

    def __init__(self, reader: Reader, root: Application, subject: str) -> None:
        self.reader = reader
        self.subject = subject
        self.place = root.location
        self.given = _given_options(root)
        if isinstance(self.given, ObjectValue):
            for spread in self.given.open:
                reader.unresolved(f"{subject}: an option of the column", spread, self.place)
        elif self.given is not None:
            reader.unresolved(f"{subject}: the name or the options of the column", self.given, self.place)

    def text(self, name: str) -> str | None:
        value = entry(self.given, name)
        known = constant_text(value)
        if known is None and value is not None and not isinstance(value, Constant):
            self.reader.unresolved(f"{self.subject}: the option {name}", value, self.place)
            return self.reader.describe(value)
        return known

    def is_set(self, name: str) -> bool:
        value = entry(self.given, name)
        if isinstance(value, Unresolved):
            self.reader.unresolved(f"{self.subject}: the option {name}", value, self.place)
        return truthy(value)

    def choices(self) -> tuple[str, ...]:
        if string(entry(self.given, "mode")) == "json" or entry(self.given, "enum") is None:
            return ()
        return enum_values(self.reader, entry(self.given, "enum"), f"{self.subject}: a value of enum", self.place)
