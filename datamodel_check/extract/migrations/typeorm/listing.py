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
from datamodel_check.model.location import NOWHERE, Location
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
    taken = {path for sources in listed.values() for source in sources for path in source.migrating}
    left: dict[str, list[str]] = {}
    for path in candidates:
        if path not in taken and _has_any(program, path):
            left.setdefault(posixpath.dirname(path), []).append(path)
    beside = {posixpath.dirname(path) for path in taken}
    for place, sources in listed.items():
        paths = dict.fromkeys(chain.from_iterable(source.migrating for source in sources))
        around = {posixpath.dirname(path) for path in paths}
        unlisted = [path for folder in sorted(around) for path in left.get(folder, ())]
        yield from _folder(program, place, paths, _dialect(sources), unlisted)
    for place in sorted(left.keys() - beside):
        yield from _folder(program, place, left[place], None)


def _has_any(program: Program, path: str) -> bool:
    """Whether a module holds migrations, by their names."""
    return any(each.time is not None for each in migrations(program, path))


def _dialect(sources: Iterable[DataSource]) -> SqlDialect | None:
    named = (DRIVERS[name].dialect for source in sources for name in source.types if name in DRIVERS)
    return next((_SPOKEN[dialect] for dialect in named if dialect in _SPOKEN), None)


def _folder(
    program: Program, place: str, paths: Iterable[str], dialect: SqlDialect | None, unlisted: Sequence[str] = ()
) -> Iterator[Folder]:
    found = [(path, migration) for path in paths for migration in migrations(program, path)]
    found.sort(key=lambda one: one[1].time or 0)
    if found:
        entries = {path: Entry(migration.name, path) for path, migration in reversed(found)}
        irregularities = (*_refused(found), *map(_unlisted, unlisted))
        yield Folder(TOOL, place, tuple(reversed(entries.values())), dialect, irregularities)


def _unlisted(path: str) -> Irregularity:
    message = f"{posixpath.basename(path)} is not among the migrations of the data source: it will never run"
    return Irregularity("unlisted", Location(path, NOWHERE), message, "Add it to `migrations`, or delete it.")


def _refused(found: Sequence[tuple[str, Migration]]) -> Iterator[Irregularity]:
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
