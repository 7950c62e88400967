"""Expressions as text: the same for the same meaning, however the source code was laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from datamodel_check.model import module as m

Piece: TypeAlias = "str | m.Expression | m.Statement | m.Spread | m.Keyword | m.Parameter | m.Property | m.Field"

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\v": "\\v"}

_BINARY = {
    symbol: level
    for level, symbols in enumerate(
        (
            ("=", "default"),
            ("??", "||", "or"),
            ("&&", "and"),
            ("|",),
            ("^",),
            ("&",),
            ("==", "!=", "===", "!==", "is", "is not"),
            ("<", ">", "<=", ">=", "in", "not in", "instanceof", "extends"),
            ("<<", ">>", ">>>"),
            ("+", "-"),
            ("*", "/", "%", "//", "@"),
        ),
        start=2,
    )
    for symbol in symbols
}
_COMMA, _LOWEST, _PREFIX, _POSTFIX = 0, 1, 20, 30
_BINARY["**"] = _PREFIX + 1
_ASSOCIATIVE = frozenset({"+", "-", "*", "/", "%", "||", "&&", "??", "|", "&", "and", "or"})
"""Those whose left operand may be of the same kind without parentheses."""


def text(expression: m.Expression | m.Statement) -> str:
    """The expression as one line of source text in a spelling of its own.

    It depends on what the expression means and on nothing else: not on quotes, white space, comments, parentheses,
    trailing commas, or how numbers are written. Different expressions have different texts, as far as the model can
    tell them apart. Functions are printed with their bodies.
    """
    written: list[str] = []
    pending: list[Piece] = [expression]
    while pending:
        piece = pending.pop()
        printer = _PRINTERS.get(type(piece))
        if printer is None:
            written.append(str(piece))
        else:
            pending.extend(reversed(list(printer(piece))))
    return "".join(written)


def quoted(value: str, quote: str = "'") -> str:
    """A string literal: `'it\\'s'`."""
    if value.isprintable() and quote not in value and "\\" not in value:
        return quote + value + quote  # as nearly all are
    return quote + "".join(_escaped(character, quote) for character in value) + quote


def _escaped(character: str, quote: str) -> str:
    if character == quote:
        return "\\" + quote
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character < " " or "\x7f" <= character < "\xa0" or character in "\u2028\u2029\ufeff":
        return f"\\u{ord(character):04x}"
    return character


# --- helpers ---------------------------------------------------------------------------------------------------------


def _separated(pieces: Iterable[Piece], separator: str = ", ") -> Iterator[Piece]:
    for position, piece in enumerate(pieces):
        if position:
            yield separator
        yield piece


def _within(operand: m.Expression, level: int) -> Iterator[Piece]:
    """The operand, in parentheses where it binds less than `level`."""
    if _level(operand) < level:
        yield from ("(", operand, ")")
    else:
        yield operand


def _level(expression: m.Expression) -> int:
    """How strongly an expression holds together; `_POSTFIX` for what needs no parentheses anywhere."""
    if isinstance(expression, m.Operator):
        if expression.symbol == ",":
            return _COMMA
        return _BINARY.get(expression.symbol, _LOWEST) if len(expression.operands) > 1 else _PREFIX
    if isinstance(expression, m.Conditional | m.Function | m.Class | m.Opaque):
        return _LOWEST
    if isinstance(expression, m.Literal):
        value = expression.value
        return _PREFIX if isinstance(value, int | float) and value < 0 else _POSTFIX
    return _PREFIX if isinstance(expression, m.Call) and expression.new else _POSTFIX


def _block(statements: Iterable[Piece]) -> Iterator[Piece]:
    yield "{ "
    for statement in statements:
        yield statement
        yield " "
    yield "}"


def _key(key: str | m.Expression) -> Iterator[Piece]:
    if isinstance(key, str):
        yield key if key.isidentifier() or (key.isdigit() and key.isascii()) else quoted(key)
    else:
        yield from ("[", key, "]")


def _decorators(decorators: Iterable[m.Expression]) -> Iterator[Piece]:
    for decorator in decorators:
        yield from ("@", *_within(decorator, _POSTFIX), " ")


def _modifiers(modifiers: Iterable[str]) -> str:
    return "".join(f"{modifier} " for modifier in sorted(modifiers))


def _annotation(annotation: m.Expression | None) -> Iterator[Piece]:
    if annotation is not None:
        yield from (": ", annotation)


def _value(value: m.Expression | None) -> Iterator[Piece]:
    if value is not None:
        yield " = "
        yield from _within(value, _LOWEST)


# --- expressions -----------------------------------------------------------------------------------------------------


def _literal(literal: m.Literal) -> Iterator[str]:
    value = literal.value
    if isinstance(value, str):
        yield quoted(value)
    elif value is None:
        yield "null"
    elif isinstance(value, bool):
        yield "true" if value else "false"
    else:
        yield f"{value!r}{'n' * literal.bigint}".replace("inf", "Infinity")


def _name(name: m.Name) -> Iterator[Piece]:
    yield name.id


def _member(member: m.Member) -> Iterator[Piece]:
    number = isinstance(member.object, m.Literal) and isinstance(member.object.value, int | float)
    yield from _within(member.object, _POSTFIX + number)
    yield f".{member.name}"


def _subscript(subscript: m.Subscript) -> Iterator[Piece]:
    yield from (*_within(subscript.object, _POSTFIX), "[", *_separated(subscript.keys), "]")


def _keyword(keyword: m.Keyword) -> Iterator[Piece]:
    yield from (f"{keyword.name}=", *_within(keyword.value, _LOWEST))


def _spread(spread: m.Spread) -> Iterator[Piece]:
    yield from ("...", *_within(spread.value, _LOWEST))


def _items(items: Iterable[Any]) -> Iterator[Piece]:
    for position, item in enumerate(items):
        if position:
            yield ", "
        yield from (item,) if isinstance(item, m.Spread | m.Keyword) else _within(item, _LOWEST)


def _call(call: m.Call) -> Iterator[Piece]:
    if call.new:
        yield "new "
    yield from _within(call.callee, _POSTFIX)
    if call.type_arguments:
        yield from ("<", *_separated(call.type_arguments), ">")
    yield from ("(", *_items(call.arguments), ")")


def _template(template: m.Template) -> Iterator[Piece]:
    if template.tag is not None:
        yield from _within(template.tag, _POSTFIX)
    yield "`"
    for part in template.parts:
        if isinstance(part, str):
            yield quoted(part, "`")[1:-1].replace("${", "\\${")
        else:
            yield from ("${", part, "}")
    yield "`"


def _list(items: m.List) -> Iterator[Piece]:
    yield from ("[", *_items(items.items), "]")


def _property(entry: m.Property) -> Iterator[Piece]:
    if entry.getter:
        yield "get "
    yield from (*_key(entry.key), ": ", *_within(entry.value, _LOWEST))


def _object(value: m.Object) -> Iterator[Piece]:
    yield from ("{ ", *_separated(value.entries), " }") if value.entries else ("{}",)


def _operator(operator: m.Operator) -> Iterator[Piece]:
    symbol, operands = operator.symbol, operator.operands
    level = _level(operator)
    if symbol == ",":
        yield from _items(operands)
    elif symbol.startswith("postfix "):
        yield from (*_within(operands[0], _POSTFIX), symbol.removeprefix("postfix "))
    elif len(operands) == 1:
        yield symbol + " " if symbol[-1].isalpha() else symbol
        # `- -x` and `+ +x` would read as other operators.
        yield from _within(operands[0], _PREFIX + (symbol[-1] in "+-"))
    else:
        chained = symbol in _ASSOCIATIVE and len(operands) == 2
        yield from _operand(operands[0], symbol, level if chained else level + 1)
        for operand in operands[1:]:
            yield f" {symbol} "
            yield from _operand(operand, symbol, level + 1)


def _operand(operand: m.Expression, symbol: str, level: int) -> Iterator[Piece]:
    """An operand of a binary operator; `??` beside `||` or `&&` needs parentheses whatever their levels."""
    other = operand.symbol if isinstance(operand, m.Operator) else symbol
    mixed = other != symbol and "??" in (symbol, other) and {symbol, other} & {"||", "&&"}
    yield from _within(operand, _POSTFIX if mixed else level)


def _conditional(conditional: m.Conditional) -> Iterator[Piece]:
    yield from (*_within(conditional.test, _LOWEST + 1), " ? ", *_within(conditional.then, _LOWEST), " : ")
    yield from _within(conditional.otherwise, _LOWEST)


def _opaque(opaque: m.Opaque) -> Iterator[Piece]:
    yield opaque.text


# --- functions and classes -------------------------------------------------------------------------------------------


def _parameter(parameter: m.Parameter) -> Iterator[Piece]:
    yield from _decorators(parameter.decorators)
    yield _modifiers(parameter.modifiers) + ("..." if parameter.rest else "") + parameter.name
    yield from _annotation(parameter.annotation)
    yield from _value(parameter.default)


def _function(function: m.Function) -> Iterator[Piece]:
    yield from _decorators(function.decorators)
    yield _modifiers(function.modifiers)
    if function.name:
        yield f"function {function.name}"
    yield from ("(", *_separated(function.parameters), ")", *_annotation(function.returns), " => ")
    body = function.body
    only = body[0] if len(body) == 1 else None
    if isinstance(only, m.Return) and only.value is not None:
        braces = isinstance(only.value, m.Object)
        yield from ("(", only.value, ")") if braces else _within(only.value, _LOWEST)
    else:
        yield from _block(body)


def _field(field: m.Field) -> Iterator[Piece]:
    yield from _decorators(field.decorators)
    yield _modifiers(field.modifiers)
    yield from (*_key(field.name), *_annotation(field.annotation), *_value(field.value), ";")


def _class(declaration: m.Class) -> Iterator[Piece]:
    yield from _decorators(declaration.decorators)
    yield f"{_modifiers(declaration.modifiers)}class"
    if declaration.name:
        yield f" {declaration.name}"
    if declaration.type_parameters:
        yield f"<{', '.join(declaration.type_parameters)}>"
    if declaration.bases or declaration.keywords:
        yield from (" extends ", *_items((*declaration.bases, *declaration.keywords)))
    yield from (" ", *_block(declaration.members))


# --- statements ------------------------------------------------------------------------------------------------------


def _binding(binding: m.Binding) -> Iterator[Piece]:
    yield from (f"{binding.kind} {binding.name}", *_annotation(binding.annotation), *_value(binding.value), ";")


def _type_declaration(declaration: m.TypeDeclaration) -> Iterator[Piece]:
    yield f"{declaration.kind} {declaration.name}"
    if declaration.parameters:
        yield f"<{', '.join(declaration.parameters)}>"
    if declaration.bases:
        yield from (" extends ", *_items(declaration.bases))
    yield from (" = ", declaration.value, ";")


def _assignment(assignment: m.Assignment) -> Iterator[Piece]:
    yield from (*_within(assignment.target, _LOWEST + 1), *_value(assignment.value), ";")


def _return(statement: m.Return) -> Iterator[Piece]:
    yield "return"
    if statement.value is not None:
        yield from (" ", statement.value)
    yield ";"


def _evaluate(statement: m.Evaluate) -> Iterator[Piece]:
    yield from (statement.value, ";")


def _if(statement: m.If) -> Iterator[Piece]:
    yield from ("if (", statement.test, ") ", *_block(statement.then))
    if statement.otherwise:
        yield from (" else ", *_block(statement.otherwise))


def _loop(statement: m.Block) -> Iterator[Piece]:
    yield from (f"{statement.kind} (", *_separated(statement.header), ") ", *_block(statement.body))


_PRINTERS: dict[type, Callable[[Any], Iterable[Piece]]] = {
    m.Assignment: _assignment,
    m.Binding: _binding,
    m.Block: _loop,
    m.Call: _call,
    m.Class: _class,
    m.Conditional: _conditional,
    m.Evaluate: _evaluate,
    m.Field: _field,
    m.Function: _function,
    m.If: _if,
    m.Keyword: _keyword,
    m.List: _list,
    m.Literal: _literal,
    m.Member: _member,
    m.Name: _name,
    m.Object: _object,
    m.Opaque: _opaque,
    m.Operator: _operator,
    m.Parameter: _parameter,
    m.Property: _property,
    m.Return: _return,
    m.Spread: _spread,
    m.Subscript: _subscript,
    m.Template: _template,
    m.TypeDeclaration: _type_declaration,
}
