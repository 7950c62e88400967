"""Classes whose instances are observed: by `makeAutoObservable(this)`, `makeObservable(this, {…})`, or decorators."""

from collections.abc import Iterator, Mapping

from datamodel_check.extract.layers.state.members import type_of
from datamodel_check.extract.layers.state.mobx.annotations import OBSERVED, Kind, annotations, is_mobx, kind
from datamodel_check.extract.layers.state.mobx.objects import of_call
from datamodel_check.extract.layers.type_text import type_text
from datamodel_check.model.layers import Member
from datamodel_check.model.module import Assignment, Class, Field, Function, Name, Subscript
from datamodel_check.model.module import Member as Dotted
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure
from datamodel_check.model.walking import calls


def members(program: Program, value: ClassValue) -> tuple[Member, ...] | None:
    """The members that MobX observes, those of base classes too; None of a class that it knows nothing of."""
    own = _own(program, value)
    inherited = _inherited(program, value)
    if own is None and inherited is None:
        return None
    found = {member.name: member for member in (*(inherited or ()), *(own or ()))}
    return tuple(found[name] for name in sorted(found))


def _inherited(program: Program, value: ClassValue) -> tuple[Member, ...] | None:
    for base in value.declaration.bases:
        found = program.evaluate(base.object if isinstance(base, Subscript) else base, value.scope)
        if isinstance(found, ClassValue) and found.declaration is not value.declaration:
            return members(program, found)
    return None


def _own(program: Program, value: ClassValue) -> tuple[Member, ...] | None:
    annotated = dict(_decorated(program, value))
    said = tuple(_calls(program, value))
    if not said and not annotated:
        return None
    for call in said:
        if is_mobx(call.callee, "makeAutoObservable"):
            return tuple(_automatic(program, value, annotations(call)))
        if not is_mobx(call.callee, "extendObservable"):
            annotated.update(annotations(call))
    return (*_explicit(program, value, annotated), *(one for call in said for one in _extended(call)))


def _extended(call: Application) -> tuple[Member, ...]:
    """What `extendObservable(this, { … })` adds: https://mobx.js.org/api.html#extendobservable."""
    return of_call(call, 1) if is_mobx(call.callee, "extendObservable") else ()


def _calls(program: Program, value: ClassValue) -> Iterator[Application]:
    """`makeObservable(this, …)` in the constructor."""
    for member in value.declaration.members:
        if isinstance(member, Function) and member.name == "constructor":
            for step in program.steps(Closure(member, value.scope), (), value):
                for call in calls(step.expression):
                    made = program.evaluate(call, step.scope)
                    first = call.arguments[0] if call.arguments else None
                    if isinstance(made, Application) and is_mobx(made.callee, *OBSERVED) and isinstance(first, Name):
                        yield made


def _decorated(program: Program, value: ClassValue) -> Iterator[tuple[str, Kind | None]]:
    for member in value.declaration.members:
        if isinstance(member, Field | Function) and member.name:
            for decorator in member.decorators:
                found = kind(program.evaluate(decorator, value.scope))
                if found is not None:
                    yield member.name, found


def _automatic(program: Program, value: ClassValue, annotated: Mapping[str, Kind | None]) -> Iterator[Member]:
    """Fields are observed, getters computed, functions actions: https://mobx.js.org/observable-state.html."""
    for member in _members(value.declaration):
        name = member.name or ""
        if {"static", "set", "abstract"} & member.modifiers or (name in annotated and annotated[name] is None):
            continue
        usual: Kind = "action" if isinstance(member, Function) or _is_function(member) else "field"
        if isinstance(member, Function) and "get" in member.modifiers:
            usual = "computed"
        yield _member(program, value, member, annotated.get(name) or usual)


def _explicit(program: Program, value: ClassValue, annotated: Mapping[str, Kind | None]) -> Iterator[Member]:
    for member in _members(value.declaration):
        known = annotated.get(member.name or "")
        if known is not None and "set" not in member.modifiers:
            yield _member(program, value, member, known)


def _members(declaration: Class) -> Iterator[Field | Function]:
    """What the body declares, and what the constructor sets."""
    declared = [one for one in declaration.members if isinstance(one, Field | Function) and one.name]
    names = {one.name for one in declared}
    for one in declared:
        if one.name != "constructor":
            yield one
        elif isinstance(one, Function):
            yield from (field for field in _set(one) if field.name not in names)


def _set(constructor: Function) -> Iterator[Field]:
    """Parameters with modifiers, and `this.items = []`.

    Source: https://www.typescriptlang.org/docs/handbook/2/classes.html#parameter-properties.
    """
    for parameter in constructor.parameters:
        if parameter.modifiers:
            yield Field(parameter.name, parameter.annotation, parameter.default, parameter.span)
    for statement in constructor.body:
        if isinstance(statement, Assignment) and isinstance(statement.target, Dotted):
            target = statement.target
            if isinstance(target.object, Name) and target.object.id == "this":
                yield Field(target.name, None, statement.value, statement.span)


def _member(program: Program, value: ClassValue, member: Field | Function, known: Kind) -> Member:
    told = _type(program, value, member) if isinstance(member, Field) and known == "field" else None
    return Member(member.name or "", known, told)


def _type(program: Program, value: ClassValue, field: Field) -> str | None:
    """As it is declared, else that of what the field begins with."""
    if field.annotation is not None:
        return type_text(field.annotation)
    if field.value is None or field not in value.declaration.members:
        return None  # what a constructor sets may be a parameter of its own
    return type_of(program.evaluate(field.value, value.scope))


def _is_function(field: Field) -> bool:
    return isinstance(field.value, Function)
