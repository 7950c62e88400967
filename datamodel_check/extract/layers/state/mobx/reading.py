"""Stores: classes, observed objects, and models of MobX-State-Tree."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.members import of_object
from datamodel_check.extract.layers.state.mobx import trees
from datamodel_check.extract.layers.state.mobx.classes import members, observed
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.program import Export, Program
from datamodel_check.model.values import Application, ClassValue, ObjectValue


def stores(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """What the application's own files declare."""
    found: dict[Location, State] = {}
    for path in candidates:
        if decoy(path, settings) is None:
            for binding in program.bindings(path):
                for state in _of(program, path, binding):
                    found.setdefault(state.location, state)
    return States(tuple(found.values()))


def _of(program: Program, path: str, binding: Export) -> Iterator[State]:
    value = binding.value
    name = stem(path).rpartition("/")[2] if binding.name == "default" else binding.name
    if isinstance(value, ClassValue) and value.scope.path == path:
        held = members(program, value)
        if held is not None:
            place = Location(path, value.declaration.span)
            yield State("mobx", "store", value.declaration.name or name, place, held)
    elif isinstance(value, Application) and value.location.path == path:
        if observed(value) and value.arguments and isinstance(value.arguments[0], ObjectValue):
            yield State("mobx", "store", name, value.location, of_object(value.arguments[0]))
        first = trees.model(value)
        if first is not None and first.location.path == path:
            key = trees.name(first)
            yield State("mobx", "store", name, value.location, trees.members(program, value), key)
