"""The files of one state of a repository: its work tree, its index, one of its revisions, or a plain folder."""

from collections.abc import Sequence
from typing import Protocol


class Tree(Protocol):
    """Read access to one state of a repository. Paths are relative to its root, with forward slashes."""

    @property
    def paths(self) -> Sequence[str]:
        """Every regular file that belongs to this state, sorted, each once."""

    def __contains__(self, path: str) -> bool:
        """Whether `path` is one of `paths`."""

    def read(self, path: str) -> bytes:
        """The bytes of one of `paths`.

        Raises `errors.UnreadableFileError` where they cannot be had.
        """

    def glance(self, path: str) -> bytes:
        """As `read`, for whoever wants nothing of a file but what it seems to import (`memory.imports`)."""
