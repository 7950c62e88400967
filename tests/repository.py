"""Temporary repositories, and the tool run in them as a person would."""

import io
import os
import subprocess
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from datamodel_check import cli

SCHEMA = """\
import { integer, pgTable, varchar } from 'drizzle-orm/pg-core';

export const users = pgTable('users', {
  id: integer('id').primaryKey(),
  email: varchar('email', { length: 100 }).notNull(),
});

export const posts = pgTable('posts', {
  id: integer('id').primaryKey(),
  title: varchar('title', { length: 80 }),
});
"""

FILES = {
    "package.json": '{ "dependencies": { "drizzle-orm": "^0.45.0" } }\n',
    "drizzle.config.ts": """\
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './src/schema.ts' });
""",
    "src/schema.ts": SCHEMA,
}
"""A small application: its schema has two tables."""

DOCUMENT = "docs/data-model.md"


class Run(NamedTuple):
    code: int
    out: str
    err: str


class Repository:
    """A folder, with git unless it is told otherwise."""

    def __init__(self, root: str, files: Mapping[str, str] = FILES, *, git: bool = True) -> None:
        self.root = root
        for path, text in files.items():
            self.write(path, text)
        if git:
            self.git("init", "--quiet")
            self.git("add", "--all")

    def path(self, path: str) -> str:
        return os.path.join(self.root, path)

    def write(self, path: str, text: str | bytes) -> None:
        os.makedirs(os.path.dirname(self.path(path)), exist_ok=True)
        with open(self.path(path), "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)

    def read(self, path: str) -> str:
        with open(self.path(path), "rb") as file:
            return file.read().decode()

    def replace(self, path: str, old: str, new: str) -> None:
        assert old in self.read(path), f"{old!r} is not in {path}"
        self.write(path, self.read(path).replace(old, new))

    def remove(self, path: str) -> None:
        os.remove(self.path(path))

    def git(self, *arguments: str) -> str:
        identity = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com")
        command = ("git", "-C", self.root, *identity, *arguments)
        return subprocess.run(command, check=True, capture_output=True, text=True, env=_environment()).stdout

    def run(self, *arguments: str, folder: str = "", terminal: bool = False) -> Run:
        """The tool, started in a folder of the repository."""
        out, err = (Terminal(), Terminal()) if terminal else (io.StringIO(), io.StringIO())
        with (
            chdir(self.path(folder)),
            patch.dict(os.environ, _environment(), clear=True),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = cli.main(arguments)
        return Run(code, out.getvalue(), err.getvalue())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _environment() -> dict[str, str]:
    """Without what git sets for its hooks, and what decides about colours: tests may run in a hook or in CI."""
    colors = {"NO_COLOR", "FORCE_COLOR"}
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name not in colors}
