"""Where the applications of Next.js are.

A folder `app` with `page.tsx` and `route.ts` proves nothing: React Router and Remix have them too. It is Next.js's
where `next.config.*` stands beside it, where its package depends on `next`, or where its own files import that.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.nextjs.configuration import Configuration, configuration
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.globs import matches_any
from datamodel_check.model.program import Program

_CONFIG = re.compile(r"(?:^|.*/)next\.config\.(?:js|mjs|cjs|ts|mts)$")
_IMPORT = re.compile(rb"""["']next(?:/[^"'\n]+)?["']""")
_OTHERS = frozenset({"@react-router/dev", "@remix-run/dev", "expo-router"})
"""Frameworks that have a folder `app` of their own."""


class Application(NamedTuple):
    """An application, and the roots of its routers, where it has them."""

    folder: str
    configuration: Configuration
    app: str | None
    pages: str | None


def applications(program: Program, settings: Settings) -> Iterator[Application]:
    """Every application that is no decoy."""
    configs = {path.rpartition("/")[0]: path for path in program.tree.paths if _CONFIG.match(path)}
    packages = {package.directory: package for package in program.packages}
    for folder in sorted({*configs, *packages}):
        app, pages = (_root(program, folder, name) for name in ("app", "pages"))
        if (app is None and pages is None) or decoy(_inside(folder, "package.json"), settings) is not None:
            continue
        known = folder in configs
        if not known and folder in packages:
            dependencies = packages[folder].dependencies
            known = "next" in dependencies and not _OTHERS & dependencies.keys()
            known = known or any(_imports_next(program, root) for root in (app, pages) if root is not None)
        if known:
            config = configuration(program, configs.get(folder))
            yield Application(folder, config, app, pages)


def files(program: Program, root: str, settings: Settings) -> Iterator[str]:
    """The files below a folder that the configuration does not exclude.

    Names of folders are parts of addresses there: `app/test/page.tsx` is no decoy.
    """
    for path in _below(program, root):
        if not matches_any(settings.exclude, path):
            yield path


def _root(program: Program, folder: str, name: str) -> str | None:
    """`app` comes before `src/app`: next/src/lib/find-pages-dir.ts."""
    for root in (_inside(folder, name), _inside(folder, f"src/{name}")):
        if next(_below(program, root), None) is not None:
            return root
    return None


def _below(program: Program, folder: str) -> Iterator[str]:
    paths = program.tree.paths
    for position in range(bisect_left(paths, f"{folder}/"), len(paths)):
        if not paths[position].startswith(f"{folder}/"):
            return
        yield paths[position]


def _imports_next(program: Program, root: str) -> bool:
    return any(
        _IMPORT.search(_read(program, path)) is not None
        for path in _below(program, root)
        if path.endswith((".ts", ".tsx", ".js", ".jsx"))
    )


def _inside(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _read(program: Program, path: str) -> bytes:
    try:
        return program.tree.read(path)
    except UnreadableFileError:
        return b""
