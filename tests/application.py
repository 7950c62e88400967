"""The application of `tests.repository` with commits of its own, for what runs around the tool: hooks, the action."""

import os
from collections.abc import Mapping
from pathlib import Path

from tests.repository import FILES, Repository

LONGER = ("length: 100", "length: 255")
"""An edit of the schema that makes the document stale."""


class Application(Repository):
    """A git repository in a temporary folder."""

    def __init__(self, root: Path, files: Mapping[str, str] = FILES) -> None:
        os.makedirs(root, exist_ok=True)
        super().__init__(str(root), files)
        self.git("config", "user.name", "somebody")
        self.git("config", "user.email", "somebody@example.org")

    @property
    def folder(self) -> Path:
        return Path(self.root)

    def commit(self, message: str = "change") -> None:
        """Everything there is, past all hooks."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "-m", message)
