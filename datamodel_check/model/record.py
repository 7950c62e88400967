"""Immutable values that hold one another: what frozen dataclasses are, without what those cost to import.

Flat values are `NamedTuple`s. Expressions hold expressions, and type checkers compare tuples by their structure: of
such a recursion they find no end. Records are compared by name, and at run time by identity.
"""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform

_PLAIN = frozenset({"Span", "bool", "frozenset[str]", "int", "str", "str | None", "tuple[str, ...]"})
"""Annotations of fields that hold no other records."""


class _RecordType(type):
    """Makes slots and methods of a class body's annotations.

    The module of a record needs `from __future__ import annotations`: else they are not in the body's namespace from
    Python 3.14 on.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _RecordType:
        annotations = {key: of for key, of in namespace.get("__annotations__", {}).items() if key != "_fields"}
        fields = tuple(annotations)
        defaults = {field: namespace.pop(field) for field in fields if field in namespace}
        namespace.update(__slots__=fields, __match_args__=fields, _fields=fields)
        if fields:
            namespace["__init__"] = _initializer(fields, defaults)
            namespace["inside"] = _walker([field for field in fields if annotations[field] not in _PLAIN])
        return super().__new__(cls, name, bases, namespace)


def _initializer(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    parameters = (f"{field}=defaults[{field!r}]" if field in defaults else field for field in fields)
    body = "; ".join(f"self.{field} = {field}" for field in fields)
    scope: dict[str, Any] = {"defaults": defaults}
    exec(f"def __init__(self, {', '.join(parameters)}): {body}", scope)  # noqa: S102  names of fields, written here
    return scope["__init__"]


def _walker(fields: list[str]) -> Any:
    scope: dict[str, Any] = {}
    exec(f"def inside(self): return ({' '.join(f'self.{field},' for field in fields)})", scope)  # noqa: S102  as above
    return scope["inside"]


@dataclass_transform(frozen_default=True)
class Record(metaclass=_RecordType):
    """Base of records: fields are annotations, with their defaults. Only the type checker forbids setting them."""

    _fields: ClassVar[tuple[str, ...]]
    """The names of the fields, as `NamedTuple` has them."""

    def inside(self) -> tuple[Any, ...]:
        """What the record holds that may be, or hold, other records: so trees are walked."""
        return ()

    def __repr__(self) -> str:
        values = (f"{field}={getattr(self, field)!r}" for field in self._fields)
        return f"{type(self).__name__}({', '.join(values)})"
