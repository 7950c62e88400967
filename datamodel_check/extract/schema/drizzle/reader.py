"""The names of tables and columns behind symbolic values, and what could not be read on the way.

`users.id` is an `Access` to the call of `pgTable`; what it is called in the database follows from the call alone. So
references, SQL templates and constraints need only this, and tables may refer to one another in circles.
"""

from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.casing import Casing, convert
from datamodel_check.extract.schema.drizzle.dialects import DialectRules, rules_for
from datamodel_check.extract.schema.drizzle.known import TABLES
from datamodel_check.extract.symbols import Step, argument, callee, chain, entry, string, symbol
from datamodel_check.model import javascript
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.schema import qualified
from datamodel_check.model.snapshot import Diagnostic, PassedOver
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)


class TableCall(NamedTuple):
    """A call that makes a table, taken apart: `pgTable(name, columns, extra)`."""

    application: Application
    rules: DialectRules
    schema: Value | None
    creator: Value | None
    """What a `pgTableCreator` does to the name."""
    row_level_security: bool

    @property
    def columns(self) -> Value | None:
        return argument(self.application.arguments, 1)

    @property
    def extra(self) -> Value | None:
        return argument(self.application.arguments, 2)


class TableName(NamedTuple):
    schema: str | None
    name: str

    @property
    def key(self) -> str:
        return qualified(self.schema, self.name)


class ColumnName(NamedTuple):
    """A column: its key in the code, its name to drizzle-orm, and with casing its name in the database."""

    table: TableName
    key: str
    original: str
    name: str


def table_call(value: Value) -> TableCall | None:
    """The call behind a table, with `.enableRLS()` seen; None of anything that is no table.

    Source: drizzle-orm/pg-core/table.ts, schema.ts, and their siblings of the other dialects.
    """
    root, steps = chain(value)
    secured = False
    schema: Value | None = None
    creator: Value | None = None
    if not isinstance(root, Application):
        return None
    function, rules = _factory(root)
    if rules is None or function is None:
        return None
    if function == "schema" and steps and steps[0].name in {"table", "withRLS"}:
        schema, secured = argument(root.arguments, 0), steps[0].name == "withRLS"
        root, steps = steps[0].call, steps[1:]
    elif function == "made by creator":
        creator = argument(root.callee.arguments, 0) if isinstance(root.callee, Application) else None
    elif function != "table":
        return None
    direct = symbol(root.callee)
    secured = secured or (direct is not None and direct.path[-1] == "withRLS")
    if any(step.name not in {"enableRLS", "$type"} for step in steps):
        return None
    return TableCall(root, rules, schema, creator, secured or any(step.name == "enableRLS" for step in steps))


def _factory(root: Application) -> tuple[str | None, DialectRules | None]:
    direct = symbol(root.callee)
    if direct is not None:
        rules = rules_for(direct)
        return (rules.role(direct) if rules else None), rules
    made = callee(root.callee)
    if made is not None:
        rules = rules_for(made)
        if rules and rules.role(made) == "table creator":
            return "made by creator", rules
    return None, None


