"""The action's own steps, run with bash on repositories that are clean, stale, broken and hostile."""

import json
from pathlib import Path

import pytest

from tests.action.conftest import Make
from tests.action.runner import Runner
from tests.application import LONGER


def test_documents_that_agree(runner: Runner, application: Make) -> None:
    outcome = runner.check(application().folder)
    assert outcome.code == 0, outcome.log
    assert outcome.annotations == []
    assert (outcome.outputs["result"], outcome.counts["findings"]) == ("clean", 0)
    assert outcome.outputs["patch-file"] == ""
    assert outcome.used == {}
    assert outcome.summary.startswith("## Data-model documents are up to date\n")


def test_a_stale_document(runner: Runner, application: Make) -> None:
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
    report = json.loads(outcome.file("report"))
    assert report["summary"]["findings"] == outcome.counts["findings"] == outcome.counts["errors"]
    assert all(finding["rule"] == "DM101" for finding in report["findings"])


def test_a_check_that_cannot_complete(runner: Runner, application: Make) -> None:
    outcome = runner.check(application().folder, {"config": "missing.toml"})
    assert outcome.code == 2
    assert outcome.outputs["result"] == "failed"
    (annotation,) = outcome.annotations
    assert annotation.startswith("::error title=datamodel-check::The check could not complete: error: ")
    assert "missing.toml" in annotation
    assert outcome.summary.startswith("## The data model could not be checked\n")


def test_a_working_directory_and_paths(runner: Runner, application: Make, tmp_path: Path) -> None:
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
def test_inputs_are_never_run(runner: Runner, application: Make, name: str, value: str) -> None:
    repository = application()
    before = repository.git("status", "--porcelain")
    outcome = runner.check(repository.folder, {name: value})
    assert outcome.code == 2
    (annotation,) = outcome.annotations
    assert annotation.startswith("::error title=datamodel-check::The check could not complete: ")
    assert repository.git("status", "--porcelain") == before


def test_a_hostile_pull_request_forges_nothing(runner: Runner, application: Make) -> None:
    repository = application()
    hostile = "users', { a: text('\\n::error::forged %0A::warning::forged <img src=x> --> `') }), b = pgTable('x"
    repository.replace("src/schema.ts", "'users'", f"'{hostile}'.slice(0, 5)")
    repository.replace("src/schema.ts", "varchar('email'", "varchar('e\\n::error::forged\\u001b[31m<script>`|'")
    outcome = runner.check(repository.folder)
    assert outcome.code == 1, outcome.log
    assert not [line for line in outcome.commands if not line.startswith(("::error file=", "::warning file="))]
    assert "\x1b" not in outcome.log + outcome.summary
    assert "<script>" not in outcome.summary.replace("\\<script\\>", "")
