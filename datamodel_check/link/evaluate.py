"""Expressions → values."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from datamodel_check.link import calls, members, operators, statements
from datamodel_check.link import javascript as js
from datamodel_check.link.budget import Budget
from datamodel_check.link.describe import depending, describe, shortened
from datamodel_check.link.drafts import Drafts
from datamodel_check.link.elements import elements
from datamodel_check.link.scope import LocalScope, Scope
from datamodel_check.link.writes import MUTATORS
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Call,
    Class,
    Conditional,
    Expression,
    Function,
    Keyword,
    List,
    Literal,
    Member,
    Name,
    Object,
    Opaque,
    Operator,
    Property,
    Spread,
    Statement,
    Subscript,
    Template,
)
from datamodel_check.model.printing import text
from datamodel_check.model.program import Effect
from datamodel_check.model.values import (
    Access,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    ObjectValue,
    TemplateValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.bindings import Bindings

ToValue: TypeAlias = Callable[["Evaluator", Any, Scope], Value]


class Evaluator:
    """Evaluates expressions of one program. What names stand for is remembered in `bindings`.

    What another language does otherwise, its own evaluator overrides.
    """

    __slots__ = ("bindings", "budget", "drafts", "effects", "sketching")

    nothing: Value = js.UNDEFINED
    """What a function returns that returns nothing."""
    mutators = MUTATORS
    """The methods that change what they are called on."""
    runners: ClassVar[Mapping[type, statements.Runner]] = statements.RUNNERS
    evaluators: ClassVar[Mapping[type, "ToValue"]]

    def __init__(self, bindings: "Bindings") -> None:
        self.bindings = bindings
        self.budget = Budget()
        self.drafts = Drafts()
        self.effects: list[Effect] = []
        """What happens in the course of the evaluation."""
        self.sketching = False
        """Whether calls of the repository's functions, and what hangs on something unresolved, keep their shape."""

    def evaluate(self, expression: Expression, scope: Scope) -> Value:
        """Raises `ExhaustedError`, and `UndecidedError` for changes that cannot be followed."""
        self.budget.enter()
        try:
            return self.evaluators[type(expression)](self, expression, scope)
        finally:
            self.budget.depth -= 1

    def truth(self, value: Value) -> bool | None:
        """Whether a value is taken for true; None where that is not known."""
        return js.truth(value)

    def key(self, value: Value) -> str | None:
        """The key that stands for a value in objects; None where that is not known."""
        return js.to_string(value)

    def elements(self, value: Value) -> tuple[Value, ...] | None:
        """What a loop over a value goes through; None where that is not known."""
        return elements(value)

    def call(self, function: Value, arguments: tuple[Value, ...], location: Location) -> Value:
        """`function(...arguments)`."""
        return calls.call(self, function, calls.Items(arguments), location)

    def apply(
        self,
        function: Closure,
        arguments: tuple[Value, ...],
        location: Location,
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,  # noqa: ARG002
    ) -> Value:
        """What a function of the repository returns, as a method of `this`; `keywords` are Python's."""
        return calls.apply(self, function, calls.Items(arguments), location, this)

    def member(self, value: Value, name: str, location: Location) -> Value:
        """`value.name`."""
        return members.member(self, value, name, location)

    def own(self, value: Value) -> ObjectValue | None:
        """What `{...value}` takes over; None where that is not known."""
        return members.own(self, value)

    def merge(self, target: ObjectValue, value: Value, location: Location) -> None:
        """`Object.assign(target, value)`."""
        _spread(self, target, value, location)
        target.entries = js.ordered(target.entries)

    def items(self, parts: Iterable[Expression | Spread | Keyword], scope: Scope) -> calls.Items:
        """The items of an array literal or an argument list, spreads resolved."""
        values: list[Value] = []
        unknown: list[Unresolved] = []
        certain: int | None = None
        for part in parts:
            if not isinstance(part, Spread):
                values.append(self.evaluate(part.value if isinstance(part, Keyword) else part, scope))
                continue
            value = self.evaluate(part.value, scope)
            inside = self.elements(value)
            if inside is None:
                certain = len(values) if certain is None else certain
                inside, rest = self._partly_known(value, Location(scope.path, part.span))
                unknown += rest
            self.budget.make(len(values) + len(inside))
            values += inside
        return calls.Items(tuple(values), tuple(unknown), len(values) if certain is None else certain)

    def _partly_known(self, value: Value, location: Location) -> tuple[tuple[Value, ...], tuple[Unresolved, ...]]:
        if isinstance(value, ListValue):
            return value.items, value.open
        return (), (_unknown_spread(value, location),)

    def describe(self, value: Value) -> str:
        """The value as source text; what a sketch cannot decide needs none."""
        return "" if self.sketching else describe(value)

    def depending(self, because: Value, description: str, location: Location) -> Unresolved:
        """Stands for what is described, and cannot be decided as long as `because` is not known."""
        if self.sketching:
            return Unresolved("it is not known in a sketch", "", location)
        return depending(because, description, location)

    def either(
        self, because: Value, alternatives: tuple[Value, ...], description: str, location: Location
    ) -> Unresolved:
        """Stands for one of the `alternatives`; which of them hangs on `because`."""
        found = self.depending(because, description, location)
        found.alternatives = alternatives
        return found

    def unresolved(self, reason: str, node: Expression | Statement, scope: Scope) -> Unresolved:
        """Stands for `node`, which cannot be decided."""
        written = "" if self.sketching else shortened(text(node))
        return Unresolved(reason, written, Location(scope.path, node.span))

    def undecided(self, value: Value, node: Expression | Statement, scope: Scope) -> Unresolved:
        """Stands for what hangs on `value`, whose truth is not known."""
        return self.depending(value, self.describe(value), Location(scope.path, node.span))