class Reader:
    """One reading of one schema: its dialect and casing, and what could not be resolved."""

    def __init__(self, program: Program, rules: DialectRules, casing: Casing | None) -> None:
        self.program = program
        self.rules = rules
        self.casing = casing
        self.diagnostics: list[Diagnostic] = []
        self.passed_over: list[PassedOver] = []
        self.first_keys: dict[Value, str] = {}
        """Builders without a name that are shared → the key under which they were built first (`sharing.py`)."""
        self.first_tables: dict[Application, str] = {}
        """Calls of `.unique()` on shared builders → the table that was built first after them."""
        self.histories: dict[tuple[ObjectValue, str], tuple[Step, ...]] = {}
        """Columns of shared builders → everything that was called on the builder by then."""
        self._columns: dict[Application, Value | None] = {}

    # --- reporting ---------------------------------------------------------------------------------------------------

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known; the place is the value's own where it has one."""
        reason = ""
        if isinstance(value, Unresolved):
            place, reason = value.location, f": {value.reason}"
        elif isinstance(value, Access | Application):
            place = value.location
        self.diagnostics.append(Diagnostic("unresolved", place, f"{what} cannot be resolved{reason}", hint))

    def text(self, value: Value | None, what: str, place: Location) -> str:
        """A string that must be known; else its source text, reported."""
        known = string(value)
        if known is not None:
            return known
        self.unresolved(what, value, place, "Write it as a string literal or a constant that is a string.")
        return self.describe(value) if value is not None else ""

    def describe(self, value: Value) -> str:
        """The source text of a value; what is a member of a table begins with the table's name, not its declaration."""
        if isinstance(value, Access):
            table = self.table(value.object)
            if table is not None:
                return f"{table.key}.{value.name}"
        return self.program.describe(value)

    # --- tables ------------------------------------------------------------------------------------------------------

    def table_name(self, call: TableCall) -> TableName:
        place = call.application.location
        name = argument(call.application.arguments, 0)
        if call.creator is not None and name is not None:
            name = self.program.call(call.creator, [name])
        schema = None if call.schema is None else self.text(call.schema, "the schema's name", place)
        return TableName(schema, self.text(name, "the table's name", place))

    def columns(self, call: TableCall) -> Value | None:
        """The object of column builders, the form `(t) => ({ … })` applied (drizzle-orm/pg-core/columns/all.ts)."""
        if call.application not in self._columns:
            columns = call.columns
            if isinstance(columns, Closure):
                columns = self.program.call(columns, [External(call.rules.package, ())])
            self._columns[call.application] = columns
        return self._columns[call.application]

    def table(self, value: Value) -> TableName | None:
        """The name of a table given as a value; None where the value is none."""
        call = table_call(value)
        if call is not None:
            return self.table_name(call)
        origin = symbol(value)
        known = TABLES.get(origin) if origin is not None else None
        return None if known is None else TableName(known[0], known[1])

    # --- columns -----------------------------------------------------------------------------------------------------

    def column(self, value: Value) -> ColumnName | None:
        """The column that `users.id` means; None where the value is no column of a table."""
        if not isinstance(value, Access):
            return self._known_column(value)
        call = table_call(value.object)
        if call is None:
            return self._known_column(value)
        columns = self.columns(call)
        builder = columns.entries.get(value.name) if isinstance(columns, ObjectValue) else None
        if builder is None:
            return None
        return self.column_name(self.table_name(call), value.name, builder)

    def is_boolean(self, value: Value) -> bool:
        """Whether the value is a column of SQLite in boolean mode (sqlite-core/columns/integer.ts)."""
        call = table_call(value.object) if isinstance(value, Access) else None
        columns = self.columns(call) if call is not None else None
        builder = (
            columns.entries.get(value.name) if isinstance(columns, ObjectValue) and isinstance(value, Access) else None
        )
        root = chain(builder)[0] if builder is not None else None
        given = root.arguments if isinstance(root, Application) else ()
        return any(string(entry(one, "mode")) == "boolean" for one in given)

    def column_name(self, table: TableName, key: str, builder: Value) -> ColumnName:
        """The builder's first argument, or the key with casing applied (drizzle-orm/column-builder.ts, `setName`)."""
        root, _ = chain(builder)
        given = string(argument(root.arguments, 0)) if isinstance(root, Application) else None
        if given:
            return ColumnName(table, key, given, given)
        original = self.first_keys.get(root, key)
        return ColumnName(table, key, original, convert(original, self.casing))

    def _known_column(self, value: Value) -> ColumnName | None:
        origin = symbol(value)
        if origin is None or len(origin.path) < 2:
            return None
        known = TABLES.get(origin._replace(path=origin.path[:-1]))
        if known is None or origin.path[-1] not in known[2]:
            return None
        name = known[2][origin.path[-1]]
        return ColumnName(TableName(known[0], known[1]), origin.path[-1], name, name)

    def column_list(self, value: Value | None, what: str, place: Location) -> tuple[ColumnName, ...]:
        """The columns of an array; a member that is none is reported and keeps its source text as its name."""
        if not isinstance(value, ListValue):
            self.unresolved(what, value, place)
            return ()
        for spread in value.open:
            self.unresolved(what, spread, place)
        return tuple(self.column_or_text(item, what, place) for item in value.items)

    def column_or_text(self, value: Value, what: str, place: Location) -> ColumnName:
        """A column that must be known; else its source text, reported."""
        column = self.column(value)
        if column is not None:
            return column
        self.unresolved(what, value, place)
        text = self.describe(value)
        return ColumnName(TableName(None, ""), text, text, text)


def constant_text(value: Value | None) -> str | None:
    """A string, number or boolean as text."""
    if isinstance(value, Constant) and not value.undefined and value.value is not None:
        return javascript.text(value)
    return None
