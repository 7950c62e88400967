"""What stands above the database: routes, services, client state, types, and the thread through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.extract.guard import Guard
from datamodel_check.extract.protocol import Routes, States

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from datamodel_check.extract.layers.services import Services
    from datamodel_check.extract.protocol import Marks, Settings
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
    from datamodel_check.extract.layers import services, types
    from datamodel_check.extract.registry import ROUTES, STATES

    found: dict[str, Marks] = {}
    needed = _needed(wanted)
    if "services" in needed:
        found["services"] = services.MARKS
    if "types" in needed:
        found["types"] = types.MARKS
    if needed & ROUTED:
        found |= {f"{extractor.system} routes": extractor.marks for extractor in ROUTES}
    if "state" in needed:
        found |= {f"{extractor.system} state": extractor.marks for extractor in STATES}
    return found


def layers(
    program: Program,
    candidates: Mapping[str, Sequence[str]],
    sources: Sequence[Source],
    settings: Settings,
    wanted: Collection[str],
) -> Layers:
    """The wanted layers; `candidates` are the files that `marks` selects."""
    needed = _needed(wanted)
    guard = Guard(candidates)
    found = Layers()
    if "types" in needed:
        from datamodel_check.extract.layers.types import types

        found = found._replace(types=guard.run("types", lambda paths: types(program, paths, settings), ()))
    known: Services | None = None
    if "services" in needed:
        from datamodel_check.extract.layers.services import services

        known = guard.run("services", lambda paths: services(program, paths, sources, settings), None)
        found = found._replace(services=known.services if known else ())
    if needed & ROUTED:
        found = _with_routes(found, program, settings, guard, known)
    if "state" in needed:
        found = _with_state(found, program, settings, guard)
    if "lineage" in needed:
        from datamodel_check.extract.layers.lineage import lineage

        nothing: tuple[Lineage, ...] = ()
        threads = guard.run(
            "lineage", lambda _: lineage(program, sources, found.services, found.routes, found.state), nothing
        )
        found = found._replace(lineage=threads)
    return found._replace(diagnostics=(*found.diagnostics, *guard.diagnostics))


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


def _with_state(found: Layers, program: Program, settings: Settings, guard: Guard) -> Layers:
    from datamodel_check.extract.registry import STATES

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
