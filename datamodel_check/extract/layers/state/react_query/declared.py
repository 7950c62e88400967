"""The calls that declare queries and mutations, and what they are given."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.state.react_query.known import Hook, hook
from datamodel_check.extract.layers.state.react_query.options import Options, of_mutation, of_procedure, of_query
from datamodel_check.extract.layers.state.requests import function_of
from datamodel_check.extract.layers.state.sites import Site, sites, within
from datamodel_check.extract.symbols import entry
from datamodel_check.model.location import Location
from datamodel_check.model.module import Call, Keyword, Member, Name, Parameter, Spread
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)


class Declared(NamedTuple):
    """A query or mutation: the top-level binding around it, its place, and its options.

    `calls` lead to it: that of the library's function, in wrappers those of the wrappers before it.
    """

    hook: Hook
    holder: str
    options: Options
    calls: tuple[Location, ...]

    @property
    def place(self) -> Location:
        return self.calls[0]


def declared(program: Program, path: str) -> Iterator[Declared]:
    """The queries and mutations that a module declares itself; options that a hook is given at once are the hook's."""
    found = [one for site in sites(program, path) for one in of_site(program, site)]
    hooks = [one.place.span for one in found if not one.hook.is_options]
    for one in found:
        start, end, _ = one.place.span
        if not one.hook.is_options or not any(hook.start < start and end < hook.end for hook in hooks):
            yield one


def of_site(program: Program, site: Site) -> Iterator[Declared]:
    """Those that a call declares."""
    callee = called(program, site.call, site.scope)
    found = hook(callee)
    if found is None:
        return
    for options in given(program, callee, found, site.call, site.scope):
        yield Declared(found, site.holder, options, (site.location,))


def through(program: Program, wrapper: Closure, calls: tuple[Location, ...], site: Site) -> Iterator[Declared]:
    """What a call of a wrapper declares, by the calls that lead from the wrapper to the library."""
    arguments = _handed(program, wrapper, site.call, site.scope)
    for found, options in _followed(program, wrapper, arguments, calls):
        yield Declared(found, site.holder, options, (site.location, *calls))


def _followed(
    program: Program, function: Closure, arguments: tuple[Value, ...], calls: tuple[Location, ...]
) -> Iterator[tuple[Hook, Options]]:
    for step in program.steps(function, arguments):
        for call, scope in within(program, step):
            if Location(scope.path, call.span) != calls[0]:
                continue
            callee = called(program, call, scope)
            found = hook(callee)
            if found is not None:
                yield from ((found, options) for options in given(program, callee, found, call, scope))
            elif isinstance(callee, Closure) and len(calls) > 1:
                yield from _followed(program, callee, _handed(program, callee, call, scope), calls[1:])
            return


def called(program: Program, call: Call, scope: Scope) -> Value:
    """What a call calls; of members only hooks are looked at."""
    callee = call.callee
    if isinstance(callee, Name) or (
        isinstance(callee, Member) and callee.name.startswith(("use", "query", "infinite"))
    ):
        return function_of(program.evaluate(callee, scope))
    return ObjectValue({})


def given(program: Program, callee: Value, found: Hook, call: Call, scope: Scope) -> Iterator[Options]:
    """The options that a call gives, one for each query of a list."""
    arguments = _arguments(program, call, scope)
    procedure = of_procedure(callee, arguments)
    if procedure is not None:
        yield procedure
    elif found.kind == "mutation":
        yield of_mutation(arguments)
    elif not found.many:
        yield of_query(arguments)
    else:
        queries = entry(arguments[0], "queries") if arguments and isinstance(arguments[0], ObjectValue) else None
        for one in _each(program, queries or (arguments[0] if arguments else ListValue(()))):
            yield of_query((one,))


def _each(program: Program, queries: Value) -> Iterator[Value]:
    """The queries of `[a, b]`; of `ids.map((id) => query)` one that stands for all."""
    if isinstance(queries, ListValue):
        yield from queries.items
    mapped = queries.value if isinstance(queries, Unresolved) else queries
    if isinstance(mapped, Application) and mapped.arguments and isinstance(mapped.arguments[0], Closure):
        maker = mapped.arguments[0]
        name = mapped.callee.name if isinstance(mapped.callee, Access) else "map"
        if name in {"map", "flatMap"}:
            unknown = [Unresolved("it is a parameter", one.name, mapped.location) for one in maker.function.parameters]
            yield program.call(maker, unknown)


def _arguments(program: Program, call: Call, scope: Scope) -> tuple[Value, ...]:
    return tuple(program.evaluate(one, scope) for one in call.arguments if not isinstance(one, Spread | Keyword))


def _handed(program: Program, function: Closure, call: Call, scope: Scope) -> tuple[Value, ...]:
    """What a call hands to a function of the repository: its arguments, and behind them defaults."""
    arguments = _arguments(program, call, scope)
    if any(isinstance(one, Spread) for one in call.arguments):
        return arguments
    missing = function.function.parameters[len(arguments) :]
    return (*map(_certain, arguments), *(_default(program, function, one) for one in missing))


def _certain(value: Value) -> Value:
    """Options as they are written; what a caller may add to them is taken not to replace what they have."""
    return ObjectValue(value.entries, value.open, value.places) if isinstance(value, ObjectValue) else value


def _default(program: Program, function: Closure, parameter: Parameter) -> Value:
    if parameter.default is None:
        return Constant(None, undefined=True)
    return program.evaluate(parameter.default, function.scope)
