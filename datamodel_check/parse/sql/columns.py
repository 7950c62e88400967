"""Column definitions."""

from collections.abc import Sequence

from datamodel_check.model.schema import Generated, Identity
from datamodel_check.model.sql import (
    ColumnDefinition,
    ConstraintDefinition,
    DataType,
    PrimaryKey,
    UniqueKey,
)
from datamodel_check.parse.sql import constraints, expressions
from datamodel_check.parse.sql.reader import Reader
from datamodel_check.parse.sql.sequences import sequence_options
from datamodel_check.parse.sql.tokens import Token, words
from datamodel_check.parse.sql.types import data_type

_AFTER_DEFAULT = words(
    "CONSTRAINT NOT NULL PRIMARY UNIQUE CHECK REFERENCES GENERATED COLLATE DEFERRABLE INITIALLY ON "
    "AUTO_INCREMENT AUTOINCREMENT COMMENT KEY AFTER FIRST VISIBLE INVISIBLE STORAGE COMPRESSION COLUMN_FORMAT "
    "AS"
)
_SKIPPED_PAIRS = frozenset(
    {"COLUMN_FORMAT", "STORAGE", "COMPRESSION", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"}
)


def column(reader: Reader) -> ColumnDefinition:
    """A column's name, its type and all that follows them."""
    name = reader.identifier("a column")
    return _Column(reader, name, data_type(reader)).read()


def default_expression(reader: Reader) -> str | None:
    """What follows the word `DEFAULT`; `NULL` is no default."""
    return spelled_default(reader.until(lambda: reader.at_any(_AFTER_DEFAULT)), reader)


def spelled_default(tokens: Sequence[Token], reader: Reader) -> str | None:
    """Parentheses around an expression count in MySQL and SQLite: without them it would be none."""
    spell = expressions.bare if reader.dialect == "postgresql" else expressions.text
    text = spell(tokens, reader.dialect)
    if reader.dialect == "sqlite" and len(tokens) == 1 and tokens[0].kind == "name":
        text = "'" + tokens[0].value.replace("'", "''") + "'"  # no column can be meant, so it is a string
    return None if text == "NULL" or text.startswith("NULL::") else text


class _Column:
    def __init__(self, reader: Reader, name: str, data_type: DataType) -> None:
        self.reader = reader
        self.name = name
        self.type = data_type
        self.nullable: bool | None = None
        self.default: str | None = None
        self.generated: Generated | None = None
        self.identity: Identity | None = None
        self.autoincrement = False
        self.on_update: str | None = None
        self.comment: str | None = None
        self.constraints: list[ConstraintDefinition] = []

    def read(self) -> ColumnDefinition:
        while self._constraint() or self._value() or self._attribute():
            pass
        return ColumnDefinition(
            self.name,
            self.type,
            self.nullable,
            self.default,
            self.generated,
            self.identity,
            self.autoincrement,
            self.on_update,
            self.comment,
            tuple(self.constraints),
        )

    def _constraint(self) -> bool:
        """A constraint; the name before it may also stand before `NOT NULL` or `DEFAULT`, which have none."""
        reader, here = self.reader, (self.name,)
        name = constraints.constraint_name(reader)
        if reader.accept("PRIMARY", "KEY") or (reader.dialect == "mysql" and reader.accept("KEY")):
            _ = reader.accept("ASC") or reader.accept("DESC")
            constraints.skip_conflict(reader)
            self.constraints.append(PrimaryKey(name, here))
        elif reader.accept("UNIQUE"):
            self.constraints.append(self._unique(name))
        elif reader.accept("CHECK"):
            self.constraints.append(constraints.check(reader, name))
        elif reader.accept("REFERENCES"):
            self.constraints.append(constraints.references(reader, name, here))
        else:
            return self._nullability() or (name is not None)
        return True

    def _unique(self, name: str | None) -> UniqueKey:
        reader = self.reader
        if reader.dialect == "mysql":
            reader.accept("KEY")
        not_distinct = reader.accept("NULLS", "NOT", "DISTINCT")
        reader.accept("NULLS", "DISTINCT")
        constraints.skip_conflict(reader)
        constraints.skip_timing(reader)
        return UniqueKey(name, (self.name,), not_distinct)

    def _nullability(self) -> bool:
        if self.reader.accept("NOT", "NULL"):
            self.nullable = False
        elif self.reader.accept("NULL"):
            self.nullable = True
        else:
            return False
        constraints.skip_conflict(self.reader)
        return True

    def _value(self) -> bool:
        """Where a column's values come from."""
        reader = self.reader
        if reader.accept("DEFAULT"):
            self.default = default_expression(reader)
        elif reader.accept("GENERATED", "ALWAYS", "AS") or reader.accept("GENERATED", "BY", "DEFAULT", "AS"):
            self._generated(always=reader.ahead(-2).value == "ALWAYS")
        elif reader.at("AS") and reader.ahead(1).text == "(":
            reader.advance()
            self._generated(always=True)
        elif reader.accept("AUTO_INCREMENT") or reader.accept("AUTOINCREMENT"):
            self.autoincrement = True
        elif reader.accept("ON", "UPDATE"):
            self.on_update = expressions.text(reader.until(lambda: reader.at_any(_AFTER_DEFAULT)), reader.dialect)
        else:
            return False
        return True

    def _generated(self, *, always: bool) -> None:
        reader = self.reader
        if reader.accept("IDENTITY"):
            options = sequence_options(reader, in_parentheses=True) if reader.at_symbol("(") else ()
            self.identity = Identity(always, options)
            return
        expression = expressions.bare(reader.parenthesised(), reader.dialect)
        stored = reader.accept("STORED") or reader.accept("PERSISTENT")
        reader.accept("VIRTUAL")
        self.generated = Generated(expression, stored)

    def _attribute(self) -> bool:
        """What changes no fact, and MySQL's comment."""
        reader = self.reader
        if reader.accept("COMMENT"):
            self.comment = reader.string()
        elif reader.accept("COLLATE") or reader.accept("CHARACTER", "SET") or reader.accept("CHARSET"):
            reader.accept_symbol("=")
            reader.object_name("a collation")
        elif reader.at_any(_SKIPPED_PAIRS):
            reader.advance()
            reader.advance()
        elif not (reader.accept("VISIBLE") or reader.accept("INVISIBLE") or reader.accept("BINARY")):
            before = reader.position
            constraints.skip_timing(reader)
            return reader.position > before
        return True
