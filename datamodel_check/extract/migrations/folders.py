"""Which folders hold migrations, of which tool, in which order. One function for each tool's marks.

drizzle-kit: https://orm.drizzle.team/docs/kit-overview; Prisma Migrate:
https://www.prisma.io/docs/orm/prisma-migrate/understanding-prisma-migrate/migration-histories; diesel:
https://diesel.rs/guides/getting-started; golang-migrate:
https://github.com/golang-migrate/migrate/blob/master/MIGRATIONS.md; Flyway:
https://documentation.red-gate.com/flyway/flyway-concepts/migrations; dbmate: https://github.com/amacneil/dbmate
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations.journals import drizzle_journal, provider
from datamodel_check.model.migrations import Irregularity
from datamodel_check.model.sql import SqlDialect
from datamodel_check.model.tree import Tree


class Entry(NamedTuple):
    """One migration: what it is called, its file, and its number or version where its name has one."""

    id: str
    path: str
    number: tuple[int, ...] = ()


class Folder(NamedTuple):
    """A folder of migrations in the order in which they run. `dialect` is None where the tool does not say."""

    tool: str
    path: str
    entries: tuple[Entry, ...]
    dialect: SqlDialect | None = None
    irregularities: tuple[Irregularity, ...] = ()
    baseline: str | None = None
    foreign: bool = False
    """Whether the database is known, and its SQL is none that is read."""


class Scripts(NamedTuple):
    """The SQL files of a repository, by folder."""

    tree: Tree
    by_folder: Mapping[str, Sequence[str]]

    def names(self, folder: str) -> list[str]:
        """The names of the scripts in a folder, sorted."""
        return sorted(posixpath.basename(path) for path in self.by_folder.get(folder, ()))

    def inside(self, folder: str) -> list[str]:
        """The folders right inside a folder that hold scripts, by name, sorted."""
        prefix = f"{folder}/" if folder else ""
        found = (path[len(prefix) :] for path in self.by_folder if path.startswith(prefix))
        return sorted(name for name in found if name and "/" not in name)


def scripts(tree: Tree, paths: Sequence[str]) -> Scripts:
    by_folder: dict[str, list[str]] = {}
    for path in paths:
        if path.endswith(".sql"):
            by_folder.setdefault(posixpath.dirname(path), []).append(path)
    return Scripts(tree, by_folder)


def folders(found: Scripts) -> Iterator[Folder]:
    """Every folder of migrations, each once, by path."""
    places = set(found.by_folder) | {posixpath.dirname(path) for path in found.by_folder}
    places |= {posixpath.dirname(posixpath.dirname(path)) for path in found.tree.paths if path.endswith(_JOURNAL)}
    taken: list[str] = []
    for place in sorted(places):
        if any(place.startswith(f"{folder}/") for folder in taken):
            continue
        folder = next((folder for recognise in _TOOLS for folder in [recognise(found, place)] if folder), None)
        if folder is not None:
            taken.append(place)
            yield folder


# --- folders with a record of their own ------------------------------------------------------------------------------

_JOURNAL = "meta/_journal.json"
_LOCK = "migration_lock.toml"


def _drizzle(found: Scripts, place: str) -> Folder | None:
    """`meta/_journal.json` says which files run, and in which order."""
    path = posixpath.join(place, _JOURNAL)
    if path not in found.tree:
        return None
    journal = drizzle_journal(found.tree, path)
    if journal is None:
        return None
    entries = tuple(Entry(tag, posixpath.join(place, f"{tag}.sql")) for tag in journal.tags)
    return Folder("drizzle-kit", place, entries, journal.dialect, journal.irregularities)


def _in_folders(file: str) -> Callable[[Scripts, str], tuple[str, ...]]:
    def names(found: Scripts, place: str) -> tuple[str, ...]:
        return tuple(name for name in found.inside(place) if posixpath.join(place, name, file) in found.tree)

    return names


def _prisma(found: Scripts, place: str) -> Folder | None:
    """`<time>_<name>/migration.sql`, run in the order of the folders' names; drizzle-kit 1.0 adds `snapshot.json`."""
    names = _in_folders("migration.sql")(found, place)
    if not names:
        return None
    entries = tuple(Entry(name, posixpath.join(place, name, "migration.sql")) for name in names)
    if any(posixpath.join(place, name, "snapshot.json") in found.tree for name in names):
        return Folder("drizzle-kit", place, entries)
    lock = posixpath.join(place, _LOCK)
    dialect = provider(found.tree, lock) if lock in found.tree else None
    return Folder("prisma-migrate", place, entries, dialect)


