"""The packages of the repository (`package.json`), their workspaces, and what their versions mean."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from datamodel_check.link import yaml
from datamodel_check.link.files import Files
from datamodel_check.link.paths import directory_of, inside, join, relative, upwards
from datamodel_check.model.globs import matches
from datamodel_check.model.program import Package

_DEPENDENCIES = ("optionalDependencies", "peerDependencies", "devDependencies", "dependencies")
"""Later ones count more."""

_STARS = 6

_LOCAL = ("file:", "link:", "portal:")
"""Version protocols that name a folder."""


class Manifest(NamedTuple):
    """One `package.json`."""

    directory: str
    path: str
    data: Mapping[str, Any]

    @property
    def name(self) -> str | None:
        name = self.data.get("name")
        return name if isinstance(name, str) else None

    @property
    def dependencies(self) -> dict[str, str]:
        """Names and versions as written."""
        found: dict[str, str] = {}
        for field in _DEPENDENCIES:
            listed = self.data.get(field)
            pairs = listed.items() if isinstance(listed, dict) else ()
            found.update({name: version for name, version in pairs if isinstance(version, str)})
        return found


class Workspace(NamedTuple):
    """A directory that says where its packages are, and which versions `catalog:` means."""

    directory: str
    globs: tuple[str, ...]
    catalogs: Mapping[str, Mapping[str, str]]


class Packages:
    """The packages of a tree."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._manifests: dict[str, Manifest | None] = {}
        self._workspaces: dict[str, Workspace | None] = {}
        self._members: dict[str, dict[str, list[Manifest]]] = {}
        self._directories: list[str] | None = None

    def manifest(self, directory: str) -> Manifest | None:
        """The `package.json` of a directory; None where there is none, or none that can be read."""
        if directory not in self._manifests:
            path = inside(directory, "package.json")
            data = self._files.json(path)
            self._manifests[directory] = Manifest(directory, path, data) if isinstance(data, dict) else None
        return self._manifests[directory]

    def nearest(self, path: str) -> Manifest | None:
        """The package that a file belongs to."""
        found = (self.manifest(directory) for directory in upwards(directory_of(path)))
        return next((manifest for manifest in found if manifest), None)

    def named(self, name: str, importer: str) -> Manifest | None:
        """The package that a name means in a file: the file's own, one beside it, or one of a workspace around it."""
        nearest = self.nearest(importer)
        if nearest is None:
            return None
        if nearest.name == name:
            return nearest
        version = nearest.dependencies.get(name, "")
        if version.startswith(_LOCAL):
            directory = join(nearest.directory, version.partition(":")[2])
            return None if directory is None else self.manifest(directory)
        for directory in upwards(nearest.directory):
            candidates = self._named_members(directory).get(name)
            if candidates:
                return max(candidates, key=lambda manifest: _shared(manifest.directory, nearest.directory))
        return None

    def packages(self) -> Sequence[Package]:
        """All packages, in order of their directories."""
        manifests = (self.manifest(directory) for directory in self._all())
        return [self.package(manifest) for manifest in manifests if manifest]

    def package(self, manifest: Manifest) -> Package:
        """The package with its versions, those from catalogs looked up."""
        dependencies = {
            name: self._version(manifest, name, version) for name, version in sorted(manifest.dependencies.items())
        }
        return Package(manifest.directory, manifest.path, manifest.name, dependencies)

    # --- workspaces --------------------------------------------------------------------------------------------------

    def _all(self) -> list[str]:
        """The directories that hold a `package.json`."""
        if self._directories is None:
            paths = (path for path in self._files.tree.paths if path.endswith("package.json"))
            found = (path for path in paths if path == "package.json" or path.endswith("/package.json"))
            self._directories = sorted(directory_of(path) for path in found if "node_modules/" not in path)
        return self._directories

    def _named_members(self, directory: str) -> dict[str, list[Manifest]]:
        """The packages of the workspace whose root is `directory`, by name."""
        if directory not in self._members:
            found: dict[str, list[Manifest]] = {}
            workspace = self._workspace(directory)
            for member in self._all() if workspace and workspace.globs else ():
                seen = relative(member, directory)
                if workspace and seen is not None and (not seen or _named(workspace.globs, seen)):
                    manifest = self.manifest(member)
                    if manifest and manifest.name:
                        found.setdefault(manifest.name, []).append(manifest)
            self._members[directory] = found
        return self._members[directory]

    def _workspace(self, directory: str) -> Workspace | None:
        if directory not in self._workspaces:
            self._workspaces[directory] = _workspace(self._files, self.manifest(directory), directory)
        return self._workspaces[directory]

    def _version(self, manifest: Manifest, name: str, version: str) -> str:
        if not version.startswith("catalog:"):
            return version
        catalog = version.removeprefix("catalog:").strip() or "default"
        for directory in upwards(manifest.directory):
            workspace = self._workspace(directory)
            if workspace and name in workspace.catalogs.get(catalog, {}):
                return workspace.catalogs[catalog][name]
        return version


def _named(globs: Sequence[str], directory: str) -> bool:
    """Whether the globs of a workspace name a directory; `!` takes back what was named before."""
    named = False
    for glob in globs:
        # A row of stars is a trap for regular expressions.
        if glob.count("*") <= _STARS and matches(glob.removeprefix("!").removeprefix("./").rstrip("/"), directory):
            named = not glob.startswith("!")
    return named


def _shared(one: str, other: str) -> int:
    """How many directories two paths have in common from the root on."""
    shared = 0
    for left, right in zip(one.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        shared += 1
    return shared


def _workspace(files: Files, manifest: Manifest | None, directory: str) -> Workspace | None:
    """What pnpm, npm, Yarn, Bun or Lerna are told in a directory.

    https://pnpm.io/pnpm-workspace_yaml, https://pnpm.io/catalogs, https://docs.npmjs.com/cli/using-npm/workspaces,
    https://yarnpkg.com/features/catalogs, https://bun.sh/docs/install/catalogs
    """
    data = dict(manifest.data) if manifest else {}
    listed = data.get("workspaces")
    nested = listed if isinstance(listed, dict) else {"packages": listed}
    pnpm = _mapping(yaml.loads(files.read(inside(directory, "pnpm-workspace.yaml")) or b""))
    yarn = _mapping(yaml.loads(files.read(inside(directory, ".yarnrc.yml")) or b""))
    lerna = _mapping(files.json(inside(directory, "lerna.json")))
    globs = [*_strings(nested.get("packages")), *_strings(pnpm.get("packages")), *_strings(lerna.get("packages"))]
    catalogs: dict[str, dict[str, str]] = {}
    for source in (data, nested, yarn, pnpm):
        for name, catalog in (("default", source.get("catalog")), *_mapping(source.get("catalogs")).items()):
            versions = {key: value for key, value in _mapping(catalog).items() if isinstance(value, str)}
            catalogs.setdefault(name, {}).update(versions)
    return Workspace(directory, tuple(globs), catalogs) if globs or any(catalogs.values()) else None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
