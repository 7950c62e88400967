"""Throw-away database servers: on a socket in a temporary folder, without TCP, never as root, stopped afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

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
