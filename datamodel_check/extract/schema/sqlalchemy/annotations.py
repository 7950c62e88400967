"""Annotations as values: `Mapped[str | None]`, `Annotated[str, mapped_column(…)]`, forward references included.

https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html#using-annotated-declarative-table-type-annotated-forms
"""

import re
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Span
from datamodel_check.model.module import Expression, List, Literal, Member, Name, Operator, Subscript
from datamodel_check.model.program import Scope
from datamodel_check.model.values import Application, Constant, External, Unresolved, Value

_TYPING = frozenset({"builtins", "collections", "typing", "typing_extensions", "types"})

_COLLECTIONS = frozenset(
    {
        *("AbstractSet", "Collection", "Dict", "Iterable", "List", "Mapping", "MutableMapping", "MutableSequence"),
        *("MutableSet", "Sequence", "Set", "Tuple", "deque", "dict", "frozenset", "list", "set", "tuple"),
        *("AppenderQuery", "InstrumentedList", "KeyFuncDict", "MappedCollection"),
    }
)

_MAPPED = frozenset({"DynamicMapped", "Mapped", "WriteOnlyMapped", "SQLCoreOperations"})


class Annotation(NamedTuple):
    """What an annotation says. `type` is it without `Mapped`, `Optional` and `Annotated`."""

    type: Value | None
    nullable: bool = False
    extras: tuple[Value, ...] = ()
    """What `Annotated` holds beside the type."""
    whole: Value | None = None
    """The annotation without `Mapped` and `Optional`, for what names it by a key."""
    collection: str | None = None
    """Of `list[Child]` its `list`; the type is then `Child`."""
    mapped: bool = False
    key: str | None = None
    """Which of `Mapped`, `DynamicMapped` and `WriteOnlyMapped` it is."""


