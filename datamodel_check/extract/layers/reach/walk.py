"""One function's own doing: the tables that its calls touch, and the functions of the repository that it calls.

Functions inside it count as its own, whoever calls them: most are handed to something that does.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from datamodel_check.extract.layers.access.every import accesses
from datamodel_check.extract.layers.access.protocol import CHANGED, NOTHING, Run, Site, Touch, union
from datamodel_check.extract.layers.access.statements import reads_like_statement, statement, texts
from datamodel_check.extract.layers.access.tables import Tables
from datamodel_check.extract.layers.reach.functions import Bound, changed, keyed
from datamodel_check.extract.layers.reach.objects import Objects, instance_of
from datamodel_check.model import values
from datamodel_check.model.location import Location
from datamodel_check.model.module import Call, Expression, Function, Keyword, Member, Spread, Subscript, Template
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.record import Record
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ObjectValue, Unresolved, Value

_BORROWED = frozenset({"apply", "bind", "call"})


class Doing(NamedTuple):
    """What a function touches itself, and the calls that it makes."""

    touch: Touch = NOTHING
    calls: tuple[Bound, ...] = ()
    texts: Mapping[int, Touch] = {}
    """By the position of a call: the tables of the SQL text that it gives away, in case that is run."""


class Walker:
    """Looks at functions of one program."""

    def __init__(self, program: Program, objects: Objects, tables: Tables) -> None:
        self.program = program
        self.objects = objects
        self.tables = tables
        self.accesses = accesses(program, tables, objects.base)
        self.keyed: dict[int, tuple[frozenset[int], Function]] = {}

    def doing(self, bound: Bound) -> Doing:
        """What a function does itself."""
        looked = _Looked(self, bound)
        seen: set[int] = set()
        targets = {id(target): target for target in changed(bound.closure.function.body)}
        for expression, scope in self.objects.steps(bound):
            if id(expression) in targets:
                looked.changed(targets[id(expression)], scope)
            for node in _outermost(expression):
                if id(node) not in seen:
                    seen.add(id(node))
                    looked.look(node, scope)
        return Doing(union(looked.touches)._replace(runs=()), tuple(looked.calls), looked.texts)


class _Looked:
    """What was found in one function so far."""

    def __init__(self, walker: Walker, bound: Bound) -> None:
        self._program = walker.program
        self._objects = walker.objects
        self._accesses = walker.accesses
        self._tables = walker.tables
        self._keyed = walker.keyed
        self._bound = bound
        self.touches: list[Touch] = []
        self.calls: list[Bound] = []
        self.texts: dict[int, Touch] = {}

    def look(self, node: Call | Template | Function, scope: Scope) -> None:
        if isinstance(node, Function):
            closure = self._program.sketch(node, scope)
            if isinstance(closure, Closure):
                self.calls.append(Bound(closure))
        elif isinstance(node, Template):
            self._template(node, scope)
        else:
            self._chain(node, scope)

    def changed(self, target: Member, scope: Scope) -> None:
        """An attribute of an object is assigned to."""
        self._touches(self._program.sketch(target.object, scope), CHANGED, tuple)

    def _template(self, node: Template, scope: Scope) -> None:
        value = self._program.sketch(node, scope) if node.tag is not None else None
        if isinstance(value, values.TemplateValue):
            for tag in self._objects.possible(value.tag):
                touched = (access.text(tag, value.parts) for access in self._accesses)
                self.touches += [touch for touch in touched if touch is not None][:1]

    # --- calls -------------------------------------------------------------------------------------------------------

    def _chain(self, node: Call, scope: Scope) -> None:
        """A call, and the calls of the chain that it stands at the end of."""
        callee = self._program.sketch(node.callee, scope)
        before = len(self.touches)
        self._call(callee, _Arguments(self._program, node, scope), new=node.new)
        whole = any(touch.whole for touch in self.touches[before:])
        while isinstance(callee, values.Access | Application):
            if isinstance(callee, Application) and _is_written_in(callee, node, scope):
                given = partial(_same, callee.arguments)
                if whole:
                    self._ours(callee.callee, given)
                else:
                    self._call(callee.callee, given, new=callee.new)
            callee = callee.object if isinstance(callee, values.Access) else callee.callee

    def _call(self, callee: Value, arguments: Callable[[], tuple[Value, ...]], *, new: bool) -> None:
        if new:
            self.calls += self._constructors(callee, arguments)
            return
        if isinstance(callee, values.External) and callee.path and self._touches(callee, callee.path[-1], arguments):
            return
        if isinstance(callee, values.Access):
            if self._touches(callee.object, callee.name, arguments):
                return
            if callee.name in _BORROWED and isinstance(callee.object, Closure | values.Access):
                given = arguments()[1:] if callee.name != "apply" else ()
                self.calls += self._objects.functions(callee.object, self._kept(given))
            if _is_super(callee.object):
                self.calls += self._inherited(callee.name, arguments)
        self._ours(callee, arguments)

    def _touches(self, receiver: Value, name: str, arguments: Callable[[], tuple[Value, ...]]) -> bool:
        """Whether a call reaches tables; of a function that a package gives the receiver is the function itself."""
        site = Site(receiver, name, arguments, self._objects.possible)
        touch = next((one for access in self._accesses if (one := access.touch(site)) is not None), None)
        if touch is not None:
            self.touches.append(touch)
            self.calls += self._runs(touch.runs)
        return touch is not None

    def _ours(self, callee: Value, arguments: Callable[[], tuple[Value, ...]]) -> None:
        """Functions of the repository that are called, or handed to whatever is."""
        ours = [*self._objects.functions(callee)] if not isinstance(callee, values.External) else []
        if ours and (text := self._text(arguments())) is not None:
            self.texts |= {len(self.calls) + position: text for position in range(len(ours))}
        self.calls += [bound._replace(arguments=self._placed(bound, arguments)) for bound in ours]
        if isinstance(callee, Application):
            self.calls += self._objects.called(callee)
        if not ours:
            self.calls += [bound for one in arguments() for bound in self._objects.handed(one)]

    def _text(self, arguments: tuple[Value, ...]) -> Touch | None:
        """The tables of what reads like an SQL statement among arguments."""
        found = [
            statement(parts, self._tables.named, lambda _value: None)
            for value in arguments
            if (parts := texts(value)) is not None and reads_like_statement(parts)
        ]
        return union(found) if found else None

    def _inherited(self, name: str, arguments: Callable[[], tuple[Value, ...]]) -> Iterator[Bound]:
        """`super.name()`."""
        method = self._objects.inherited(self._bound, name)
        if method is not None:
            yield method._replace(arguments=self._kept(arguments()))

    def _constructors(self, callee: Value, arguments: Callable[[], tuple[Value, ...]]) -> Iterator[Bound]:
        for one in self._objects.possible(callee):
            if isinstance(one, ClassValue):
                instance = Application(one, arguments(), Location(one.scope.path, one.declaration.span), new=True)
                constructor = self._objects.method(instance, "constructor")
                if constructor is not None:
                    yield constructor._replace(arguments=self._kept(arguments()))

    def _runs(self, runs: Sequence[Run]) -> Iterator[Bound]:
        for run in runs:
            for bound in self._objects.functions(run.function, tuple(run.arguments)):
                yield bound if run.this is None else bound._replace(this=run.this)

    # --- arguments ---------------------------------------------------------------------------------------------------

    def _keys(self, bound: Bound) -> frozenset[int]:
        """The positions of the arguments by which a function picks what it uses."""
        function = bound.closure.function
        if id(function) not in self._keyed:
            self._keyed[id(function)] = (keyed(function), function)
        return self._keyed[id(function)][0]

    def _placed(self, bound: Bound, arguments: Callable[[], tuple[Value, ...]]) -> tuple[Value | None, ...]:
        """The arguments where the function's parameters are: those of Python may be given by name."""
        kept = self._kept(arguments(), self._keys(bound))
        names = arguments.names if isinstance(arguments, _Arguments) else ()
        if not any(names):
            return kept
        parameters = [one.name for one in bound.closure.function.parameters]
        first = int(bound.this is not None and parameters[:1] in (["self"], ["cls"]))
        placed: list[Value | None] = [None] * (len(parameters) - first)
        for position, value in enumerate(kept):
            name = names[position] if position < len(names) else None
            at = position if name is None else parameters.index(name) - first if name in parameters else -1
            if 0 <= at < len(placed):
                placed[at] = value
        return tuple(placed)

    def _kept(self, arguments: Sequence[Value], keys: Collection[int] = ()) -> tuple[Value | None, ...]:
        """The arguments that lead anywhere, constants where they are keys; trailing ones that do not are left out."""
        kept = [
            value if isinstance(value, Constant) and position in keys else self._keep(value, 0)
            for position, value in enumerate(arguments)
        ]
        while kept and kept[-1] is None:
            kept.pop()
        return tuple(kept)

    def _keep(self, value: Value, depth: int) -> Value | None:
        if isinstance(value, Closure | ClassValue | values.Namespace):
            return value
        if isinstance(value, ObjectValue):
            kept = {name: one for name, item in value.entries.items() if (one := self._keep(item, depth + 1))}
            return ObjectValue(kept, value.open) if kept and depth < 3 else None
        if isinstance(value, Application | values.Access | Unresolved | values.External):
            for one in self._objects.possible(value):
                if instance_of(one) is not None or isinstance(one, Closure | ClassValue):
                    return one
                if isinstance(one, ObjectValue) and depth < 3:
                    found = self._keep(one, depth + 1)
                    if found is not None:
                        return found
                if any(access.holds(one) for access in self._accesses):
                    return one
        return None


