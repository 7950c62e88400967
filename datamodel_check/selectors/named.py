"""A snapshot as a list of facts, each with its name."""

from collections.abc import Iterable, Iterator
from itertools import chain

from datamodel_check.model.facts import Fact
from datamodel_check.model.layers import DomainType, Route, Service, State
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History
from datamodel_check.model.schema import Column, Enum, Source, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.facts import declared, said_of_table, said_of_view

_HERE = Location("", NOWHERE)


def named(snapshot: Snapshot) -> tuple[Fact, ...]:
    """The facts of a snapshot by kind and name, each pair once: what several sources call by one name is one fact."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in _facts(snapshot):
        found.setdefault((fact.kind, fact.name), []).append(fact)
    return tuple(_together(facts) for _, facts in sorted(found.items()))


def _together(facts: list[Fact]) -> Fact:
    if len(facts) == 1:
        return facts[0]
    values = sorted((fact.value for fact in facts), key=repr)
    return facts[0]._replace(value=tuple(values), text="; ".join(dict.fromkeys(fact.text for fact in facts)))


def _facts(snapshot: Snapshot) -> Iterator[Fact]:
    return chain(
        chain.from_iterable(map(_of_source, snapshot.sources)),
        map(_of_route, snapshot.routes),
        chain.from_iterable(map(_of_service, snapshot.services)),
        chain.from_iterable(map(_of_state, snapshot.state)),
        chain.from_iterable(map(_of_type, snapshot.types)),
        chain.from_iterable(map(_of_history, snapshot.migrations)),
    )


# --- schemas ---------------------------------------------------------------------------------------------------------


def _of_source(source: Source) -> Iterator[Fact]:
    for one in declared(source):
        table = said_of_table(one) if isinstance(one, Table) else said_of_view(one)
        places = {column.name: column.location for column in one.columns}
        yield from _of_table(table, one.location, places)
    yield from map(_of_enum, source.enums)


def _of_table(table: Table, location: Location, places: dict[str, Location]) -> Iterator[Fact]:
    whole = table._replace(schema=None, name="", columns=())
    yield Fact("table", table.key, whole, _text_of_table(table), location)
    for column in table.columns:
        name, value = f"{table.key}.{column.name}", column._replace(name="")
        yield Fact("table", name, value, text_of_column(column), places[column.name], table.key)


def _text_of_table(table: Table) -> str:
    words = [f"primary key ({', '.join(table.primary_key)})"] if table.primary_key else []
    words += [f"unique ({', '.join(unique.columns)})" for unique in table.uniques]
    words += [f"({', '.join(key.columns)}) references {key.table}" for key in table.foreign_keys]
    words += [f"check ({check.expression})" for check in table.checks]
    return ", ".join(words) or "a table without keys"


def text_of_column(column: Column) -> str:
    """`varchar(255) not null default 'x'`."""
    words = [column.type]
    if not column.nullable:
        words.append("not null")
    if column.default is not None:
        words.append(f"default {column.default}")
    return " ".join(words)


def _of_enum(enum: Enum) -> Fact:
    return Fact("enum", enum.key, enum.values, ", ".join(enum.values), enum.location)


# --- layers ----------------------------------------------------------------------------------------------------------


def _of_route(route: Route) -> Fact:
    words = [f"guarded by {', '.join(route.auth)}"] if route.auth else []
    words += [f"reads {', '.join(route.reads)}"] if route.reads else []
    words += [f"writes {', '.join(route.writes)}"] if route.writes else []
    value = route._replace(method="", path="", handler="", location=_HERE)
    return Fact("route", route.key, value, ", ".join(words) or "touches no table", route.location)


def _of_service(service: Service) -> Iterator[Fact]:
    yield Fact("service", service.name, service.kind, service.kind, service.location)
    for operation in service.operations:
        words = [f"reads {', '.join(operation.reads)}"] if operation.reads else []
        words += [f"writes {', '.join(operation.writes)}"] if operation.writes else []
        value = operation._replace(name="", location=_HERE)
        name, text = f"{service.name}.{operation.name}", ", ".join(words) or "touches no table"
        yield Fact("service", name, value, text, operation.location, service.name)


def _of_state(state: State) -> Iterator[Fact]:
    words = [state.kind, *([f"key {state.key}"] if state.key else []), *state.endpoints]
    value = state._replace(name="", location=_HERE, members=())
    yield Fact("store", state.name, value, ", ".join(words), state.location)
    for member in state.members:
        text = f"{member.kind} {member.type}" if member.type else member.kind
        yield Fact("store", f"{state.name}.{member.name}", (member.kind, member.type or ""), text, None, state.name)


def _of_type(one: DomainType) -> Iterator[Fact]:
    yield Fact("type", one.name, (one.kind, one.definition or ""), one.definition or one.kind, one.location)
    for member in one.members:
        value = (member.type, "optional" if member.optional else "")
        yield Fact("type", f"{one.name}.{member.name}", value, member.type, None, one.name)


def _of_history(history: History) -> Iterable[Fact]:
    for entry in history.entries:
        yield Fact("migration", entry.id, (entry.digest, entry.operations), ", ".join(entry.operations), entry.location)
