"""git as a process: it knows best about indexes, worktrees, filters and the variables that hooks are run with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.errors import RepositoryError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from subprocess import Popen


LARGEST = 16 * 1024 * 1024
"""Bytes: what is larger has not been written by anybody, and is not read into memory."""

TOO_LARGE = f"it is larger than {LARGEST // 1024 // 1024} MB"


class GitError(RepositoryError):
    """git answered with a failure. `reason` is what it said."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"git: {reason}")
        self.reason = reason


def run(directory: str, *arguments: str) -> bytes:
    """What `git ARGUMENTS` prints in a directory.

    Raises `GitError` where git is not there or says no.
    """
    import subprocess

    # What git says is looked at, so it must not be translated.
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ("git", "-C", directory, *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise GitError(f"cannot be run ({error.strerror})") from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip() or f"exit code {done.returncode}")
    return done.stdout


def records(output: bytes) -> Iterator[str]:
    """The NUL-terminated records of git's `-z` output; bytes that are no UTF-8 become surrogates."""
    return (record.decode("utf-8", "surrogateescape") for record in output.split(b"\0") if record)


class Blobs:
    """Reads objects by their ids through one `git cat-file --batch`, started with the first one."""

    def __init__(self, directory: str) -> None:
        self._directory = directory
        self._process: Popen[bytes] | None = None

    def read(self, oid: str) -> bytes:
        """The bytes of a blob.

        Raises `GitError` where the object is not there, as in a partial clone, or is too large.
        """
        process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{oid}\n".encode())
        process.stdin.flush()
        header = process.stdout.readline().split()
        if len(header) != 3:
            raise GitError(f"the object {oid} is missing from the repository")
        size = int(header[2])
        if size > LARGEST:
            for _ in range(size // LARGEST + 1):
                size -= len(process.stdout.read(min(size, LARGEST)))
            process.stdout.read(1)
            raise GitError(TOO_LARGE)
        content = process.stdout.read(size)
        process.stdout.read(1)
        return content

    def _start(self) -> Popen[bytes]:
        """The process is ended when this object is no longer used, and at the latest when the interpreter ends."""
        import subprocess
        import weakref

        process = subprocess.Popen(
            ("git", "-C", self._directory, "cat-file", "--batch"),  # noqa: S607
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        weakref.finalize(self, process.communicate)
        self._process = process
        return process
