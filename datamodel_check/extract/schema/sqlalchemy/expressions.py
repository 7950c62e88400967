"""SQL as code writes it: `text("now()")`, `func.lower(User.name)`, `User.age >= 18`.

https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/sql/compiler.py, with literal values in their place.
"""

from collections.abc import Callable, Mapping, Sequence

from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.values import Access, Application, Constant, ListValue, TemplateValue, Unresolved, Value

_OPERATORS: Mapping[str, str] = {
    "eq": "=",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "mod": "%%",
    "and_": "AND",
    "or_": "OR",
    "floordiv": "/",
}

_METHODS: Mapping[str, str] = {
    "like": "LIKE",
    "ilike": "ILIKE",
    "not_like": "NOT LIKE",
    "notlike": "NOT LIKE",
    "is_": "IS",
    "is_not": "IS NOT",
    "isnot": "IS NOT",
    "op": "",
    "in_": "IN",
    "not_in": "NOT IN",
    "notin_": "NOT IN",
    "regexp_match": "~",
    "concat": "||",
    "is_distinct_from": "IS DISTINCT FROM",
}

_WORDS: Mapping[str, str] = {
    "current_timestamp": "CURRENT_TIMESTAMP",
    "current_date": "CURRENT_DATE",
    "current_time": "CURRENT_TIME",
    "localtimestamp": "LOCALTIMESTAMP",
    "localtime": "LOCALTIME",
    "current_user": "CURRENT_USER",
    "session_user": "SESSION_USER",
    "user": "USER",
    "sysdate": "sysdate",
}
"""Functions that are called without parentheses: lib/sqlalchemy/sql/functions.py, `AnsiFunction`."""

_STRENGTH: Mapping[str, int] = {
    **dict.fromkeys(("*", "/", "%%"), 8),
    **dict.fromkeys(("+", "-"), 7),
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), 5),
    "AND": 3,
    "OR": 2,
}
"""How tightly operators bind, as in `_PRECEDENCE` of lib/sqlalchemy/sql/operators.py."""


