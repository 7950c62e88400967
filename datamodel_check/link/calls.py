"""Calls: closures are applied, known pure functions computed, everything else stays an `Application`."""

from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.link import intrinsics
from datamodel_check.link import javascript as js
from datamodel_check.link.budget import ExhaustedError
from datamodel_check.link.describe import depending, describe, shortened
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.elements import is_global
from datamodel_check.link.scope import LocalScope, ModuleScope
from datamodel_check.link.statements import Returned, forget, run
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    ListValue,
    Namespace,
    ObjectValue,
    TemplateValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator


class Items(NamedTuple):
    """The items of an array or an argument list: the first `certain` ones stand where they seem to."""

    values: tuple[Value, ...]
    open: tuple[Unresolved, ...] = ()
    certain: int = 1 << 30


def call(
    evaluator: "Evaluator",
    callee: Value,
    arguments: Items,
    location: Location,
    *,
    new: bool = False,
    this: Value | None = None,
) -> Value:
    """`callee(...arguments)`."""
    application = Application(callee, arguments.values, location, open=arguments.open, new=new)
    if evaluator.sketching and isinstance(callee, Closure | Unresolved):
        return application
    if isinstance(callee, Closure) and not new:
        return apply(evaluator, callee, arguments, location, this)
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
    if evaluator.sketching:
        return application if computed is None else computed
    if computed is None or isinstance(computed, Unresolved):
        _escape(evaluator, application)
    if computed is not None:
        return computed
    evaluator.effects.append(application)
    return application


def tagged(evaluator: "Evaluator", tag: Value, parts: tuple[str | Value, ...], location: Location) -> Value:
    """A tagged template: `String.raw` and functions of the repository are computed."""
    template = TemplateValue(tag, parts, location)
    if isinstance(tag, Access) and tag.name == "raw" and is_global(tag.object, "String"):
        return Unresolved("what its text is before escapes are resolved is not known", describe(template), location)
    if isinstance(tag, Unresolved):
        return depending(tag, describe(template), location)
    if isinstance(tag, Closure):
        texts = ListValue(tuple(Constant(part) for part in parts if isinstance(part, str)))
        values = tuple(part for part in parts if not isinstance(part, str))
        return apply(evaluator, tag, Items((texts, *values)), location)
    return template


def because(undecided: UndecidedError, description: str, location: Location) -> Unresolved:
    """Stands for what is described, and could not be decided."""
    if undecided.because is not None:
        return depending(undecided.because, description, location)
    return Unresolved(undecided.reason, shortened(description), location)


def _escape(evaluator: "Evaluator", call: Application) -> None:
    """A function of the repository is handed to one that is not known: nobody knows when it is called."""
    for value in call.arguments:
        if isinstance(value, Closure) and isinstance(value.scope, LocalScope):
            forget(evaluator, (value.function,), value.scope, lambda: _handed(call))


def _handed(call: Application) -> Unresolved:
    return Unresolved("a function that is not known may change it", describe(call), call.location)


# --- closures --------------------------------------------------------------------------------------------------------


def apply(
    evaluator: "Evaluator", closure: Closure, arguments: Items, location: Location, this: Value | None = None
) -> Value:
    """The value that a function of the repository returns."""
    function = closure.function
    described = Application(closure, arguments.values, location, open=arguments.open)
    for modifier, reason in _NO_VALUE.items():
        if modifier in function.modifiers:
            return Unresolved(reason, describe(described), location)
    with evaluator.budget.call() as outermost:
        try:
            return _applied(evaluator, closure, arguments, this)
        except UndecidedError as undecided:
            failure = because(undecided, describe(described), location)
        except ExhaustedError as exhausted:
            if not outermost:
                raise
            failure = Unresolved(exhausted.reason, describe(described), location)
    failure.value = described
    _abandon(evaluator, closure, arguments, failure)
    return failure


_NO_VALUE = {
    "abstract": "the function has no body",
    "declare": "the function has no body",
    "generator": "a generator is not evaluated",
}


def _applied(evaluator: "Evaluator", closure: Closure, arguments: Items, this: Value | None) -> Value:
    function = closure.function
    assert isinstance(closure.scope, ModuleScope | LocalScope)
    scope = LocalScope(closure.scope)
    if function.name:
        if this is not None or "static" not in function.modifiers:
            scope.names["this"] = js.UNDEFINED if this is None else this
        # A named function expression sees itself; a method does not, but then the name means something else.
        if scope.owner(function.name) is None and not evaluator.bindings.declares(scope.path, function.name):
            scope.names[function.name] = closure
    _bind(evaluator, function, arguments, scope)
    completion = run(evaluator, function.body, scope)
    if completion is None:
        return js.UNDEFINED
    if not isinstance(completion, Returned):
        raise UndecidedError("it jumps to a label", completion.undecided)
    if completion.undecided:
        assert isinstance(completion.value, Unresolved)
        raise UndecidedError(completion.value.reason, completion.value)
    return completion.value


def _bind(evaluator: "Evaluator", function: Function, arguments: Items, scope: LocalScope) -> None:
    values = arguments.values
    for position, parameter in enumerate(function.parameters):
        value: Value = js.UNDEFINED
        if parameter.rest:
            certain = arguments.certain >= position
            value = evaluator.drafts.list(ListValue(values[position:] if certain else (), arguments.open))
        elif position < min(len(values), arguments.certain):
            value = values[position]
        elif arguments.open:
            value = depending(arguments.open[0], f"...{arguments.open[0].text}", arguments.open[0].location)
        if parameter.default is not None and isinstance(value, Constant) and value.undefined:
            value = evaluator.evaluate(parameter.default, scope)
        scope.names[parameter.name] = value


def _abandon(evaluator: "Evaluator", closure: Closure, arguments: Items, failure: Unresolved) -> None:
    """A function was left in its middle: what it had access to may be half changed."""
    if isinstance(closure.scope, LocalScope):
        forget(evaluator, (closure.function,), closure.scope, lambda: failure)
    for value in arguments.values:
        if evaluator.drafts.owns(value):
            evaluator.drafts.opened(value, failure)
