"""What stands above the database: routes, services, client state, types, and the thread through them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.extract.guard import Guard
from datamodel_check.extract.protocol import Answer, Routes, States

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from datamodel_check.extract.layers.services import Services
    from datamodel_check.extract.protocol import Asking, Marks, Settings
    from datamodel_check.model.layers import DomainType, Lineage, Route, Service, State
    from datamodel_check.model.program import Program
    from datamodel_check.model.schema import Source
    from datamodel_check.model.snapshot import Diagnostic

_NEEDS: Mapping[str, frozenset[str]] = {
    "lineage": frozenset({"routes", "services", "state"}),
    "routes": frozenset({"services"}),
}
"""Routes need services to tell what they touch, and the lineage needs all but types."""


ROUTED = frozenset({"routes", "endpoints"})
"""What asks for routes; of `endpoints` nobody wants to know what they touch, which costs most of the time."""

_BEHIND = ROUTED | {"services"}


class Layers(NamedTuple):
    """What was found of the layers that were asked for."""

    routes: tuple[Route, ...] = ()
    services: tuple[Service, ...] = ()
    state: tuple[State, ...] = ()
    types: tuple[DomainType, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def marks(wanted: Collection[str]) -> dict[str, Marks]:
    """Which files the wanted layers are read from, by the names of their extractors."""
    from datamodel_check.extract.registry import ROUTES, STATES

    found: dict[str, Marks] = {}
    needed = _needed(wanted)
    if "services" in needed:
        from datamodel_check.extract.layers import services

        found["services"] = services.MARKS
    if "types" in needed:
        from datamodel_check.extract.layers import types

        found["types"] = types.MARKS
    if needed & ROUTED:
        found |= {f"{extractor.system} routes": extractor.marks for extractor in ROUTES}
    if "state" in needed:
        found |= {f"{extractor.system} state": extractor.marks for extractor in STATES}
    return found


def layers(
    ask: Asking,
    candidates: Mapping[str, Sequence[str]],
    schemas: tuple[Sequence[Source], object],
    settings: Settings,
    wanted: Collection[str],
) -> Layers:
    """The wanted layers; `candidates` are the files that `marks` selects, `schemas` the sources and their digests."""
    needed = _needed(wanted)
    sources, read_before = schemas

    def part(
        layers: Collection[str], given: Sequence[object], read: Callable[[Program, Guard], Layers]
    ) -> Answer[Layers]:
        def guarded(program: Program) -> Layers:
            guard = Guard(candidates)
            found = read(program, guard)
            return found._replace(diagnostics=(*found.diagnostics, *guard.diagnostics))

        paths = [(name, candidates.get(name, ())) for name in marks(layers)]
        return ask(" and ".join(sorted(layers)), (*given, paths), guarded, Layers._make)

    types = behind = state = threads = Answer(Layers())
    if "types" in needed:
        types = part({"types"}, (), partial(_types, settings=settings))
    if asked := needed & _BEHIND:
        behind = part(asked, (read_before,), partial(_behind, sources=sources, settings=settings, wanted=asked))
    if "state" in needed:
        state = part({"state"}, (), partial(_state, settings=settings))
    if "lineage" in needed:
        found = behind.found._replace(state=state.found.state)
        given = (read_before, behind.digest, state.digest)
        threads = part({"lineage"}, given, partial(_lineage, sources=sources, found=found))
    return behind.found._replace(
        state=state.found.state,
        types=types.found.types,
        lineage=threads.found.lineage,
        diagnostics=tuple(one for each in (types, behind, state, threads) for one in each.found.diagnostics),
    )


def _types(program: Program, guard: Guard, *, settings: Settings) -> Layers:
    from datamodel_check.extract.layers.types import types

    return Layers(types=guard.run("types", lambda paths: types(program, paths, settings), ()))


def _behind(
    program: Program, guard: Guard, *, sources: Sequence[Source], settings: Settings, wanted: frozenset[str]
) -> Layers:
    """Services, and the routes that touch tables through them."""
    known: Services | None = None
    if "services" in wanted:
        from datamodel_check.extract.layers.services import services

        known = guard.run("services", lambda paths: services(program, paths, sources, settings), None)
    found = Layers(services=known.services if known else ())
    return _with_routes(found, program, settings, guard, known) if ROUTED & wanted else found


def _lineage(program: Program, guard: Guard, *, sources: Sequence[Source], found: Layers) -> Layers:
    from datamodel_check.extract.layers.lineage import lineage

    nothing: tuple[Lineage, ...] = ()
    threads = guard.run(
        "lineage", lambda _: lineage(program, sources, found.services, found.routes, found.state), nothing
    )
    return Layers(lineage=threads)


def _needed(wanted: Collection[str]) -> frozenset[str]:
    needed = frozenset(wanted)
    for layer in ("lineage", "routes"):
        if layer in needed:
            needed |= _NEEDS[layer]
    return needed


def _with_routes(found: Layers, program: Program, settings: Settings, guard: Guard, known: Services | None) -> Layers:
    """Routes, with what they touch through services where these are known."""
    from datamodel_check.extract.registry import ROUTES

    for extractor in ROUTES:
        declared = guard.run(
            f"{extractor.system} routes",
            lambda paths, extractor=extractor: extractor.routes(program, paths, settings),  # type: ignore[misc]
            Routes(),
        )
        complete = guard.run(
            f"{extractor.system} routes",
            lambda _, declared=declared: tuple(  # type: ignore[misc]
                known.complete(handled) if known else handled.route for handled in declared.routes
            ),
            tuple(handled.route for handled in declared.routes),
        )
        found = found._replace(
            routes=(*found.routes, *complete), diagnostics=(*found.diagnostics, *declared.diagnostics)
        )
    return found._replace(routes=tuple(sorted(found.routes, key=lambda one: (one.path, one.method, one.location))))


def _state(program: Program, guard: Guard, *, settings: Settings) -> Layers:
    from datamodel_check.extract.registry import STATES

    found = Layers()
    for extractor in STATES:
        declared = guard.run(
            f"{extractor.system} state",
            lambda paths, extractor=extractor: extractor.state(program, paths, settings),  # type: ignore[misc]
            States(),
        )
        found = found._replace(
            state=(*found.state, *declared.state), diagnostics=(*found.diagnostics, *declared.diagnostics)
        )
    return found._replace(state=tuple(sorted(found.state, key=lambda one: (one.system, one.name, one.location))))