class Expressions:
    """Compiles expressions; `column` says what a value is called that stands for a column of the table."""

    def __init__(self, reader: Reader, column: Callable[[Value], str | None]) -> None:
        self._reader = reader
        self._column = column

    def sql(self, value: Value | None) -> str | None:
        """The expression as SQL; None where it cannot be told."""
        found = self._compiled(value, 0)
        return None if found is None else found[0]

    def _compiled(self, value: Value | None, depth: int) -> tuple[str, int] | None:
        """The text, and how tightly its outermost operator binds."""
        if value is None or depth > _DEEPEST:
            return None
        named = self._column(value)
        if named is not None:
            return named, _TIGHT
        match value:
            case Constant():
                return literal(value), _TIGHT
            case ListValue():
                parts = [self._compiled(item, depth + 1) for item in value.items]
                texts = [part[0] for part in parts if part is not None]
                return (f"({', '.join(texts)})", _TIGHT) if len(texts) == len(parts) and not value.open else None
            case Unresolved():
                return self._compiled(value.value, depth + 1)
            case Application():
                return self._applied(value, depth)
            case TemplateValue():
                return None
            case _:
                return self._named(value)

    def _named(self, value: Value) -> tuple[str, int] | None:
        """`func.now` is none, but `null`, `true` and `false` may stand without parentheses."""
        name = self._reader.name(value)
        return (_KEYWORDS[name], _TIGHT) if name in _KEYWORDS else None

    def _applied(self, value: Application, depth: int) -> tuple[str, int] | None:
        found = symbol(value.callee)
        if found is not None and found.package == "operator":
            return self._operated(found.path[-1], value.arguments, depth)
        name = self._reader.name(value.callee)
        if name is not None and (function := self._function(value.callee)) is not None:
            return self._call(function, value, depth)
        if name is not None:
            return self._construct(name, value, depth)
        return self._method(value, depth) if isinstance(value.callee, Access) else None

    def _function(self, callee: Value) -> str | None:
        """Of `func.date_trunc` its name; of `func.schema.name` both."""
        names: list[str] = []
        found = symbol(callee)
        path = found.path if found is not None else ()
        while isinstance(callee, Access):
            names.insert(0, callee.name)
            callee = callee.object
        path = path or tuple(names)
        if "func" not in path[:-1]:
            return None
        return ".".join(path[path.index("func") + 1 :]).removesuffix("_")

    def _call(self, name: str, value: Application, depth: int) -> tuple[str, int] | None:
        if name in _WORDS and not value.arguments:
            return _WORDS[name], _TIGHT
        inner = self._list(value.arguments, depth)
        return None if inner is None else (f"{name}({inner})", _TIGHT)

    def _list(self, values: Sequence[Value], depth: int, between: str = ", ") -> str | None:
        parts = [self._compiled(item, depth + 1) for item in values]
        texts = [part[0] for part in parts if part is not None]
        return between.join(texts) if len(texts) == len(parts) else None

    def _construct(self, name: str, value: Application, depth: int) -> tuple[str, int] | None:
        first = value.arguments[0] if value.arguments else None
        match name:
            case "text" | "literal_column" | "TextClause" | "DDL":
                text = string(first)
                return None if text is None else (text.replace("\\:", ":"), _TIGHT)
            case "column" | "Column":
                text = string(first)
                return None if text is None else (text, _TIGHT)
            case "literal":
                return self._compiled(first, depth + 1)
            case "null" | "true" | "false":
                return _KEYWORDS[name], _TIGHT
            case "and_" | "or_":
                return self._joined(name.removesuffix("_").upper(), value.arguments, depth)
            case "not_":
                return self._operated("invert", value.arguments, depth)
            case _:
                return None

    # --- operators ---------------------------------------------------------------------------------------------------

    def _operated(self, name: str, values: Sequence[Value], depth: int) -> tuple[str, int] | None:
        if name == "invert" and values:
            inner = self._compiled(values[0], depth + 1)
            return None if inner is None else (f"NOT {_bracketed(inner, 4)}", 4)
        if name == "neg" and values:
            inner = self._compiled(values[0], depth + 1)
            return None if inner is None else (f"-{_bracketed(inner, _TIGHT)}", 9)
        if name == "getitem" and len(values) > 1:
            return self._joined("->", values, depth)
        sign = _OPERATORS.get(name)
        if sign is None:
            return None
        if name in ("eq", "ne") and isinstance(values[1], Constant) and values[1].value is None:
            sign = "IS" if name == "eq" else "IS NOT"
        return self._joined(sign, values, depth)

    def _joined(self, sign: str, values: Sequence[Value], depth: int) -> tuple[str, int] | None:
        strength = _STRENGTH.get(sign, 5)
        parts = [self._compiled(item, depth + 1) for item in values]
        known = [_bracketed(part, strength, sign) for part in parts if part is not None]
        return (f" {sign} ".join(known), strength) if len(known) == len(parts) else None

    def _method(self, value: Application, depth: int) -> tuple[str, int] | None:
        """`User.name.like("%a")`, `User.age.between(1, 2)`."""
        callee = value.callee
        assert isinstance(callee, Access)
        target = (callee.object, *value.arguments)
        if callee.name == "between" and len(target) == 3:
            parts = [self._compiled(item, depth + 1) for item in target]
            texts = [part[0] for part in parts if part is not None]
            return (f"{texts[0]} BETWEEN {texts[1]} AND {texts[2]}", 5) if len(texts) == 3 else None
        if callee.name in ("label", "self_group"):
            return self._compiled(callee.object, depth + 1)
        if callee.name == "next_value" and self._reader.called(callee.object) == "Sequence":
            return self._next(callee.object)
        sign = _METHODS.get(callee.name)
        return self._joined(sign, target, depth) if sign else None

    def _next(self, sequence: Value) -> tuple[str, int] | None:
        """`Sequence("counter").next_value()`, as PostgreSQL has it."""
        name = string(sequence.arguments[0]) if isinstance(sequence, Application) and sequence.arguments else None
        schema = string(sequence.keywords.get("schema")) if isinstance(sequence, Application) else None
        return None if name is None else (f"nextval('{f'{schema}.' if schema else ''}{name}')", _TIGHT)


_DEEPEST = 60

_TIGHT = 15

_KEYWORDS: Mapping[str | None, str] = {"null": "NULL", "true": "true", "false": "false"}


def _bracketed(part: tuple[str, int], strength: int, sign: str = "") -> str:
    """In parentheses where it binds less tightly than what stands around it."""
    text, own = part
    same = own == strength and sign not in ("AND", "OR", "+", "*")
    return f"({text})" if own < strength or (same and own < _TIGHT) else text


def literal(value: Constant) -> str:
    """A plain value as SQL."""
    if value.value is None:
        return "NULL"
    if isinstance(value.value, bool):
        return "true" if value.value else "false"
    return quoted(value.value) if isinstance(value.value, str) else str(value.value)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
