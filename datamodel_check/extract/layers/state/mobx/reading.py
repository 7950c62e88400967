"""Stores: classes, observed objects, and models of MobX-State-Tree."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.borrowing import own_and_borrowers
from datamodel_check.extract.layers.state.made import Made, made, returned
from datamodel_check.extract.layers.state.mobx import trees
from datamodel_check.extract.layers.state.mobx.annotations import OBSERVED, is_mobx
from datamodel_check.extract.layers.state.mobx.classes import members
from datamodel_check.extract.layers.state.mobx.objects import observed, of_call
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Value

_WORDS = (*sorted(OBSERVED), "observable", "types")


def stores(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """What the application's own files declare."""
    own = own_and_borrowers(program, candidates, settings, lambda value: _makes(program, value), _WORDS)
    written = tuple(made(program, own, _is_store))
    places = {one.value.location for one in written}
    functions = (one for one in returned(program, own, _is_store) if one.location not in places)
    objects = (_object(program, one) for one in (*written, *functions))
    found = {state.location: state for state in (*(one for path in own for one in _classes(program, path)), *objects)}
    return States(tuple(found.values()))


def _classes(program: Program, path: str) -> Iterator[State]:
    for binding in program.bindings(path):
        value = binding.value
        held = members(program, value) if isinstance(value, ClassValue) and value.scope.path == path else None
        if isinstance(value, ClassValue) and held is not None:
            name = stem(path).rpartition("/")[2] if binding.name == "default" else binding.name
            place = Location(path, value.declaration.span)
            yield State("mobx", "store", value.declaration.name or name, place, held)


def _makes(program: Program, value: Value) -> bool:
    """Whether something is observed; of functions that are given the object it is not known which."""
    if isinstance(value, ClassValue):
        return members(program, value) is not None
    return isinstance(value, Application) and (is_mobx(value.callee, *_WORDS[:-1]) or trees.model(value) is not None)


def _is_store(value: Value) -> bool:
    return observed(value) or trees.model(value) is not None


def _object(program: Program, one: Made) -> State:
    first = trees.model(one.value)
    if first is None:
        return State("mobx", "store", one.name, one.location, of_call(one.value))
    return State("mobx", "store", one.name, one.location, trees.members(program, one.value), trees.name(first))
