"""Throw-away database servers: on a socket in a temporary folder, without TCP, never as root, stopped afterwards."""

import glob
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import pytest

UNPRIVILEGED = "nobody"
"""Who runs the servers where the tests run as root, as they do in containers."""


def as_somebody(command: Sequence[str]) -> list[str]:
    return ["runuser", "-u", UNPRIVILEGED, "--", *command] if os.geteuid() == 0 else list(command)


def run(command: Sequence[str], script: str | None = None) -> str:
    """What a program prints; its errors are the test's."""
    done = subprocess.run(
        as_somebody(command), input=script, capture_output=True, text=True, cwd="/", check=False, env=_environment()
    )
    assert done.returncode == 0, f"{command[0]}: {done.stderr or done.stdout}"
    return done.stdout


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


def program(name: str, *folders: str) -> str | None:
    """Where a program is: in one of the folders, of which the last by name is asked first, or on the path."""
    for folder in folders:
        for place in sorted(glob.glob(os.path.join(folder, name)), reverse=True):
            return place
    return shutil.which(name)


def missing(what: str, package: str) -> NoReturn:
    """Skips what asks a server that is not there, aloud; where the tests must prove something, they fail."""
    message = f"{what} is not installed: run `apt-get install {package}`"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@contextmanager
def folder() -> Iterator[str]:
    """A folder with a short name, for sockets' names may not be long."""
    path = tempfile.mkdtemp(prefix="dmc")
    if os.geteuid() == 0:
        shutil.chown(path, UNPRIVILEGED)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
