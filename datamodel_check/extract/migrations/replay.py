"""Statements, in order → the state that they produce, without a database."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from datamodel_check.extract.migrations import alterations, indexes, others, tables, types
from datamodel_check.extract.migrations.state import ConflictError, State
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, Enum, Reference, Sequence, Table, View
from datamodel_check.model.sql import (
    AddEnumValue,
    AlterSequence,
    AlterTable,
    Comment,
    CreateEnum,
    CreateIndex,
    CreateSchema,
    CreateSequence,
    CreateTable,
    CreateView,
    DropIndex,
    DropSchema,
    DropSequence,
    DropTable,
    DropType,
    DropView,
    PassedOver,
    RenameEnumValue,
    RenameIndex,
    RenameSchema,
    RenameTable,
    RenameType,
    RenameView,
    SetPragma,
    SetSearchPath,
    SetTypeSchema,
    SqlDialect,
    Statement,
)

_CODE = frozenset({"create function", "create procedure"})
_RUNNING_CODE = frozenset({"call", "do", "select", "with"})
"""What may run code that the migrations define: it may create what nobody sees."""

_MOST_WORK = 20_000_000
"""Statements times tables: ten thousand on two thousand. The largest of eleven applications take forty thousand."""


class Conflict(NamedTuple):
    """A statement that the database would refuse where the migrations run in this order."""

    location: Location
    message: str
    missing: str | None = None
    """What it is about that no earlier migration creates."""
    is_first: bool = False
    """Whether no migration has made any table yet."""


class Outcome(NamedTuple):
    """The state in the end, as the facts of a schema; sorted by key, columns in the table's order."""

    tables: tuple[Table, ...]
    enums: tuple[Enum, ...]
    views: tuple[View, ...]
    sequences: tuple[Sequence, ...]


class Replay:
    """Folds statements onto a state that begins empty."""

    def __init__(self, dialect: SqlDialect) -> None:
        self.state = State(dialect)
        self.conflicts: list[Conflict] = []
        self._doubtful: set[str] = set()
        self._work = 0
        self._has_code = False
        self._unseen = False
        """Whether something may have been created that no statement tells."""

    def doubt(self, names: Iterable[str | None]) -> None:
        """Statements about these were not understood: what does not fit them says nothing any more.

        One about nobody knows what may create anything.
        """
        for name in names:
            if name is None:
                self._unseen = True
            else:
                self._doubtful.add(name)

    def run(self, path: str, statements: Iterable[Statement]) -> tuple[str, ...]:
        """What the statements of one migration did, in words, each thing once."""
        self.state.search_path = None
        done: dict[str, None] = {}
        for statement in statements:
            done.update(dict.fromkeys(self._apply(path, statement)))
        return tuple(done)

    def _apply(self, path: str, statement: Statement) -> list[str]:
        """A statement that cannot be applied changes nothing: databases undo what it did before it failed."""
        self.state.place = Location(path, statement.span)
        self._notice_code(statement)
        if not self._affords():
            return []
        before = self.state.saved()
        try:
            words = _CONTENTS[type(statement.content)](self.state, statement.content)
        except ConflictError as error:
            self.state.restore(before)
            self._refuse(statement, error)
            return []
        return [] if words is None else [words] if isinstance(words, str) else words

    def _notice_code(self, statement: Statement) -> None:
        if isinstance(statement.content, PassedOver):
            self._has_code = self._has_code or statement.content.what in _CODE
            self._unseen = self._unseen or (self._has_code and statement.content.what in _RUNNING_CODE)

    def _affords(self) -> bool:
        """Whether there is time for one more statement, whose cost grows with the number of tables."""
        before = self._work
        self._work += 1 + len(self.state.tables)
        if before <= _MOST_WORK < self._work:
            message = "the statements from here on are not replayed: there are too many of them, on too many tables"
            self.conflicts.append(Conflict(self.state.place, message))
        return self._work <= _MOST_WORK

    def _refuse(self, statement: Statement, error: ConflictError) -> None:
        """One conflict for everything that is missing: the statements that follow say nothing new."""
        if statement.tolerant or error.missing in self._doubtful or (error.missing and self._unseen):
            return
        is_first = not self.conflicts and not self.state.tables
        self.conflicts.append(Conflict(self.state.place, str(error), error.missing, is_first))
        if error.missing is not None:
            self.doubt([error.missing])

    def outcome(self) -> Outcome:
        state = self.state
        return Outcome(
            tuple(sorted((_finished(table) for table in state.tables), key=lambda table: table.key)),
            tuple(sorted(state.enums, key=lambda enum: enum.key)),
            tuple(sorted(state.views.values(), key=lambda view: view.key)),
            tuple(sorted(state.sequences.values(), key=lambda sequence: sequence.key)),
        )


