"""Indexes: their own statements, and what stands inside `CREATE TABLE` and `ALTER TABLE` of MySQL."""

from collections.abc import Sequence
from typing import Literal

from datamodel_check.model.schema import IndexColumn
from datamodel_check.model.sql import Content, CreateIndex, DropIndex, IndexDefinition, RenameIndex
from datamodel_check.parse.sql import expressions
from datamodel_check.parse.sql.reader import Reader
from datamodel_check.parse.sql.tokens import Token

INLINE = frozenset({"INDEX", "KEY", "FULLTEXT", "SPATIAL"})
"""The words that begin an index inside a table of MySQL."""

_DEFAULT_METHOD = "btree"
_TRAILING = frozenset({"ASC", "DESC", "NULLS"})


def create_index(reader: Reader, *, unique: bool, method: str | None = None) -> Content:
    """What follows `CREATE [UNIQUE] INDEX`."""
    reader.accept("CONCURRENTLY")
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    name = None if reader.at("ON") else reader.object_name("an index").name
    method = _method(reader) or method
    reader.expect("ON")
    reader.accept("ONLY")
    table = reader.object_name("a table")
    method = _method(reader) or method
    index = _definition(reader, name, unique=unique, method=method)
    return CreateIndex(table, index, if_not_exists)


def inline_index(reader: Reader) -> IndexDefinition:
    """`INDEX name (a, b)`, `FULLTEXT KEY …`, which is next."""
    special = reader.advance().value.lower()
    _ = special in {"fulltext", "spatial"} and (reader.accept("INDEX") or reader.accept("KEY"))
    reader.accept("IF", "NOT", "EXISTS")
    name = None if reader.at_symbol("(") or reader.at("USING") else reader.identifier("the name of an index")
    method = _method(reader) or (special if special in {"fulltext", "spatial"} else None)
    return _definition(reader, name, unique=False, method=method)


def drop_index(reader: Reader) -> Content:
    reader.accept("CONCURRENTLY")
    if_exists = reader.accept("IF", "EXISTS")
    names = reader.object_names()
    table = reader.object_name("a table") if reader.accept("ON") else None
    return DropIndex(names, table, if_exists)


def alter_index(reader: Reader) -> Content | None:
    """`RENAME TO`; None for all else, which changes no fact."""
    if_exists = reader.accept("IF", "EXISTS")
    name = reader.object_name("an index")
    if not reader.accept("RENAME", "TO"):
        reader.rest()
        return None
    return RenameIndex(name, reader.identifier("an index"), if_exists)


def _method(reader: Reader) -> str | None:
    if not reader.accept("USING"):
        return None
    method = reader.identifier("a method").lower()
    return None if method == _DEFAULT_METHOD else method


def _definition(reader: Reader, name: str | None, *, unique: bool, method: str | None) -> IndexDefinition:
    reader.expect_symbol("(")
    columns = reader.separated(lambda: _column(reader))
    reader.expect_symbol(")")
    options: dict[str, str] = {}
    where: str | None = None
    while not reader.done and not (reader.at_symbol(",") or reader.at_symbol(")")):
        if reader.accept("WHERE"):
            where = expressions.bare(reader.until(lambda: False), reader.dialect)
        elif not _option(reader, options):
            raise reader.fail("an option of an index")
        method = options.pop("method", method)
    return IndexDefinition(name, columns, unique, method, where, tuple(sorted(options.items())))


def _option(reader: Reader, options: dict[str, str]) -> bool:
    if reader.accept("INCLUDE"):
        options["include"] = expressions.text(reader.parenthesised(), reader.dialect)
    elif reader.accept("NULLS", "NOT", "DISTINCT"):
        options["nulls not distinct"] = "true"
    elif reader.accept("WITH"):
        _storage(reader, options)
    elif reader.accept("TABLESPACE"):
        reader.identifier()
    elif reader.at("USING"):
        method = _method(reader)
        if method:
            options["method"] = method
    elif reader.at_any(frozenset({"COMMENT", "KEY_BLOCK_SIZE", "ALGORITHM", "LOCK"})):
        reader.advance()
        reader.accept_symbol("=")
        reader.advance()
    else:
        return reader.accept("NULLS", "DISTINCT") or reader.accept("VISIBLE") or reader.accept("INVISIBLE")
    return True


