"""What values may be: instances opened up, functions' results looked up, both sides of what is undecided.

Nothing is run. Where several things are possible, all of them are: a client that is made on demand, a parameter with a
default, one of two implementations.
"""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Base
from datamodel_check.extract.layers.reach.functions import Bound, Identity, identity, returned
from datamodel_check.extract.layers.reach.providers import Providers
from datamodel_check.extract.layers.reach.types import Body, Types, members
from datamodel_check.model.location import Location
from datamodel_check.model.module import Assignment, Class, Expression, Field, Function, Literal, Member, Name, Return
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

_DEEPEST = 40
_MOST = 50
"""Possibilities that are followed."""


class Objects:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.types = Types(program)
        self._providers = Providers(program)
        self._results: dict[tuple[Identity, Identity, tuple[Identity, ...]], tuple[Value, ...]] = {}
        self._fields: dict[tuple[Identity, str], tuple[Value, ...]] = {}
        self._pending: set[object] = set()
        self._depth = 0
        self._kept: list[Value | None] = []

    def possible(self, value: Value) -> Sequence[Value]:
        """Everything that a value may be, as far as it can be told; at least the value itself."""
        if self._depth >= _DEEPEST:
            return [value]
        self._depth += 1
        try:
            found: list[Value] = []
            for one in self._possible(value):
                if one not in found:
                    found.append(one)
                if len(found) >= _MOST:
                    break
            return found
        finally:
            self._depth -= 1

    def _possible(self, value: Value) -> Iterator[Value]:
        if isinstance(value, Unresolved):
            yield from self._unresolved(value)
        elif isinstance(value, Access):
            yield from self._member(value)
        elif isinstance(value, Application) and not value.new:
            yield from self._application(value)
        else:
            yield value

    def _unresolved(self, value: Unresolved) -> Iterator[Value]:
        for one in value.alternatives:
            yield from self.possible(one)
        if value.value is not None:
            yield from self.possible(value.value)
        yield value

    # --- members -----------------------------------------------------------------------------------------------------

    def _member(self, value: Access) -> Iterator[Value]:
        for holder in self.possible(value.object):
            if instance_of(holder) is not None:
                yield from self.field(holder, value.name) or (_access(value, holder),)
            elif isinstance(holder, ObjectValue | Namespace | ClassValue | ListValue | Closure | Constant):
                found = self._program.member(holder, value.name)
                unknown = isinstance(found, Access) and found.name == value.name and found.object is holder
                if unknown or isinstance(holder, ClassValue):
                    yield _access(value, holder)
                yield from () if unknown else self.possible(found)
            else:
                yield _access(value, holder)

    def field(self, instance: Value, name: str) -> tuple[Value, ...]:
        """What an instance of a class holds under a name; nothing of methods, and what its class does not declare."""
        key = (identity(instance), name)
        if key not in self._fields:
            if key in self._pending:
                return ()
            self._pending.add(key)
            try:
                self._fields[key] = tuple(self._provided(self._declared(instance, name)))
            finally:
                self._pending.discard(key)
        return self._fields[key]

    def _provided(self, values: Iterable[Value]) -> Iterator[Value]:
        """Values, and what NestJS gives for them."""
        for value in values:
            given = self._providers.of(value)
            for one in given:
                yield from self.possible(one)
            if not given or instance_of(value) is None:
                yield value

    def _declared(self, instance: Value, name: str) -> Iterator[Value]:
        for declaration, scope in self._classes(instance):
            field = next((one for one in declaration.members if isinstance(one, Field) and one.name == name), None)
            if field is not None and field.value is not None and not _is_nothing(field.value):
                yield from self.possible(self._inside(field.value, scope, instance))
                return
            getter = _method(declaration, name, getter=True)
            if getter is not None:
                yield from self._result(Bound(Closure(getter, scope), instance))
                return
            if _method(declaration, name) is not None:
                return
            found = [*self._constructed(declaration, scope, instance, name)]
            if not found and field is not None:
                found = [*self.types.instances(field.annotation, scope)]
            if found or field is not None:
                yield from found
                return

    def _constructed(self, declaration: Class, scope: Scope, instance: Value, name: str) -> Iterator[Value]:
        """`constructor(private users: Users)`, and `this.users = users` in a constructor."""
        constructor = _method(declaration, "__init__" if _is_python(scope) else "constructor")
        if constructor is None:
            return
        for position, parameter in enumerate(constructor.parameters):
            if parameter.name == name and parameter.modifiers & {"private", "protected", "public", "readonly"}:
                yield from (self._program.evaluate(one, scope) for one in parameter.decorators)
                given = self.given(constructor, scope, _arguments(instance))[position]
                yield from self.possible(given) if given is not None else ()
        assigned = {
            id(statement.value): statement.value
            for statement in constructor.body
            if isinstance(statement, Assignment) and _is_own(statement.target, name)
        }
        if assigned:
            bound = Bound(Closure(constructor, scope), instance, _arguments(instance))
            for expression, inside in self.steps(bound):
                if id(expression) in assigned:
                    yield from self.possible(self._program.sketch(expression, inside))

    def _inside(self, expression: Expression, scope: Scope, instance: Value) -> Value:
        """A field's value, as its instance sees it."""
        made = Function(None, (), (Return(expression, expression.span),), expression.span)
        (step,) = self._program.steps(Closure(made, scope), (), instance, sketched=True)
        return self._program.sketch(step.expression, step.scope)

    # --- methods -----------------------------------------------------------------------------------------------------

    def functions(self, value: Value, arguments: tuple[Value | None, ...] = ()) -> Iterator[Bound]:
        """The functions of the repository that are called when a value is."""
        for one in self.possible(value):
            for bound in self._bound(one):
                yield bound._replace(arguments=arguments)

    def _bound(self, value: Value) -> Iterator[Bound]:
        """A function of the repository, or a method of an instance."""
        if isinstance(value, Closure):
            yield Bound(value)
        elif isinstance(value, Access):
            method = self.method(value.object, value.name)
            if method is not None:
                yield method

    def called(self, value: Value) -> Iterator[Bound]:
        """The functions that run when a value is called, also where a wrapper stands around them: `cache(load)`."""
        yield from self.functions(value)
        while isinstance(value, Application) and not value.new:
            for one in value.arguments:
                yield from self.handed(one)
            value = value.callee.object if isinstance(value.callee, Access) else value.callee

    def handed(self, value: Value) -> Iterator[Bound]:
        """The functions that are given by name to what may call them."""
        if isinstance(value, Closure):
            yield Bound(value)
        elif isinstance(value, Access) and instance_of(value.object) is not None:
            yield from self.functions(value)
        elif isinstance(value, Application) and not isinstance(value.callee, Access):
            yield from self.called(value)

    def method(self, instance: Value, name: str) -> Bound | None:
        """A method of an instance of a class, inherited ones too."""
        for declaration, scope in self._classes(instance):
            method = _method(declaration, name)
            if method is not None:
                return Bound(Closure(method, scope), instance)
        return None

    def bound_to(self, bound: Bound, instance: Value | None) -> Bound:
        """A function as a method of an instance, if its class declares it."""
        if bound.this is not None or instance is None:
            return bound
        ours = (member for declaration, _ in self._classes(instance) for member in declaration.members)
        return bound._replace(this=instance) if any(one is bound.closure.function for one in ours) else bound

    def inherited(self, bound: Bound, name: str) -> Bound | None:
        """What `super.name` is in a method."""
        if bound.this is None:
            return None
        classes = list(self._classes(bound.this))
        for position, (declaration, _) in enumerate(classes):
            if any(member is bound.closure.function for member in declaration.members):
                found = ((method, scope) for body, scope in classes[position + 1 :] if (method := _method(body, name)))
                method, scope = next(found, (None, bound.closure.scope))
                return None if method is None else Bound(Closure(method, scope), bound.this)
        return None

    def base(self, value: Value) -> Base | None:
        """What the class of an instance, or a class, extends outside the repository."""
        declared = value if isinstance(value, ClassValue) else instance_of(value)
        if declared is None:
            return None
        *_, last = members(declared, self._program.evaluate)
        return None if isinstance(last, Body) else last

    def _classes(self, instance: Value) -> Iterator[tuple[Class, Scope]]:
        declared = instance_of(instance)
        if declared is None:
            return
        lineage: Iterable[object] = members(declared, self._program.evaluate)
        for one in self._program.mro(declared) if _is_python(declared.scope) else lineage:
            if isinstance(one, Body | ClassValue):
                yield one.declaration, one.scope

    # --- results -----------------------------------------------------------------------------------------------------

    def _application(self, value: Application) -> Iterator[Value]:
        """What the functions of the repository that are called return, and those handed to a wrapper."""
        callees = self.possible(value.callee) if _may_be_ours(value.callee) else ()
        others = [one for one in callees if isinstance(one, Access) and one is not value.callee]
        same = not others or any(one is value.callee for one in callees)
        for callee in callees:
            for bound in self._bound(callee):
                yield from self._result(bound._replace(arguments=value.arguments))
            made = isinstance(callee, Access) or (isinstance(callee, ClassValue) and _is_python(callee.scope))
            if made and callee is not value.callee:
                yield Application(callee, value.arguments, value.location, keywords=value.keywords, open=value.open)
        for one in value.arguments:
            if isinstance(one, Closure) and not one.function.parameters:
                yield from self._result(Bound(one))  # `once(() => new Client())`
        if same:
            yield value

    def _result(self, bound: Bound) -> tuple[Value, ...]:
        key = (identity(bound.closure), identity(bound.this), tuple(map(identity, bound.arguments)))
        if key not in self._results:
            if key in self._pending:
                return ()
            self._pending.add(key)
            self._kept += [bound.closure, bound.this]
            try:
                self._results[key] = tuple(self._returned(bound))[:_MOST]
            finally:
                self._pending.discard(key)
        return self._results[key]

    def _returned(self, bound: Bound) -> Iterator[Value]:
        wanted = {id(expression) for expression in returned(bound.closure.function.body)}
        for expression, scope in self.steps(bound):
            if id(expression) in wanted:
                yield from self.possible(self._program.sketch(expression, scope))

    # --- calls -------------------------------------------------------------------------------------------------------

    def steps(self, bound: Bound) -> Iterator[tuple[Expression, Scope]]:
        """What the statements of a function evaluate, its parameters being what is given, or what their types say."""
        closure = bound.closure
        arguments = (bound.this, *bound.arguments) if _takes_itself(bound) else bound.arguments
        given = self.given(closure.function, closure.scope, arguments)
        places = [
            Unresolved("it is a parameter", parameter.name, bound.location) if value is None else value
            for value, parameter in zip(given, closure.function.parameters, strict=True)
        ]
        for step in self._program.steps(closure, places, bound.this, sketched=True):
            yield step.expression, step.scope

    def given(self, function: Function, scope: Scope, arguments: tuple[Value | None, ...]) -> tuple[Value | None, ...]:
        """What each parameter stands for: the argument, else its default, else an instance of its type."""
        found: list[Value | None] = []
        for position, parameter in enumerate(function.parameters):
            value = arguments[position] if position < len(arguments) and not parameter.rest else None
            if value is None:
                choices = list(self.types.instances(parameter.annotation, scope))
                if parameter.default is not None:
                    choices.insert(0, self._program.sketch(parameter.default, scope))
                value = _one_of(choices, parameter.name, scope, function)
            found.append(value)
        return tuple(found)