def _finished(table: Table) -> Table:
    """The table, its columns saying what its constraints say of them."""
    unique = {each.columns[0] for each in table.uniques if len(each.columns) == 1}
    unique |= {
        each.columns[0].text
        for each in table.indexes
        if each.unique and len(each.columns) == 1 and each.where is None and not each.columns[0].expression
    }
    references = {
        key.columns[0]: Reference(key.table, key.ref_columns[0])
        for key in reversed(table.foreign_keys)
        if len(key.columns) == 1 and key.ref_columns
    }

    def finished(column: Column) -> Column:
        return column._replace(
            primary_key=column.name in table.primary_key,
            unique=column.name in unique,
            references=references.get(column.name),
        )

    return table._replace(
        columns=tuple(finished(column) for column in table.columns),
        uniques=tuple(sorted(table.uniques, key=lambda each: (each.name or "", each.columns))),
        indexes=tuple(sorted(table.indexes, key=lambda each: (each.name or "", each.columns[0].text))),
        foreign_keys=tuple(sorted(table.foreign_keys, key=lambda each: (each.columns, each.table))),
        checks=tuple(sorted(table.checks, key=lambda each: (each.name or "", each.expression))),
    )


# --- what shapes no fact, or only how names are read ------------------------------------------------------------------


def _create_schema(_state: State, content: CreateSchema) -> str:
    return f"create schema {content.name}"


def _search_path(state: State, content: SetSearchPath) -> None:
    state.search_path = content.schema


def _pragma(state: State, content: SetPragma) -> None:
    if content.name == "foreign_keys":
        state.foreign_keys = content.on
    else:
        state.legacy_alter_table = content.on


_SILENT = frozenset(
    {"begin", "commit", "set", "pragma", "start", "end", "rollback", "savepoint", "release", "lock", "unlock"}
)


def _passed_over(state: State, content: PassedOver) -> str | None:
    if content.what in _SILENT:
        return None
    words = {"insert": "insert into", "delete": "delete from", "replace": "replace into"}.get(
        content.what, content.what
    )
    return f"{words} {state.key(content.name)}" if content.name is not None else words


_CONTENTS: dict[type, Callable[[State, Any], str | list[str] | None]] = {
    AddEnumValue: types.add_value,
    AlterSequence: others.alter_sequence,
    AlterTable: alterations.alter,
    Comment: others.comment,
    CreateEnum: types.create,
    CreateIndex: indexes.create,
    CreateSchema: _create_schema,
    CreateSequence: others.create_sequence,
    CreateTable: tables.create,
    CreateView: others.create_view,
    DropIndex: indexes.drop,
    DropSchema: others.drop_schema,
    DropSequence: others.drop_sequence,
    DropTable: tables.drop,
    DropType: types.drop,
    DropView: others.drop_view,
    PassedOver: _passed_over,
    RenameEnumValue: types.rename_value,
    RenameIndex: indexes.rename,
    RenameSchema: others.rename_schema,
    RenameTable: tables.rename,
    RenameType: types.rename,
    RenameView: others.rename_view,
    SetPragma: _pragma,
    SetSearchPath: _search_path,
    SetTypeSchema: types.set_schema,
}
