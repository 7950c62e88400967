"""What generic views do with the model or queryset that their class names: they run no function of the repository.

Sources: django/views/generic/edit.py, list.py, detail.py; rest_framework/mixins.py, generics.py.
"""

from collections.abc import Iterator

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
        queried = self._classes.method(declared, "get_queryset")
        expression = self._queryset(declared)
        if queried is not None:
            yield queried
        elif expression is not None and action not in _MAKING:
            yield _closure(*expression, expression[0].span)
        method, helpers = _WRITING.get(action, ("", ()))
        for name in helpers:
            helper = self._classes.method(declared, name)
            if helper is not None:
                yield helper
        if expression is not None and method and (own is None or self._calls_super(own)) and self._writes(declared):
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

    def _queryset(self, declared: ClassValue) -> tuple[Expression, ClassValue] | None:
        """`queryset = Book.objects.all()`, or `Book.objects.all()` where the class says `model = Book`."""
        for one in self._classes.lineage(declared):
            for member in one.declaration.members if isinstance(one, ClassValue) else ():
                if isinstance(member, Field) and member.value is not None and isinstance(one, ClassValue):
                    if member.name == "queryset":
                        return _call(member.value, "all"), one
                    if member.name == "model":
                        return _call(Member(member.value, "_default_manager", member.span), "all"), one
        return None

    def _calls_super(self, function: Closure) -> bool:
        """Whether an override runs what it overrides."""
        span = function.function.span
        return b"super()" in self._program.tree.read(function.scope.path)[span.start : span.end]


def _call(holder: Expression, name: str) -> Call:
    return Call(Member(holder, name, holder.span), (), holder.span)


def _closure(expression: Expression, owner: ClassValue, span: Span) -> Closure:
    """A function that returns an expression; functions are told apart by where they stand."""
    return Closure(Function(None, (), (Return(expression, expression.span),), span), owner.scope)
