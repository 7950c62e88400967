"""URL configurations: lists of patterns, flattened with everything that they include.

Source: django/urls/conf.py, django/conf/urls/i18n.py, https://docs.djangoproject.com/en/stable/topics/http/urls/.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.django.known import dotted
from datamodel_check.extract.layers.django.paths import of_expression, of_route
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import (
    Access,
    Application,
    Constant,
    External,
    ListValue,
    Namespace,
    Unresolved,
    Value,
)

_ROUTES = frozenset({"django.urls.path", "django.urls.conf.path"})
_EXPRESSIONS = frozenset({"django.urls.re_path", "django.urls.conf.re_path", "django.conf.urls.url"})
_INCLUDES = frozenset({"django.urls.include", "django.urls.conf.include", "django.conf.urls.include"})
_PREFIXED = frozenset({"django.conf.urls.i18n.i18n_patterns"})
_SUFFIXED = frozenset({"rest_framework.urlpatterns.format_suffix_patterns"})
_OTHERS = frozenset({"django.conf.urls.static.static", "django.contrib.staticfiles.urls.staticfiles_urlpatterns"})

_DEEPEST = 30


class Pattern(NamedTuple):
    """A view under its whole path."""

    path: str
    view: Value
    location: Location


class Configurations:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.diagnostics: list[Diagnostic] = []
        self.included: set[str] = set()
        """The modules that others include."""

    def of_module(self, path: str, prefix: str = "", depth: int = 0) -> Iterator[Pattern]:
        """The patterns of a module's `urlpatterns`."""
        if depth:
            self.included.add(path)
        found = next((one for one in self._program.exports(path) if one.name == "urlpatterns"), None)
        if found is not None and depth < _DEEPEST:
            yield from self._patterns(found.value, prefix, depth)

    def _patterns(self, value: Value, prefix: str, depth: int) -> Iterator[Pattern]:
        if depth >= _DEEPEST:
            return
        match value:
            case ListValue():
                for item in (*value.items, *value.open):
                    yield from self._patterns(item, prefix, depth + 1)
            case Application():
                yield from self._called(value, prefix, depth)
            case Access(name="urls"):
                yield Pattern(prefix, value, value.location)
            case Unresolved():
                yield from self._undecided(value, prefix, depth)
            case _:
                pass

    def _undecided(self, value: Unresolved, prefix: str, depth: int) -> Iterator[Pattern]:
        """Patterns that are there under some condition are there."""
        possible = [*value.alternatives, *([value.value] if value.value is not None else [])]
        found = [pattern for one in possible for pattern in self._patterns(one, prefix, depth + 1)]
        if not found and not any(map(_is_outside, possible)):
            self._report(value.location, f"patterns cannot be followed: {value.text}")
        yield from dict.fromkeys(found)

    def _called(self, call: Application, prefix: str, depth: int) -> Iterator[Pattern]:
        name = dotted(call.callee)
        if name in _ROUTES or name in _EXPRESSIONS:
            route = self._text(_given(call, 0, "route" if name in _ROUTES else "regex"), call.location)
            whole = prefix + (of_route(route) if name in _ROUTES else of_expression(route))
            view = _given(call, 1, "view")
            if view is not None:
                yield from self._viewed(view, whole, call.location, depth)
        elif name in _PREFIXED or name in _SUFFIXED:
            for one in call.arguments:
                yield from self._patterns(one, prefix, depth + 1)
        elif name not in _OTHERS and _is_own(call):
            self._report(call.location, f"patterns cannot be followed: {self._program.describe(call)}")

    def _viewed(self, view: Value, path: str, place: Location, depth: int) -> Iterator[Pattern]:
        """What a pattern leads to: other patterns, or a view."""
        if isinstance(view, Application) and dotted(view.callee) in _INCLUDES:
            given = _given(view, 0, "arg")
            yield from self._included(given, path, place, depth) if given is not None else ()
        elif isinstance(view, ListValue):  # the old form of `include`: patterns and names
            yield from self._included(view, path, place, depth)
        else:
            yield Pattern(path, view, place)

    def _included(self, given: Value, path: str, place: Location, depth: int) -> Iterator[Pattern]:
        match given:
            case Constant(str() as name):
                target = self._program.resolve(name, place.path)
                if target is not None:
                    yield from self.of_module(target, path, depth + 1)
            case Namespace():
                yield from self.of_module(given.path, path, depth + 1)
            case ListValue(items=(_ as first, Constant())):
                yield from self._included(first, path, place, depth + 1)
            case _:
                yield from self._patterns(given, path, depth + 1)

    def _text(self, value: Value | None, place: Location) -> str:
        """A path; what is not known of it as the code writes it. What is to be translated stands for itself."""
        if isinstance(value, Application) and dotted(value.callee).startswith("django.utils.translation."):
            value = value.arguments[0] if value.arguments else None
        known = string(value)
        if known is not None or value is None:
            return known or ""
        if isinstance(value, Unresolved) and value.parts:
            return "".join(one if isinstance(one, str) else self._text(one, place) for one in value.parts)
        written = self._program.describe(value)
        self._report(place, f"the path of a route cannot be resolved: {written}", _AS_WRITTEN)
        return f"${{{written}}}"

    def _report(self, place: Location, message: str, hint: str | None = None) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint or _MISSING))


def _given(call: Application, position: int, name: str) -> Value | None:
    return call.arguments[position] if position < len(call.arguments) else call.keywords.get(name)


def _is_outside(value: Value) -> bool:
    """Whether a value comes from a package, which brings patterns of its own."""
    while isinstance(value, Application | Access):
        value = value.callee if isinstance(value, Application) else value.object
    return isinstance(value, External) and value.package != "builtins"


def _is_own(call: Application) -> bool:
    return not _is_outside(call)


def roots(program: Program, files: Iterable[str]) -> Iterator[str]:
    """The modules that settings name as `ROOT_URLCONF`."""
    for path in files:
        for binding in program.bindings(path):
            if binding.name == "ROOT_URLCONF":
                name = string(binding.value)
                target = program.resolve(name, path) if name is not None else None
                if target is not None:
                    yield target


def unreached(path: str) -> Diagnostic:
    """What is said of a module whose patterns nothing includes."""
    message = "nothing that can be followed includes the patterns of this module"
    return Diagnostic("unresolved", Location(path, NOWHERE), message, _MISSING)


_MISSING = "Their routes are missing from the facts; write them as a list."
_AS_WRITTEN = "What is known of it stands in the facts, the rest as the code writes it; write the path as a string."
