"""Sequences, and their options in identity columns.

The options have the names that drizzle-kit gives them, and stand in the order of their names.
"""

from datamodel_check.model.sql import AlterSequence, Content, CreateSequence, DropSequence, ObjectName
from datamodel_check.parse.sql.reader import Reader

_Options = dict[str, str]
_Owner = tuple[ObjectName, str]


def create_sequence(reader: Reader) -> Content:
    if_not_exists = reader.accept("IF", "NOT", "EXISTS")
    name = reader.object_name("a sequence")
    options, owner = _options(reader)
    return CreateSequence(name, tuple(sorted(options.items())), if_not_exists, owner)


def alter_sequence(reader: Reader) -> Content:
    reader.accept("IF", "EXISTS")
    name = reader.object_name("a sequence")
    if reader.accept("RENAME", "TO"):
        return AlterSequence(name, to=reader.identifier("a sequence"))
    if reader.accept("SET", "SCHEMA"):
        return AlterSequence(name, schema=reader.identifier("a schema"))
    options, owner = _options(reader)
    return AlterSequence(name, tuple(sorted(options.items())), owned_by=owner)


def drop_sequence(reader: Reader) -> Content:
    if_exists = reader.accept("IF", "EXISTS")
    return DropSequence(reader.object_names(), if_exists)


def sequence_options(reader: Reader, *, in_parentheses: bool = False) -> tuple[tuple[str, str], ...]:
    if in_parentheses:
        reader.expect_symbol("(")
    options, _ = _options(reader)
    if in_parentheses:
        reader.expect_symbol(")")
    return tuple(sorted(options.items()))


def _options(reader: Reader) -> tuple[_Options, _Owner | None]:
    options: _Options = {}
    owner: _Owner | None = None
    while not reader.done and not reader.at_symbol(")"):
        if reader.accept("OWNED", "BY"):
            owner = _owner(reader)
        elif not _option(reader, options):
            raise reader.fail("an option of a sequence")
    return options, owner


def _option(reader: Reader, options: _Options) -> bool:
    if reader.accept("SEQUENCE", "NAME"):
        options["name"] = str(reader.object_name())
    elif reader.accept("AS"):
        options["type"] = reader.advance().text.lower()
    elif reader.accept("INCREMENT"):
        reader.accept("BY")
        options["increment"] = _number(reader)
    elif reader.accept("START"):
        reader.accept("WITH")
        options["startWith"] = _number(reader)
    elif reader.accept("MINVALUE"):
        options["minValue"] = _number(reader)
    elif reader.accept("MAXVALUE"):
        options["maxValue"] = _number(reader)
    elif reader.accept("CACHE"):
        options["cache"] = _number(reader)
    elif reader.accept("CYCLE"):
        options["cycle"] = "true"
    elif reader.accept("RESTART"):
        _ = (reader.accept("WITH") or reader.next.kind == "number") and _number(reader)
    elif not (reader.accept("NO", "CYCLE") or reader.accept("NO", "MINVALUE") or reader.accept("NO", "MAXVALUE")):
        if reader.accept("OWNER", "TO"):
            reader.identifier()
        else:
            return False
    return True


def _number(reader: Reader) -> str:
    sign = "-" if reader.accept_symbol("-") else ""
    if reader.next.kind != "number":
        raise reader.fail("a number")
    return sign + reader.advance().text


def _owner(reader: Reader) -> _Owner | None:
    """`OWNED BY schema.table.column`; `NONE` is nobody."""
    if reader.accept("NONE"):
        return None
    parts = [reader.identifier("a table")]
    while reader.accept_symbol("."):
        parts.append(reader.identifier("a column"))
    if len(parts) < 2:
        raise reader.fail("a table and a column")
    return ObjectName(parts[-3] if len(parts) > 2 else None, parts[-2]), parts[-1]
