"""Expressions of Python → values."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from datamodel_check.link.evaluate import Evaluator, ToValue
from datamodel_check.link.python import calls, enums, members, operators, semantics
from datamodel_check.link.python.names import MUTATORS
from datamodel_check.link.python.statements import RUNNERS
from datamodel_check.link.scope import Scope
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Call,
    Conditional,
    Expression,
    Literal,
    Member,
    Name,
    Object,
    Operator,
    Property,
    Spread,
    Subscript,
    Template,
)
from datamodel_check.model.values import (
    Access,
    ClassValue,
    Closure,
    Constant,
    External,
    ObjectValue,
    TemplateValue,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.python.bindings import PythonBindings


class PythonEvaluator(Evaluator):
    """Evaluates expressions as Python does."""

    __slots__ = ()

    nothing = semantics.NONE
    mutators = MUTATORS
    runners = RUNNERS

    def truth(self, value: Value) -> bool | None:
        """`TYPE_CHECKING` is false when the code is run."""
        if isinstance(value, External) and value.dotted in ("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"):
            return False
        return semantics.truth(value)

    def key(self, value: Value) -> str | None:
        return semantics.text(value)

    def elements(self, value: Value) -> tuple[Value, ...] | None:
        bindings = cast("PythonBindings", self.bindings)
        if isinstance(value, ClassValue) and enums.is_enum(bindings, value):
            location = Location(value.scope.path, value.declaration.span)
            return tuple(Access(value, name, location) for name in enums.distinct(bindings, value))
        return semantics.elements(value)

    def call(self, function: Value, arguments: tuple[Value, ...], location: Location) -> Value:
        return calls.call(self, function, calls.Items(arguments), location)

    def apply(
        self,
        function: Closure,
        arguments: tuple[Value, ...],
        location: Location,
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,
    ) -> Value:
        values = arguments if this is None else (this, *arguments)
        return calls.apply(self, function, calls.Items(values, keywords or {}), location)

    def member(self, value: Value, name: str, location: Location) -> Value:
        return members.member(self, value, name, location)

    def merge(self, target: ObjectValue, value: Value, location: Location) -> None:
        _merge(self, target, value, location)

    def own(self, value: Value) -> ObjectValue | None:
        return value if isinstance(value, ObjectValue) else None


def _chain(evaluator: Evaluator, expression: Member | Subscript | Call, scope: Scope) -> Value:
    """Calls and attributes nest on their left, hundreds deep: they are followed by iteration."""
    links: list[Member | Subscript | Call] = []
    root: Expression = expression
    while isinstance(root, Member | Subscript | Call):
        links.append(root)
        root = root.callee if isinstance(root, Call) else root.object
    value = _imported(evaluator, links, root, scope) if isinstance(root, Name) else evaluator.evaluate(root, scope)
    for link in reversed(links):
        evaluator.budget.spend(1)
        location = Location(scope.path, link.span)
        if isinstance(link, Call):
            value = calls.call(evaluator, value, calls.arguments(evaluator, link, scope), location)
        elif isinstance(link, Member):
            value = members.member(evaluator, value, link.name, location)
        else:
            keys = tuple(evaluator.evaluate(key, scope) for key in link.keys)
            value = members.subscript(evaluator, value, keys, location)
    return value


def _imported(evaluator: Evaluator, links: list[Member | Subscript | Call], root: Name, scope: Scope) -> Value:
    """The name that a chain begins with; of `import(…)`, which stands for an import statement, what it binds."""
    if root.id != "import" or not isinstance(links[-1], Call):
        return evaluator.evaluate(root, scope)
    link = links.pop()
    assert isinstance(link, Call)
    texts = [part.value for part in link.arguments if isinstance(part, Literal)]
    source, name = str(texts[0]), str(texts[1]) if len(texts) > 1 else "*"
    bindings = cast("PythonBindings", evaluator.bindings)
    return bindings.imported(scope.path, source, name, Location(scope.path, link.span))


def _template(evaluator: Evaluator, expression: Template, scope: Scope) -> Value:
    parts = tuple(part if isinstance(part, str) else evaluator.evaluate(part, scope) for part in expression.parts)
    texts = [part if isinstance(part, str) else semantics.text(part) for part in parts]
    known = [text for text in texts if text is not None]
    if len(known) == len(texts):
        evaluator.budget.make(sum(map(len, known)))
        return Constant("".join(known))
    location = Location(scope.path, expression.span)
    because = next(part for part, text in zip(parts, texts, strict=True) if text is None)
    assert not isinstance(because, str)
    template = TemplateValue(Constant(None), parts, location)
    found = evaluator.depending(because, evaluator.describe(template).removeprefix("null"), location)
    found.parts = parts
    return found


def _conditional(evaluator: Evaluator, expression: Conditional, scope: Scope) -> Value:
    """`a if b else c if d else e` nests on its right and may be long."""
    following: Expression = expression
    while isinstance(following, Conditional):
        test = evaluator.evaluate(following.test, scope)
        truth = evaluator.truth(test)
        if truth is None:
            then, otherwise = evaluator.evaluate(following.then, scope), evaluator.evaluate(following.otherwise, scope)
            written = f"{evaluator.describe(then)} if {evaluator.describe(test)} else {evaluator.describe(otherwise)}"
            return evaluator.either(test, (then, otherwise), written, Location(scope.path, following.span))
        following = following.then if truth else following.otherwise
    return evaluator.evaluate(following, scope)


def _object(evaluator: Evaluator, expression: Object, scope: Scope) -> Value:
    """A dict, its entries in the order in which they are written."""
    made = ObjectValue({})
    for entry in expression.entries:
        location = Location(scope.path, entry.span)
        if isinstance(entry, Spread):
            _merge(evaluator, made, evaluator.evaluate(entry.value, scope), location)
        else:
            _entry(evaluator, made, entry, scope)
    evaluator.budget.make(len(made.entries))
    return evaluator.drafts.object(made)


def _entry(evaluator: Evaluator, made: ObjectValue, entry: Property, scope: Scope) -> None:
    location = Location(scope.path, entry.span)
    key = Constant(entry.key) if isinstance(entry.key, str) else evaluator.evaluate(entry.key, scope)
    value, name = evaluator.evaluate(entry.value, scope), evaluator.key(key)
    if name is None:
        unknown = evaluator.depending(key, f"{evaluator.describe(key)}: {evaluator.describe(value)}", location)
        unknown.entry = (key, value)
        made.open += (unknown,)
        return
    made.entries[name] = value
    made.places[name] = location
    made.uncertain -= {name}


def _merge(evaluator: Evaluator, made: ObjectValue, value: Value, location: Location) -> None:
    if isinstance(value, ObjectValue):
        made.entries.update(value.entries)
        made.places.update(value.places)
        made.open += value.open
        made.uncertain = (made.uncertain - value.entries.keys()) | value.uncertain
        return
    made.open += (evaluator.depending(value, f"**{evaluator.describe(value)}", location),)
    made.uncertain |= made.entries.keys()


EVALUATORS: Mapping[type, ToValue] = {
    **Evaluator.evaluators,
    Call: _chain,
    Conditional: _conditional,
    Member: _chain,
    Object: _object,
    Operator: operators.evaluate,
    Subscript: _chain,
    Template: _template,
}
PythonEvaluator.evaluators = EVALUATORS
