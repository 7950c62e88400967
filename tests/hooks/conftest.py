"""What the tests of hooks share."""

import subprocess
from pathlib import Path

import pytest

from tests.application import Application

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository as it stands, committed: pre-commit installs hooks from commits only."""
    copy = tmp_path_factory.mktemp("source")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    repository = Application(copy, {})
    for name in listed.decode().split("\0"):
        if name.startswith(("datamodel_check/", "pyproject", ".pre-commit-hooks", "README", "LICENSE", "CHANGELOG")):
            file = ROOT / name
            if file.is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                (copy / name).write_bytes(file.read_bytes())
    repository.commit()
    return copy
