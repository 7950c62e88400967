"""What generic views do with the model or queryset that their class names: they run no function of the repository.

Sources: django/views/generic/edit.py, list.py, detail.py; rest_framework/mixins.py, generics.py.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from datamodel_check.extract.layers.django.classes import Classes
from datamodel_check.extract.layers.django.known import dotted
from datamodel_check.model.location import Span
from datamodel_check.model.module import Call, Expression, Field, Function, Member, Return
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Closure, External, Value

_WRITING = {
    **dict.fromkeys(("create", "post"), ("create", ("perform_create", "form_valid"))),
    **dict.fromkeys(("update", "partial_update", "put", "patch"), ("update", ("perform_update", "form_valid"))),
    **dict.fromkeys(("destroy", "delete"), ("delete", ("perform_destroy", "form_valid"))),
}
"""By action: the method of a queryset that does the same, and the methods that a class may have for it."""

_Owned: TypeAlias = tuple[Expression, ClassValue]
"""What a class says, and the class that says it."""

_OVERRIDDEN = ("super()",)
"""An override that runs what it overrides."""

_SAVING = ("serializer.save(", "form.save(")
"""What the overridden method does itself."""

_ASKING = ("super()", "get_object(", "get_queryset(", "object_list")
"""By these an override gets what the class is about."""

_MAKING = frozenset({"create", "post"})
"""Actions that read nothing."""

_MODEL_VIEWS = frozenset({"CreateView", "DeleteView", "UpdateView"})


class Generic:
    """Answers for one program."""

    def __init__(self, program: Program, classes: Classes) -> None:
        self._program = program
        self._classes = classes

    def functions(self, declared: Value, action: str, own: Closure | None) -> Iterator[Value]:
        """What runs for an action of a class besides its own function."""
        if not isinstance(declared, ClassValue) or not self._is_generic(declared):
            return
        expression = self._queryset(declared)
        yield from self._reading(declared, action, own, expression)
        yield from self._writing(declared, action, own, expression)

    def _reading(
        self, declared: ClassValue, action: str, own: Closure | None, expression: _Owned | None
    ) -> Iterator[Closure]:
        if own is not None and not self._mentions(own, _ASKING):
            return
        queried = self._classes.method(declared, "get_queryset")
        if queried is not None:
            yield queried
        usual = queried is None or self._mentions(queried, _OVERRIDDEN)
        if expression is not None and usual and action not in _MAKING:
            yield _closure(*expression, expression[0].span)

    def _writing(
        self, declared: ClassValue, action: str, own: Closure | None, expression: _Owned | None
    ) -> Iterator[Closure]:
        method, names = _WRITING.get(action, ("", ()))
        helpers = {name: self._classes.method(declared, name) for name in names}
        found = [one for one in helpers.values() if one is not None]
        yield from found
        missing = [name for name, helper in helpers.items() if helper is None]
        usual = own is None or self._mentions(own, missing)
        usual = usual or any(self._mentions(one, (*_OVERRIDDEN, *_SAVING)) for one in (own, *found) if one is not None)
        if expression is not None and method and usual and self._writes(declared):
            queryset, owner = expression
            yield _closure(_call(queryset, method), owner, owner.declaration.span)

    def _is_generic(self, declared: ClassValue) -> bool:
        named = [dotted(one) for one in self._classes.lineage(declared) if isinstance(one, External)]
        return any(one.startswith(("django.views.generic.", "rest_framework.")) for one in named)

    def _writes(self, declared: ClassValue) -> bool:
        """Whether what answers belongs to a model: a `FormView` does with its form what its class says."""
        for one in self._classes.lineage(declared):
            if isinstance(one, External):
                name = dotted(one)
                if name.startswith("rest_framework.") or name.rpartition(".")[2] in _MODEL_VIEWS:
                    return True
        return False

    def _queryset(self, declared: ClassValue) -> _Owned | None:
        """`queryset = Book.objects.all()`, or `Book.objects.all()` where the class says `model = Book`."""
        for one in self._classes.lineage(declared):
            for member in one.declaration.members if isinstance(one, ClassValue) else ():
                if isinstance(member, Field) and member.value is not None and isinstance(one, ClassValue):
                    if member.name == "queryset":
                        return _call(member.value, "all"), one
                    if member.name == "model":
                        return _call(Member(member.value, "_default_manager", member.span), "all"), one
        return None

    def _mentions(self, function: Closure, names: Iterable[str]) -> bool:
        """Whether one of these stands in the text of an override."""
        span = function.function.span
        text = self._program.tree.read(function.scope.path)[span.start : span.end]
        return any(name.encode() in text for name in names)


def _call(holder: Expression, name: str) -> Call:
    return Call(Member(holder, name, holder.span), (), holder.span)


def _closure(expression: Expression, owner: ClassValue, span: Span) -> Closure:
    """A function that returns an expression; functions are told apart by where they stand."""
    return Closure(Function(None, (), (Return(expression, expression.span),), span), owner.scope)