def _unknown_spread(value: Value, location: Location) -> Unresolved:
    """Stands for what the spread of `value` holds."""
    if isinstance(value, Unresolved):
        return value
    return Unresolved("what it holds is not known", describe(value), location, value)


# --- names and literals ----------------------------------------------------------------------------------------------


def _literal(evaluator: Evaluator, expression: Literal, scope: Scope) -> Value:  # noqa: ARG001
    return Constant(expression.value, bigint=expression.bigint)


def _name(evaluator: Evaluator, expression: Name, scope: Scope) -> Value:
    name = expression.id
    while isinstance(scope, LocalScope):
        if name in scope.names:
            return scope.names[name]
        scope = scope.parent
    return evaluator.bindings.name(scope.path, name, Location(scope.path, expression.span))


def _template(evaluator: Evaluator, expression: Template, scope: Scope) -> Value:
    parts = tuple(part if isinstance(part, str) else evaluator.evaluate(part, scope) for part in expression.parts)
    location = Location(scope.path, expression.span)
    if expression.tag is not None:
        return calls.tagged(evaluator, evaluator.evaluate(expression.tag, scope), parts, location)
    written: list[str] = []
    for part in parts:
        known = part if isinstance(part, str) else js.to_string(part)
        if known is None:
            assert not isinstance(part, str)
            written_out = evaluator.describe(TemplateValue(Constant(None), parts, location)).removeprefix("null")
            found = evaluator.depending(part, written_out, location)
            found.parts = parts
            return found
        written.append(known)
    evaluator.budget.make(sum(map(len, written)))
    return Constant("".join(written))


def _opaque(evaluator: Evaluator, expression: Opaque, scope: Scope) -> Value:
    if expression.kind == "meta_property":
        return evaluator.bindings.external("", expression.text)
    return evaluator.unresolved(f"{expression.kind.replace('_', ' ')} is not evaluated", expression, scope)


def _function(evaluator: Evaluator, expression: Function, scope: Scope) -> Value:  # noqa: ARG001
    return Closure(expression, scope)


def _class(evaluator: Evaluator, expression: Class, scope: Scope) -> Value:  # noqa: ARG001
    return ClassValue(expression, scope)


# --- arrays and objects ----------------------------------------------------------------------------------------------


def _list(evaluator: Evaluator, expression: List, scope: Scope) -> Value:
    items = evaluator.items(expression.items, scope)
    return evaluator.drafts.list(ListValue(items.values, items.open))


def _object(evaluator: Evaluator, expression: Object, scope: Scope) -> Value:
    made = ObjectValue({})
    for entry in expression.entries:
        location = Location(scope.path, entry.span)
        if isinstance(entry, Spread):
            _spread(evaluator, made, evaluator.evaluate(entry.value, scope), location)
        else:
            _property(evaluator, made, entry, scope)
    evaluator.budget.make(len(made.entries))
    made.entries = js.ordered(made.entries)
    return evaluator.drafts.object(made)


def _property(evaluator: Evaluator, made: ObjectValue, entry: Property, scope: Scope) -> None:
    location = Location(scope.path, entry.span)
    key = entry.key if isinstance(entry.key, str) else evaluator.evaluate(entry.key, scope)
    name = key if isinstance(key, str) else js.to_string(key)
    value = evaluator.evaluate(entry.value, scope)
    if name is None:
        assert not isinstance(key, str)
        unknown = evaluator.depending(key, f"[{evaluator.describe(key)}]: {evaluator.describe(value)}", location)
        unknown.entry = (key, value)
        made.open += (unknown,)
        made.uncertain |= made.entries.keys()
        return
    made.entries[name] = value
    made.places[name] = location
    made.uncertain -= {name}


