"""The requests that a function sends: itself, and through the functions of the repository that it calls."""

from collections.abc import Iterator

from datamodel_check.extract.layers.reach.functions import Bound, returned
from datamodel_check.extract.layers.reach.objects import Objects, instance_of
from datamodel_check.extract.layers.state.addresses import endpoints
from datamodel_check.extract.layers.state.clients import Request, generated, request
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.module import Call, Keyword, Member, Spread
from datamodel_check.model.program import Program, Scope, Step
from datamodel_check.model.values import Access, Application, Closure, Constant, Unresolved, Value
from datamodel_check.model.walking import calls

_DEEPEST = 8
_MOST = 300
"""Functions that are looked into for one."""

_HOLDERS = {("react", ("useCallback",)), ("react", ("default", "useCallback")), ("react", ("cache",))}
"""What gives back the function that it is given: https://react.dev/reference/react/useCallback."""


def keeps(value: Value) -> bool:
    """Whether a function only keeps what it is given."""
    known = symbol(value)
    return known is not None and (known.package, known.path) in _HOLDERS


def function_of(value: Value) -> Value:
    """The function behind what merely keeps it."""
    while isinstance(value, Application) and value.arguments:
        if not keeps(value.callee):
            break
        value = value.arguments[0]
    return value


class Called:
    """A call inside a function, with what it calls and is given."""

    __slots__ = ("arguments", "call", "callee", "scope")

    def __init__(self, program: Program, call: Call, scope: Scope) -> None:
        self.call = call
        self.scope = scope
        self.callee = function_of(_callee(program, call, scope))
        self.arguments = tuple(
            program.evaluate(one, scope) for one in call.arguments if not isinstance(one, Spread | Keyword)
        )

    @property
    def request(self) -> Request | None:
        """The request that the call sends; None of a call that is none."""
        named = self.call.callee
        method = named.name if isinstance(named, Member) else ""
        return request(self.callee, self.arguments) or generated(method, self.arguments)


def _callee(program: Program, call: Call, scope: Scope) -> Value:
    """What a call calls; of `(given ?? client).get` that which is known."""
    value = program.evaluate(call.callee, scope)
    sketched = program.sketch(call.callee, scope) if isinstance(value, Unresolved) else value
    if isinstance(sketched, Access) and isinstance(sketched.object, Unresolved):
        known = (one for one in sketched.object.alternatives if not isinstance(one, Unresolved))
        holder = next(known, None)
        return value if holder is None else program.member(holder, sketched.name)
    return value


class Requests:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._objects = Objects(program)

    def of(self, function: Value) -> Iterator[Request]:
        """The requests of a function that is called by something else."""
        found = (one.request for one in self.calls_of(function))
        return (one for one in found if one is not None)

    def endpoints_of(self, function: Value | None) -> tuple[str, ...]:
        """What a function asks for, each once."""
        sent = self.of(function) if function is not None else ()
        return tuple(dict.fromkeys(endpoint for one in sent for endpoint in self.endpoints(one)))

    def endpoints(self, sent: Request) -> Iterator[str]:
        """What a request asks for, as far as it is known: `GET /api/users/:id`."""
        return endpoints(sent, self._field)

    def _field(self, value: Value) -> Value:
        """What a field of an instance holds, and what a function of the repository may give back."""
        if isinstance(value, Access) and instance_of(value.object) is not None:
            return next(iter(self._objects.field(value.object, value.name)), value)
        return self._told(value) if isinstance(value, Unresolved) else value

    def _told(self, value: Unresolved) -> Unresolved:
        """With what a function of the repository gives back, where that was called and could not be run."""
        made = value.value
        if value.parts or value.alternatives or not isinstance(made, Application):
            return value
        function = made.callee
        known = [*self._returned(function, made.arguments)] if isinstance(function, Closure) else []
        if not any(map(_is_text, known)):
            return value
        found = Unresolved(value.reason, value.text, value.location, made)
        found.alternatives = tuple(filter(_is_text, known))
        return found

    def _returned(self, function: Closure, arguments: tuple[Value, ...]) -> Iterator[Value]:
        wanted = {id(expression) for expression in returned(function.function.body)}
        for expression, scope in self._objects.steps(Bound(function, None, arguments)):
            if id(expression) in wanted:
                yield self._program.sketch(expression, scope)

    def calls_of(self, function: Value, arguments: tuple[Value, ...] = ()) -> Iterator[Called]:
        """Every call that a function makes, in those of the repository that it calls too."""
        pending = [(bound, 0) for bound in self._objects.functions(function_of(function), arguments)]
        seen: set[tuple[object, ...]] = set()
        while pending and len(seen) < _MOST:
            bound, depth = pending.pop(0)
            key = (bound.location, *map(id, bound.arguments))
            if key in seen:
                continue
            seen.add(key)
            for one in self._own(bound):
                yield one
                if depth < _DEEPEST and one.request is None:
                    pending += [(inside, depth + 1) for inside in self._called(one)]

    def _called(self, one: Called) -> Iterator[Bound]:
        """The functions of the repository that a call runs: its own, or those that it hands by name to others."""
        ours = list(self._objects.functions(one.callee, one.arguments))
        yield from ours
        for argument in one.arguments if not ours and not keeps(one.callee) else ():
            if not isinstance(argument, Closure) or not _is_written_in(argument, one.call, one.scope):
                yield from self._objects.handed(argument)

    def _own(self, bound: Bound) -> Iterator[Called]:
        """The calls in a function's own body, those of functions in it too."""
        given = tuple(one for one in bound.arguments if one is not None)
        for step in self._program.steps(bound.closure, given, bound.this):
            yield from self._within(step)

    def _within(self, step: Step, depth: int = 0) -> Iterator[Called]:
        """The calls in an expression, and in the functions that it hands to what it calls: `.then(() => …)`.

        Other functions inside count when something calls them.
        """
        for call in calls(step.expression):
            called = Called(self._program, call, step.scope)
            yield called
            handed = called.arguments if depth < _DEEPEST and not keeps(called.callee) else ()
            for one in handed:
                if isinstance(one, Closure) and _is_written_in(one, call, step.scope):
                    for inside in self._program.steps(one):
                        yield from self._within(inside, depth + 1)


def _is_text(value: Value) -> bool:
    return isinstance(value, Constant) or (isinstance(value, Unresolved) and bool(value.parts))


def _is_written_in(closure: Closure, call: Call, scope: Scope) -> bool:
    """Whether a function stands in a call; one that is handed by its name has calls of its own."""
    span = closure.function.span
    return closure.scope.path == scope.path and call.span.start <= span.start and span.end <= call.span.end
