"""The states of a repository that can be judged: its work tree, its index, or a folder that no git knows."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.discover import git
from datamodel_check.errors import UnreadableFileError
from datamodel_check.memory import store
from datamodel_check.memory.imports import specifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from datamodel_check.model.tree import Tree

SKIPPED_FOLDERS = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        ".next",
        ".turbo",
        ".cache",
        "dist",
        "build",
    }
)
"""What a folder outside git is searched without: nobody writes source code there."""

REGULAR = frozenset({"100644", "100755"})
"""Modes of regular files in git's index: neither links nor submodules."""


_REGULAR = frozenset(int(mode, 8).to_bytes(4, "big") for mode in REGULAR)


class _Listed:
    """The listing that all trees share."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._known = frozenset(paths)
        self._paths = tuple(sorted(self._known))

    @property
    def paths(self) -> Sequence[str]:
        return self._paths

    def __contains__(self, path: str) -> bool:
        return path in self._known

    def read(self, path: str) -> bytes:
        raise NotImplementedError

    def glance(self, path: str) -> bytes:
        return self.read(path)


class Seen(NamedTuple):
    """The files that answers depend on: as a whole, and by what they seem to import."""

    read: set[str]
    glanced: set[str]


class Recorded:
    """A tree that notes which of its files were read."""

    def __init__(self, tree: Tree, seen: Seen) -> None:
        self._tree = tree
        self._seen = seen

    @property
    def paths(self) -> Sequence[str]:
        return self._tree.paths

    def __contains__(self, path: str) -> bool:
        return path in self._tree

    def read(self, path: str) -> bytes:
        self._seen.read.add(path)
        return self._tree.read(path)

    def glance(self, path: str) -> bytes:
        self._seen.glanced.add(path)
        return self._tree.glance(path)


class WorkTree(_Listed):
    """Files on disk: those that git tracks, and the untracked ones that it does not ignore."""

    def __init__(self, root: str, paths: Iterable[str]) -> None:
        super().__init__(paths)
        self._root = root

    def read(self, path: str) -> bytes:
        try:
            with open(os.path.join(self._root, path), "rb") as file:
                if os.fstat(file.fileno()).st_size > git.LARGEST:
                    raise UnreadableFileError(path, git.TOO_LARGE)
                return file.read()
        except OSError as error:
            raise UnreadableFileError(path, error.strerror or "cannot be read") from error


_LARGE = 8 * 1024 * 1024
"""Bytes that are not read in the hope that they are those of an object."""

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed, and nobody waits for the other end of a pipe."""

_KEPT = 32 * 1024 * 1024
"""Bytes that are kept of what git was asked for: several stages read the same files."""


class Index(_Listed):
    """What git's index or a commit holds: files by the ids of their objects."""

    def __init__(self, root: str, blobs: dict[str, str]) -> None:
        super().__init__(blobs)
        self._root = root
        self._blobs = blobs
        self._objects = git.Blobs(root)
        self._read: dict[str, bytes] = {}
        self._room = _KEPT

    def holds(self, files: Mapping[bytes, bytes]) -> bool:
        """Whether these, as `memory.git.staged` has them, are the files of this tree; links and submodules aside."""
        regular = {path: value[4:].hex() for path, value in files.items() if value[:4] in _REGULAR}
        return regular == {path.encode("utf-8", "surrogateescape"): oid for path, oid in self._blobs.items()}

    def oid(self, path: str) -> bytes:
        """The binary id of a file's object; empty where there is no such file."""
        return bytes.fromhex(self._blobs.get(path, ""))

    def read(self, path: str) -> bytes:
        content = self._read.get(path)
        if content is None:
            content = self._on_disk(path)
            if content is None:
                content = self._object(path)
            if len(content) <= self._room:
                self._room -= len(content)
                self._read[path] = content
        return content

    def _object(self, path: str) -> bytes:
        try:
            return self._objects.read(self._blobs[path])
        except git.GitError as error:
            raise UnreadableFileError(path, error.reason) from error

    def _on_disk(self, path: str) -> bytes | None:
        """The bytes in the work tree where they are those of the object: their id proves it, no time stamp does."""
        try:
            file = os.open(os.path.join(self._root, path), os.O_RDONLY | _CAREFULLY)
        except (OSError, ValueError):
            return None
        try:
            status = os.fstat(file)
            if not S_ISREG(status.st_mode) or status.st_size > _LARGE:
                return None
            content = os.read(file, status.st_size + 1)
        except OSError:
            return None
        finally:
            os.close(file)
        return content if _id(content).hex() == self._blobs[path] else None


