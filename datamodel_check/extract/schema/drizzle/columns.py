"""Column builders: `text("name").notNull().default("x")` (drizzle-orm/column-builder.ts and */columns/common.ts)."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.column_types import ColumnType, column_type
from datamodel_check.extract.schema.drizzle.defaults import default_text
from datamodel_check.extract.schema.drizzle.reader import ColumnName, Reader, TableName, constant_text
from datamodel_check.extract.schema.drizzle.sql import sql_text
from datamodel_check.extract.symbols import Step, argument, chain, entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, Generated, Identity, Unique
from datamodel_check.model.values import Closure, Constant, ObjectValue, Value


class InlineReference(NamedTuple):
    """`.references(() => users.id, { onDelete: "cascade" })`, not yet followed."""

    target: Value | None
    actions: Value | None
    location: Location


class ColumnDraft(NamedTuple):
    """A column and what its builder says about the table."""

    name: ColumnName
    column: Column
    primary_key: bool
    unique: Unique | None
    references: tuple[InlineReference, ...]


def columns(reader: Reader, table: TableName, builders: Value | None, place: Location) -> tuple[ColumnDraft, ...]:
    """The columns of a table or view, in order of declaration; what stays open is reported."""
    if not isinstance(builders, ObjectValue):
        reader.unresolved(f"the columns of {table.key}", builders, place)
        return ()
    for spread in builders.open:
        reader.unresolved(f"a group of columns of {table.key}", spread, place)
    members = {
        key: reader.program.member(builders, key) if isinstance(builder, Closure) else builder
        for key, builder in builders.entries.items()
    }
    return tuple(
        column(reader, table, key, builder, builders.places.get(key, place), reader.histories.get((builders, key)))
        for key, builder in members.items()
        if not (isinstance(builder, Constant) and builder.undefined)
    )


def column(
    reader: Reader,
    table: TableName,
    key: str,
    builder: Value,
    location: Location,
    history: tuple[Step, ...] | None = None,
) -> ColumnDraft:
    """One column; `history` is what was called on a shared builder by then."""
    root, steps = chain(builder)
    name = reader.column_name(table, key, builder)
    subject = f"{table.key}.{name.name}"
    draft = _Draft(reader, name, column_type(reader, root, subject, location), location)
    for step in steps if history is None else history:
        draft.apply(step)
    return draft.finished()


class _Draft:
    """A builder in the making. `.array()` begins a new one and forgets what came before, as drizzle-orm does."""

    def __init__(self, reader: Reader, name: ColumnName, made: ColumnType, location: Location) -> None:
        self.reader = reader
        self.name = name
        self.type = made
        self.location = location
        self.not_null = made.not_null
        self.autoincrement = made.autoincrement
        self.primary_key = False
        self.has_default = False
        self.default: str | None = None
        self.fills = False
        self.updates = False
        self.on_update: str | None = None
        self.generated: Generated | None = None
        self.identity: Identity | None = None
        self.unique: Unique | None = None
        self.references: tuple[InlineReference, ...] = ()

    @property
    def subject(self) -> str:
        return f"{self.name.table.key}.{self.name.name}"

    def apply(self, step: Step) -> None:
        handler = _STEPS.get(step.name)
        if handler is not None:
            handler(self, step)
        elif step.name not in _WITHOUT_MEANING:
            what = f"{self.subject}: the method .{step.name}()"
            self.reader.unresolved(what, None, step.call.location, "It is no method of Drizzle that is known here.")

    def array(self, step: Step) -> None:
        size = argument(step.arguments, 0)
        dimensions = string(size) or f"[{constant_text(size) or ''}]"
        made = self.type._replace(
            text=self.type.text + dimensions, not_null=False, autoincrement=False, now=None, allowed_values=()
        )
        self.__init__(self.reader, self.name, made, self.location)  # type: ignore[misc]

    def finished(self) -> ColumnDraft:
        has_default = self.has_default or self.generated is not None or self.identity is not None
        fact = Column(
            name=self.name.name,
            code_name=self.name.key,
            type=lowered(self.type.text),
            nullable=not self.not_null,
            location=self.location,
            has_default=has_default or (self.autoincrement and self.reader.rules.dialect != "sqlite"),
            default=self.default,
            client_default=self.fills or (self.updates and not self.has_default),
            autoincrement=self.autoincrement,
            generated=self.generated,
            identity=self.identity,
            enum=self.type.enum,
            allowed_values=self.type.allowed_values,
            on_update=self.on_update,
        )
        return ColumnDraft(self.name, fact, self.primary_key, self.unique, self.references)


def lowered(text: str) -> str:
    """A type in lower case, except for what stands in quotes: the values of an enum."""
    parts = text.split("'")
    return "'".join(part if number % 2 else part.lower() for number, part in enumerate(parts))


# --- what each method says -------------------------------------------------------------------------------------------


def _not_null(draft: _Draft, _: Step) -> None:
    draft.not_null = True


def _primary_key(draft: _Draft, step: Step) -> None:
    """A primary key is not null; SQLite's may count up (sqlite-core/columns/integer.ts)."""
    draft.primary_key = draft.not_null = True
    if draft.type.can_autoincrement and truthy(entry(argument(step.arguments, 0), "autoIncrement")):
        draft.autoincrement = True


