"""Functions that declare routes and that nothing calls, as far as can be followed: they are run for their own sake."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.extract.layers.express.known import is_of_type
from datamodel_check.extract.layers.express.runtime import Runtime
from datamodel_check.extract.layers.express.stacks import Router
from datamodel_check.extract.layers.express.syntax import ROUTERS, calls_within, reads_like_route
from datamodel_check.model.location import Location
from datamodel_check.model.module import Function, Parameter
from datamodel_check.model.program import Scope
from datamodel_check.model.values import Application, ClassValue, Closure, External, Unresolved, Value
from datamodel_check.model.walking import walk


def run_hidden(runtime: Runtime, path: str) -> None:
    """Run the methods and functions of a module that declare routes, and that nothing has called."""
    for binding in runtime.program.bindings(path):
        if isinstance(binding.value, ClassValue) and binding.value.scope.path == path:
            _run_class(runtime, binding.value)
    module = runtime.program.module(path)
    for statement in module.statements if module else ():
        for part in walk(statement):  # type: ignore[arg-type]
            if isinstance(part, Function) and _is_unseen(runtime, path, part):
                closure = runtime.program.evaluate(part, runtime.program.scope(path))
                _run(runtime, closure, part, runtime.program.scope(path))


def _run_class(runtime: Runtime, value: ClassValue) -> None:
    path = value.scope.path
    methods = [one for one in value.declaration.members if isinstance(one, Function)]
    if not any(_is_unseen(runtime, path, method) for method in methods):
        return
    instance = runtime.instances.get(value.declaration.span)
    if instance is None:
        instance = Application(value, (), Location(path, value.declaration.span), new=True)
    for method in methods:
        if _is_unseen(runtime, path, method):
            this = value if "static" in method.modifiers else instance
            _run(runtime, Closure(method, value.scope), method, value.scope, this)


def _run(runtime: Runtime, closure: Value, function: Function, scope: Scope, this: Value | None = None) -> None:
    given = [_given(runtime, one, scope) for one in function.parameters]
    runtime.execute(runtime.program.performed(closure, given, this))


def _given(runtime: Runtime, parameter: Parameter, scope: Scope) -> Value:
    """What a parameter stands for: an application that is not known, or an instance of its type."""
    place = Location(scope.path, parameter.span)
    types = runtime.objects.types.instances(parameter.annotation, scope)
    if any(map(is_of_type, types)) or (parameter.annotation is None and parameter.name in ROUTERS):
        unknown = Application(External("express", ("Router",)), (), place)
        runtime.know(unknown, Router(place, unknown=parameter.name))
        return unknown
    return types[0] if types else Unresolved("it is a parameter", parameter.name, place)


def _is_unseen(runtime: Runtime, path: str, function: Function) -> bool:
    return any(True for _ in _unseen(runtime, path, function))


def _unseen(runtime: Runtime, path: str, function: Any) -> Iterator[Location]:
    """The calls in a function that may declare routes, and were not carried out."""
    for call in calls_within(function):
        place = Location(path, call.span)
        if reads_like_route(call) and place not in runtime.seen:
            yield place
