"""Expressions of Django's ORM → SQL: `F`, `Q`, `Value`, functions and what operators make of them.

What is beyond the SQL known here stays in Django's own words: it is known, and a change in it is seen.
https://docs.djangoproject.com/en/5.2/ref/models/expressions/
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.values import Access, Application, Constant, External, ListValue, Unresolved, Value

_OPERATORS: Mapping[str, str] = {
    "add": "+",
    "bitand": "&",
    "bitor": "|",
    "mod": "%%",
    "mul": "*",
    "sub": "-",
    "truediv": "/",
}

_COMPARISONS: Mapping[str, str] = {"exact": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}

_FUNCTIONS: Mapping[str, str] = {
    "Abs": "ABS",
    "Coalesce": "COALESCE",
    "Length": "LENGTH",
    "Lower": "LOWER",
    "MD5": "MD5",
    "Round": "ROUND",
    "Trim": "TRIM",
    "Upper": "UPPER",
}
"""Functions that are written the same in every database: django/db/models/functions/."""

_NOW: Mapping[str, str] = {
    "mysql": "CURRENT_TIMESTAMP(6)",
    "postgresql": "STATEMENT_TIMESTAMP()",
    "sqlite": "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')",
}


class UnknownSqlError(Exception):
    """An expression whose SQL is not known here."""


class Part(NamedTuple):
    """One side of a comparison: its SQL, and the field where it is a plain column."""

    text: str
    field: Field | None = None


class Expressions:
    """The expressions of one model."""

    def __init__(self, reader: Reader, project: Project, model: Model) -> None:
        self._reader = reader
        self._project = project
        self._model = model
        self._quote = "`" if project.dialect == "mysql" else '"'

    def sql(self, value: Value) -> str:
        """The SQL of an expression; where that is not known, what the code says."""
        try:
            return self._sql(value)
        except UnknownSqlError:
            return self._reader.program.describe(value)

    def default(self, value: Value) -> str:
        """What the database is told of `db_default`."""
        text = self.sql(value)
        literal = isinstance(value, Constant | Access) or known.called(value) == "Value"
        return text if literal else f"({text})"

    def known(self, value: Value) -> str | None:
        """The SQL of an expression; None where that is not known."""
        try:
            return self._sql(value)
        except UnknownSqlError:
            return None

    def condition(self, value: Value) -> str:
        """The SQL of a `Q`; where that is not known, what the code says."""
        found = self.known_condition(value)
        return self._reader.program.describe(value) if found is None else found

    def known_condition(self, value: Value) -> str | None:
        """The SQL of a `Q`; None where that is not known."""
        try:
            return self._condition(value)
        except UnknownSqlError:
            return None

    # --- expressions -------------------------------------------------------------------------------------------------

    def _sql(self, value: Value) -> str:
        if isinstance(value, Constant):
            return self._literal(value)
        if isinstance(value, Access):
            return self._member(value)
        call = application(value)
        if call is None:
            raise UnknownSqlError
        operator = _operator(call)
        if operator in _OPERATORS:
            sides = f" {_OPERATORS[operator]} ".join(map(self._sql, call.arguments))
            return f"({sides})"
        return self._called(call)

    def _called(self, call: Application) -> str:
        name = known.called(call) or ""
        if not call.arguments and name in ("F", "Value", *_WRAPPERS):
            raise UnknownSqlError
        if name == "F" or name in _WRAPPERS:
            return self.column(string(call.arguments[0]) or "") if name == "F" else self._sql(call.arguments[0])
        if name == "Value":
            return self._sql(call.arguments[0])
        if name == "Q":
            return self._condition(call)
        if name == "Now":
            return _NOW.get(self._project.dialect, "CURRENT_TIMESTAMP")
        if name in _FUNCTIONS:
            return f"{_FUNCTIONS[name]}({', '.join(map(self._argument, call.arguments))})"
        if name == "Func" and (function := string(call.keywords.get("function"))):
            return f"{function}({', '.join(map(self._argument, call.arguments))})"
        raise UnknownSqlError

    def _argument(self, value: Value) -> str:
        """Texts name fields where functions take expressions."""
        text = string(value)
        return self._sql(value) if text is None else self.column(text)

    def _literal(self, value: Constant) -> str:
        match value.value:
            case bool() as known_:
                return str(known_).lower() if self._project.dialect == "postgresql" else str(int(known_))
            case None:
                return "NULL"
            case str() as text:
                return "'" + text.replace("'", "''") + "'"
            case number:
                return str(number)

    def _member(self, value: Access) -> str:
        """A member of an enumeration."""
        found = self._reader.program.member(value, "value")
        if not isinstance(found, Constant):
            raise UnknownSqlError
        return self._literal(found)

    def column(self, name: str) -> str:
        """The column of a field, in quotes."""
        found = self.field(name)
        if found is None:
            raise UnknownSqlError
        return f"{self._quote}{_column(found)}{self._quote}"

    def field(self, name: str) -> Field | None:
        if name == "pk":
            return next((field for field in self._model.fields if known.is_true(field.option("primary_key"))), None)
        found = self._project.field(self._model, name)
        if found is None and name.endswith("_id"):
            found = self._project.field(self._model, name.removesuffix("_id"))
        return found[1] if found else None

    # --- conditions --------------------------------------------------------------------------------------------------

    def _condition(self, value: Value) -> str:
        """`WhereNode.as_sql` of a `Q`."""
        call = application(value)
        if call is None:
            raise UnknownSqlError
        operator = _operator(call)
        if operator == "invert":
            return f"NOT ({self._bare(call.arguments[0])})"
        if operator in ("and_", "or_") or known.called(call) == "Q":
            parts, connector = self._parts(value)
            if known.is_true(call.keywords.get("_negated")):
                return f"NOT ({f' {connector} '.join(parts)})"
            return parts[0] if len(parts) == 1 else f"({f' {connector} '.join(parts)})"
        return self._lookup_class(call)

    def _bare(self, value: Value) -> str:
        """A condition without the parentheses that stand around it anyhow."""
        text = self._condition(value)
        _, connector = self._parts(value) if _is_joined(value) else ((), "")
        return text[1:-1] if connector and text.startswith("(") else text

    def _parts(self, value: Value) -> tuple[Sequence[str], str]:
        """What `and` or `or` joins: operands of the same kind are one list, as `Q.add` squashes them."""
        call = application(value)
        assert call is not None
        connector = self._connector(call)
        found: list[str] = []
        if known.called(call) == "Q":
            found += [self._child(one) for one in call.arguments]
            given = [(name, one) for name, one in call.keywords.items() if name not in ("_connector", "_negated")]
            found += [self._compared(name, one) for name, one in sorted(given)]
        else:
            for one in call.arguments:
                inner = application(one)
                joined = inner is not None and _is_joined(one) and self._connector(inner) == connector
                single = inner is not None and known.called(inner) == "Q" and len(inner.keywords) == 1
                found += self._parts(one)[0] if joined or single else [self._condition(one)]
        if not found:
            raise UnknownSqlError
        return found, connector

    def _child(self, value: Value) -> str:
        """A condition inside a `Q`, or `("age__gte", 18)`, as migrations write it."""
        if isinstance(value, ListValue) and len(value.items) == 2:
            return self._compared(string(value.items[0]) or "", value.items[1])
        return self._condition(value)

    def _connector(self, call: Application) -> str:
        if known.called(call) == "Q":
            return string(call.keywords.get("_connector")) or "AND"
        return "OR" if _operator(call) == "or_" else "AND"

    def _compared(self, path: str, value: Value) -> str:
        """`age__gte=18`."""
        name, _, lookup = path.partition("__")
        field = self.field(name)
        if field is None or "__" in lookup:
            raise UnknownSqlError
        return self._looked_up(Part(self.column(name), field), lookup or "exact", value)

    def _looked_up(self, left: Part, lookup: str, value: Value) -> str:
        """https://docs.djangoproject.com/en/5.2/ref/models/querysets/#field-lookups"""
        if lookup == "isnull" or (lookup == "exact" and known.is_none(value)):
            absent = lookup == "exact" or known.is_true(value)
            return f"{left.text} IS {'' if absent else 'NOT '}NULL"
        if lookup == "exact" and isinstance(value, Constant) and isinstance(value.value, bool):
            return self._is(left, truth=value.value)
        if lookup in _COMPARISONS:
            return f"{left.text} {_COMPARISONS[lookup]} {self._right(left, value)}"
        items = self._items(value)
        if lookup == "in":
            return f"{left.text} IN ({', '.join(items)})"
        if lookup == "range" and len(items) == 2:
            return f"{left.text} BETWEEN {items[0]} AND {items[1]}"
        raise UnknownSqlError

    def _is(self, left: Part, *, truth: bool) -> str:
        """MySQL compares, that it may use indexes."""
        if self._project.dialect == "mysql":
            return f"{left.text} = {str(truth).lower()}"
        return left.text if truth else f"NOT {left.text}"

    def _right(self, left: Part, value: Value) -> str:
        """A value as the field would have it: a number is a text in a column of texts."""
        if left.field is not None and isinstance(value, Constant) and not isinstance(value.value, bool | None):
            texts = is_a(left.field.kind, "CharField") or is_a(left.field.kind, "TextField")
            if texts:
                return self._literal(Constant(str(value.value)))
        return self._sql(value)

    def _items(self, value: Value) -> Sequence[str]:
        if not isinstance(value, ListValue) or value.open:
            raise UnknownSqlError
        return list(dict.fromkeys(map(self._sql, value.items)))

    def _lookup_class(self, call: Application) -> str:
        """`GreaterThan(Length("name"), 3)`."""
        lookup = _LOOKUPS.get(known.called(call) or "")
        if lookup is None or len(call.arguments) != 2:
            raise UnknownSqlError
        return self._looked_up(Part(self._sql(call.arguments[0])), lookup, call.arguments[1])


_LOOKUPS: Mapping[str, str] = {
    "Exact": "exact",
    "GreaterThan": "gt",
    "GreaterThanOrEqual": "gte",
    "In": "in",
    "IsNull": "isnull",
    "LessThan": "lt",
    "LessThanOrEqual": "lte",
    "Range": "range",
}

_WRAPPERS = frozenset({"ExpressionWrapper"})


def application(value: Value) -> Application | None:
    """A call, or what an operator applies to symbols."""
    if isinstance(value, Unresolved) and isinstance(value.value, Application):
        return value.value
    return value if isinstance(value, Application) else None


def _operator(call: Application) -> str:
    callee = call.callee
    is_operator = isinstance(callee, External) and callee.package == "operator"
    return callee.path[-1] if is_operator and isinstance(callee, External) else ""


def _is_joined(value: Value) -> bool:
    call = application(value)
    return call is not None and (_operator(call) in ("and_", "or_") or (known.called(call) == "Q"))


def _column(field: Field) -> str:
    given = string(field.option("db_column"))
    return given or (f"{field.name}_id" if is_a(field.kind, "ForeignKey") else field.name)
