"""Routes, services, client state and types between two revisions.

Types are safe whatever happens to them: the compiler tells who relies on them.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeVar

from datamodel_check.model.change import FactChange, Family, Risk
from datamodel_check.model.layers import DomainType, Operation, Route, Service, State
from datamodel_check.model.location import Location
from datamodel_check.model.snapshot import Snapshot

_LONGEST = 60
"""Characters of a type."""

T = TypeVar("T", Route, Service, State, DomainType)


class Kind(NamedTuple):
    """What facts of one kind are called, and what it means when one goes."""

    family: Family
    noun: str
    removed: tuple[Risk, str]


_ROUTE = Kind("routes", "route", ("breaking", "callers get an error"))
_SERVICE = Kind("services", "service", ("safe", ""))
_STATE = Kind("state", "state", ("safe", ""))
_TYPE = Kind("types", "type", ("safe", ""))


def of_layers(before: Snapshot, after: Snapshot) -> Iterator[FactChange]:
    routes = {route.key: route for route in before.routes}, {route.key: route for route in after.routes}
    yield from _come_and_gone(_ROUTE, *routes)
    for key in routes[0].keys() & routes[1].keys():
        yield from _of_route(key, routes[0][key], routes[1][key])
    services = {one.name: one for one in before.services}, {one.name: one for one in after.services}
    yield from _come_and_gone(_SERVICE, *services)
    for key in services[0].keys() & services[1].keys():
        yield from _of_service(key, services[0][key], services[1][key])
    state = {_name(one): one for one in before.state}, {_name(one): one for one in after.state}
    yield from _come_and_gone(_STATE, *state)
    for key in state[0].keys() & state[1].keys():
        yield from _of_state(key, state[0][key], state[1][key])
    types = {_place(one): one for one in before.types}, {_place(one): one for one in after.types}
    yield from _come_and_gone(_TYPE, *types)
    for key in types[0].keys() & types[1].keys():
        yield from _of_type(types[0][key], types[1][key])


def _name(state: State) -> str:
    return f"{state.name} ({state.location.path})"


def _place(one: DomainType) -> str:
    return f"{one.name} ({one.location.path})"


def _come_and_gone(kind: Kind, before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[FactChange]:
    for key in before.keys() - after.keys():
        yield FactChange("removed", kind.family, key, f"{kind.noun} removed", *kind.removed, before[key].location)
    for key in after.keys() - before.keys():
        yield FactChange("added", kind.family, key, f"{kind.noun} added", "safe", "", after[key].location)


def _sets(
    subject: str, family: Family, what: str, before: Collection[str], after: Collection[str], place: Location
) -> Iterator[FactChange]:
    """Members that come and go, as safe changes."""
    for name in sorted(set(before) - set(after)):
        yield FactChange("changed", family, subject, f"{what} {name} removed", "safe", "", place)
    for name in sorted(set(after) - set(before)):
        yield FactChange("changed", family, subject, f"{what} {name} added", "safe", "", place)


def _of_route(key: str, before: Route, after: Route) -> Iterator[FactChange]:
    place = after.location
    for name in sorted(set(before.auth) - set(after.auth)):
        text = f"{name} no longer guards it"
        risk: Risk = "risky" if after.auth else "breaking"
        reason = "it is guarded by something else" if after.auth else "nothing that is known asks who calls it"
        yield FactChange("changed", "routes", key, text, risk, reason, place)
    for name in sorted(set(after.auth) - set(before.auth)):
        yield FactChange("changed", "routes", key, f"{name} guards it", "risky", "callers may be refused", place)
    yield from _sets(key, "routes", "read of", before.reads, after.reads, place)
    yield from _sets(key, "routes", "write to", before.writes, after.writes, place)


def _of_service(key: str, before: Service, after: Service) -> Iterator[FactChange]:
    old = {operation.name: operation for operation in before.operations}
    new = {operation.name: operation for operation in after.operations}
    yield from _sets(key, "services", "operation", old, new, after.location)
    for name in old.keys() & new.keys():
        yield from _of_operation(f"{key}.{name}", old[name], new[name])


def _of_operation(key: str, before: Operation, after: Operation) -> Iterator[FactChange]:
    yield from _sets(key, "services", "read of", before.reads, after.reads, after.location)
    yield from _sets(key, "services", "write to", before.writes, after.writes, after.location)


def _of_state(key: str, before: State, after: State) -> Iterator[FactChange]:
    place = after.location
    old = [f"{member.kind} {member.name}" for member in before.members]
    new = [f"{member.kind} {member.name}" for member in after.members]
    yield from _sets(key, "state", "its", old, new, place)
    yield from _sets(key, "state", "request", before.endpoints, after.endpoints, place)
    yield from _sets(key, "state", "invalidation of", before.invalidates, after.invalidates, place)
    if before.key != after.key:
        reason = "caches and storage know it by the old one"
        text = f"key {before.key} → {after.key}"
        yield FactChange("changed", "state", key, text, "risky", reason, place)


def _of_type(before: DomainType, after: DomainType) -> Iterator[FactChange]:
    old = {member.name: member for member in before.members}
    new = {member.name: member for member in after.members}
    subject, place = after.name, after.location
    for name in sorted(old.keys() - new.keys()):
        yield FactChange("changed", "types", f"{subject}.{name}", "removed", "safe", "", place)
    for name in sorted(new.keys() - old.keys()):
        yield FactChange(
            "changed", "types", f"{subject}.{name}", f"added ({_short(new[name].type)})", "safe", "", place
        )
    for name in sorted(old.keys() & new.keys()):
        if old[name].type != new[name].type:
            text = f"{_short(old[name].type)} → {_short(new[name].type)}"
            yield FactChange("changed", "types", f"{subject}.{name}", text, "safe", "", place)
    if before.definition != after.definition:
        text = f"{_short(before.definition)} → {_short(after.definition)}"
        yield FactChange("changed", "types", subject, text, "safe", "", place)


def _short(text: str | None) -> str:
    """A type as far as one would read it in a list."""
    shown = text or "with members"
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
