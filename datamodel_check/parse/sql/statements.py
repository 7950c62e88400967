"""The tokens of one statement → what it says."""

from collections.abc import Callable

from datamodel_check.model.sql import Content, PassedOver
from datamodel_check.parse.sql import alterations, enums, indexes, others, sequences, tables
from datamodel_check.parse.sql.reader import NotUnderstoodError, Reader
from datamodel_check.parse.sql.tokens import words

_DATA = frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "TRUNCATE", "COPY"})
_PASSED_OVER = words(
    "ABORT ANALYZE ANALYSE ATTACH BEGIN CALL CHECK CHECKPOINT CLOSE CLUSTER COMMIT DEALLOCATE DECLARE DETACH "
    "DISCARD DO END EXECUTE EXPLAIN FETCH FLUSH GRANT IMPORT LISTEN LOAD LOCK NOTIFY OPTIMIZE PREPARE REASSIGN "
    "REFRESH REINDEX RELEASE RESET REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SHOW START UNLISTEN UNLOCK USE "
    "VACUUM VALUES WITH"
)
_OTHER_OBJECTS = (
    "ACCESS METHOD",
    "AGGREGATE",
    "CAST",
    "COLLATION",
    "CONVERSION",
    "DATABASE",
    "DEFAULT PRIVILEGES",
    "DOMAIN",
    "EVENT TRIGGER",
    "EVENT",
    "EXTENSION",
    "FOREIGN DATA WRAPPER",
    "FOREIGN TABLE",
    "FUNCTION",
    "GROUP",
    "LANGUAGE",
    "LARGE OBJECT",
    "OPERATOR CLASS",
    "OPERATOR FAMILY",
    "OPERATOR",
    "OWNED",
    "POLICY",
    "PROCEDURE",
    "PUBLICATION",
    "ROLE",
    "ROUTINE",
    "RULE",
    "SERVER",
    "STATISTICS",
    "SUBSCRIPTION",
    "SYSTEM",
    "TABLESPACE",
    "TEXT SEARCH CONFIGURATION",
    "TEXT SEARCH DICTIONARY",
    "TEXT SEARCH PARSER",
    "TEXT SEARCH TEMPLATE",
    "TRANSFORM",
    "TRIGGER",
    "USER MAPPING",
    "USER",
    "VIRTUAL TABLE",
)


def statement(reader: Reader) -> tuple[Content, ...]:
    """What a statement says; several things only where MySQL renames several tables.

    Raises `NotUnderstoodError`.
    """
    contents = _contents(reader)
    if not reader.done:
        raise reader.fail("the end of the statement")
    return contents


def _contents(reader: Reader) -> tuple[Content, ...]:
    word = reader.next.value if reader.next.kind == "word" else ""
    if word == "RENAME" and (reader.accept("RENAME", "TABLE") or reader.accept("RENAME", "TABLES")):
        return tables.rename_tables(reader)
    if word in _STATEMENTS:
        reader.advance()
        return (_STATEMENTS[word](reader),)
    if word in _DATA:
        return (_data(reader),)
    if word in _PASSED_OVER or reader.at_symbol("("):
        reader.rest()
        return (PassedOver(word.lower() or "select"),)
    raise reader.fail("a statement")


def _create(reader: Reader) -> Content:
    replace = reader.accept("OR", "REPLACE")
    _ = reader.accept("GLOBAL") or reader.accept("LOCAL")
    temporary = reader.accept("TEMPORARY") or reader.accept("TEMP")
    _ = reader.accept("UNLOGGED") or reader.accept("COLUMN")
    if reader.accept("TABLE"):
        return tables.create_table(reader, temporary=temporary)
    if reader.accept("UNIQUE"):
        _ = reader.accept("CLUSTERED") or reader.accept("NONCLUSTERED")
        reader.expect("INDEX")
        return indexes.create_index(reader, unique=True)
    if reader.accept("INDEX"):
        return indexes.create_index(reader, unique=False)
    if reader.at("FULLTEXT", "INDEX") or reader.at("SPATIAL", "INDEX"):
        method = reader.advance().value.lower()
        reader.advance()
        return indexes.create_index(reader, unique=False, method=method)
    if reader.accept("TYPE"):
        return enums.create_type(reader)
    if reader.accept("SEQUENCE"):
        return sequences.create_sequence(reader)
    if reader.accept("SCHEMA"):
        return others.create_schema(reader)
    return _create_view(reader, replace=replace, temporary=temporary) or _other_object(reader, "create")


