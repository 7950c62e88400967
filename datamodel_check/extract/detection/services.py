"""Patterns of services: by the names of files and folders, and by modules that reach into the database.

Services of Angular have the names of those of a back end: what imports `@angular/*` belongs to no back end.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.detection.nextjs import Applications
from datamodel_check.extract.detection.sightings import Sightings
from datamodel_check.extract.layers.importers import Importers
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
_CLIENTS = {
    "drizzle-orm": ("drizzle",),
    "mongoose": ("connect", "createConnection"),
    "sequelize": ("Sequelize",),
    "@sequelize/core": ("Sequelize",),
    "typeorm": ("DataSource", "createConnection"),
}
"""What makes the connection to a database, by the package that it comes from."""
_CONNECTS = re.compile(rb"\bnew (?:\w+\.)?(?:Sequelize|DataSource)\b|\b(?:drizzle|connect|createConnection)\s*[<(]")
_PRISMA = re.compile(rb"\b(?:new|extends) PrismaClient\b")
"""Prisma's client comes from wherever its generator writes it."""
_OF_DATA = re.compile(r"(?:dal|data-access|queries)$")
_ON_SCREEN = re.compile(r"(?:^|/)(?:components?|hooks)/")
_ONE_OFF = re.compile(
    r"(?:^|/)(?:scripts?|seeds?|seeders?|migrations?|bin)/|(?:^|/)(?:migrate|seed|sync)[^/]*$|\.config\.[cm]?[jt]s$"
)
"""Modules that run by themselves: no part of the application, though they do what it does."""
_QUERIES = re.compile(r"(?:^|/)(?:[^/]*[.-])?(?:queries|dal)\.[cm]?[jt]s$")
_REACHES = re.compile(rb"\b(?:prisma|drizzle|knex|db|database)\s*[.(]")
_DENSE = 3
"""So many modules of a folder reach into the database where that is what the folder is for."""


def is_one_off(path: str) -> bool:
    """Whether a file is run by hand or once, such as a script or a seed."""
    return _ONE_OFF.search(path) is not None


def evidence(slug: str, sightings: Sightings, applications: Applications, schemas: Iterable[str]) -> Iterator[Evidence]:
    """What shows one of the patterns. `schemas` are the files that declare tables: they are no services."""
    own = [path for path in sightings.program.tree.paths if path.endswith(SCRIPTS) and not path.endswith(".d.ts")]
    if slug in _FILES:
        found = [path for path in own if _FILES[slug].search(path) and _counts(path, sightings)]
        yield from (Evidence(path, 1, _WHAT[slug], anchor=True) for path in found)
    if slug in _FOLDERS:
        for folder in _folders(slug, (path for path in own if not applications.routes(path)), sightings):
            what = "repositories" if "repositor" in folder.rpartition("/")[2] else _WHAT[slug]
            yield Evidence(folder, 1, what, anchor=True)
    if slug == "controllers":
        yield from (Evidence(folder, 1, "route handlers", anchor=True) for folder in applications.handlers())
    if slug == "service-modules":
        yield from _helpers(sightings, applications, frozenset(schemas))


def _folders(slug: str, paths: Iterable[str], sightings: Sightings) -> list[str]:
    """The outermost folders of a name that hold modules of a back end, whatever the kind of file."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        found = _FOLDERS[slug].match(path)
        if found is not None and not _ON_SCREEN.search(found[0]) and decoy(path, sightings.settings) is None:
            folders.setdefault(found[0], []).append(path)
    return sorted(folder for folder, inside in folders.items() if _serves(folder, inside, sightings))


def _serves(folder: str, paths: Iterable[str], sightings: Sightings) -> bool:
    contents = [sightings.read(path) for path in paths]
    if any(_ANGULAR.search(content) for content in contents):
        return False
    return not _OF_DATA.search(folder) or any(_REACHES.search(content) for content in contents)


def _counts(path: str, sightings: Sightings) -> bool:
    return decoy(path, sightings.settings) is None and not _ANGULAR.search(sightings.read(path))


def _helpers(sightings: Sightings, applications: Applications, schemas: frozenset[str]) -> Iterator[Evidence]:
    """Where the database's client is made, and folders whose modules reach into the database."""
    clients: list[str] = []
    reaching: set[str] = set()
    for path in _connected(sightings):
        if path in schemas or is_one_off(path) or applications.routes(path):
            continue
        if _QUERIES.search(path):
            yield Evidence(path, 1, "database access", anchor=True)
        elif (made := _client(path, sightings)) is not None:
            clients.append(path)
            yield made
        elif any(sightings.of(path, ["drizzle-orm"])):
            reaching.add(path)
    reaching |= {path for path in _given(clients, sightings) - schemas if not applications.routes(path)}
    folders = Counter(path.rpartition("/")[0] for path in sorted(reaching))
    yield from (Evidence(folder, 1, "database access", anchor=True) for folder in folders if folders[folder] >= _DENSE)


def _given(clients: Sequence[str], sightings: Sightings) -> set[str]:
    """The modules that import a client that the repository makes, but for those that other patterns name."""
    if not clients:
        return set()
    paths = [path for path in sightings.program.tree.paths if path.endswith(SCRIPTS) and not path.endswith("x")]
    importers = Importers(sightings.program, [path for path in paths if decoy(path, sightings.settings) is None])
    found = {path for client in clients for path in importers.through(client)}
    return {path for path in found if not _is_named(path) and not is_one_off(path)} - set(clients)


def _is_named(path: str) -> bool:
    """Whether a file is a service, or stands in a folder of services, by its name."""
    patterns = (*_FILES.values(), *_FOLDERS.values(), _QUERIES, _ON_SCREEN)
    return any(pattern.search(path) for pattern in patterns) or path.endswith(".module.ts")


def _client(path: str, sightings: Sightings) -> Evidence | None:
    """Where a module connects to a database."""
    content = sightings.read(path)
    for package, names in _CLIENTS.items() if _CONNECTS.search(content) else ():
        made = sightings.makes(path, (package,), names)
        if made is not None:
            return Evidence(path, made.line, "database client", anchor=True)
    found = _PRISMA.search(content)
    if found is None or not any(one.name == "PrismaClient" for one in sightings.imports(path)):
        return None
    return Evidence(path, content.count(b"\n", 0, found.start()) + 1, "database client", anchor=True)


def _connected(sightings: Sightings) -> list[str]:
    """The files that may connect to a database or reach into it."""
    clients = {path for path in sightings.own if _PRISMA.search(sightings.read(path))}
    return sorted(clients.union(sightings.mentioning([*_CLIENTS, "@prisma/client"])))
