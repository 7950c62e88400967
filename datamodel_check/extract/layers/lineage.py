"""The thread from a table to the screen: services, routes, client state, and the components that use it.

Each link is proved: by a call, by the path of an endpoint, by an import. What cannot be proved is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.layers.endpoints import Endpoints
from datamodel_check.extract.layers.users import Users
from datamodel_check.model.layers import Lineage, Route, Service, State
from datamodel_check.model.location import NOWHERE
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source


def lineage(
    program: Program,
    sources: Sequence[Source],
    services: Sequence[Service],
    routes: Sequence[Route],
    states: Sequence[State],
) -> tuple[Lineage, ...]:
    """One thread for each table that something touches, by the table's key."""
    users = Users(program)
    touched = _operations(services)
    endpoints = Endpoints(routes)
    found: list[Lineage] = []
    for table in sorted({table.key for source in sources for table in source.tables}):
        through = [route for route in routes if table in route.reads or table in route.writes]
        keys = {route.key for route in through}
        fed = [state for state in states if any(_reaches(endpoints, one, keys) for one in state.endpoints)]
        thread = Lineage(
            table,
            services=_sorted(name for name, tables in touched.items() if table in tables),
            routes=_sorted(keys),
            state=_sorted(state.name for state in fed),
            components=_sorted(_components(users, through, fed)),
        )
        if any(thread[1:]):
            found.append(thread)
    return tuple(found)


def _reaches(endpoints: Endpoints, endpoint: str, keys: set[str]) -> bool:
    return any(route.key in keys for route in endpoints.routes(endpoint))


def _components(users: Users, routes: Iterable[Route], states: Iterable[State]) -> Iterator[str]:
    """The components that use one of the states, or call one of the server actions."""
    places = [(state.name, state.location) for state in states]
    places += [(route.handler, route.location) for route in routes if route.kind == "action"]
    for name, location in places:
        yield from users.components(name, location)


def _operations(services: Sequence[Service]) -> Mapping[str, set[str]]:
    """The services, and the tables that they touch through one another."""
    own: dict[str, set[str]] = {}
    calls: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for service in services:
        for operation in service.operations:
            reference = reference_of(service, operation.name)
            names[reference] = service.name
            own[reference] = {*operation.reads, *operation.writes}
            calls[reference] = set(operation.calls)
    found: dict[str, set[str]] = {}
    for reference, name in names.items():
        found.setdefault(name, set()).update(*(own.get(one, set()) for one in _reached(reference, calls)))
    return found


def _reached(reference: str, calls: Mapping[str, set[str]]) -> set[str]:
    seen = {reference}
    pending = [reference]
    while pending:
        following = calls.get(pending.pop(), set()) - seen
        seen |= following
        pending += following
    return seen


def reference_of(service: Service, operation: str) -> str:
    """How others name an operation: `UsersService.create`, `lib/users#create`."""
    return f"{service.name}{'#' if service.location.span == NOWHERE else '.'}{operation}"


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
