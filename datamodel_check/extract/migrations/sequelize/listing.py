"""Which modules are migrations, and in which order they run: by their names.

https://github.com/sequelize/cli/blob/v6.6.3/src/core/migrator.js: all files of `migrations-path` that end in `.js`,
`.cjs`, `.ts` or `.cts` and not in `.d.ts`, in the order of their names.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence

from datamodel_check.extract.migrations.folders import Entry, Folder
from datamodel_check.extract.schema.sequelize.connections import connection
from datamodel_check.model.program import Export, Program
from datamodel_check.model.schema import Source
from datamodel_check.model.sql import SqlDialect
from datamodel_check.model.values import Closure, ObjectValue

TOOL = "sequelize"

_MIGRATION = re.compile(r"(?<!\.d)\.[cm]?[jt]s\Z")
_SEEDS = re.compile(r"(^|/)seed\w*\Z", re.IGNORECASE)
_SHAPING = re.compile(rb"\b(?:(?:add|change|remove|rename)[A-Z]\w+|(?:create|drop)(?:Schema|Table)|query)\(")

_SPOKEN: dict[str, SqlDialect] = {"postgresql": "postgresql", "mysql": "mysql", "sqlite": "sqlite"}


def folders(program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:
    """Every folder in which something changes tables, with all migrations in it; seeders only change data."""
    shaping = (path for path in candidates if _MIGRATION.search(path) and _SHAPING.search(program.tree.read(path)))
    places = {place for place in map(posixpath.dirname, shaping) if not _SEEDS.search(place)}
    beside: dict[str, list[str]] = {place: [] for place in sorted(places)}
    for path in sorted(program.tree.paths) if places else ():
        if posixpath.dirname(path) in beside and _MIGRATION.search(path):
            beside[posixpath.dirname(path)].append(path)
    for place, paths in beside.items():
        found = [path for path in paths if up(program, path) is not None]
        if any(path in candidates for path in found):
            dialect = _dialect(program, found, sources)
            entries = tuple(Entry(posixpath.basename(path).partition(".")[0], path) for path in found)
            yield Folder(TOOL, place, entries, dialect, foreign=dialect is None)


def up(program: Program, path: str) -> tuple[Closure, ObjectValue | None] | None:
    """The function `up` of a module, and the object that it is a method of."""
    for export in program.exports(path):
        found = _up(export)
        if found is not None:
            return found
    return None


def _up(export: Export) -> tuple[Closure, ObjectValue | None] | None:
    if export.name == "up" and isinstance(export.value, Closure):
        return export.value, None
    if not isinstance(export.value, ObjectValue):
        return None
    function = export.value.entries.get("up")
    return (function, export.value) if isinstance(function, Closure) else None


def _dialect(program: Program, paths: Sequence[str], sources: Sequence[Source]) -> SqlDialect | None:
    """The database of the package's models, else that of its connection."""
    package = program.package(paths[0])
    for source in sources:
        theirs = program.package(source.files[0]) if source.files else None
        near = package is not None and theirs is not None and package.manifest == theirs.manifest
        if source.system == "sequelize" and near and source.dialect is not None:
            return _SPOKEN.get(source.dialect)
    return _SPOKEN.get(connection(program, (), package).dialect.name)
