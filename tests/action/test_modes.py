"""Modes, what fails in them, and the patch."""

import subprocess
from pathlib import Path

import pytest

from tests.action.conftest import Make
from tests.action.events import pull_request
from tests.action.runner import Runner
from tests.application import LONGER, Application
from tests.repository import DOCUMENT


@pytest.fixture
def stale(application: Make) -> Application:
    repository = application()
    repository.replace("src/schema.ts", *LONGER)
    repository.commit()
    return repository


def test_the_patch(runner: Runner, stale: Application) -> None:
    outcome = runner.check(stale.folder)
    assert outcome.used["patch"]["name"] == "datamodel-check-patch"
    assert outcome.used["patch"]["path"] == outcome.outputs["patch-file"]
    assert "It is in the artifact `datamodel-check-patch`." in outcome.summary
    assert "+| `email` " in outcome.summary
    stale.git("apply", outcome.outputs["patch-file"])
    assert runner.check(stale.folder).outputs["result"] == "clean"


def test_the_patch_of_a_document_with_windows_line_ends(runner: Runner, stale: Application) -> None:
    stale.write(DOCUMENT, stale.read(DOCUMENT).replace("\n", "\r\n"))
    stale.commit()
    outcome = runner.check(stale.folder)
    stale.git("apply", outcome.outputs["patch-file"])
    assert b"\r\n" in (stale.folder / DOCUMENT).read_bytes()
    assert runner.check(stale.folder).outputs["result"] == "clean"


def test_jobs_for_parts_of_a_repository_name_their_artifacts_apart(runner: Runner, stale: Application) -> None:
    names = {runner.check(stale.folder, {"paths": paths}).used["patch"]["name"] for paths in ("", "src", "docs")}
    assert len(names) == 3


def test_fix_patch_does_not_fail_on_what_it_repairs(runner: Runner, stale: Application) -> None:
    outcome = runner.check(stale.folder, {"mode": "fix-patch"})
    assert (outcome.code, outcome.outputs["result"]) == (0, "findings")
    assert "patch" in outcome.used


def test_fix_patch_fails_on_what_it_cannot_repair(runner: Runner, stale: Application) -> None:
    stale.write(DOCUMENT, stale.read(DOCUMENT) + "\n<!-- datamodel:begin tabels -->\n\n<!-- datamodel:end -->\n")
    outcome = runner.check(stale.folder, {"mode": "fix-patch"})
    assert (outcome.code, outcome.outputs["result"]) == (1, "findings")
    assert "patch" in outcome.used, "the rest is repaired all the same"


@pytest.mark.parametrize("mode", ["check", "fix-patch"])
def test_never_fails(runner: Runner, stale: Application, mode: str) -> None:
    outcome = runner.check(stale.folder, {"mode": mode, "fail-on": "never"})
    assert (outcome.code, outcome.outputs["result"]) == (0, "findings")
    assert [line for line in outcome.annotations if line.startswith("::error file=src/schema.ts")]


@pytest.mark.parametrize(
    "inputs",
    [{"mode": "format"}, {"fail-on": "always"}, {"mode": "diff", "fail-on": "any"}, {"working-directory": "nowhere"}],
)
def test_inputs_that_mean_nothing(runner: Runner, stale: Application, inputs: dict[str, str]) -> None:
    outcome = runner.check(stale.folder, inputs)
    assert (outcome.code, outcome.outputs["result"]) == (2, "failed")
    assert len(outcome.annotations) == 1
    assert "Traceback" not in outcome.log


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("breaking", 1), ("risky", 1)])
def test_a_breaking_change(runner: Runner, application: Make, fail_on: str, code: int) -> None:
    repository = application()
    repository.git("branch", "--move", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.replace("src/schema.ts", "  email: varchar('email', { length: 100 }).notNull(),\n", "")
    repository.commit()
    outcome = runner.check(repository.folder, {"mode": "diff", "fail-on": fail_on}, pull_request(repository))
    assert (outcome.code, outcome.outputs["result"]) == (code, "findings"), outcome.log
    assert outcome.counts["breaking"] == 1
    assert outcome.annotations[0].startswith("::warning file=src/schema.ts,line=")
    assert "users.email" in outcome.annotations[0]
    assert outcome.file("summary-file") == outcome.summary


def test_a_deleted_document(runner: Runner, application: Make) -> None:
    repository = application()
    repository.write("docs/other.md", repository.read(DOCUMENT))
    repository.commit()
    repository.git("branch", "--move", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.remove("docs/other.md")
    repository.commit()
    outcome = runner.check(repository.folder, event=pull_request(repository))
    assert (outcome.code, outcome.outputs["result"]) == (0, "clean")


def test_a_deleted_document_that_was_the_only_one(runner: Runner, application: Make) -> None:
    repository = application()
    repository.remove(DOCUMENT)
    repository.commit()
    outcome = runner.check(repository.folder)
    assert (outcome.code, outcome.outputs["result"]) == (2, "failed"), "nothing to check is no pass"
    assert "datamodel-check init" in outcome.annotations[0]


def test_files_of_another_user(runner: Runner, stale: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the containers of jobs. git has a switch to play that for its own tests."""
    monkeypatch.setattr("tests.action.steps.AWAY", ("GITHUB_", "RUNNER_"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    asked = subprocess.run(["git", "status"], cwd=stale.folder, capture_output=True, text=True, check=False)
    assert "dubious ownership" in asked.stderr
    (stale.folder / "ignored").mkdir()
    stale.write(".gitignore", "ignored/\n")
    stale.write("ignored/page.md", "<!-- datamodel:begin tabels -->\n")
    outcome = runner.check(stale.folder, {"working-directory": "src"})
    assert (outcome.code, outcome.counts["errors"]) == (1, 1), outcome.log
    assert "dubious" not in outcome.log


def test_nothing_of_the_workspace_is_imported(runner: Runner, stale: Application) -> None:
    for name in ("json", "rich", "datamodel_check", "action", "sitecustomize", "usercustomize"):
        stale.write(f"{name}.py", "open('imported', 'w').close()\n")
        stale.write(f"{name}/__init__.py", "open('imported', 'w').close()\n")
    stale.commit()
    assert runner.check(stale.folder).code == 1
    assert not list(Path(stale.folder).rglob("imported"))
