"""Which migrations belong together, and in which order they run: by the time in their names.

https://github.com/typeorm/typeorm/blob/0.3.31/src/migration/MigrationExecutor.ts, `getMigrations`
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from datamodel_check.extract.migrations.folders import Entry, Folder
from datamodel_check.extract.migrations.typeorm.classes import Migration, migrations
from datamodel_check.extract.schema.typeorm.data_sources import DataSource, data_sources
from datamodel_check.extract.schema.typeorm.drivers import DRIVERS
from datamodel_check.extract.schema.typeorm.reader import Reader
from datamodel_check.model.location import Location
from datamodel_check.model.migrations import Irregularity
from datamodel_check.model.program import Program
from datamodel_check.model.sql import SqlDialect

TOOL = "typeorm"

_SPOKEN: dict[str, SqlDialect] = {
    "postgresql": "postgresql",
    "cockroachdb": "postgresql",
    "mysql": "mysql",
    "sqlite": "sqlite",
}


def folders(program: Program, candidates: Sequence[str]) -> Iterator[Folder]:
    """First the migrations that data sources name, then what is left of each folder."""
    listed: dict[str, list[DataSource]] = {}
    for path in candidates:
        for source in data_sources(Reader(program), path):
            if source.migrations is not None:
                listed.setdefault(source.migrations, []).append(source)
    taken: set[str] = set()
    for place, sources in listed.items():
        paths = dict.fromkeys(chain.from_iterable(source.migrating for source in sources))
        taken.update(paths)
        yield from _folder(program, place, paths, _dialect(sources))
    left: dict[str, list[str]] = {}
    for path in candidates:
        if path not in taken:
            left.setdefault(posixpath.dirname(path), []).append(path)
    for place in sorted(left):
        yield from _folder(program, place, left[place], None)


def _dialect(sources: Iterable[DataSource]) -> SqlDialect | None:
    named = (DRIVERS[name].dialect for source in sources for name in source.types if name in DRIVERS)
    return next((_SPOKEN[dialect] for dialect in named if dialect in _SPOKEN), None)


def _folder(program: Program, place: str, paths: Iterable[str], dialect: SqlDialect | None) -> Iterator[Folder]:
    found = [(path, migration) for path in paths for migration in migrations(program, path)]
    found.sort(key=lambda one: one[1].time or 0)
    if found:
        entries = {path: Entry(migration.name, path) for path, migration in reversed(found)}
        yield Folder(TOOL, place, tuple(reversed(entries.values())), dialect, tuple(_irregularities(found)))


def _irregularities(found: Sequence[tuple[str, Migration]]) -> Iterator[Irregularity]:
    """Names that TypeORM refuses to run anything for."""
    named: dict[str, str] = {}
    for path, migration in found:
        place = Location(path, migration.value.declaration.span)
        if migration.time is None:
            hint = "End its name in the time as JavaScript counts it: 13 digits."
            yield Irregularity("order", place, f"the name of {migration.name} does not say when it runs", hint)
        elif migration.name in named:
            message = f"{migration.name} is also a migration of {named[migration.name]}"
            yield Irregularity("fork", place, message, "Give the later one another name.")
        named.setdefault(migration.name, path)