def _diesel(found: Scripts, place: str) -> Folder | None:
    """`<time>_<name>/up.sql` and `down.sql`."""
    names = _in_folders("up.sql")(found, place)
    if not names:
        return None
    return Folder("diesel", place, tuple(Entry(name, posixpath.join(place, name, "up.sql")) for name in names))


# --- folders of files ------------------------------------------------------------------------------------------------

_UP = re.compile(r"(?P<id>(?P<number>\d+)[._-].*)\.up\.sql\Z|(?P<plain>.+)\.up\.sql\Z")
_FLYWAY = re.compile(r"(?P<id>(?P<kind>[VBR])(?P<version>[\d._]*?)__.+)\.sql\Z")
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")

_NUMBERED = re.compile(r"(?P<id>(?P<number>\d+)(?:[._-].*)?)\.sql\Z")
_VERSION = re.compile(r"v?(\d+(?:\.\d+)*)\Z")
_DOWN = re.compile(r"(^|[._-])(down|undo|rollback|revert)\.sql\Z", re.IGNORECASE)
_BASELINES = ("LATEST.sql", "latest.sql", "schema.sql", "structure.sql")
_MIGRATIONS = re.compile(r"migrat", re.IGNORECASE)


def _pairs(found: Scripts, place: str) -> Folder | None:
    """`<number>_<name>.up.sql` and `.down.sql`: golang-migrate, and sqlx in a crate."""
    entries = []
    for name in found.names(place):
        match = _UP.match(name)
        if match:
            number = (int(match["number"]),) if match["number"] else ()
            entries.append(Entry(match["id"] or match["plain"], posixpath.join(place, name), number))
    if not entries:
        return None
    tool = "sqlx" if _beside(found.tree, place, "Cargo.toml") else "golang-migrate"
    return Folder(tool, place, _ordered(entries))


def _flyway(found: Scripts, place: str) -> Folder | None:
    """`V1.2__name.sql` by version, then those that run again on every change (`R__name.sql`) by name."""
    versioned: list[Entry] = []
    repeatable: list[Entry] = []
    for name in found.names(place):
        match = _FLYWAY.match(name)
        if match is None:
            continue
        entry = Entry(match["id"], posixpath.join(place, name), _numbers(match["version"]))
        (repeatable if match["kind"] == "R" else versioned).append(entry)
    if not versioned:
        return None
    return Folder("flyway", place, (*_ordered(versioned), *repeatable))


def _versions(found: Scripts, place: str) -> Folder | None:
    """`0.27/01__name.sql`: a folder for each version, beside it maybe the whole schema for new databases."""
    names = [name for name in found.inside(place) if _VERSION.match(name)]
    if not names or not (len(names) > 1 or _MIGRATIONS.search(place)):
        return None
    entries = tuple(
        Entry(f"{version}/{name[:-4]}", posixpath.join(place, version, name))
        for version in sorted(names, key=_numbers)
        for name in found.names(posixpath.join(place, version))
        if not _DOWN.search(name)
    )
    return Folder("sql", place, entries, baseline=_baseline(found, place))


def _numbered(found: Scripts, place: str) -> Folder | None:
    """`0001_name.sql` or `20240131120000_name.sql`, in a folder that is called after migrations."""
    if not any(_MIGRATIONS.search(part) for part in place.split("/")[-3:]):
        return None
    entries = []
    for name in found.names(place):
        match = _NUMBERED.match(name)
        if match and not _DOWN.search(name):
            entries.append(Entry(match["id"], posixpath.join(place, name), (int(match["number"]),)))
    if not entries:
        return None
    tool = _tool(found.tree, place)
    if tool == "sql" and all(_DAY.match(entry.id) for entry in entries):
        entries = [entry._replace(number=()) for entry in entries]  # there may be several of one day
    return Folder(tool, place, _ordered(entries), baseline=_baseline(found, place))


_TOOLS: tuple[Callable[[Scripts, str], Folder | None], ...] = (
    _drizzle,
    _prisma,
    _diesel,
    _pairs,
    _flyway,
    _versions,
    _numbered,
)


def _ordered(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.number, entry.id)))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _baseline(found: Scripts, place: str) -> str | None:
    return next((path for name in _BASELINES if (path := posixpath.join(place, name)) in found.tree), None)


def _tool(tree: Tree, place: str) -> str:
    """What runs plain numbered files, as far as the files around them tell."""
    if place.endswith("supabase/migrations"):
        return "supabase"
    if any(_beside(tree, place, name) for name in ("wrangler.toml", "wrangler.json", "wrangler.jsonc")):
        return "wrangler"
    return "sqlx" if _beside(tree, place, "Cargo.toml") else "sql"


def _beside(tree: Tree, place: str, name: str) -> bool:
    """Whether a folder above holds a file."""
    while place:
        place = posixpath.dirname(place)
        if posixpath.join(place, name) in tree:
            return True
    return False
