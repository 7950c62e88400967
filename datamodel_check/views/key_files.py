"""`key-files`: where the data model is written down."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Grid, Link
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import SOURCE, select_sources
from datamodel_check.views.systems import DISPLAY_NAMES
from datamodel_check.views.wording import join, words


class KeyFile(NamedTuple):
    """A file or folder and what it is for."""

    path: str
    roles: tuple[str, ...]


class KeyFiles:
    name = "key-files"
    summary = "schema files, configuration and migration folders"
    parameters: tuple[Parameter, ...] = (SOURCE,)

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[KeyFile, ...]:
        sources = select_sources(arguments, snapshot, self.parameters)
        roles: dict[str, set[str]] = {}
        for path, role in (pair for source in sources for pair in _roles(source)):
            roles.setdefault(path, set()).add(role)
        return tuple(KeyFile(path, tuple(sorted(roles[path]))) for path in sorted(roles))

    def blocks(self, content: tuple[KeyFile, ...]) -> tuple[Block, ...]:
        rows = tuple(((Link(file.path, file.path),), join([words(role) for role in file.roles])) for file in content)
        return (Grid(("File", "Role"), rows, noun="file"),)


def _roles(source: Source) -> Iterable[tuple[str, str]]:
    system = DISPLAY_NAMES[source.system]
    for path in source.files:
        yield path, f"{system} schema"
    if source.config:
        yield source.config, f"{system} configuration"
    if source.migrations_folder:
        yield source.migrations_folder, f"{system} migrations"