class Annotations:
    """Reads annotations."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, expression: Expression | None, scope: Scope) -> Annotation:
        """What an annotation says."""
        if expression is None:
            return Annotation(None)
        return self._read(self._value(expression, scope), scope, Annotation(None), 0)

    def _value(self, expression: Expression, scope: Scope) -> Value:
        if isinstance(expression, Literal) and isinstance(expression.value, str):
            expression = parsed(expression.value, expression.span) or expression
        return self._reader.program.evaluate(expression, scope)

    def _read(self, value: Value, scope: Scope, so_far: Annotation, depth: int) -> Annotation:
        if depth > _DEEPEST:
            return so_far
        if isinstance(value, Constant) and isinstance(value.value, str):
            expression = parsed(value.value, _START)
            known = self._reader.program.evaluate(expression, scope) if expression is not None else value
            return self._read(known, scope, so_far, depth + 1) if known is not value else so_far._replace(type=value)
        members = _united(value)
        if members is not None:
            return self._of_union(members, value, scope, so_far, depth)
        name, keys = self._subscripted(value)
        if name in _MAPPED and keys:
            return self._read(keys[0], scope, so_far._replace(mapped=True, key=name), depth + 1)
        if name == "Optional" and keys:
            return self._read(keys[0], scope, so_far._replace(nullable=True), depth + 1)
        if name == "Annotated" and len(keys) > 1:
            found = so_far._replace(extras=(*so_far.extras, *keys[1:]), whole=so_far.whole or value)
            return self._read(keys[0], scope, found, depth + 1)
        if name in ("ClassVar", "InitVar"):
            return so_far._replace(key=name)
        if name in _COLLECTIONS and keys and so_far.collection is None:
            inner = self._read(keys[-1], scope, Annotation(None), depth + 1)
            return so_far._replace(type=inner.type, collection=name, whole=so_far.whole or value)
        return so_far._replace(type=value, whole=so_far.whole or value)

    def _of_union(
        self, members: tuple[Value, ...], value: Value, scope: Scope, so_far: Annotation, depth: int
    ) -> Annotation:
        others = [one for one in members if not _is_nothing(one)]
        found = so_far._replace(nullable=so_far.nullable or len(others) < len(members))
        if len(others) == 1:
            return self._read(others[0], scope, found, depth + 1)
        return found._replace(type=value, whole=so_far.whole or value)

    def _subscripted(self, value: Value) -> tuple[str | None, tuple[Value, ...]]:
        """Of `Mapped[int]` its name and keys."""
        if not isinstance(value, Application) or not isinstance(value.callee, External):
            return None, ()
        if value.callee.dotted != "operator.getitem":
            return None, ()
        first, *keys = value.arguments
        found = symbol(first)
        name = self._reader.name(first)
        if name is None and found is not None and found.package in _TYPING and found.path:
            name = found.path[-1]
        return name, tuple(keys)

    def literal_values(self, value: Value | None) -> tuple[Value, ...]:
        """Of `Literal["a", "b"]` what it allows."""
        name, keys = self._subscripted(value) if value is not None else (None, ())
        return keys if name == "Literal" else ()


def _united(value: Value) -> tuple[Value, ...] | None:
    """The members of `A | B` and `Union[A, B]`; None of what is no union."""
    call = value.value if isinstance(value, Unresolved) else value
    if not isinstance(call, Application) or not isinstance(call.callee, External):
        return None
    if call.callee.dotted == "operator.or_":
        return tuple(inner for one in call.arguments for inner in (_united(one) or (one,)))
    is_union = call.callee.dotted == "operator.getitem" and (found := symbol(call.arguments[0])) is not None
    return call.arguments[1:] if is_union and found is not None and found.path[-1:] == ("Union",) else None


def _is_nothing(value: Value) -> bool:
    found = symbol(value)
    return (isinstance(value, Constant) and value.value is None) or (
        found is not None and found.path[-1:] == ("NoneType",)
    )


_DEEPEST = 20

_START = Span(0, 0, 0)


# --- forward references ----------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"\s*(?:([A-Za-z_]\w*)|([\[\],.|])|(\"[^\"]*\"|'[^']*')|(\d+))")


def parsed(text: str, span: Span) -> Expression | None:
    """The expression that a forward reference holds: names, members, subscripts and unions; None of anything else."""
    tokens: list[str] = []
    position = 0
    text = text.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        tokens.append(match.group().strip())
        position = match.end()
    reader = _Tokens(tokens, span)
    found = reader.union()
    return found if found is not None and not reader.left else None


class _Tokens:
    """Reads the tokens of an annotation in turn."""

    def __init__(self, tokens: list[str], span: Span) -> None:
        self.left = tokens[:_MOST]
        self._span = span

    def union(self) -> Expression | None:
        parts = [self._primary()]
        while self._take("|"):
            parts.append(self._primary())
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        found = known[0]
        for other in known[1:]:
            found = Operator("|", (found, other), self._span)
        return found

    def _primary(self) -> Expression | None:
        token = self.left.pop(0) if self.left else ""
        found = self._atom(token)
        while found is not None and self.left and self.left[0] in (".", "["):
            if self._take("."):
                found = Member(found, self.left.pop(0), self._span) if self.left else None
            else:
                self.left.pop(0)
                keys = self._keys()
                found = None if keys is None else Subscript(found, keys, self._span)
        return found

    def _atom(self, word: str) -> Expression | None:
        if word == "None":
            return Literal(None, self._span)
        if word[:1] in ("'", '"'):
            return Literal(word[1:-1], self._span)
        if word.isdigit():
            return Literal(int(word), self._span)
        if word == "[":
            keys = self._keys()
            return None if keys is None else List(keys, self._span)
        return Name(word, self._span) if word.isidentifier() else None

    def _keys(self) -> tuple[Expression, ...] | None:
        keys: list[Expression] = []
        while not self._take("]"):
            key = self.union()
            if key is None:
                return None
            keys.append(key)
            self._take(",")
        return tuple(keys)

    def _take(self, token: str) -> bool:
        if self.left[:1] == [token]:
            self.left.pop(0)
            return True
        return False


_MOST = 200
"""Tokens of one annotation."""