def instance_of(value: Value) -> ClassValue | None:
    """The class of the repository that `new X()`, in Python `X()`, makes an instance of."""
    made = value.callee if isinstance(value, Application) else None
    return made if isinstance(made, ClassValue) else None


def _arguments(instance: Value) -> tuple[Value | None, ...]:
    return instance.arguments if isinstance(instance, Application) else ()


def _access(value: Access, holder: Value) -> Access:
    return value if value.object is holder else Access(holder, value.name, value.location)


def _method(declaration: Class, name: str, *, getter: bool = False) -> Function | None:
    for one in declaration.members:
        if not isinstance(one, Function) or one.name != name or one.modifiers & _NO_METHOD:
            continue
        if is_getter(one) == getter:
            return one
    return None


def is_getter(function: Function) -> bool:
    """Whether a method runs when its name is read: `get name()`, in Python a `@property`."""
    names = {one.name if isinstance(one, Member) else getattr(one, "id", "") for one in function.decorators}
    return "get" in function.modifiers or not names.isdisjoint(_PROPERTIES)


_PROPERTIES = frozenset({"property", "cached_property"})
"""https://docs.python.org/3/library/functools.html#functools.cached_property"""


def _is_nothing(expression: Expression) -> bool:
    """`None`, which says nothing of what a field of this type holds later."""
    return isinstance(expression, Literal) and expression.value is None


_NO_METHOD = frozenset({"abstract", "declare", "set", "static"})


def _is_own(target: Expression, name: str) -> bool:
    return (
        isinstance(target, Member)
        and target.name == name
        and isinstance(target.object, Name)
        and target.object.id in {"self", "this"}
    )


def _is_python(scope: Scope) -> bool:
    return scope.path.endswith(".py")


def _takes_itself(bound: Bound) -> bool:
    """Whether the first parameter of a method is the object, or class, that it is called on."""
    if bound.this is None or not _is_python(bound.closure.scope):
        return False
    return not any(isinstance(one, Name) and one.id == "staticmethod" for one in bound.closure.function.decorators)


def _may_be_ours(callee: Value) -> bool:
    """Whether a function of the repository can stand behind a callee."""
    return isinstance(callee, Closure | Access | Unresolved | Application)


def _one_of(choices: list[Value], name: str, scope: Scope, function: Function) -> Value | None:
    if len(choices) < 2:
        return choices[0] if choices else None
    found = Unresolved("it is a parameter", name, Location(scope.path, function.span))
    found.alternatives = tuple(choices)
    return found
