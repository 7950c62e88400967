"""Routers of Django REST framework: the patterns that they make of view sets.

Sources: rest_framework/routers.py (`SimpleRouter`, `DefaultRouter`),
https://github.com/alanjds/drf-nested-routers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.layers.django.actions import Actions
from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.known import dotted, name_of
from datamodel_check.extract.layers.django.paths import of_expression
from datamodel_check.extract.layers.django.views import Answer, Views
from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    Unresolved,
    Value,
)

_ROUTERS = frozenset({"SimpleRouter", "DefaultRouter"})
_NESTED = frozenset({"NestedSimpleRouter", "NestedDefaultRouter"})
_ROOTED = frozenset({"DefaultRouter"})

_LIST = (("get", "list"), ("post", "create"))
_DETAIL = (("get", "retrieve"), ("put", "update"), ("patch", "partial_update"), ("delete", "destroy"))


class Registered(NamedTuple):
    """`router.register(prefix, viewset)`."""

    prefix: str
    viewset: Value


class Routers:
    """Answers for one program; `files` are those in which view sets may be registered."""

    def __init__(self, program: Program, views: Views, files: Sequence[str]) -> None:
        self._program = program
        self._views = views
        self._classes: Classes = views.classes
        self._files = files
        self._actions = Actions(program, views.classes)
        self._registered: dict[Value, list[Registered]] | None = None

    def answers(self, router: Value) -> Iterator[Answer]:
        """What a router answers; nothing of what is none."""
        found = self._router(router)
        if found is None:
            return
        above = self._above(found)
        if self._is(found, _ROOTED) and not above:
            yield Answer("GET", "APIRootView", ())
        for prefix, viewset in self._registrations().get(found, ()):
            yield from self._viewset(f"{above}{of_expression(prefix)}", viewset)

    def is_router(self, value: Value) -> bool:
        return self._router(value) is not None

    def _router(self, value: Value) -> Application | None:
        if isinstance(value, Unresolved):
            possible = (*value.alternatives, *([value.value] if value.value is not None else ()))
            return next((one for one in map(self._router, possible) if one is not None), None)
        if isinstance(value, Application) and self._is(value, _ROUTERS | _NESTED):
            return value
        return None

    def _is(self, value: Application, names: frozenset[str]) -> bool:
        """Whether a router is of one of these classes, or of one that extends it."""
        lineage = self._classes.lineage(value.callee)
        return any(name_of(one) in names and dotted(one).startswith("rest_framework") for one in lineage)

    def _above(self, router: Application) -> str:
        """Of a nested router what stands before it: `NestedSimpleRouter(router, "domains", lookup="domain")`."""
        if not self._is(router, _NESTED):
            return ""
        parent = self._router(router.arguments[0]) if router.arguments else None
        prefix = (
            string(router.arguments[1]) if len(router.arguments) > 1 else string(router.keywords.get("parent_prefix"))
        )
        lookup = string(router.keywords.get("lookup")) or "nested_1"
        above = self._above(parent) if parent is not None else ""
        known = self._registrations().get(parent, []) if parent is not None else []
        viewset = next((one.viewset for one in known if one.prefix == prefix), None)
        return f"{above}{prefix or ''}/:{lookup}_{self._lookup(viewset)}/"

    # --- registrations -----------------------------------------------------------------------------------------------

    def _registrations(self) -> dict[Value, list[Registered]]:
        if self._registered is None:
            self._registered = {}
            for path in self._files:
                if b".register(" in self._program.tree.read(path):
                    for effect in self._program.effects(path):
                        if isinstance(effect, Application):
                            self._register(effect)
        return self._registered

    def _register(self, call: Application) -> None:
        assert self._registered is not None
        if not isinstance(call.callee, Access) or call.callee.name != "register":
            return
        router = self._router(call.callee.object)
        given = [*call.arguments, *(call.keywords[name] for name in ("prefix", "viewset") if name in call.keywords)]
        if router is not None and len(given) > 1:
            prefix = string(given[0])
            text = prefix if prefix is not None else f"${{{self._program.describe(given[0])}}}"
            self._registered.setdefault(router, []).append(Registered(text, given[1]))

    # --- view sets ---------------------------------------------------------------------------------------------------

    def _viewset(self, prefix: str, viewset: Value) -> Iterator[Answer]:
        """List, extra actions of the list, detail, and extra actions of that."""
        lookup = f"/:{self._lookup(viewset)}"
        actions = list(self._actions.declared(viewset))
        standard = self._classes.actions(viewset)
        for detail, mapping in ((False, _LIST), (True, _DETAIL)):
            path = f"{prefix}{lookup}" if detail else prefix
            for verb, action in mapping:
                if action in standard:
                    yield self._views.action(viewset, verb, action)._replace(path=path)
            for extra in actions:
                if extra.detail == detail:
                    for verb, name in extra.methods:
                        answer = self._views.action(viewset, verb, name, extra.permissions)
                        yield answer._replace(path=f"{path}/{extra.path}")

    def _lookup(self, viewset: Value | None) -> str:
        """The name of the parameter for one object."""
        if viewset is None:
            return "pk"
        keyword = string(self._classes.attribute(viewset, "lookup_url_kwarg"))
        return keyword or string(self._classes.attribute(viewset, "lookup_field")) or "pk"
