"""Patterns of services: by the names of files and folders, and by modules that reach into the database.

Services of Angular have the names of those of a back end: what imports `@angular/*` belongs to no back end.
"""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.detection.nextjs import Applications
from datamodel_check.extract.detection.sightings import Sightings
from datamodel_check.extract.systems import SCRIPTS
from datamodel_check.model.snapshot import Evidence

_FILES = {
    "controllers": re.compile(r"\.controller\.[cm]?[jt]s$"),
    "repository-files": re.compile(r"\.repository\.[cm]?[jt]s$"),
    "service-files": re.compile(r"\.service\.[cm]?[jt]s$"),
}
_FOLDERS = {
    "controllers": re.compile(r"^(?:.*?/)?controllers?(?=/)"),
    "service-modules": re.compile(r"^(?:.*?/)?(?:services?|repositor(?:y|ies)|dal|data-access|queries)(?=/)"),
}
_WHAT = {
    "controllers": "controllers",
    "repository-files": "repositories",
    "service-files": "services",
    "service-modules": "services",
}
_ANGULAR = re.compile(rb"""["']@angular/""")
_DATABASES = ("drizzle-orm", "@prisma/client", "typeorm", "mongoose", "sequelize", "@sequelize/core")
_CLIENTS = ("PrismaClient", "drizzle", "DataSource", "createConnection", "Sequelize", "connect")
_ONE_OFF = re.compile(
    r"(?:^|/)(?:scripts?|seeds?|seeders?|migrations?|bin)/|(?:^|/)(?:migrate|seed|sync)[^/]*$|\.config\.[cm]?[jt]s$"
)
_QUERIES = re.compile(r"(?:^|/)(?:[^/]*[.-])?(?:queries|dal)\.[cm]?[jt]s$")
_DENSE = 3
"""So many modules of a folder reach into the database where that is what the folder is for."""


def evidence(slug: str, sightings: Sightings, applications: Applications, schemas: Iterable[str]) -> Iterator[Evidence]:
    """What shows one of the patterns. `schemas` are the files that declare tables: they are no services."""
    own = [path for path in sightings.program.tree.paths if path.endswith(SCRIPTS) and not path.endswith(".d.ts")]
    if slug in _FILES:
        found = [path for path in own if _FILES[slug].search(path) and _counts(path, sightings)]
        yield from (Evidence(path, 1, _WHAT[slug], anchor=True) for path in found)
    if slug in _FOLDERS:
        for folder in _folders(slug, (path for path in own if not applications.routes(path)), sightings):
            yield Evidence(folder, 1, _WHAT[slug], anchor=True)
    if slug == "controllers":
        yield from (Evidence(folder, 1, "route handlers", anchor=True) for folder in applications.handlers())
    if slug == "service-modules":
        yield from _helpers(sightings, applications, frozenset(schemas))


def _folders(slug: str, paths: Iterable[str], sightings: Sightings) -> list[str]:
    """The outermost folders of a name that hold a module of the back end, whatever the kind of file."""
    folders: dict[str, bool] = {}
    for path in paths:
        found = _FOLDERS[slug].match(path)
        if found is not None and not folders.get(found[0]) and not _is_named(path):
            folders[found[0]] = _counts(path, sightings)
    return sorted(folder for folder, counts in folders.items() if counts)


def _is_named(path: str) -> bool:
    """Whether the file itself says what it is."""
    return any(pattern.search(path) for pattern in _FILES.values())


def _counts(path: str, sightings: Sightings) -> bool:
    return decoy(path, sightings.settings) is None and not _ANGULAR.search(sightings.read(path))


def _helpers(sightings: Sightings, applications: Applications, schemas: frozenset[str]) -> Iterator[Evidence]:
    """Where the database's client is made, and folders whose modules reach into the database."""
    reaching: dict[str, list[str]] = {}
    for path in sightings.mentioning(_DATABASES):
        if path in schemas or _ONE_OFF.search(path) or applications.routes(path):
            continue
        made = sightings.makes(path, _DATABASES, _CLIENTS)
        if made is not None and not _QUERIES.search(path):
            yield Evidence(path, made.line, "database client", anchor=True)
        elif _QUERIES.search(path):
            yield Evidence(path, 1, "database access", anchor=True)
        elif any(sightings.of(path, ["drizzle-orm"])):
            reaching.setdefault(path.rpartition("/")[0], []).append(path)
    yield from (
        Evidence(folder, 1, "database access", anchor=True)
        for folder, paths in reaching.items()
        if len(paths) >= _DENSE
    )