def _spread(evaluator: Evaluator, made: ObjectValue, value: Value, location: Location) -> None:
    """What `{...value}` adds."""
    known = members.own(evaluator, value)
    if known is None:
        made.open += (_unknown_spread(value, location),)
        made.uncertain |= made.entries.keys()
        return
    evaluator.budget.make(len(known.entries))
    if known.open:
        made.uncertain |= made.entries.keys()
    made.uncertain = (made.uncertain - known.entries.keys()) | known.uncertain
    made.entries.update(known.entries)
    made.open += known.open
    made.places.update({name: known.places.get(name, location) for name in known.entries})


def enum(evaluator: Evaluator, name: str, members: Object, scope: Scope) -> ObjectValue:
    """An enum: members may refer to earlier ones; those that are numbers have entries that lead back to their names.

    https://www.typescriptlang.org/docs/handbook/enums.html#reverse-mappings
    """
    made = ObjectValue({})
    inside = LocalScope(scope, {name: made})
    for entry in members.entries:
        if isinstance(entry, Property):
            _property(evaluator, made, entry, inside)
            key = entry.key if isinstance(entry.key, str) else ""
            value = made.entries.get(key)
            if isinstance(value, Constant) and js.type_of(value) == "number":
                made.entries[js.to_string(value) or ""] = Constant(key)
    made.entries = js.ordered(made.entries)
    return made


# --- branches and chains ---------------------------------------------------------------------------------------------


def _conditional(evaluator: Evaluator, expression: Conditional, scope: Scope) -> Value:
    """`a ? b : c ? d : e` nests on its right and may be long."""
    following: Expression = expression
    while isinstance(following, Conditional):
        test = evaluator.evaluate(following.test, scope)
        decided = js.truth(test)
        if decided is None:
            then = evaluator.evaluate(following.then, scope)
            otherwise = evaluator.evaluate(following.otherwise, scope)
            description = f"({evaluator.describe(test)} ? {evaluator.describe(then)} : {evaluator.describe(otherwise)})"
            return evaluator.either(test, (then, otherwise), description, Location(scope.path, following.span))
        following = following.then if decided else following.otherwise
    return evaluator.evaluate(following, scope)


def _chain(evaluator: Evaluator, expression: Member | Subscript | Call, scope: Scope) -> Value:
    """Calls and members nest on their left, hundreds deep: they are followed by iteration."""
    links: list[Member | Subscript | Call] = []
    root: Expression = expression
    while isinstance(root, Member | Subscript | Call):
        links.append(root)
        root = root.callee if isinstance(root, Call) else root.object
    value = evaluator.evaluate(root, scope)
    holder: Value | None = None
    if isinstance(root, Name) and root.id == "super" and isinstance(value, ClassValue):
        value, holder = _of_super(evaluator, value, links.pop(), scope)
    for link in reversed(links):
        evaluator.budget.spend(1)
        location = Location(scope.path, link.span)
        if isinstance(link, Call):
            items = evaluator.items(link.arguments, scope)
            value, holder = calls.call(evaluator, value, items, location, new=link.new, this=holder), None
        elif isinstance(link, Member):
            value, holder = members.member(evaluator, value, link.name, location), value
        else:
            key = evaluator.evaluate(link.keys[0], scope)
            value, holder = members.subscript(evaluator, value, key, location), value
    return value


def _of_super(
    evaluator: Evaluator, value: ClassValue, link: Member | Subscript | Call, scope: Scope
) -> tuple[Value, Value | None]:
    """`super.name` in a static method of a class, and what `this` is for it."""
    if not isinstance(link, Member):
        return evaluator.unresolved("what a base class does is not evaluated", link, scope), None
    location = Location(scope.path, link.span)
    this = evaluator.evaluate(Name("this", link.span), scope)
    found = members.inherited(evaluator, value, link.name, location)
    return Access(this, link.name, location) if isinstance(found, Access) else found, this


Evaluator.evaluators = {
    Call: _chain,
    Class: _class,
    Conditional: _conditional,
    Function: _function,
    List: _list,
    Literal: _literal,
    Member: _chain,
    Name: _name,
    Object: _object,
    Opaque: _opaque,
    Operator: operators.operator,
    Subscript: _chain,
    Template: _template,
}
