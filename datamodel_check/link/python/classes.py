"""Classes: their bases, and the order in which attributes are looked up."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from datamodel_check.link.python.class_bodies import Body
from datamodel_check.link.scope import ModuleScope
from datamodel_check.model.module import Expression, Subscript
from datamodel_check.model.program import Attribute
from datamodel_check.model.values import ClassValue, External, Value

if TYPE_CHECKING:
    from datamodel_check.link.python.bindings import PythonBindings

_DEEPEST = 40
"""Classes that may stand above one another."""


class Classes:
    """The classes of a program. Classes are told from one another by identity, and kept so that they stay apart."""

    def __init__(self, bindings: "PythonBindings") -> None:
        self._bindings = bindings
        self._bodies: dict[int, tuple[ClassValue, Body]] = {}
        self._attributes: dict[int, tuple[Attribute, ...]] = {}
        self._orders: dict[int, tuple[ClassValue, tuple[Value, ...]]] = {}

    def body(self, value: ClassValue) -> Body:
        if id(value) not in self._bodies:
            self._bodies[id(value)] = (value, Body(self._bindings, value))
        return self._bodies[id(value)][1]

    def attributes(self, value: ClassValue) -> Sequence[Attribute]:
        """What the body of a class says of each of its names, in order."""
        body = self.body(value)
        if id(value) not in self._attributes:
            self._attributes[id(value)] = tuple(body.attributes())
        return self._attributes[id(value)]

    def bases(self, value: ClassValue) -> Sequence[Value]:
        """What a class inherits from; of `Base[T]` it is `Base`."""
        return [self._base(base, value) for base in value.declaration.bases]

    def _base(self, base: Expression, value: ClassValue) -> Value:
        while isinstance(base, Subscript):
            base = base.object
        moment = value.declaration.span.start if isinstance(value.scope, ModuleScope) else None
        return self._bindings.evaluated(base, value.scope, moment)  # type: ignore[arg-type]

    def order(self, value: ClassValue) -> Sequence[Value]:
        """The class and all that it inherits from, in the order in which attributes are looked up.

        https://docs.python.org/3/howto/mro.html
        """
        return self._order(value, ())

    def _order(self, value: ClassValue, below: tuple[ClassValue, ...]) -> tuple[Value, ...]:
        if id(value) not in self._orders:
            inside = (*below, value)
            bases = [base for base in self.bases(value) if base not in inside] if len(inside) < _DEEPEST else []
            lines: list[list[Value]] = [
                list(self._order(b, inside)) if isinstance(b, ClassValue) else [b] for b in bases
            ]
            lines.append(list(bases))
            self._orders[id(value)] = (value, (value, *_merged(lines)))
        return self._orders[id(value)][1]

    def find(self, value: ClassValue, name: str) -> tuple[Value, Value | None] | None:
        """The class that gives an attribute its value, and the value; None where no class does.

        Of a class outside the repository, which may have the attribute, the value is None.
        """
        unknown: Value | None = None
        for holder in self.order(value):
            if isinstance(holder, ClassValue):
                body = self.body(holder)
                if body.has(name):
                    return holder, body.value(name)
            elif unknown is None and not _is_empty(holder):
                unknown = holder
        return None if unknown is None else (unknown, None)


def _is_empty(base: Value) -> bool:
    """Whether a class of Python's own has no attributes that anybody asks for."""
    return isinstance(base, External) and base.dotted in _EMPTY


_EMPTY = frozenset({"abc.ABC", "builtins.object", "typing.Generic", "typing.Protocol", "typing_extensions.Protocol"})


def _merged(lines: list[list[Value]]) -> Iterator[Value]:
    """C3: the first head that stands in no tail; where there is none, the first."""
    while lines := [line for line in lines if line]:
        heads = [line[0] for line in lines]
        tails = {id(item) for line in lines for item in line[1:]}
        head = next((head for head in heads if id(head) not in tails), heads[0])
        yield head
        lines = [[item for item in line if item is not head] for line in lines]
