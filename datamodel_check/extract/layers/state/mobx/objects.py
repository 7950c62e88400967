"""Objects that are observed: `observable({…})` and the functions that classes use on `this`.

Source: https://mobx.js.org/observable-state.html.
"""

from datamodel_check.extract.layers.state.members import of_object
from datamodel_check.extract.layers.state.mobx.annotations import annotations, is_mobx
from datamodel_check.model.layers import Member
from datamodel_check.model.values import Application, ObjectValue, Value

_ALL = ("extendObservable", "makeAutoObservable", "observable")
"""What observes all of an object; `makeObservable` observes what it names."""


def observed(value: Value) -> bool:
    """Whether a call makes an observed object of one that is written out."""
    return (
        isinstance(value, Application)
        and is_mobx(value.callee, *_ALL, "makeObservable")
        and bool(value.arguments)
        and isinstance(value.arguments[0], ObjectValue)
    )


def of_call(call: Application, index: int = 0) -> tuple[Member, ...]:
    """The members of the object at `index`, as the annotations that follow it say."""
    given = call.arguments[index] if len(call.arguments) > index else None
    said = annotations(call, index + 1)
    members = of_object(given) if isinstance(given, ObjectValue) else ()
    if not is_mobx(call.callee, *_ALL):
        members = tuple(one for one in members if one.name in said)
    return tuple(
        one._replace(kind=said.get(one.name) or one.kind) for one in members if said.get(one.name, "field") is not None
    )
