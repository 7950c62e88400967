"""Reading files, and remembering which."""

from typing import Any

from datamodel_check.errors import UnreadableFileError
from datamodel_check.link import jsonc
from datamodel_check.model.tree import Tree


class Files:
    """The files of a tree; `touched` are those that were asked for and are there."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.touched: dict[str, None] = {}
        self._json: dict[str, Any] = {}

    def __contains__(self, path: str) -> bool:
        return path in self.tree

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where it is not there or cannot be read."""
        if path not in self.tree:
            return None
        self.touched[path] = None
        try:
            return self.tree.read(path)
        except UnreadableFileError:
            return None

    def glance(self, path: str) -> bytes:
        """The bytes of a file of which only matters what it seems to import; none where it cannot be read."""
        try:
            return self.tree.glance(path)
        except UnreadableFileError:
            return b""

    def json(self, path: str) -> Any:
        """What a JSON file says, comments and trailing commas allowed; None where it says nothing."""
        if path not in self._json:
            content = self.read(path)
            self._json[path] = None if content is None else jsonc.loads(content)
        return self._json[path]
