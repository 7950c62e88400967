"""Classes whose instances are observed: by `makeAutoObservable(this)`, `makeObservable(this, {…})`, or decorators."""

from collections.abc import Iterator, Mapping

from datamodel_check.extract.layers.state.mobx.annotations import OBSERVED, Kind, is_mobx, is_off, kind
from datamodel_check.extract.layers.type_text import type_text
from datamodel_check.model.layers import Member
from datamodel_check.model.module import Class, Field, Function, Name, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure, ObjectValue, Value
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
    decorated = dict(_decorated(program, value))
    call = next(_calls(program, value), None)
    if call is None and not decorated:
        return None
    if call is not None and is_mobx(call.callee, "makeAutoObservable"):
        return tuple(_automatic(value.declaration, _annotated(call)))
    annotated = {**decorated, **(_annotated(call) if call is not None else {})}
    return tuple(_explicit(value.declaration, annotated))


def _calls(program: Program, value: ClassValue) -> Iterator[Application]:
    """`makeObservable(this, …)` in the constructor."""
    for member in value.declaration.members:
        if isinstance(member, Function) and member.name in {"constructor", "__init__"}:
            for step in program.steps(Closure(member, value.scope), (), value):
                for call in calls(step.expression):
                    made = program.evaluate(call, step.scope)
                    first = call.arguments[0] if call.arguments else None
                    if isinstance(made, Application) and is_mobx(made.callee, *OBSERVED) and isinstance(first, Name):
                        yield made


def _annotated(call: Application) -> Mapping[str, Kind | None]:
    """What is said of single members; None of those that are left out."""
    given = call.arguments[1] if len(call.arguments) > 1 else None
    entries = given.entries if isinstance(given, ObjectValue) else {}
    return {name: None if is_off(value) else kind(value) for name, value in entries.items()}


def _decorated(program: Program, value: ClassValue) -> Iterator[tuple[str, Kind | None]]:
    for member in value.declaration.members:
        if isinstance(member, Field | Function) and member.name:
            for decorator in member.decorators:
                found = kind(program.evaluate(decorator, value.scope))
                if found is not None:
                    yield member.name, found


def _automatic(declaration: Class, annotated: Mapping[str, Kind | None]) -> Iterator[Member]:
    """Fields are observed, getters computed, functions actions: https://mobx.js.org/observable-state.html."""
    for member in declaration.members:
        name = getattr(member, "name", None)
        if not isinstance(member, Field | Function) or not name or name == "constructor":
            continue
        if {"static", "set", "abstract"} & member.modifiers or (name in annotated and annotated[name] is None):
            continue
        usual: Kind = "action" if isinstance(member, Function) or _is_function(member) else "field"
        if isinstance(member, Function) and "get" in member.modifiers:
            usual = "computed"
        yield _member(member, annotated.get(name) or usual)


def _explicit(declaration: Class, annotated: Mapping[str, Kind | None]) -> Iterator[Member]:
    for member in declaration.members:
        name = getattr(member, "name", None)
        known = annotated.get(name) if name else None
        if known is not None and isinstance(member, Field | Function) and "set" not in member.modifiers:
            yield _member(member, known)


def _member(member: Field | Function, known: Kind) -> Member:
    annotation = member.annotation if isinstance(member, Field) else None
    told = type_text(annotation) if annotation is not None and known == "field" else None
    return Member(member.name or "", known, told)


def _is_function(field: Field) -> bool:
    return isinstance(field.value, Function)


def observed(value: Value) -> bool:
    """Whether a call makes an observed object of its argument."""
    return isinstance(value, Application) and is_mobx(value.callee, "observable", "makeAutoObservable")
