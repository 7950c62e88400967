"""By what views know who calls.

Sources: django/contrib/auth/decorators.py and mixins.py, https://www.django-rest-framework.org/api-guide/permissions/.
"""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.extract.layers.authentication import reads_like_guard
from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.known import dotted, name_of
from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_DECORATORS = frozenset({"login_required", "permission_required", "staff_member_required", "user_passes_test"})
_NO_DECORATORS = frozenset({"login_not_required"})

_MIXINS = frozenset({"AccessMixin", "LoginRequiredMixin", "PermissionRequiredMixin", "UserPassesTestMixin"})

_OPEN = frozenset({"AllowAny"})
_READING = re.compile(r"OrReadOnly$|OrAnonReadOnly$")
"""Permissions that let anybody read."""

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guards:
    """Answers for one program; `files` are those that may hold settings."""

    def __init__(self, program: Program, classes: Classes, files: Iterable[str]) -> None:
        self._program = program
        self._classes = classes
        self._default = tuple(self._defaults(files))

    # --- decorators --------------------------------------------------------------------------------------------------

    def of_function(self, function: Closure) -> Iterator[str]:
        """The decorators of a function that let only some pass."""
        for expression in function.function.decorators:
            value = self._program.sketch(expression, function.scope)
            name = self.of_decorator(value)
            if name is not None:
                yield name
            yield from self._permitted(value)

    def of_decorator(self, value: Value) -> str | None:
        """`login_required`, also of `permission_required("x")` and of `method_decorator(login_required)`."""
        made = value.callee if isinstance(value, Application) else value
        if isinstance(value, Application) and name_of(made) == "method_decorator" and value.arguments:
            first = value.arguments[0]
            inner = [self.of_decorator(one) for one in (first.items if isinstance(first, ListValue) else (first,))]
            return next((one for one in inner if one is not None), None)
        name = made.function.name or "" if isinstance(made, Closure) else name_of(made)
        if name in _DECORATORS or (name not in _NO_DECORATORS and reads_like_guard(name) and not _is_api(name)):
            return name
        return None

    def _permitted(self, value: Value) -> Iterator[str]:
        """`@permission_classes([IsAuthenticated])`."""
        if isinstance(value, Application) and name_of(value.callee) == "permission_classes" and value.arguments:
            yield from _names(value.arguments[0])

    # --- classes -----------------------------------------------------------------------------------------------------

    def of_class(self, value: Value, function: Closure | None, verb: str, given: Value | None = None) -> Iterator[str]:
        """What stands before a method of a class; `given` are permissions that are named for it alone."""
        yield from self._mixins(value)
        for one in self._classes.lineage(value):
            for expression in one.declaration.decorators if isinstance(one, ClassValue) else ():
                name = self.of_decorator(self._program.sketch(expression, one.scope))  # type: ignore[union-attr]
                if name is not None:
                    yield name
        for method in (self._classes.method(value, "dispatch"), function):
            if method is not None:
                yield from self.of_function(method)
        yield from (name for name in self._permissions(value, given) if verb not in _SAFE or not _READING.search(name))

    def _mixins(self, value: Value) -> Iterator[str]:
        """The outermost mixin that asks who calls."""
        for one in self._classes.lineage(value):
            if isinstance(one, External) and name_of(one) in _MIXINS:
                yield name_of(one)
                return
            if isinstance(one, ClassValue) and self._is_mixin(one):
                yield one.declaration.name or ""
                return

    def _is_mixin(self, value: ClassValue) -> bool:
        """Whether a class of the repository is nothing but such a mixin."""
        if not (value.declaration.name or "").endswith("Mixin"):
            return False
        return any(name_of(one) in _MIXINS for one in self._program.mro(value) if isinstance(one, External))

    def _permissions(self, value: Value, given: Value | None) -> Iterator[str]:
        """The permissions of a view of Django REST framework."""
        if not any(dotted(one).startswith("rest_framework.") for one in self._classes.lineage(value)):
            return
        declared = given or self._classes.attribute(value, "permission_classes")
        yield from _names(declared) if declared is not None else self._default

    def _defaults(self, files: Iterable[str]) -> Iterator[str]:
        """`DEFAULT_PERMISSION_CLASSES` of the settings."""
        for path in files:
            for binding in self._program.bindings(path):
                settings = binding.value
                if binding.name == "REST_FRAMEWORK" and isinstance(settings, ObjectValue):
                    named = settings.entries.get("DEFAULT_PERMISSION_CLASSES")
                    if named is not None:
                        yield from _names(named)
                        return


def _names(value: Value) -> Iterator[str]:
    """The names of permissions: classes, dotted texts, and combinations of both."""
    match value:
        case ListValue():
            for one in (*value.items, *value.open):
                yield from _names(one)
        case Constant():
            text = string(value) or ""
            yield from (name for name in (text.rpartition(".")[2],) if name and name not in _OPEN)
        case ClassValue():
            yield value.declaration.name or ""
        case External():
            yield from (name for name in (name_of(value),) if name not in _OPEN)
        case Unresolved():
            for name in dict.fromkeys(re.findall(r"\b[A-Z]\w+", value.text)):
                if name not in _OPEN:
                    yield name
        case _:
            pass


def _is_api(name: str) -> bool:
    return name in {"permission_classes", "authentication_classes", "throttle_classes"}
