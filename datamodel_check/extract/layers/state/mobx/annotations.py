"""What MobX's annotations make of a member: https://mobx.js.org/observable-state.html#available-annotations."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Application, Constant, ObjectValue, Value

Kind: TypeAlias = Literal["field", "action", "computed"]

_KINDS: Mapping[str, Kind] = {
    "action": "action",
    "autoAction": "action",
    "computed": "computed",
    "flow": "action",
    "observable": "field",
}

OBSERVED = frozenset({"makeAutoObservable", "makeObservable", "extendObservable"})


def is_mobx(value: Value, *names: str) -> bool:
    """Whether a value is one of these functions of MobX."""
    found = symbol(value)
    return (
        found is not None
        and found.package in {"mobx", "mobx-react-lite", "mobx-react"}
        and found.path[:1] != ()
        and (found.path[0] in names)
    )


def kind(annotation: Value) -> Kind | None:
    """Of `observable.ref`, `action.bound`, `computed({ … })`; None of what observes nothing."""
    value = annotation.callee if isinstance(annotation, Application) else annotation
    found = symbol(value)
    if found is None or found.package != "mobx" or not found.path:
        return None
    return _KINDS.get(found.path[0])


def is_off(annotation: Value) -> bool:
    """`false` takes a member out."""
    return isinstance(annotation, Constant) and annotation.value is False


def annotations(call: Application, index: int = 1) -> Mapping[str, Kind | None]:
    """What a call says of single members; None of those that it leaves out."""
    given = call.arguments[index] if len(call.arguments) > index else None
    entries = given.entries if isinstance(given, ObjectValue) else {}
    return {name: None if is_off(value) else kind(value) for name, value in entries.items()}
