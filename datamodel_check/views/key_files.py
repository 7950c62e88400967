"""`key-files`: the files and folders that one has to know, each with its role.

First those of the schemas, then what stands above them: the places that detection names, which are few and stay.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Grid, Link, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Detection, Snapshot
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import SOURCE, check_arguments, chosen, select_sources
from datamodel_check.views.systems import CATEGORIES, display
from datamodel_check.views.wording import join, words

Role = tuple[str, str]
"""A path, and what is there."""

_SUBJECTS = {"react-context": "React"}
"""What a system is called before the word for its places, where that is not its name."""


class KeyFile(NamedTuple):
    """A file or folder and what it is for."""

    path: str
    roles: tuple[str, ...]


class KeyFiles:
    name = "key-files"
    summary = "the files and folders one has to know: schemas, migrations, routes, stores, services"
    parameters: tuple[Parameter, ...] = (
        SOURCE,
        Parameter("category", f"only what concerns one of {', '.join(CATEGORIES)}; may be repeated"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[KeyFile, ...]:
        check_arguments(arguments, self.parameters)
        wanted = chosen(arguments, "category", CATEGORIES) or tuple(CATEGORIES)
        of_one_source = any(argument.name == "source" for argument in arguments)
        found: list[KeyFile] = []
        for category in CATEGORIES if not of_one_source else ("database",):
            if category in wanted:
                found += _files(_roles(category, snapshot, arguments, self.parameters))
        if not found and wanted == tuple(CATEGORIES):
            select_sources(arguments, snapshot, self.parameters)  # which says that there is no schema
        return tuple(found)

    def blocks(self, content: tuple[KeyFile, ...]) -> tuple[Block, ...]:
        if not content:
            return (Paragraph((Text("No key files."),)),)
        rows = tuple(((Link(file.path, file.path),), join([words(role) for role in file.roles])) for file in content)
        return (Grid(("File", "Role"), rows, noun="file"),)


def _files(roles: Iterable[Role]) -> list[KeyFile]:
    """By path, with all roles of one path together."""
    known: dict[str, set[str]] = {}
    for path, role in roles:
        known.setdefault(path, set()).add(role)
    return [KeyFile(path, tuple(sorted(known[path]))) for path in sorted(known)]


def _roles(
    category: str, snapshot: Snapshot, arguments: Sequence[Argument], parameters: Sequence[Parameter]
) -> Iterator[Role]:
    sources: tuple[Source, ...] = ()
    if category == "database" and snapshot.sources:
        sources = select_sources(arguments, snapshot, parameters)
    for source in sources:
        yield from _of_source(source)
    read = {source.system for source in snapshot.sources}
    for detection in snapshot.detections:
        is_told = category == "database" and detection.system in read
        if detection.category == category and detection.detected and not is_told:
            yield from _of_detection(detection)


def _of_source(source: Source) -> Iterator[Role]:
    system = display(source.system)
    for path in source.files:
        yield path, f"{system} schema"
    if source.config:
        yield source.config, f"{system} configuration"
    if source.migrations_folder:
        yield source.migrations_folder, f"{system} migrations"


def _of_detection(detection: Detection) -> Iterator[Role]:
    """The places of a system; those of services are called what they are."""
    for evidence in detection.evidence:
        if evidence.anchor:
            what = "configuration" if evidence.what == "config" else evidence.what
            subject = _SUBJECTS.get(detection.system, display(detection.system))
            yield evidence.path, f"{subject} {what}" if detection.category != "services" else what.capitalize()
