"""The tool as a process: isolated from the folder it stands in, which belongs to whoever wrote the pull request."""

import os
import subprocess
import sys
from typing import NamedTuple


class Done(NamedTuple):
    """What a run of the tool came to: 0 clean, 1 findings, 2 could not complete."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Done:
    # Isolated, Python imports nothing from the current folder: there might be a `rich.py`.
    command = (sys.executable, "-I", "-m", "datamodel_check", *arguments)
    done = subprocess.run(command, capture_output=True, check=False)
    return Done(done.returncode, _text(done.stdout), _text(done.stderr))


def git(*arguments: str) -> str | None:
    """What git prints; None where it says no."""
    try:
        done = subprocess.run(("git", *arguments), capture_output=True, check=False)
    except OSError:
        return None
    return _text(done.stdout).strip() if done.returncode == 0 else None


def trust(folder: str) -> None:
    """Lets git work where another user owns the files, as in the containers of jobs: it trusts this repository only.

    git heeds `safe.directory` from the environment since 2.38: https://git-scm.com/docs/git-config#SCOPES.
    """
    while not os.path.exists(os.path.join(folder, ".git")) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    number = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    os.environ[f"GIT_CONFIG_KEY_{number}"] = "safe.directory"
    os.environ[f"GIT_CONFIG_VALUE_{number}"] = folder
    os.environ["GIT_CONFIG_COUNT"] = str(number + 1)


def _text(output: bytes) -> str:
    """Line ends as they are, for they are part of a patch."""
    return output.decode("utf-8", "replace")
