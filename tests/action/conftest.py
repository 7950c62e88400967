"""The action, installed once, and applications to run it on."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.action.runner import Runner
from tests.application import Application

Make: TypeAlias = Callable[..., Application]


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    runner = Runner(tmp_path_factory.mktemp("runner"))
    runner.install()
    return runner


@pytest.fixture
def application(runner: Runner, tmp_path: Path) -> Make:
    """Makes a repository with a document that agrees with its code, committed."""

    def make(folder: str = "repository") -> Application:
        repository = Application(tmp_path / folder)
        python = runner.installed["steps.install.outputs.python"]
        subprocess.run(
            [python, "-I", "-m", "datamodel_check", "init"], cwd=repository.folder, check=True, capture_output=True
        )
        repository.commit()
        return repository

    return make
