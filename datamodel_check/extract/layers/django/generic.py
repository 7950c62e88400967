"""What generic views do with the model or queryset that their class names: they run no function of the repository.

Sources: django/views/generic/edit.py, list.py, detail.py; rest_framework/mixins.py, generics.py.
"""

from collections.abc import Iterable, Iterator

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

_SAVING = ("serializer.save(", "form.save(")
"""What the overridden method does itself."""

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
        if expression is not None and action not in _MAKING and (queried is None or self._calls_super(queried)):
            yield _closure(*expression, expression[0].span)
        method, names = _WRITING.get(action, ("", ()))
        helpers = {name: self._classes.method(declared, name) for name in names}
        overrides = [one for one in (own, *helpers.values()) if one is not None]
        yield from filter(None, helpers.values())
        missing = [name for name, helper in helpers.items() if helper is None]
        usual = own is None or any(self._calls_super(one) or self._mentions(one, _SAVING) for one in overrides)
        usual = usual or (own is not None and self._mentions(own, missing))
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
        return self._mentions(function, ["super()"])

    def _mentions(self, function: Closure, names: Iterable[str]) -> bool:
        span = function.function.span
        text = self._program.tree.read(function.scope.path)[span.start : span.end]
        return any(name.encode() in text for name in names)


def _call(holder: Expression, name: str) -> Call:
    return Call(Member(holder, name, holder.span), (), holder.span)


def _closure(expression: Expression, owner: ClassValue, span: Span) -> Closure:
    """A function that returns an expression; functions are told apart by where they stand."""
    return Closure(Function(None, (), (Return(expression, expression.span),), span), owner.scope)