class _Arguments:
    """The arguments of a call, evaluated when somebody asks."""

    __slots__ = ("_found", "_node", "_program", "_scope")

    def __init__(self, program: Program, node: Call, scope: Scope) -> None:
        self._program = program
        self._node = node
        self._scope = scope
        self._found: tuple[Value, ...] | None = None

    @property
    def names(self) -> tuple[str | None, ...]:
        """The names that arguments are given by, in Python; None of those that are given by their position."""
        return tuple(one.name if isinstance(one, Keyword) else None for one in self._node.arguments)

    def __call__(self) -> tuple[Value, ...]:
        if self._found is None:
            self._found = tuple(self._values())
        return self._found

    def _values(self) -> Iterator[Value]:
        for part in self._node.arguments:
            if isinstance(part, Spread):
                return  # what stands behind it may stand anywhere
            yield self._program.sketch(part.value if isinstance(part, Keyword) else part, self._scope)


def _same(arguments: tuple[Value, ...]) -> tuple[Value, ...]:
    return arguments


def _is_super(value: Value) -> bool:
    if isinstance(value, Application):  # of Python
        value = value.callee
    return isinstance(value, values.External) and (value.package, value.path) in _SUPER


_SUPER = frozenset({("", ("super",)), ("builtins", ("super",))})


def _is_written_in(call: Application, node: Call, scope: Scope) -> bool:
    """Whether a call stands in the chain itself, not in what a name of it stands for."""
    place = call.location
    return place.path == scope.path and node.span.start <= place.span.start and place.span.end <= node.span.end


def _outermost(expression: Expression) -> Iterator[Call | Template | Function]:
    """The calls that end a chain, the tagged templates and the functions in an expression."""
    pending: list[Any] = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            yield node
        elif isinstance(node, Call):
            yield node
            pending.extend(_rest(node))
        elif isinstance(node, Record):
            if isinstance(node, Template) and node.tag is not None:
                yield node
            pending.extend(node.inside()[::-1])
        elif type(node) is tuple:
            pending.extend(node[::-1])


def _rest(node: Call) -> Iterator[Any]:
    """The arguments of all calls of a chain, and what it begins with."""
    root: Any = node
    while isinstance(root, Member | Subscript | Call):
        if isinstance(root, Call):
            yield root.arguments
        elif isinstance(root, Subscript):
            yield root.keys
        root = root.callee if isinstance(root, Call) else root.object
    yield root
