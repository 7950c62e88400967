"""Specifiers of JavaScript and TypeScript → files of the repository.

https://www.typescriptlang.org/docs/handbook/modules/theory.html#module-resolution
"""

from datamodel_check.link.entry_points import exported, imported, matched
from datamodel_check.link.files import Files
from datamodel_check.link.graph import MissingModule
from datamodel_check.link.packages import Manifest, Packages
from datamodel_check.link.paths import directory_of, inside, join, relative
from datamodel_check.link.tsconfig import Aliases, Configurations

_SUFFIXES = (".ts", ".tsx", ".mts", ".cts", ".d.ts", ".js", ".jsx", ".mjs", ".cjs", ".json")
_WRITTEN_AS = {
    ".js": (".ts", ".tsx", ".js", ".jsx", ".d.ts"),
    ".jsx": (".tsx", ".jsx", ".d.ts"),
    ".mjs": (".mts", ".mjs", ".d.mts"),
    ".cjs": (".cts", ".cjs", ".d.cts"),
}
"""The files that a specifier with the suffix of the compiled file may mean."""

_CONVENTIONS = {"$lib": ("src/lib",), "@": ("src", "app", ""), "~": ("src", "app", "")}
"""https://svelte.dev/docs/kit/$lib, https://nuxt.com/docs/api/nuxt-config#alias, and what most templates of Vite do."""

_OUTPUT = frozenset({"build", "cjs", "dist", "es", "esm", "lib", "out", "types"})
"""Directories that hold compiled files: what they hold is written in `src`, or beside them."""


class TypeScriptResolver:
    """Resolves specifiers as the compiler and the bundlers do."""

    def __init__(self, files: Files, packages: Packages, configurations: Configurations) -> None:
        self._files = files
        self._packages = packages
        self._configurations = configurations

    def resolve(self, specifier: str, importer: str) -> str | MissingModule | None:
        """The file that a specifier names in another; None where it is outside the repository.

        What can only be a file of the repository and is not there is a `MissingModule`.
        """
        if (specifier.startswith(".") and specifier.rstrip("./") == "") or specifier.startswith(("./", "../")):
            target = join(directory_of(importer), specifier)
            return (None if target is None else self._file(target)) or MissingModule()
        if ":" in specifier.partition("/")[0]:
            return None
        claimed = False
        for aliases in self._configurations.aliases(importer):
            found, claims = self._aliased(aliases, specifier)
            if found:
                return found
            claimed = claimed or claims
        if specifier.startswith("#"):
            return self._private(specifier, importer) or MissingModule()
        return self._bare(specifier, importer, claimed=claimed)

    # --- names -------------------------------------------------------------------------------------------------------

    def _aliased(self, aliases: Aliases, specifier: str) -> tuple[str | None, bool]:
        """The file that an alias leads to, and whether the specifier has the form of one."""
        targets = matched({pattern: list(targets) for pattern, targets in aliases.paths.items()}, specifier)
        for target in targets:
            found = self._file(target)
            if found:
                return found, True
        if aliases.base is not None:
            found = self._file(inside(aliases.base, specifier))
            if found:
                return found, True
        general = all("node_modules" in target for target in targets) or "*" in aliases.paths
        return None, bool(targets) and not general

    def _private(self, specifier: str, importer: str) -> str | MissingModule | None:
        manifest = self._packages.nearest(importer)
        for target in imported(manifest.data, specifier) if manifest else ():
            if manifest and target.startswith("."):
                found = self._in_package(manifest, target)
                if found:
                    return found
            else:
                return self._bare(target, importer, claimed=False)
        return None

    def _bare(self, specifier: str, importer: str, *, claimed: bool) -> str | MissingModule | None:
        parts = specifier.split("/")
        length = 2 if specifier.startswith("@") else 1
        name, rest = "/".join(parts[:length]), "/".join(parts[length:])
        manifest = self._packages.named(name, importer)
        if manifest is None:
            conventional = None if claimed else self._conventional(specifier, importer)
            if conventional:
                return conventional
            nearest = self._packages.nearest(importer)
            declared = nearest is not None and name in nearest.dependencies
            # No package can have such a name: it is an alias that some bundler knows.
            alias = claimed or name.startswith(("@/", "~", "/", "$")) or name == "@"
            return MissingModule() if alias and not declared else None
        subpath = f"./{rest}" if rest else "."
        targets = exported(manifest.data, subpath)
        found = (self._in_package(manifest, target) for target in targets)
        best = [path for path in found if path]
        return next((path for path in best if ".d." not in path), best[0] if best else MissingModule())

    def _conventional(self, specifier: str, importer: str) -> str | None:
        """What an alias leads to that no configuration at hand declares: frameworks generate theirs."""
        beginning, _, rest = specifier.partition("/")
        manifest = self._packages.nearest(importer)
        directory = manifest.directory if manifest else ""
        folders = (inside(directory, folder) if folder else directory for folder in _CONVENTIONS.get(beginning, ()))
        candidates = (self._file(inside(folder, rest) if rest else folder) for folder in folders)
        return next((found for found in candidates if found), None)

    # --- files -------------------------------------------------------------------------------------------------------

    def _in_package(self, manifest: Manifest, target: str) -> str | None:
        """A file of a package, or the source of one that is yet to be compiled."""
        path = join(manifest.directory, target)
        if path is None:
            return None
        return self._file(path) or self._source(manifest.directory, path)

    def _source(self, directory: str, path: str) -> str | None:
        """`dist/x.js` is compiled from `src/x.ts`."""
        seen = (relative(path, directory) or "").split("/")
        if seen[0] not in _OUTPUT:
            return None
        while len(seen) > 1 and seen[0] in _OUTPUT:
            seen = seen[1:]
        stem = "/".join(seen[1:] if seen[0] == "src" and len(seen) > 1 else seen)
        for suffix in (".d.ts", ".d.mts", ".d.cts", ".js", ".mjs", ".cjs", ".jsx"):
            if stem.endswith(suffix):
                stem = stem.removesuffix(suffix)
                break
        candidates = (self._file(inside(directory, f"{folder}{stem}")) for folder in ("src/", "", "source/", "lib/"))
        return next((found for found in candidates if found), None)

    def _file(self, path: str) -> str | None:
        """The file that a path without suffix, with that of its compiled form, or of a directory means."""
        return self._written(path) or self._directory(path)

    def _written(self, path: str) -> str | None:
        stem, dot, suffix = path.rpartition(".")
        for written in _WRITTEN_AS.get(dot + suffix, ()):
            if stem + written in self._files:
                return stem + written
        if path in self._files:
            return path
        return next((path + suffix for suffix in _SUFFIXES if path + suffix in self._files), None)

    def _directory(self, path: str) -> str | None:
        manifest = self._packages.manifest(path)
        if manifest and path:
            for target in exported({**manifest.data, "exports": None}, "."):
                found = join(path, target)
                main = (self._written(found) or self._index(found)) if found else None
                if main:
                    return main
        return self._index(path)

    def _index(self, path: str) -> str | None:
        candidates = (inside(path, f"index{suffix}") for suffix in _SUFFIXES)
        return next((found for found in candidates if found in self._files), None)
