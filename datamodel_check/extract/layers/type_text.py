"""Types as TypeScript writes them: `string[]`, `Record<string, Item>`, `(id: string) => void`."""

from datamodel_check.model.module import (
    Conditional,
    Expression,
    Function,
    List,
    Literal,
    Member,
    Name,
    Object,
    Operator,
    Parameter,
    Property,
    Spread,
    Subscript,
)
from datamodel_check.model.printing import quoted, text

_WORDS = {"keyof", "typeof", "readonly", "infer", "unique", "asserts"}

_GENERIC = {"Array", "Awaited", "Lowercase", "Partial", "Promise", "Readonly", "Required", "Set", "Uppercase"}
"""What cannot be indexed: of others with one literal the model does not tell `User["role"]` from `User<"role">`."""


def type_text(expression: Expression) -> str:
    """The type on one line, in a spelling that depends on its meaning alone."""
    match expression:
        case Literal():
            return text(expression)
        case Name():
            return expression.id
        case Member():
            return f"{type_text(expression.object)}.{expression.name}"
        case Subscript():
            return _subscript(expression)
        case Operator():
            return _operator(expression)
        case Object():
            return _object(expression)
        case List():
            return f"[{', '.join(_item(item) for item in expression.items)}]"
        case Function():
            parameters = ", ".join(_parameter(one) for one in expression.parameters if one.name != "this")
            return f"({parameters}) => {type_text(expression.returns) if expression.returns else 'void'}"
        case Conditional():
            test, then, otherwise = map(type_text, (expression.test, expression.then, expression.otherwise))
            return f"{test} ? {then} : {otherwise}"
        case _:
            return text(expression)


def optional(value: Expression) -> tuple[Expression, bool]:
    """The type of a member, and whether a `?` stood after its name.

    Of such a member the parser makes a union with an `undefined` that stands where the whole type does.
    """
    if isinstance(value, Operator) and value.symbol == "|":
        *others, last = value.operands
        if isinstance(last, Name) and last.id == "undefined" and last.span == value.span:
            return others[0] if len(others) == 1 else Operator("|", tuple(others), value.span), True
    return value, False


def _subscript(expression: Subscript) -> str:
    keys = [type_text(key) for key in expression.keys]
    whole: object = expression.object
    if isinstance(whole, Name) and whole.id == "Array" and len(keys) == 1:
        inner: object = expression.keys[0]
        return f"({keys[0]})[]" if isinstance(inner, Operator | Function | Conditional) else f"{keys[0]}[]"
    if len(keys) == 1 and isinstance(expression.keys[0], Literal) and type_text(expression.object) not in _GENERIC:
        return f"{type_text(expression.object)}[{keys[0]}]"
    return f"{type_text(expression.object)}<{', '.join(keys)}>"


def _operator(expression: Operator) -> str:
    if expression.symbol in {"|", "&"}:
        return f" {expression.symbol} ".join(_operand(one, expression.symbol) for one in expression.operands)
    if expression.symbol in _WORDS and len(expression.operands) == 1:
        return f"{expression.symbol} {type_text(expression.operands[0])}"
    if expression.symbol == "extends" and len(expression.operands) == 2:
        return " extends ".join(map(type_text, expression.operands))
    return text(expression)


def _operand(expression: Expression, symbol: str) -> str:
    told = type_text(expression)
    is_looser = isinstance(expression, Function | Conditional) or (
        isinstance(expression, Operator) and expression.symbol in {"|", "&"} and expression.symbol != symbol
    )
    return f"({told})" if is_looser else told


def _object(expression: Object) -> str:
    entries = [_entry(entry) for entry in expression.entries]
    return f"{{ {'; '.join(entries)} }}" if entries else "{}"


def _entry(entry: Property | Spread) -> str:
    if isinstance(entry, Spread):
        return f"...{type_text(entry.value)}"
    value, is_optional = optional(entry.value)
    return f"{member_name(entry.key)}{'?' if is_optional else ''}: {type_text(value)}"


def member_name(key: str | Expression) -> str:
    """The name of a member; an index signature's is its type in brackets."""
    if isinstance(key, str):
        return key if key.replace("$", "_").isidentifier() else quoted(key)
    return f"[{type_text(key)}]"


def _item(item: Expression | Spread) -> str:
    return f"...{type_text(item.value)}" if isinstance(item, Spread) else type_text(item)


def _parameter(parameter: Parameter) -> str:
    annotation = type_text(parameter.annotation) if parameter.annotation else "unknown"
    dots = "..." if parameter.rest else ""
    mark = "?" if "optional" in parameter.modifiers or parameter.default is not None else ""
    return f"{dots}{parameter.name}{mark}: {annotation}"
