"""Values, arguments and attributes. Inside of parentheses and brackets a new line means nothing."""

from datamodel_check.model.prisma import Argument, Attribute, Call, Expression, Items, Members, Name, Number, Text
from datamodel_check.parse.prisma.reader import Reader
from datamodel_check.parse.prisma.tokens import unquoted

_DEEPEST = 50
"""More levels of brackets than this stand in no schema."""


def expression(reader: Reader, depth: int = 0) -> Expression:
    first = reader.next
    if depth > _DEEPEST:
        raise reader.fail("a simpler value")
    if first.kind == "string":
        reader.advance()
        return Text(unquoted(first.text), reader.span(first))
    if first.kind == "number":
        reader.advance()
        return Number(first.text, reader.span(first))
    if reader.at("["):
        return Items(_items(reader, depth), reader.span(first))
    if reader.at("{"):
        return Members(_listed(reader, "{", "}", depth), reader.span(first))
    name = path(reader, "a value")
    if reader.at("("):
        return Call(name, arguments(reader, depth), reader.span(first))
    return Name(name, reader.span(first))


def path(reader: Reader, what: str) -> str:
    """`db.VarChar`."""
    name = reader.word(what)
    while reader.accept("."):
        name += "." + reader.word("a name")
    return name


def _items(reader: Reader, depth: int) -> tuple[Expression, ...]:
    reader.expect("[")
    items: list[Expression] = []
    reader.skip_newlines()
    while not reader.accept("]"):
        items.append(expression(reader, depth + 1))
        _separator(reader, "]")
    return tuple(items)


def arguments(reader: Reader, depth: int = 0) -> tuple[Argument, ...]:
    return _listed(reader, "(", ")", depth)


def _listed(reader: Reader, opening: str, close: str, depth: int) -> tuple[Argument, ...]:
    reader.expect(opening)
    found: list[Argument] = []
    reader.skip_newlines()
    while not reader.accept(close):
        name = None
        if reader.next.kind == "word" and reader.after(1).kind == "symbol" and reader.after(1).text == ":":
            name = reader.advance().text
            reader.advance()
            reader.skip_newlines()
        found.append(Argument(name, expression(reader, depth + 1)))
        _separator(reader, close)
    return tuple(found)


def _separator(reader: Reader, close: str) -> None:
    """A comma, or nothing before the bracket that closes."""
    reader.skip_newlines()
    if not reader.accept(",") and not reader.at(close):
        raise reader.fail(f"`,` or `{close}`")
    reader.skip_newlines()


def attribute(reader: Reader) -> Attribute:
    """`@id` or `@@id`, of which the sign is next."""
    first = reader.advance()
    name = path(reader, "the name of an attribute")
    given = arguments(reader) if reader.at("(") else ()
    return Attribute(name, given, reader.span(first))


def attributes(reader: Reader) -> tuple[Attribute, ...]:
    """Those of a field or value; they may go on in the next line."""
    found: list[Attribute] = []
    while True:
        ahead = 0
        while reader.after(ahead).kind == "newline":
            ahead += 1
        token = reader.after(ahead)
        if token.kind != "symbol" or token.text != "@":
            return tuple(found)
        reader.skip_newlines()
        found.append(attribute(reader))