def _autoincrement(draft: _Draft, _: Step) -> None:
    draft.autoincrement = True


def _default(draft: _Draft, step: Step) -> None:
    value = argument(step.arguments, 0)
    if value is not None:
        draft.has_default = True
        draft.default = default_text(
            draft.reader, value, draft.type.text, f"{draft.subject}: the default", step.call.location
        )


def _default_now(draft: _Draft, _: Step) -> None:
    draft.has_default = True
    draft.default = draft.type.now or "now()"


def _default_random(draft: _Draft, _: Step) -> None:
    """pg-core/columns/uuid.ts."""
    draft.has_default = True
    draft.default = "gen_random_uuid()"


def _fill(draft: _Draft, _: Step) -> None:
    draft.fills = True


def _fill_on_update(draft: _Draft, _: Step) -> None:
    """Without a default it also fills new rows (drizzle-orm/column-builder.ts, `$onUpdateFn`)."""
    draft.updates = True


def _on_update_now(draft: _Draft, _: Step) -> None:
    """mysql-core/columns/date.common.ts; drizzle-kit writes `ON UPDATE CURRENT_TIMESTAMP`."""
    draft.on_update = "current_timestamp"


def _generated(draft: _Draft, step: Step) -> None:
    """PostgreSQL stores it; elsewhere it is virtual unless `mode` says stored (*/columns/common.ts)."""
    expression = argument(step.arguments, 0)
    if isinstance(expression, Closure):
        expression = draft.reader.program.call(expression, [])
    stored = (
        draft.reader.rules.dialect == "postgresql" or string(entry(argument(step.arguments, 1), "mode")) == "stored"
    )
    draft.generated = Generated(_expression(draft.reader, expression, step.call.location), stored)


def _expression(reader: Reader, value: Value | None, place: Location) -> str:
    sqlite = reader.rules.dialect == "sqlite"
    if value is None:
        return ""
    text = string(value)
    if text is None:
        text = sql_text(reader, value, place, "columns" if sqlite else "query")
    return f"({text})" if sqlite else text


def _identity(draft: _Draft, step: Step) -> None:
    """pg-core/columns/int.common.ts; an identity column is not null."""
    options = argument(step.arguments, 0)
    given = sequence_options(draft.reader, options, f"{draft.subject}: an option of the identity", step.call.location)
    draft.identity = Identity(step.name == "generatedAlwaysAsIdentity", given)
    draft.not_null = True


def sequence_options(reader: Reader, options: Value | None, what: str, place: Location) -> tuple[tuple[str, str], ...]:
    """The options of a sequence that are given and not false, sorted."""
    if options is None:
        return ()
    if not isinstance(options, ObjectValue):
        reader.unresolved(what, options, place)
        return ()
    given: list[tuple[str, str]] = []
    for name, value in options.entries.items():
        text = constant_text(value)
        if text is None and not isinstance(value, Constant):
            reader.unresolved(what, value, place)
            text = reader.describe(value)
        if text is not None and text != "false":
            given.append((name, text))
    for spread in options.open:
        reader.unresolved(what, spread, place)
    return tuple(sorted(given))


def _unique(draft: _Draft, step: Step) -> None:
    """The default name is made before casing (*/unique-constraint.ts, `uniqueKeyName`)."""
    table = draft.reader.first_tables.get(step.call, draft.name.table.name)
    name = string(argument(step.arguments, 0)) or f"{table}_{draft.name.original}_unique"
    distinct = string(entry(argument(step.arguments, 1), "nulls")) != "not distinct"
    draft.unique = Unique(name, (draft.name.name,), nulls_not_distinct=not distinct)


def _references(draft: _Draft, step: Step) -> None:
    reference = InlineReference(argument(step.arguments, 0), argument(step.arguments, 1), step.call.location)
    draft.references = (*draft.references, reference)


_STEPS: Mapping[str, Callable[[_Draft, Step], None]] = {
    "$default": _fill,
    "$defaultFn": _fill,
    "$onUpdate": _fill_on_update,
    "$onUpdateFn": _fill_on_update,
    "array": _Draft.array,
    "autoincrement": _autoincrement,
    "default": _default,
    "defaultNow": _default_now,
    "defaultRandom": _default_random,
    "generatedAlwaysAs": _generated,
    "generatedAlwaysAsIdentity": _identity,
    "generatedByDefaultAsIdentity": _identity,
    "notNull": _not_null,
    "onUpdateNow": _on_update_now,
    "primaryKey": _primary_key,
    "references": _references,
    "unique": _unique,
}

_WITHOUT_MEANING = frozenset({"$type"})
