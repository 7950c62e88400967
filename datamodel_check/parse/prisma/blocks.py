"""Blocks and their lines. A line that cannot be read is one problem, and the next line is read."""

from collections.abc import Callable
from typing import TypeVar

from datamodel_check.model.location import Span
from datamodel_check.model.module import SyntaxProblem
from datamodel_check.model.prisma import (
    Attribute,
    Enum,
    EnumValue,
    Field,
    FieldType,
    Model,
    Property,
    Schema,
    Settings,
)
from datamodel_check.parse.prisma.expressions import attribute, attributes, expression
from datamodel_check.parse.prisma.reader import Reader, UnexpectedError
from datamodel_check.parse.prisma.tokens import unquoted

_Line = TypeVar("_Line")

_KEYWORDS = frozenset({"model", "view", "type", "enum", "datasource", "generator"})


def schema(reader: Reader) -> Schema:
    """The whole file."""
    models: list[Model] = []
    enums: list[Enum] = []
    settings: list[Settings] = []
    reader.skip_newlines()
    while reader.next.kind != "end":
        if not _at_block(reader):
            _skip_unknown(reader)
        else:
            match _block(reader):
                case Model() as model:
                    models.append(model)
                case Enum() as enum:
                    enums.append(enum)
                case Settings() as block:
                    settings.append(block)
        reader.skip_newlines()
    return Schema(tuple(models), tuple(enums), tuple(settings), tuple(reader.problems))


def _at_block(reader: Reader) -> bool:
    """`model User {`."""
    brace = reader.after(2)
    return (
        reader.next.kind == "word"
        and reader.next.text in _KEYWORDS
        and reader.after(1).kind == "word"
        and (brace.kind, brace.text) == ("symbol", "{")
    )


def _block(reader: Reader) -> Model | Enum | Settings:
    first = reader.advance()
    name = reader.advance().text
    reader.advance()
    span = reader.span(first)
    common: list[Attribute] = []
    match first.text:
        case "model" | "view" | "type" as kind:
            fields = _lines(reader, name, _field, common)
            return Model(kind, name, fields, tuple(common), span)
        case "enum":
            values = _lines(reader, name, _value, common)
            return Enum(name, values, tuple(common), span)
        case kind:
            properties = _lines(reader, name, _property, common)
            return Settings("datasource" if kind == "datasource" else "generator", name, properties, span)


def _lines(reader: Reader, name: str, line: Callable[[Reader], _Line], common: list[Attribute]) -> tuple[_Line, ...]:
    """The lines up to the `}`; `common` takes the attributes of the block."""
    found: list[_Line] = []
    while True:
        reader.skip_newlines()
        if reader.accept("}"):
            return tuple(found)
        if reader.next.kind == "end" or _at_block(reader):
            token = reader.next
            problem = SyntaxProblem(f"the `}}` of {name} is missing", Span(token.start, token.end, token.line))
            reader.problems.append(problem)
            return tuple(found)
        start = reader.next
        try:
            if reader.at("@@"):
                common.append(attribute(reader))
            else:
                found.append(line(reader))
            _end_of_line(reader)
        except UnexpectedError as error:
            reader.problems.append(error.problem)
            if reader.next is start:
                reader.advance()
            reader.skip_line()


def _end_of_line(reader: Reader) -> None:
    if reader.next.kind not in {"newline", "end"} and not reader.at("}"):
        raise reader.fail("the end of the line")


def _skip_unknown(reader: Reader) -> None:
    """What begins no block, together with the braces after it: one problem."""
    reader.problems.append(reader.fail("a block").problem)
    depth = 0
    while reader.next.kind != "end":
        if depth == 0 and reader.next.kind == "newline":
            return
        if _at_block(reader) and reader.next.start != reader.problems[-1].span.start:
            return
        if reader.next.kind == "symbol" and reader.next.text in "{}":
            depth = max(0, depth + (1 if reader.next.text == "{" else -1))
        reader.advance()


# --- lines -----------------------------------------------------------------------------------------------------------


def _field(reader: Reader) -> Field:
    first = reader.next
    name = reader.word("the name of a field")
    reader.accept(":")  # of Prisma 1
    kind = _type(reader)
    found = attributes(reader)
    return Field(name, kind, found, reader.span(first))


def _type(reader: Reader) -> FieldType:
    legacy_list = reader.accept("[")  # `[String]`, of Prisma 1
    name = reader.word("the type of the field")
    unsupported = name == "Unsupported" and reader.accept("(")
    if unsupported:
        if reader.next.kind != "string":
            raise reader.fail("the database's type in quotes")
        name = unquoted(reader.advance().text)
        reader.expect(")")
    if legacy_list or reader.accept("["):
        reader.expect("]")
        reader.accept("?")
        return FieldType(name, "list", unsupported)
    if reader.accept("?"):
        return FieldType(name, "optional", unsupported)
    reader.accept("!")  # of Prisma 1
    return FieldType(name, "required", unsupported)


def _value(reader: Reader) -> EnumValue:
    first = reader.next
    name = reader.word("a value of the enum")
    found = attributes(reader)
    return EnumValue(name, found, reader.span(first))


def _property(reader: Reader) -> Property:
    first = reader.next
    name = reader.word("the name of a setting")
    reader.expect("=")
    value = expression(reader)
    return Property(name, value, reader.span(first))
