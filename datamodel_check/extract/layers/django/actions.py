"""Extra actions of view sets: rest_framework/decorators.py, `action`."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.known import name_of
from datamodel_check.extract.layers.django.paths import of_expression
from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ListValue, Value

_DECORATORS = frozenset({"action", "detail_route", "list_route"})


class Action(NamedTuple):
    """A method with `@action`; `methods` maps verbs to the functions that answer them."""

    detail: bool
    path: str
    methods: tuple[tuple[str, str], ...]
    permissions: Value | None


class Actions:
    """Answers for one program."""

    def __init__(self, program: Program, classes: Classes) -> None:
        self._program = program
        self._classes = classes

    def declared(self, viewset: Value) -> Iterator[Action]:
        """The methods with `@action`, inherited ones too."""
        seen: set[str] = set()
        further = dict(self._further(viewset))
        for one in self._classes.lineage(viewset):
            for attribute in self._program.attributes(one) if isinstance(one, ClassValue) else ():
                value = attribute.value
                if attribute.name in seen or not isinstance(value, Closure):
                    continue
                seen.add(attribute.name)
                for expression in value.function.decorators:
                    made = self._program.evaluate(expression, attribute.scope)
                    if isinstance(made, Application) and name_of(made.callee) in {
                        "action",
                        "detail_route",
                        "list_route",
                    }:
                        yield _action(attribute.name, made, further)

    def _further(self, viewset: Value) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """`@name.mapping.delete`: further methods of an action, by its name."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one in self._classes.lineage(viewset):
            for member in one.declaration.members if isinstance(one, ClassValue) else ():
                for expression in getattr(member, "decorators", ()):
                    mapped = getattr(expression, "object", None)
                    if getattr(mapped, "name", "") == "mapping":
                        of = getattr(getattr(mapped, "object", None), "id", "")
                        found.setdefault(of, []).append((expression.name, getattr(member, "name", "")))
        yield from found.items()


def _action(name: str, call: Application, further: dict[str, list[tuple[str, str]]]) -> Action:
    """`@action(methods=["post"], detail=True, url_path="set-password")`."""
    keywords = call.keywords
    listed = keywords.get("methods") or (call.arguments[0] if call.arguments else None)
    verbs = [text.lower() for one in _items(listed) if (text := string(one)) is not None] or ["get"]
    detail = keywords.get("detail")
    is_detail = bool(detail.value) if isinstance(detail, Constant) else name_of(call.callee) == "detail_route"
    path = of_expression(string(keywords.get("url_path")) or name)
    methods = (*((verb, name) for verb in verbs), *further.get(name, ()))
    return Action(is_detail, path, tuple(methods), keywords.get("permission_classes"))


def _items(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, ListValue) else ()