def _create_view(reader: Reader, *, replace: bool, temporary: bool) -> Content | None:
    """MySQL lets `ALGORITHM`, `DEFINER` and `SQL SECURITY` stand before the word `VIEW`, as before that of routines."""
    if reader.dialect == "mysql":
        _skip_definer(reader)
    if reader.accept("MATERIALIZED", "VIEW"):
        return others.create_view(reader, replace=replace, temporary=temporary, materialized=True)
    if reader.accept("VIEW") or reader.accept("RECURSIVE", "VIEW"):
        return others.create_view(reader, replace=replace, temporary=temporary)
    return None


def _skip_definer(reader: Reader) -> None:
    known = frozenset({"VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "DATABASE", "USER", "ROLE"})
    place = reader.position
    while not reader.done and not reader.at_any(known):
        reader.advance()
    if reader.done:
        reader.position = place


def _alter(reader: Reader) -> Content:
    _ = reader.accept("ONLINE") or reader.accept("IGNORE")
    if reader.accept("TABLE"):
        return alterations.alter_table(reader)
    if reader.accept("INDEX"):
        return indexes.alter_index(reader) or PassedOver("alter index")
    if reader.accept("TYPE"):
        return enums.alter_type(reader)
    if reader.accept("SEQUENCE"):
        return sequences.alter_sequence(reader)
    if reader.accept("SCHEMA"):
        return others.alter_schema(reader)
    if reader.accept("VIEW") or reader.accept("MATERIALIZED", "VIEW"):
        return others.alter_view(reader)
    return _other_object(reader, "alter")


def _drop(reader: Reader) -> Content:
    if reader.accept("TABLE") or reader.accept("TEMPORARY", "TABLE"):
        return tables.drop_table(reader)
    if reader.accept("INDEX"):
        content = indexes.drop_index(reader)
        reader.rest()  # `CASCADE`, and of MySQL `ALGORITHM = …`
        return content
    if reader.accept("TYPE"):
        return enums.drop_type(reader)
    if reader.accept("SEQUENCE"):
        content = sequences.drop_sequence(reader)
        _ = reader.accept("CASCADE") or reader.accept("RESTRICT")
        return content
    if reader.accept("SCHEMA"):
        return others.drop_schema(reader)
    if reader.accept("VIEW") or reader.accept("MATERIALIZED", "VIEW"):
        return others.drop_view(reader)
    return _other_object(reader, "drop")


def _other_object(reader: Reader, verb: str) -> Content:
    for kind in _OTHER_OBJECTS:
        if reader.accept(*kind.split()) or reader.accept("CONSTRAINT", *kind.split()):
            _ = reader.accept("IF", "NOT", "EXISTS") or reader.accept("IF", "EXISTS")
            name = reader.object_name() if reader.next.kind in {"word", "name"} else None
            reader.rest()
            return PassedOver(f"{verb} {kind.lower()}", name)
    raise reader.fail(f"what to {verb}")


def _data(reader: Reader) -> Content:
    """`insert into user`, `update user`: the name of the table behind the words."""
    verb = reader.advance().value.lower()
    if reader.accept("OR"):
        reader.advance()
    while reader.at_any(frozenset({"INTO", "FROM", "ONLY", "TABLE", "LOW_PRIORITY", "IGNORE", "DELAYED", "QUICK"})):
        reader.advance()
    name = reader.object_name() if reader.next.kind in {"word", "name"} else None
    reader.rest()
    return PassedOver(verb, name)


def _comment(reader: Reader) -> Content:
    reader.expect("ON")
    return others.comment_on(reader)


_STATEMENTS: dict[str, Callable[[Reader], Content]] = {
    "ALTER": _alter,
    "COMMENT": _comment,
    "CREATE": _create,
    "DROP": _drop,
    "PRAGMA": others.pragma,
    "SET": others.set_option,
}

__all__ = ["NotUnderstoodError", "statement"]
