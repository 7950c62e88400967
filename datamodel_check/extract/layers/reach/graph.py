"""What functions reach through one another: every function is looked at once for everything that it is given."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from datamodel_check.extract.layers.access.protocol import Touch, union
from datamodel_check.extract.layers.access.tables import Tables
from datamodel_check.extract.layers.reach.functions import Bound, Identity, identity
from datamodel_check.extract.layers.reach.objects import Objects
from datamodel_check.extract.layers.reach.walk import Doing, Walker
from datamodel_check.model.location import Location, Span
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.values import Closure

_VARIANTS = 24
"""Ways of calling a function that are told apart; beyond them what it is given is forgotten."""

_OBJECTS = 500
"""Objects that a method is told apart by; beyond them it is forgotten which one it is."""


_Key: TypeAlias = tuple[Identity, str, Identity, tuple[Identity, ...]]
"""A function, the case that it was cut down to, the object that it is a method of, and what it is given."""


class Reached(NamedTuple):
    """Tables read and written, and functions called, by their identities."""

    reads: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    calls: frozenset[Identity] = frozenset()

    @property
    def touches(self) -> bool:
        return bool(self.reads or self.writes)


class _Node(NamedTuple):
    """A function that was looked at, and the functions that it calls."""

    bound: Bound
    doing: Doing
    edges: "list[_Node]"


class Reach:
    """Answers for one program."""

    def __init__(self, program: Program, sources: Sequence[Source]) -> None:
        self.objects = Objects(program)
        self._walker = Walker(program, self.objects, Tables(sources))
        self._nodes: dict[_Key, _Node] = {}
        self._variants: dict[Location, int] = {}
        self._running: dict[int, bool] = {}

    def total(self, functions: Iterable[Bound]) -> Reached:
        """What the functions touch, themselves and through whatever they call."""
        reads: set[str] = set()
        writes: set[str] = set()
        seen: set[int] = set()
        pending = [self._node(bound) for bound in functions]
        while pending:
            node = pending.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            touch = self._touch(node)
            reads |= touch.reads
            writes |= touch.writes
            pending += node.edges
        return Reached(frozenset(reads), frozenset(writes))

    def itself(self, functions: Sequence[Bound], elsewhere: Callable[[Identity], bool]) -> Reached:
        """What the functions touch before they leave for a function that stands `elsewhere`, which counts as called.

        What such a function calls back, because it was given it, is their own again.
        """
        reads: set[str] = set()
        writes: set[str] = set()
        called: set[Identity] = set()
        own: list[Location] = []
        pending = [(self._node(bound), True) for bound in functions]
        seen: set[tuple[int, bool]] = set()
        while pending:
            node, inside = pending.pop(0)
            place = node.bound.location
            inside = inside or _is_part(place, own)
            if (id(node), inside) in seen:
                continue
            seen.add((id(node), inside))
            if inside:
                own.append(place)
                touch = self._touch(node)
                reads |= touch.reads
                writes |= touch.writes
            for edge in node.edges:
                target = identity(edge.bound.closure)
                away = elsewhere(target)
                if away and inside:
                    called.add(target)
                if not away or any(isinstance(one, Closure) for one in edge.bound.arguments):
                    pending.append((edge, inside and not away))
        return Reached(frozenset(reads), frozenset(writes), frozenset(called))

    def _touch(self, node: _Node) -> Touch:
        """What a function touches, also by SQL text that it gives to what runs any."""
        given = [touch for position, touch in node.doing.texts.items() if self._runs_text(node.edges[position])]
        return union([node.doing.touch, *given]) if given else node.doing.touch

    def _runs_text(self, first: _Node) -> bool:
        """Whether a function runs SQL text that it is given, itself or through whatever it calls."""
        if id(first) not in self._running:
            seen: set[int] = set()
            pending = [first]
            while pending and not pending[-1].doing.touch.any_text:
                node = pending.pop()
                if id(node) not in seen:
                    seen.add(id(node))
                    pending += node.edges
            self._running[id(first)] = bool(pending)
        return self._running[id(first)]

    # --- nodes -------------------------------------------------------------------------------------------------------

    def _node(self, bound: Bound) -> _Node:
        """The function with everything below it, each looked at once."""
        first = self._made(bound)
        pending = [first]
        while pending:
            node = pending.pop()
            if len(node.edges) == len(node.doing.calls):
                continue
            for call in node.doing.calls:
                known = len(self._nodes)
                edge = self._made(call)
                node.edges.append(edge)
                if len(self._nodes) > known:
                    pending.append(edge)
        return first

    def _made(self, bound: Bound) -> _Node:
        key = _key(bound)
        known = self._variants.get(bound.location, 0)
        if key not in self._nodes and known >= _VARIANTS:
            bound = Bound(bound.closure, bound.this if known < _OBJECTS else None)
            key = (("any", bound.location), bound.closure.function.part, identity(bound.this), ())
        if key not in self._nodes:
            self._variants[bound.location] = self._variants.get(bound.location, 0) + 1
            self._nodes[key] = _Node(bound, self._walker.doing(bound), [])
        return self._nodes[key]


def _key(bound: Bound) -> _Key:
    function = bound.closure
    return identity(function), function.function.part, identity(bound.this), tuple(map(identity, bound.arguments))


def _is_part(place: Location, functions: Sequence[Location]) -> bool:
    """Whether a function stands inside one of the others."""
    return any(one.path == place.path and _holds(one.span, place.span) for one in functions)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start < inner.start and inner.end <= outer.end
