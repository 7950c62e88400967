"""Calls of Python: arguments are bound by position and by name; classes and what is not known stay `Application`s."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.link.budget import ExhaustedError
from datamodel_check.link.calls import because
from datamodel_check.link.describe import depending, describe
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.python import intrinsics
from datamodel_check.link.python.semantics import NONE
from datamodel_check.link.scope import LocalScope, Scope
from datamodel_check.link.statements import Returned, forget, run
from datamodel_check.model.location import Location
from datamodel_check.model.module import Call, Function, Keyword, Parameter
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


class Items(NamedTuple):
    """The arguments of a call; `open` are spreads that could not be resolved."""

    values: tuple[Value, ...]
    keywords: Mapping[str, Value] = {}
    open: tuple[Unresolved, ...] = ()


def arguments(evaluator: "Evaluator", call: Call, scope: Scope) -> Items:
    """The arguments of a call, evaluated."""
    plain = [part for part in call.arguments if not isinstance(part, Keyword)]
    items = evaluator.items(plain, scope)
    unknown = list(items.open)
    keywords: dict[str, Value] = {}
    for part in call.arguments:
        if not isinstance(part, Keyword):
            continue
        value = evaluator.evaluate(part.value, scope)
        if part.name != "**":
            keywords[part.name] = value
        elif isinstance(value, ObjectValue):
            keywords.update(value.entries)
            unknown += value.open
        else:
            unknown.append(depending(value, f"**{evaluator.describe(value)}", Location(scope.path, part.span)))
    return Items(items.values, keywords, tuple(unknown))


def call(evaluator: "Evaluator", callee: Value, given: Items, location: Location) -> Value:
    """`callee(*values, **keywords)`."""
    application = Application(callee, given.values, location, keywords=dict(given.keywords), open=given.open)
    if evaluator.sketching and isinstance(callee, Closure | Unresolved):
        return application
    if isinstance(callee, Closure):
        return apply(evaluator, callee, given, location)
    bound = _partial(callee, given)
    if bound is not None:
        return call(evaluator, bound[0], bound[1], location)
    method = _method(evaluator, callee)
    if method is not None:
        closure, receiver = method
        return (
            application
            if evaluator.sketching
            else apply(evaluator, closure, given._replace(values=(*receiver, *given.values)), location)
        )
    if isinstance(callee, Unresolved):
        evaluator.effects.append(application)
        unknown = depending(callee, describe(application), location)
        unknown.value = application
        return unknown
    if isinstance(callee, Constant | ListValue | ObjectValue | Namespace):
        evaluator.effects.append(application)
        return Unresolved("what is called is no function", describe(application), location, application)
    try:
        computed = intrinsics.computed(evaluator, application)
    except UndecidedError as undecided:
        computed = because(undecided, describe(application), location)
    if computed is not None:
        return computed
    evaluator.effects.append(application)
    return application


def _partial(callee: Value, given: Items) -> tuple[Value, Items] | None:
    """What a call of `functools.partial(function, …)` calls, and the arguments of both."""
    if not isinstance(callee, Application) or not callee.arguments:
        return None
    if not isinstance(callee.callee, External) or callee.callee.dotted != "functools.partial":
        return None
    function, *first = callee.arguments
    keywords = {**callee.keywords, **given.keywords}
    return function, Items((*first, *given.values), keywords, (*callee.open, *given.open))


def _method(evaluator: "Evaluator", callee: Value) -> tuple[Closure, tuple[Value, ...]] | None:
    """The method that is called of a class or an instance, and what comes first among its arguments."""
    if not isinstance(callee, Access):
        return None
    holder = callee.object
    made = holder.callee if isinstance(holder, Application) else holder
    if not isinstance(made, ClassValue):
        return None
    found = evaluator.bindings.classes.find(made, callee.name)  # type: ignore[attr-defined]
    if found is None or not isinstance(found[1], Closure):
        return None
    names = {getattr(part, "id", getattr(part, "name", "")) for part in found[1].function.decorators}
    if "staticmethod" in names:
        return found[1], ()
    return found[1], (made if "classmethod" in names else holder,)


# --- closures --------------------------------------------------------------------------------------------------------


def apply(evaluator: "Evaluator", closure: Closure, given: Items, location: Location) -> Value:
    """The value that a function of the repository returns."""
    described = Application(closure, given.values, location, keywords=dict(given.keywords), open=given.open)
    if "generator" in closure.function.modifiers:
        return Unresolved("a generator is not evaluated", describe(described), location, described)
    with evaluator.budget.call() as outermost:
        try:
            return _applied(evaluator, closure, given)
        except UndecidedError as undecided:
            failure = because(undecided, describe(described), location)
        except ExhaustedError as exhausted:
            if not outermost:
                raise
            failure = Unresolved(exhausted.reason, describe(described), location)
    failure.value = described
    _abandon(evaluator, closure, given, failure)
    return failure


def _applied(evaluator: "Evaluator", closure: Closure, given: Items) -> Value:
    scope = LocalScope(closure.scope)  # type: ignore[arg-type]
    bind(evaluator, closure.function, given, scope)
    completion = run(evaluator, closure.function.body, scope)
    if completion is None:
        return NONE
    if not isinstance(completion, Returned):
        raise UndecidedError("it is left by a jump", completion.undecided)
    if completion.undecided:
        assert isinstance(completion.value, Unresolved)
        raise UndecidedError(completion.value.reason, completion.value)
    return completion.value


def bind(evaluator: "Evaluator", function: Function, given: Items, scope: LocalScope) -> None:
    """Give the parameters of a function their values.

    https://docs.python.org/3/reference/expressions.html#calls
    """
    positional = [p for p in function.parameters if not p.rest and "keyword" not in p.modifiers]
    taken = {parameter.name for parameter in function.parameters if not parameter.rest}
    for position, parameter in enumerate(function.parameters):
        if parameter.rest and "keyword" in parameter.modifiers:
            rest = {name: value for name, value in given.keywords.items() if name not in taken}
            value: Value = evaluator.drafts.object(ObjectValue(rest, given.open))
        elif parameter.rest:
            value = evaluator.drafts.list(ListValue(given.values[len(positional) :], given.open))
        elif "keyword" not in parameter.modifiers and position < len(given.values):
            value = given.values[position]
        elif parameter.name in given.keywords:
            value = given.keywords[parameter.name]
        else:
            value = _omitted(evaluator, parameter, given, scope)
        scope.names[parameter.name] = value


def _omitted(evaluator: "Evaluator", parameter: Parameter, given: Items, scope: LocalScope) -> Value:
    """The value of a parameter that no argument stands for."""
    place = Location(scope.path, parameter.span)
    default = None if parameter.default is None else evaluator.evaluate(parameter.default, scope.parent)
    if given.open:
        unknown = depending(given.open[0], parameter.name, place)
        unknown.alternatives = () if default is None else (default,)
        return unknown
    return (
        Unresolved(f"there is no argument for {parameter.name}", parameter.name, place) if default is None else default
    )


def _abandon(evaluator: "Evaluator", closure: Closure, given: Items, failure: Unresolved) -> None:
    """A function was left in its middle: what it had access to may be half changed."""
    if isinstance(closure.scope, LocalScope):
        forget(evaluator, (closure.function,), closure.scope, lambda: failure)
    for value in (*given.values, *given.keywords.values()):
        if evaluator.drafts.owns(value):
            evaluator.drafts.opened(value, failure)
