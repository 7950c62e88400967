"""Views: the methods that functions and classes answer, and what runs for them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.generic import Generic
from datamodel_check.extract.layers.django.guards import Guards
from datamodel_check.extract.layers.django.known import dotted, name_of
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_METHODS = {"require_GET": ("GET",), "require_POST": ("POST",), "require_safe": ("GET", "HEAD")}
"""django/views/decorators/http.py"""


class Answer(NamedTuple):
    """A method that a view answers; `path` stands behind its pattern's."""

    method: str
    name: str
    auth: tuple[str, ...]
    functions: tuple[Value, ...] = ()
    this: Value | None = None
    path: str = ""


class Views:
    """Answers for one program."""

    def __init__(self, program: Program, classes: Classes, guards: Guards) -> None:
        self._program = program
        self.classes = classes
        self.guards = guards
        self._generic = Generic(program, classes)

    def of(self, value: Value) -> Iterator[Answer]:
        """What a view answers, whatever stands around it."""
        around: list[str] = []
        while True:
            if isinstance(value, Unresolved) and (value.alternatives or value.value is not None):
                value = value.value if value.value is not None else value.alternatives[0]
            elif isinstance(value, Application) and not _is_class(value) and value.arguments:
                name = self.guards.of_decorator(value.callee)
                around += [name] if name else []
                value = value.arguments[0]
            else:
                break
        for answer in self._of(value):
            yield answer._replace(auth=tuple(dict.fromkeys((*around, *answer.auth))))

    def _of(self, value: Value) -> Iterator[Answer]:
        if isinstance(value, Closure):
            yield from self._function(value)
        elif isinstance(value, Application) and _is_class(value):
            yield from self._class(value)
        elif isinstance(value, External | Access | Unresolved) and not dotted(value).startswith("django.contrib.admin"):
            name = name_of(value) or self._program.describe(value)
            yield Answer("*", name, ())

    # --- functions ---------------------------------------------------------------------------------------------------

    def _function(self, value: Closure) -> Iterator[Answer]:
        auth = tuple(self.guards.of_function(value))
        for method in self._methods(value) or ("*",):
            yield Answer(method, value.function.name or "", auth, (value,))

    def _methods(self, value: Closure) -> tuple[str, ...]:
        """What `@require_http_methods(["GET"])` and `@api_view(["GET"])` say."""
        for expression in value.function.decorators:
            decorator = self._program.evaluate(expression, value.scope)
            made = decorator.callee if isinstance(decorator, Application) else decorator
            if name_of(made) in _METHODS:
                return _METHODS[name_of(made)]
            if isinstance(decorator, Application) and name_of(made) in {"api_view", "require_http_methods"}:
                return tuple(_listed(decorator)) or ("GET",)
        return ()

    # --- classes -----------------------------------------------------------------------------------------------------

    def _class(self, call: Application) -> Iterator[Answer]:
        """`View.as_view()`, `ViewSet.as_view({"get": "list"})`."""
        declared = call.callee.object if isinstance(call.callee, Access) else call.callee
        if isinstance(declared, External) and declared.path[-1:] == ("as_view",):
            declared = External(declared.package, declared.path[:-1])
        mapping = call.arguments[0] if call.arguments else call.keywords.get("actions")
        if isinstance(mapping, ObjectValue):
            actions = {verb: string(one) or "" for verb, one in mapping.entries.items()}
        else:
            actions = {verb: verb for verb in self.classes.verbs(declared)}
        given = call.keywords.get("permission_classes")
        if not actions:
            yield self.action(declared, "*", "", given)
        for verb, action in actions.items():
            yield self.action(declared, verb, action, given)

    def action(self, declared: Value, verb: str, action: str, given: Value | None = None) -> Answer:
        """What a method of a class answers."""
        function = self.classes.method(declared, action)
        auth = tuple(dict.fromkeys(self.guards.of_class(declared, function, verb.upper(), given)))
        name = declared.declaration.name if isinstance(declared, ClassValue) else name_of(declared)
        this = None
        if isinstance(declared, ClassValue):
            this = Application(declared, (), Location(declared.scope.path, declared.declaration.span))
        functions = (
            *self._generic.functions(declared, action, function),
            *([function] if function is not None else []),
        )
        return Answer(verb.upper(), f"{name}.{action}" if action else name or "", auth, functions, this)


def _is_class(value: Application) -> bool:
    """Whether a value is `Class.as_view(…)`."""
    callee = value.callee
    name = callee.name if isinstance(callee, Access) else callee.path[-1] if isinstance(callee, External) else ""
    return name == "as_view"


def _listed(call: Application) -> Iterator[str]:
    values: Iterable[Value] = (*call.arguments, *call.keywords.values())
    for value in values:
        for item in value.items if isinstance(value, ListValue) else ():
            text = string(item)
            if text is not None:
                yield text.upper()
