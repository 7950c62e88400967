"""Programs that are the judges of tests: where they are, and what becomes of a test without its judge."""

import glob
import os
import shutil
from typing import NoReturn

import pytest


def program(name: str, *folders: str) -> str | None:
    """Where a program is: in one of the folders, of which the last by name is asked first, or on the path."""
    for folder in folders:
        for place in sorted(glob.glob(os.path.join(folder, name)), reverse=True):
            return place
    return shutil.which(name)


def missing(what: str, package: str) -> NoReturn:
    """Skips what asks a judge that is not there, aloud; where the tests must prove something, they fail."""
    message = f"{what} is not installed: run `apt-get install {package}`"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
