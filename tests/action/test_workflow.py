"""Our own workflow: its jobs for the action are run here as they will be there."""

import subprocess
from pathlib import Path

import pytest

from tests.action import jobs
from tests.action.runner import ROOT, Runner

JOBS = jobs.workflow((ROOT / ".github" / "workflows" / "ci.yml").read_text())


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """As much of this repository as the jobs look at."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", ".github", "examples/bookshop"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def test_the_sample_is_clean(runner: Runner, workspace: Path) -> None:
    job = jobs.run(runner, JOBS["clean"], workspace)
    assert job.code == 0, job.log
    assert [(check.code, check.annotations) for check in job.checks] == [(0, [])]


def test_a_stale_sample_is_found_and_repaired(runner: Runner, workspace: Path) -> None:
    job = jobs.run(runner, JOBS["stale"], workspace)
    assert job.code == 0, job.log
    assert [check.code for check in job.checks] == [0, 1]
    assert [check.counts["introduced"] for check in job.checks] == [check.counts["errors"] for check in job.checks]
    assert "users.email" in job.checks[1].summary
    assert runner.check(workspace, {"working-directory": "sample"}).counts["fixable"] == 0
