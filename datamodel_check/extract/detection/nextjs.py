"""Next.js by its files: https://nextjs.org/docs/app/getting-started/project-structure.

`app/**/page.tsx` and `route.ts` alone prove nothing: React Router and Remix have them too. A folder is an application
of Next.js when it holds `next.config.*`, or when its package depends on `next` and imports it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.detection.sightings import Sightings
from datamodel_check.extract.systems import SCRIPTS
from datamodel_check.model.snapshot import Evidence

_CONFIG = re.compile(r"(?:^|/)next\.config\.(?:js|mjs|cjs|ts|mts)$")
_SERVER = re.compile(rb"""^[ \t]*["']use server["'];?[ \t\r]*$""", re.MULTILINE)


class Applications:
    """The folders that hold applications of Next.js."""

    def __init__(self, sightings: Sightings) -> None:
        self._sightings = sightings
        self._paths = sightings.program.tree.paths
        configs = (path for path in self._paths if _CONFIG.search(path) and decoy(path, sightings.settings) is None)
        self.configs = {_folder(path): path for path in configs}
        self.folders = tuple(sorted({*self.configs, *self._importing()}))
        self._route_folders = tuple(f"{root}/" for root in self._roots("app", "pages"))

    def evidence(self) -> Iterator[Evidence]:
        """Configurations, the folders of routes, and whether there are server actions."""
        yield from (Evidence(path, 1, "config", anchor=True) for path in sorted(self.configs.values()))
        for folder in self.folders:
            yield from self._routes(folder)
        if self.folders and (actions := self._action()) is not None:
            yield actions

    def handlers(self) -> list[str]:
        """The folders of route handlers, as documents name them."""
        return [f"{root}/api" for root in self._roots("app") if self._holds(f"{root}/api/", ("route",))]

    def routes(self, path: str) -> bool:
        """Whether a file stands in a folder of routes: names of folders are parts of addresses there."""
        return path.startswith(self._route_folders)

    def _importing(self) -> Iterator[str]:
        """The folders of packages that depend on `next` and import it."""
        found: set[str] = set()
        for path in self._sightings.mentioning(["next"]):
            package = self._sightings.program.package(path)
            if package is None or "next" not in package.dependencies or package.directory in found:
                continue
            if any(self._sightings.of(path, ["next"])):
                found.add(package.directory)
        return iter(found)

    def _routes(self, folder: str) -> Iterator[Evidence]:
        for parent in (folder, _inside(folder, "src")):
            if self._holds(f"{_inside(parent, 'app')}/", ("page", "route", "layout")):
                yield Evidence(_inside(parent, "app"), 1, "App Router", anchor=True)
            pages = _inside(parent, "pages")
            if self._holds(f"{pages}/api/"):
                yield Evidence(f"{pages}/api", 1, "Pages API", anchor=True)
            if self._holds(f"{pages}/", ("_app", "_document", "index")):
                yield Evidence(pages, 1, "Pages Router", anchor=True)

    def _roots(self, *names: str) -> list[str]:
        return [
            _inside(parent, name)
            for folder in self.folders
            for parent in (folder, _inside(folder, "src"))
            for name in names
        ]

    def _action(self) -> Evidence | None:
        """The first module with server actions: https://nextjs.org/docs/app/api-reference/directives/use-server."""
        for path in self._sightings.own:
            content = self._sightings.read(path)
            found = None if path.endswith(".py") else _SERVER.search(content)
            if found is not None:
                line = content.count(b"\n", 0, found.start()) + 1
                return Evidence(path, line, "server actions", trait=True)
        return None

    def _holds(self, folder: str, stems: Sequence[str] = ()) -> bool:
        return any(not stems or _stem(path) in stems for path in self._below(folder))

    def _below(self, folder: str) -> Iterator[str]:
        """The scripts in a folder and the folders in it."""
        for position in range(bisect_left(self._paths, folder), len(self._paths)):
            path = self._paths[position]
            if not path.startswith(folder):
                return
            if path.endswith(SCRIPTS):
                yield path


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
