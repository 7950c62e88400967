"""Constraints, of tables and of columns."""

from datamodel_check.model.sql import CheckKey, ConstraintDefinition, Exclusion, PrimaryKey, Reference, UniqueKey
from datamodel_check.parse.sql import expressions
from datamodel_check.parse.sql.reader import Reader

STARTS = frozenset({"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE"})
"""The words that begin a table constraint."""

_ACTIONS = ("CASCADE", "RESTRICT", "SET NULL", "SET DEFAULT", "NO ACTION")


def constraint_name(reader: Reader) -> str | None:
    """`CONSTRAINT name`; MySQL lets the name out as well."""
    if not reader.accept("CONSTRAINT") or reader.at_any(STARTS):
        return None
    reader.accept("IF", "NOT", "EXISTS")  # MariaDB
    return reader.identifier("the name of a constraint")


def table_constraint(reader: Reader) -> ConstraintDefinition:
    name = constraint_name(reader)
    if reader.accept("PRIMARY", "KEY"):
        return _primary_key(reader, name)
    if reader.accept("UNIQUE"):
        return _unique(reader, name)
    if reader.accept("CHECK"):
        return check(reader, name)
    if reader.accept("FOREIGN", "KEY"):
        return _foreign_key(reader, name)
    if reader.accept("EXCLUDE"):
        reader.until(lambda: False)
        return Exclusion(name)
    raise reader.fail("a constraint")


def check(reader: Reader, name: str | None) -> CheckKey:
    expression = expressions.bare(reader.parenthesised(), reader.dialect)
    while reader.accept("NO", "INHERIT") or reader.accept("NOT", "ENFORCED") or reader.accept("ENFORCED"):
        pass
    skip_timing(reader)
    return CheckKey(name, expression)


def references(reader: Reader, name: str | None, columns: tuple[str, ...]) -> Reference:
    """What follows the word `REFERENCES`."""
    table = reader.object_name("a table")
    ref_columns = key_columns(reader) if reader.at_symbol("(") else ()
    if reader.accept("MATCH"):
        reader.advance()
    rules = {"DELETE": "no action", "UPDATE": "no action"}
    while reader.at("ON", "DELETE") or reader.at("ON", "UPDATE"):
        reader.advance()
        event = reader.advance().value
        rules[event] = _action(reader)
    if reader.accept("MATCH"):
        reader.advance()
    skip_timing(reader)
    return Reference(name, columns, table, ref_columns, rules["DELETE"], rules["UPDATE"])


def key_columns(reader: Reader) -> tuple[str, ...]:
    """The columns of a key; MySQL lets each have a length, MySQL and SQLite an order."""
    reader.expect_symbol("(")
    columns = reader.separated(lambda: _key_column(reader))
    reader.expect_symbol(")")
    return columns


def skip_timing(reader: Reader) -> None:
    """When and whether the database looks at a constraint is no fact."""
    while (
        reader.accept("NOT", "DEFERRABLE")
        or reader.accept("DEFERRABLE")
        or reader.accept("INITIALLY", "DEFERRED")
        or reader.accept("INITIALLY", "IMMEDIATE")
        or reader.accept("NOT", "VALID")
        or reader.accept("NOT", "ENFORCED")
        or reader.accept("ENFORCED")
    ):
        pass


def skip_conflict(reader: Reader) -> None:
    """SQLite: `ON CONFLICT REPLACE`."""
    if reader.accept("ON", "CONFLICT"):
        reader.advance()


def _key_column(reader: Reader) -> str:
    name = reader.identifier("a column")
    if reader.at_symbol("("):
        reader.skip_group()
    if reader.accept("COLLATE"):
        reader.identifier()
    _ = reader.accept("ASC") or reader.accept("DESC")
    return name


def _action(reader: Reader) -> str:
    for action in _ACTIONS:
        if reader.accept(*action.split()):
            if action.startswith("SET") and reader.at_symbol("("):
                reader.skip_group()
            return action.lower()
    raise reader.fail("what to do on delete or update")


def _primary_key(reader: Reader, name: str | None) -> PrimaryKey:
    if reader.accept("USING", "INDEX"):
        index = reader.identifier("an index")
        skip_timing(reader)
        return PrimaryKey(name, (), index)
    _skip_method(reader)
    if reader.dialect == "mysql" and not reader.at_symbol("("):
        reader.identifier()
    columns = key_columns(reader)
    _skip_storage(reader)
    return PrimaryKey(name, columns)


def _unique(reader: Reader, name: str | None) -> UniqueKey:
    if reader.accept("USING", "INDEX"):
        index = reader.identifier("an index")
        skip_timing(reader)
        return UniqueKey(name, (), using_index=index)
    not_distinct = reader.accept("NULLS", "NOT", "DISTINCT")
    reader.accept("NULLS", "DISTINCT")
    if reader.dialect == "mysql":
        _ = reader.accept("KEY") or reader.accept("INDEX")
        if not reader.at_symbol("(") and not reader.at("USING"):
            name = reader.identifier("the name of an index")
        _skip_method(reader)
    columns = key_columns(reader)
    _skip_storage(reader)
    return UniqueKey(name, columns, not_distinct)


def _foreign_key(reader: Reader, name: str | None) -> Reference:
    if not reader.at_symbol("("):
        index = reader.identifier("the name of a foreign key")
        name = name or index
    columns = key_columns(reader)
    reader.expect("REFERENCES")
    return references(reader, name, columns)


def _skip_method(reader: Reader) -> None:
    if reader.accept("USING"):
        reader.advance()


def _skip_storage(reader: Reader) -> None:
    """Where and how the index of a key is kept."""
    while True:
        if reader.at("INCLUDE") or reader.at("WITH"):
            reader.advance()
            reader.skip_group()
        elif reader.accept("USING", "INDEX", "TABLESPACE"):
            reader.identifier()
        elif reader.accept("USING") or reader.accept("COMMENT") or reader.accept("KEY_BLOCK_SIZE"):
            reader.accept_symbol("=")
            reader.advance()
        elif not (reader.accept("VISIBLE") or reader.accept("INVISIBLE")):
            break
    skip_conflict(reader)
    skip_timing(reader)
