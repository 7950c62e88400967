"""The part of a monorepo that one document speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datamodel_check.config import Project
    from datamodel_check.model.layers import Lineage
    from datamodel_check.model.snapshot import Snapshot


def part(snapshot: Snapshot, project: Project) -> Snapshot:
    """The facts of one project of a monorepo: its schemas, and what else stands in its folder."""
    sources = tuple(source for source in snapshot.sources if any(map(project.has_source, source.files)))
    ids = {source.id for source in sources}
    detections = []
    for detection in snapshot.detections:
        evidence = tuple(each for each in detection.evidence if _holds(project, each.path))
        detections.append(detection._replace(evidence=evidence, detected=detection.detected and bool(evidence)))
    own = snapshot._replace(
        sources=sources,
        migrations=tuple(
            history
            for history in snapshot.migrations
            if ids.intersection(history.sources) or _holds(project, f"{history.folder}/")
        ),
        detections=tuple(detections),
        routes=tuple(route for route in snapshot.routes if _holds(project, route.location.path)),
        services=tuple(service for service in snapshot.services if _holds(project, service.location.path)),
        state=tuple(state for state in snapshot.state if _holds(project, state.location.path)),
        types=tuple(one for one in snapshot.types if _holds(project, one.location.path)),
    )
    return own._replace(lineage=tuple(_threads(own, project)))


def _threads(own: Snapshot, project: Project) -> Iterator[Lineage]:
    """What of the threads runs through the project."""
    services = {service.name for service in own.services}
    routes = {route.key for route in own.routes}
    state = {one.name for one in own.state}
    for thread in own.lineage:
        kept = thread._replace(
            services=tuple(name for name in thread.services if name in services),
            routes=tuple(key for key in thread.routes if key in routes),
            state=tuple(name for name in thread.state if name in state),
            components=tuple(name for name in thread.components if _holds(project, name.partition("#")[0])),
        )
        if any(kept[1:]):
            yield kept


def _holds(project: Project, path: str) -> bool:
    """Whether a file of any kind is the project's: what `sources` name, or what stands below its root."""
    return project.has_source(path) or not project.root or path.startswith(f"{project.root}/")
