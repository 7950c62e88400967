"""What the tests of the parser are written in: source code in, the model as text or as shapes out."""

from typing import Any

from datamodel_check import parse
from datamodel_check.model.module import Binding, Expression, Function, Module
from datamodel_check.model.printing import text
from datamodel_check.model.record import Record


def parsed(source: str | bytes, path: str = "a.ts") -> Module:
    module = parse.module(path, source if isinstance(source, bytes) else source.encode())
    assert module is not None
    return module


def clean(source: str | bytes, path: str = "a.ts") -> Module:
    """The module, in which nothing was wrong."""
    module = parsed(source, path)
    assert module.problems == ()
    return module


def statements(source: str, path: str = "a.ts") -> list[str]:
    """The top-level statements as text."""
    return [text(statement) for statement in clean(source, path).statements]


def expression(source: str, path: str = "a.ts") -> Expression:
    """The one expression that is the source."""
    (binding,) = clean(f"x = [{source}]", path).statements
    return binding.value.items[0]  # type: ignore[union-attr, return-value]


def type_(source: str) -> Expression:
    """The one type that is the source."""
    (declaration,) = clean(f"type T = {source}").statements
    assert not isinstance(declaration, Binding)
    return declaration.value  # type: ignore[union-attr, return-value]


def function(source: str) -> Function:
    value = expression(source)
    assert isinstance(value, Function)
    return value


def shape(value: Any) -> Any:
    """A value as nested tuples: the class, then the fields without spans and without what is empty at their end."""
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(map(shape, value))
    if not isinstance(value, Record):
        return value
    fields = [shape(getattr(value, field)) for field in type(value)._fields if field != "span"]
    while fields and (fields[-1] is False or fields[-1] in (None, ())) and len(fields) > 1:
        fields.pop()
    return (type(value).__name__, *fields)
