"""The packages of a repository: folders with a manifest of their own, and the projects of the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from datamodel_check.model.tree import Tree

MANIFESTS = frozenset({"package.json", "pyproject.toml"})


class Package(NamedTuple):
    """A folder, and the files in it, not in a package further inside, that were asked for."""

    name: str
    path: str
    """Empty for the repository's root."""
    files: tuple[str, ...]
    has_inner: bool
    """Whether another package that was asked for lies inside."""

    @property
    def scope(self) -> tuple[str, ...]:
        """The paths that are this package and no other one."""
        return self.files if self.has_inner else (self.path,)


def packages(tree: Tree, files: Collection[str], roots: Iterable[str] = ()) -> tuple[Package, ...]:
    """The packages that the files belong to, each to the innermost one; `roots` are packages without a manifest too."""
    manifests = {path.rpartition("/")[0] for path in tree.paths if path.rpartition("/")[2] in MANIFESTS}
    folders = {"", *manifests, *roots}
    members: dict[str, list[str]] = {}
    for path in sorted(files):
        members.setdefault(_innermost(path, folders), []).append(path)
    return tuple(
        Package(_name(tree, folder), folder, tuple(found), _has_inner(folder, members))
        for folder, found in sorted(members.items())
    )


def _innermost(path: str, folders: Collection[str]) -> str:
    while path not in folders:
        path = path.rpartition("/")[0]
    return path


def _has_inner(folder: str, others: Iterable[str]) -> bool:
    return any(other != folder and (not folder or other.startswith(f"{folder}/")) for other in others)


def _name(tree: Tree, folder: str) -> str:
    """What its `package.json` calls it, else its path."""
    import json

    path = f"{folder}/package.json".removeprefix("/")
    fallback = folder or "."
    try:
        name = json.loads(tree.read(path)).get("name") if path in tree else None
    except (ValueError, AttributeError, UnreadableFileError, RecursionError):
        return fallback
    return name if isinstance(name, str) and name else fallback
