"""Faults in the facts of the layers above the database."""

from collections.abc import Iterator

from datamodel_check.faults.protocol import PLANTED, replaced
from datamodel_check.model.fault import FactFault
from datamodel_check.model.layers import DomainType, Member, Route, Service, State
from datamodel_check.model.snapshot import Snapshot


def of_layers(snapshot: Snapshot) -> Iterator[FactFault]:
    for place, route in enumerate(snapshot.routes):
        for text, routes in _of_route(route):
            yield FactFault(route.key, text, snapshot._replace(routes=replaced(snapshot.routes, place, *routes)))
    for place, service in enumerate(snapshot.services):
        for text, services in _of_service(service):
            after = replaced(snapshot.services, place, *services)
            yield FactFault(service.name, text, snapshot._replace(services=after))
    for place, state in enumerate(snapshot.state):
        for text, states in _of_state(state):
            yield FactFault(state.name, text, snapshot._replace(state=replaced(snapshot.state, place, *states)))
    for place, one in enumerate(snapshot.types):
        for text, types in _of_type(one):
            yield FactFault(one.name, text, snapshot._replace(types=replaced(snapshot.types, place, *types)))


def _of_route(route: Route) -> Iterator[tuple[str, tuple[Route, ...]]]:
    yield "route removed", ()
    if route.kind == "endpoint":
        yield "path changed", (route._replace(path=f"{route.path}/{PLANTED}"),)
        yield "method changed", (route._replace(method="DELETE" if route.method != "DELETE" else "GET"),)
        yield "guard changed", (route._replace(auth=() if route.auth else (PLANTED,)),)
        yield "another table written", (route._replace(writes=(*route.writes, PLANTED)),)


def _of_service(service: Service) -> Iterator[tuple[str, tuple[Service, ...]]]:
    yield "service removed", ()
    if service.operations:
        first, rest = service.operations[0], service.operations[1:]
        yield "operation removed", (service._replace(operations=rest),)
        writing = first._replace(writes=(*first.writes, PLANTED))
        yield "another table written", (service._replace(operations=(writing, *rest)),)


def _of_state(state: State) -> Iterator[tuple[str, tuple[State, ...]]]:
    yield "removed", ()
    yield "field added", (state._replace(members=(*state.members, Member(PLANTED))),)
    if state.members:
        yield "field removed", (state._replace(members=state.members[1:]),)
    if state.key is not None:
        yield "key changed", (state._replace(key=f"{state.key}-{PLANTED}"),)


def _of_type(one: DomainType) -> Iterator[tuple[str, tuple[DomainType, ...]]]:
    yield "type removed", ()
    if one.members:
        first, rest = one.members[0], one.members[1:]
        yield "member removed", (one._replace(members=rest),)
        yield "type of a member changed", (one._replace(members=(first._replace(type=PLANTED), *rest)),)
