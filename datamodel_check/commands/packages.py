"""`packages`: the parts of a monorepo that a check is about, so that jobs can share them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.discover.packages import Package
    from datamodel_check.model.snapshot import Snapshot

FORMATS = ("text", "json", "github-matrix")

JOBS = 256
"""As many jobs may a matrix of GitHub have; packages beyond share one."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--format", "--output-format", dest="output_format", choices=FORMATS, default=FORMATS[0])
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import views
    from datamodel_check.discover.packages import packages
    from datamodel_check.pipeline import reading

    state = open_state(arguments)
    documents, unread = reading.read_documents(state)
    snapshot = reading.read_snapshot(state, views.needs(documents))
    files = {document.path for document in documents}
    files.update(diagnostic.location.path for diagnostic in unread)
    files.update(_files(snapshot))
    roots = [project.root for project in state.options.projects if project.root]
    found = packages(state.tree, files, roots)
    return Answer(_FORMATS[arguments.output_format](found), state.notices)


def _files(snapshot: Snapshot) -> Iterator[str]:
    """Where the facts and the diagnostics stand that findings can be about."""
    for source in snapshot.sources:
        yield from source.files
    for history in snapshot.migrations:
        yield from (entry.location.path for entry in history.entries)
        yield from (irregularity.location.path for irregularity in history.irregularities)
    for detection in snapshot.detections:
        yield from (evidence.path for evidence in detection.evidence)
    yield from (route.location.path for route in snapshot.routes)
    yield from (service.location.path for service in snapshot.services)
    yield from (state.location.path for state in snapshot.state)
    yield from (one.location.path for one in snapshot.types)
    yield from (diagnostic.location.path for diagnostic in snapshot.diagnostics)


# --- formats ---------------------------------------------------------------------------------------------------------


def _text(found: Sequence[Package]) -> str:
    from datamodel_check.markdown.escaping import visible

    width = max(len(visible(package.path or ".")) for package in found)
    return "\n".join(f"{visible(package.path or '.'):<{width}}  {visible(package.name)}" for package in found)


def _json(found: Sequence[Package]) -> str:
    return _dumped({"version": 1, "packages": [_described(package) for package in found]}, indent=2)


def _matrix(found: Sequence[Package]) -> str:
    """One line, for `strategy.matrix`: each job has a `name`, and `paths` for the input of that name."""
    shares = [found[start::JOBS] for start in range(min(JOBS, len(found)))]
    jobs = [
        {
            "name": ", ".join(package.name for package in share),
            "paths": "\n".join(path or "." for package in share for path in package.scope),
        }
        for share in shares
    ]
    return _dumped({"include": jobs})


def _described(package: Package) -> dict[str, Any]:
    return {"name": package.name, "path": package.path or ".", "files": package.files}


def _dumped(value: object, indent: int | None = None) -> str:
    import json

    return json.dumps(value, indent=indent)


_FORMATS = {"text": _text, "json": _json, "github-matrix": _matrix}
