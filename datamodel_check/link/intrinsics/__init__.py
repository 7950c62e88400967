"""The functions of JavaScript that are computed: those whose result depends on nothing but their arguments.

One table for each kind of receiver; a function of `Math` or `Object` stands under its name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.elements import is_collection, size
from datamodel_check.link.intrinsics import (
    array_changes,
    arrays,
    collections,
    functions,
    json_text,
    modules,
    numbers,
    objects,
    strings,
)
from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation
from datamodel_check.model.values import (
    Access,
    Application,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator

METHODS: Mapping[type, Mapping[str, Intrinsic]] = {
    ListValue: {**arrays.METHODS, **array_changes.METHODS},
    ObjectValue: objects.METHODS,
    Closure: functions.METHODS,
}

FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {
    **arrays.FUNCTIONS,
    **collections.FUNCTIONS,
    **json_text.FUNCTIONS,
    **modules.FUNCTIONS,
    **numbers.FUNCTIONS,
    **objects.FUNCTIONS,
    **strings.FUNCTIONS,
}
"""Global functions, by their path."""

PARTLY_KNOWN = strings.PARTLY_KNOWN
"""Methods of strings of which not all is known."""

CONSTANTS = numbers.CONSTANTS
"""Global constants, by their path."""


def computed(evaluator: "Evaluator", application: Application) -> Value | None:
    """What a call of a known function comes to; None where the function is not known and the call stays symbolic.

    Raises `UndecidedError` where the function is known, and what it is applied to is not.
    """
    callee = application.callee
    if isinstance(callee, External) and not callee.package:
        found, receiver = FUNCTIONS.get(callee.path), callee
        return _invoked(evaluator, application, receiver, found) if found else None
    if not isinstance(callee, Access):
        return None
    holder = callee.object
    if isinstance(holder, External) and not holder.package:
        found = FUNCTIONS.get((*holder.path, callee.name))
        return _invoked(evaluator, application, holder, found) if found else None
    table = _methods(holder)
    if table is None:
        return None
    if callee.name not in table:
        if isinstance(holder, Unresolved):
            return None  # it may be no text
        raise UndecidedError(f".{callee.name}() is not evaluated")
    return _invoked(evaluator, application, holder, table[callee.name])


def _methods(holder: Value) -> Mapping[str, Intrinsic] | None:
    if isinstance(holder, Constant):
        return strings.METHODS if isinstance(holder.value, str) else numbers.METHODS
    if isinstance(holder, Unresolved) and (holder.parts or holder.alternatives):
        return PARTLY_KNOWN
    if is_collection(holder):
        return collections.METHODS
    return METHODS.get(type(holder))


def _invoked(evaluator: "Evaluator", application: Application, receiver: Value, intrinsic: Intrinsic) -> Value | None:
    invocation = Invocation(evaluator, receiver, application)
    if application.open and intrinsic not in _OPEN:
        unknown: Unresolved = application.open[0]
        raise UndecidedError(unknown.reason, unknown)
    for value in (receiver, *application.arguments):
        evaluator.budget.make(size(value))
    return intrinsic(invocation)


_OPEN = frozenset({array_changes.METHODS["push"], arrays.METHODS["concat"]})
"""Functions that bear arguments of which not all are known."""
