"""The action's own steps, run with bash on repositories that are clean, stale, broken and hostile."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.action.runner import ROOT, Runner
from tests.application import LONGER, Application


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    runner = Runner(tmp_path_factory.mktemp("runner"))
    runner.install()
    return runner


@pytest.fixture
def application(runner: Runner, tmp_path: Path) -> Callable[..., Application]:
    def make(folder: str = "repository") -> Application:
        repository = Application(tmp_path / folder)
        tool = runner.temp / "datamodel-check" / "bin" / "datamodel-check"
        subprocess.run([tool, "init"], cwd=repository.folder, check=True, capture_output=True)
        repository.commit()
        return repository

    return make


def test_documents_that_agree(runner: Runner, application: Callable[..., Application]) -> None:
    outcome = runner.check(application().folder)
    assert outcome.code == 0, outcome.log
    assert outcome.annotations == []
    assert (outcome.outputs["result"], outcome.outputs["findings"]) == ("clean", "0")
    assert outcome.summary.startswith("## Data-model documents are up to date\n")


def test_a_stale_document(runner: Runner, application: Callable[..., Application]) -> None:
    repository = application()
    repository.replace("src/schema.ts", *LONGER)
    repository.commit()
    outcome = runner.check(repository.folder)
    assert outcome.code == 1
    assert outcome.outputs["result"] == "findings"
    assert any(
        line.startswith("::error file=src/schema.ts,line=5,title=DM101 stale-section::")
        and "users.email: type varchar(100) → varchar(255)" in line
        for line in outcome.annotations
    )
    assert "users.email: type varchar\\(100\\)" in outcome.summary or "varchar(100)" in outcome.summary
    assert "datamodel-check --fix" in outcome.summary
    report = json.loads(Path(outcome.outputs["report"]).read_text())
    assert str(report["summary"]["findings"]) == outcome.outputs["findings"]
    assert all(finding["rule"] == "DM101" for finding in report["findings"])


def test_a_check_that_cannot_complete(runner: Runner, application: Callable[..., Application]) -> None:
    outcome = runner.check(application().folder, {"config": "missing.toml"})
    assert outcome.code == 2
    assert outcome.outputs["result"] == "failed"
    assert outcome.annotations == ["::error title=datamodel-check::The check could not complete: the log says why."]
    assert "missing.toml" in outcome.log


def test_a_working_directory_and_paths(runner: Runner, application: Callable[..., Application], tmp_path: Path) -> None:
    repository = application("with space/$(touch injected)")
    repository.replace("src/schema.ts", *LONGER)
    inputs = {"working-directory": "with space/$(touch injected)", "paths": "docs\n\nsrc/schema.ts\n"}
    outcome = runner.check(tmp_path, inputs)
    assert outcome.code == 1, outcome.log
    assert not list(tmp_path.rglob("injected"))


HOSTILE = (
    "`touch injected`",
    "$(touch injected)",
    "a\n::error::forged",
    "--fix",
    "'; touch injected; '",
    "${{ secrets.X }}",
)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("name", ["paths", "config"])
def test_inputs_are_never_run(runner: Runner, application: Callable[..., Application], name: str, value: str) -> None:
    repository = application()
    before = repository.git("status", "--porcelain")
    outcome = runner.check(repository.folder, {name: value})
    assert outcome.code == 2
    assert not [line for line in outcome.annotations if "forged" in line]
    assert repository.git("status", "--porcelain") == before


def test_a_hostile_pull_request_forges_nothing(runner: Runner, application: Callable[..., Application]) -> None:
    repository = application()
    hostile = "users', { a: text('\\n::error::forged %0A::warning::forged <img src=x> --> `') }), b = pgTable('x"
    repository.replace("src/schema.ts", "'users'", f"'{hostile}'.slice(0, 5)")
    repository.replace("src/schema.ts", "varchar('email'", "varchar('e\\n::error::forged\\u001b[31m<script>`|'")
    outcome = runner.check(repository.folder)
    assert outcome.code == 1, outcome.log
    assert not [line for line in outcome.log.splitlines() if line.startswith(("::error::", "::warning::"))]
    assert "\x1b" not in outcome.log + outcome.summary
    assert "<script>" not in outcome.summary.replace("\\<script\\>", "")


def test_the_steps_take_inputs_through_the_environment_only() -> None:
    for step in Runner(ROOT).action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            _, _, revision = step["uses"].partition("@")
            assert len(revision) == 40, "actions are pinned by their full commit id"