def _storage(reader: Reader, options: dict[str, str]) -> None:
    """`WITH (fillfactor = 70)`, and `WITH PARSER ngram` of MySQL."""
    if reader.accept("PARSER"):
        reader.identifier()
        return
    reader.expect_symbol("(")
    while not reader.accept_symbol(")"):
        name = reader.object_name("a parameter")
        value = "true"
        if reader.accept_symbol("="):
            value = expressions.text(reader.until(lambda: False), reader.dialect).lower()
        options[f"with.{name}"] = value
        reader.accept_symbol(",")


def _column(reader: Reader) -> IndexColumn:
    """A column or an expression, its operator class and its order."""
    tokens = list(reader.until(lambda: reader.at_any(_TRAILING)))
    order, nulls = _order(reader)
    tokens, operator_class = _operator_class(tokens, reader)
    if len(tokens) == 1 and tokens[0].kind in {"word", "name"}:
        name = Reader(tokens, reader.dialect).identifier()
        return IndexColumn(name, order=order, nulls=nulls, operator_class=operator_class)
    if reader.dialect == "mysql" and len(tokens) == 4 and tokens[2].kind == "number":
        name = Reader(tokens, reader.dialect).identifier()  # `name(10)`: the length of a prefix
        return IndexColumn(name, order=order, nulls=nulls, operator_class=operator_class)
    text = expressions.bare(tokens, reader.dialect)
    return IndexColumn(text, expression=True, order=order, nulls=nulls, operator_class=operator_class)


def _order(reader: Reader) -> tuple[Literal["desc"] | None, Literal["first", "last"] | None]:
    """What departs from the default: ascending, nulls last, and nulls first where descending."""
    descending = reader.accept("DESC")
    _ = descending or reader.accept("ASC")
    usual: Literal["first", "last"] = "first" if descending else "last"
    nulls = usual
    if reader.accept("NULLS"):
        nulls = "first" if reader.accept("FIRST") else "last"
        reader.accept("LAST")
    return "desc" if descending else None, None if nulls == usual else nulls


def _operator_class(tokens: list[Token], reader: Reader) -> tuple[list[Token], str | None]:
    """`title gin_trgm_ops`: a name behind a column or behind a closed expression. `COLLATE x` is left out."""
    collation = next((place for place, token in enumerate(tokens) if token.value == "COLLATE"), None)
    rest: Sequence[Token] = ()
    if collation is not None and collation > 0 and tokens[0].text != "(":
        after = collation + 2
        while after + 1 < len(tokens) and tokens[after].text == ".":
            after += 2
        tokens, rest = tokens[:collation], tokens[after:]
    elif reader.dialect == "postgresql" and len(tokens) > 1 and _stands_alone(tokens):
        tokens, rest = _cut(tokens)
    if not rest:
        return tokens, None
    return tokens, expressions.text(rest, reader.dialect)


def _stands_alone(tokens: Sequence[Token]) -> bool:
    """Whether the tokens end in a name, or in a name with parameters, that nothing ties to what is before it."""
    return len(_cut(tokens)[1]) > 0


def _cut(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Behind the first operand: one name with what is joined to it by dots, or one group in parentheses."""
    place = 1
    if tokens[0].text == "(":
        place = _group_end(tokens, 0)
    else:
        while place + 1 < len(tokens) and tokens[place].text == ".":
            place += 2
        if place < len(tokens) and tokens[place].text == "(":
            place = _group_end(tokens, place)
    rest = list(tokens[place:])
    if rest and rest[0].kind in {"word", "name"}:
        return list(tokens[:place]), rest
    return list(tokens), []


def _group_end(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for place in range(start, len(tokens)):
        if tokens[place].kind == "symbol":
            depth += (tokens[place].text == "(") - (tokens[place].text == ")")
        if depth == 0:
            return place + 1
    return len(tokens)
