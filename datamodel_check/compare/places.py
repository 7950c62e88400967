"""Where the code says what a change is about."""

from datamodel_check.model.location import Location
from datamodel_check.model.schema import Source, Table, View
from datamodel_check.model.snapshot import Snapshot


class Places:
    """The places of a snapshot's facts, by the names that changes call them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._by_source = {source.id: _names(source) for source in snapshot.sources}
        self._layers = _names_of_layers(snapshot)

    def find(self, subject: str, source: str) -> Location | None:
        """The place of `user.email`, or else of `user`, in the source with this id, or in the first that knows it.

        What no source knows is a route, a store, …: `GET /api/users`.
        """
        known = [self._by_source[source]] if source in self._by_source else [*self._by_source.values(), self._layers]
        while subject:
            for names in known:
                if subject in names:
                    return names[subject]
            subject = subject.rpartition(".")[0]
        return None


def _names_of_layers(snapshot: Snapshot) -> dict[str, Location]:
    """What the views call them, also where several have one name: `useCart in web/src/cart.ts`."""
    named = [(name, route.location) for route in snapshot.routes for name in (route.key, route.path, route.handler)]
    named += [(service.name, service.location) for service in snapshot.services]
    named += [(state.name, state.location) for state in snapshot.state]
    named += [(one.name, one.location) for one in snapshot.types]
    for service in snapshot.services:
        named += [(f"{service.name}.{operation.name}", operation.location) for operation in service.operations]
    places: dict[str, Location] = {}
    for name, location in named:
        places.setdefault(name, location)
        places.setdefault(f"{name} in {location.path}", location)
    return places


def _names(source: Source) -> dict[str, Location]:
    names = {relation.table + "." + relation.name: relation.location for relation in source.relations}
    names |= {sequence.key: sequence.location for sequence in source.sequences}
    names |= {enum.key: enum.location for enum in source.enums}
    relations: tuple[View | Table, ...] = (*source.views, *source.tables)
    for one in relations:
        names[one.key] = one.location
        names |= {f"{one.key}.{column.name}": column.location for column in one.columns}
    return names
