"""`tsconfig.json` and `jsconfig.json`, as far as they say what a specifier means, and how code is compiled.

https://www.typescriptlang.org/tsconfig/#paths, https://www.typescriptlang.org/docs/handbook/project-references.html
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from datamodel_check.link.files import Files
from datamodel_check.link.packages import Packages
from datamodel_check.link.paths import directory_of, inside, join, upwards

_NAMES = ("tsconfig.json", "jsconfig.json")

_DEEPEST = 50

_CONFIG_DIRECTORY = "${configDir}"

_COMMUNITY_BASES = "@tsconfig/"
"""Bases that are installed, not committed; each of them is strict: https://github.com/tsconfig/bases."""


class Options(NamedTuple):
    """What a configuration says, its bases included. Paths are written as they stand."""

    base_url: tuple[str, str] | None = None
    """The directory of the file that says it, and what it says."""
    paths: Mapping[str, Any] | None = None
    paths_directory: str = ""
    compiler: Mapping[str, Any] = {}
    """All `compilerOptions` as they are written."""


class Aliases(NamedTuple):
    """The `paths` of a configuration, and the directory in which names are looked up (`baseUrl`)."""

    paths: Mapping[str, tuple[str, ...]]
    base: str | None


class Configurations:
    """The configurations of a tree."""

    def __init__(self, files: Files, packages: Packages) -> None:
        self._files = files
        self._packages = packages
        self._known: dict[str, Options] = {}
        self._nearest: dict[str, tuple[Aliases, ...]] = {}

    def aliases(self, importer: str) -> tuple[Aliases, ...]:
        """What holds for a file: the nearest configuration's, then that of the projects it refers to."""
        directory = directory_of(importer)
        if directory not in self._nearest:
            self._nearest[directory] = tuple(self._found(directory))
        return self._nearest[directory]

    def compiler_options(self, path: str) -> Mapping[str, Any]:
        """The `compilerOptions` of the nearest configuration, those of its bases included."""
        nearest = self._nearest_file(directory_of(path))
        return {} if nearest is None else self._options(nearest).compiler

    def _nearest_file(self, directory: str) -> str | None:
        candidates = (inside(around, name) for around in upwards(directory) for name in _NAMES)
        return next((path for path in candidates if path in self._files), None)

    def _found(self, directory: str) -> Iterator[Aliases]:
        nearest = self._nearest_file(directory)
        pending = [] if nearest is None else [nearest]
        seen = set(pending)
        while pending:
            path = pending.pop(0)
            yield self._effective(path)
            references = [found for found in self._references(path) if found not in seen]
            seen.update(references)
            pending += references

    def _references(self, path: str) -> Iterator[str]:
        data = self._files.json(path)
        references = data.get("references") if isinstance(data, dict) else None
        for reference in references if isinstance(references, list) else ():
            target = reference.get("path") if isinstance(reference, dict) else None
            found = join(directory_of(path), target) if isinstance(target, str) else None
            for candidate in (found, inside(found, "tsconfig.json")) if found is not None else ():
                if candidate.endswith(".json") and candidate in self._files:
                    yield candidate

    def _effective(self, path: str) -> Aliases:
        leaf = directory_of(path)
        options = self._options(path)
        base = _seen_from(leaf, *options.base_url) if options.base_url else None
        directory = options.paths_directory if base is None else base
        found: dict[str, tuple[str, ...]] = {}
        for pattern, targets in (options.paths or {}).items():
            listed = targets if isinstance(targets, list) else []
            resolved = [_seen_from(leaf, directory, target) for target in listed if isinstance(target, str)]
            found[pattern] = tuple(target for target in resolved if target is not None)
        return Aliases(found, base)

    def _options(self, path: str, depth: int = 0) -> Options:
        """What a configuration and its bases say; a base that leads back adds nothing."""
        if path not in self._known:
            self._known[path] = Options()
            self._known[path] = self._read(path, depth)
        return self._known[path]

    def _read(self, path: str, depth: int) -> Options:
        data = self._files.json(path)
        options = Options()
        if not isinstance(data, dict) or depth > _DEEPEST:
            return options
        extends = data.get("extends")
        for base in extends if isinstance(extends, list) else [extends]:
            found = self._extended(base, path) if isinstance(base, str) else None
            if found is not None:
                options = _over(options, self._options(found, depth + 1))
            elif isinstance(base, str) and base.startswith(_COMMUNITY_BASES):
                options = options._replace(compiler={**options.compiler, "strict": True})
        own = data.get("compilerOptions")
        return _with_own(options, own if isinstance(own, dict) else {}, directory_of(path))

    def _extended(self, specifier: str, path: str) -> str | None:
        """The file that `extends` names: relative, or in a package of the repository."""
        directory = directory_of(path)
        if specifier.startswith("."):
            target = join(directory, specifier)
        else:
            scope = specifier.startswith("@")
            parts = specifier.split("/", 2 if scope else 1)
            name, rest = "/".join(parts[: 1 + scope]), "".join(parts[1 + scope :])
            package = self._packages.named(name, path)
            if package is None:
                return None
            field = package.data.get("tsconfig")
            target = join(package.directory, rest or (field if isinstance(field, str) else "tsconfig.json"))
        if target is None:
            return None
        candidates = (target, f"{target}.json", inside(target, "tsconfig.json"))
        return next((candidate for candidate in candidates if candidate in self._files), None)


def _over(options: Options, later: Options) -> Options:
    """The options, those of a later base in place of earlier ones."""
    if later.base_url is not None:
        options = options._replace(base_url=later.base_url)
    if later.paths is not None:
        options = options._replace(paths=later.paths, paths_directory=later.paths_directory)
    return options._replace(compiler={**options.compiler, **later.compiler})


def _with_own(options: Options, own: Mapping[str, Any], directory: str) -> Options:
    base_url, paths = own.get("baseUrl"), own.get("paths")
    if isinstance(base_url, str):
        options = options._replace(base_url=(directory, base_url))
    if isinstance(paths, dict):
        options = options._replace(paths=paths, paths_directory=directory)
    return options._replace(compiler={**options.compiler, **own})


def _seen_from(leaf: str, directory: str, path: str) -> str | None:
    """A path in a configuration; `${configDir}` is the directory of the one that was asked for first."""
    if path.startswith(_CONFIG_DIRECTORY):
        return join(leaf, path.removeprefix(_CONFIG_DIRECTORY).lstrip("/") or ".")
    return join(directory, path)