def identify(tree: Tree, path: str) -> bytes:
    """What tells the contents of a file from all others: the id that git has for them. Empty where there are none."""
    if isinstance(tree, Index):
        return tree.oid(path)
    if path not in tree:
        return b""
    try:
        content = tree.read(path)
    except UnreadableFileError:
        return b""
    return _id(content)


def imports_alike(tree: Tree, root: str, path: str, before: bytes) -> bool:
    """Whether a file seems to import what it imported when git had this id for its contents, in the repository `root`.

    False where that is not known any more.
    """
    try:
        old, new = git.Blobs(root).read(before.hex()), tree.read(path)
    except (git.GitError, UnreadableFileError, OSError):
        return False
    return specifiers(path, old) == specifiers(path, new)


def _id(content: bytes) -> bytes:
    """https://git-scm.com/book/en/v2/Git-Internals-Git-Objects"""
    return store.digest(b"blob %d\0" % len(content) + content)


def work_tree(root: str) -> WorkTree:
    """The work tree of the git repository at `root`. Raises `git.GitError`."""
    listed = git.run(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return WorkTree(root, filter(_Disk(root).has_file, git.records(listed)))


def index(root: str) -> Index:
    """The index of the git repository at `root`. Raises `git.GitError`.

    Of an unmerged file the side of the current branch counts.
    """
    blobs: dict[str, str] = {}
    for record in git.records(git.run(root, "ls-files", "-z", "--stage")):
        entry, _, path = record.partition("\t")
        mode, oid, stage = entry.split(" ")
        if mode in REGULAR and stage in {"0", "2"}:
            blobs[path] = oid
    return Index(root, blobs)


def revision(root: str, commit: str) -> Index:
    """What a commit holds. Raises `git.GitError` where there is no such commit."""
    blobs: dict[str, str] = {}
    for record in git.records(git.run(root, "ls-tree", "-r", "-z", "--full-tree", commit)):
        entry, _, path = record.partition("\t")
        mode, _, oid = entry.split(" ")
        if mode in REGULAR:
            blobs[path] = oid
    return Index(root, blobs)


def folder(root: str) -> WorkTree:
    """The files below a folder that no git knows."""
    return WorkTree(root, _walk(root))


def _walk(root: str) -> Iterator[str]:
    disk = _Disk(root)
    for directory, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
        for name in files:
            path = os.path.relpath(os.path.join(directory, name), root).replace(os.sep, "/")
            if disk.has_file(path):
                yield path


class _Disk:
    """What there is below a folder; of a folder it is asked once whether it is one."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._real = {"": True}

    def has_file(self, path: str) -> bool:
        """Whether it is there and regular: no link (it may lead out of the repository), no submodule, no pipe."""
        try:
            is_regular = S_ISREG(os.lstat(os.path.join(self._root, path)).st_mode)
        except (OSError, ValueError):
            return False
        return is_regular and self._is_real(path.rpartition("/")[0])

    def _is_real(self, folder: str) -> bool:
        """Whether neither a folder nor one around it is a link; git lists nothing below one but what it was before."""
        if folder not in self._real:
            parent = folder.rpartition("/")[0]
            self._real[folder] = self._is_real(parent) and not os.path.islink(os.path.join(self._root, folder))
        return self._real[folder]
