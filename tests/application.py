"""A small application in a git repository of its own, for tests of what runs around the tool: hooks and the action."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

SCHEMA = """\
import { pgTable, text, varchar } from 'drizzle-orm/pg-core'

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  email: varchar('email', { length: 100 }).notNull(),
})
"""

FILES = {
    "package.json": '{ "name": "app", "dependencies": { "drizzle-orm": "^0.45.0" } }\n',
    "drizzle.config.ts": "export default { dialect: 'postgresql', schema: './src/schema.ts' }\n",
    "src/schema.ts": SCHEMA,
}

LONGER = ("length: 100", "length: 255")
"""An edit of the schema that makes the document stale."""


class Application:
    """A git repository in a temporary folder."""

    def __init__(self, root: Path, files: Mapping[str, str] = FILES) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "somebody")
        self.git("config", "user.email", "somebody@example.org")
        for path, text in files.items():
            self.write(path, text)

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def read(self, path: str) -> str:
        return (self.root / path).read_text()

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "change") -> None:
        """Everything there is, past all hooks."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "-m", message)
