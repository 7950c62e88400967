"""The recipes of docs/github.md, run: what they do for pull requests that are clean, stale, from a fork, or hostile."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.action import jobs
from tests.action.conftest import Make
from tests.action.events import pull_request
from tests.action.runner import Runner
from tests.action.steps import Event
from tests.action.test_definitions import PAGE
from tests.application import LONGER, Application

GH = """\
#!/usr/bin/env python3
import json, os, sys
calls = os.environ["GH_CALLS"]
words = sys.argv[1:]
body = next((word for word in words if word.startswith("body=@")), None)
text = open(body.removeprefix("body=@"), encoding="utf-8").read() if body else None
with open(calls, "a", encoding="utf-8") as file:
    file.write(json.dumps({"words": words, "body": text}) + "\\n")
answers = json.loads(os.environ["GH_ANSWERS"])
print(next((answer for part, answer in answers.items() if any(part in word for word in words)), ""))
"""


def recipe(heading: str, number: int = 0) -> Mapping[str, Any]:
    """The jobs of a recipe on the page."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return jobs.workflow(re.findall(r"^```yaml\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)[number])


class Gh:
    """A stand-in for GitHub's program: it writes down how it was called."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.log = folder / "calls"
        self.log.write_text("")
        program(folder, "gh", GH, monkeypatch)
        monkeypatch.setenv("GH_CALLS", str(self.log))
        self.answer({})

    def answer(self, answers: Mapping[str, str]) -> None:
        """What it prints when a word of the call holds the key."""
        self.monkeypatch.setenv("GH_ANSWERS", json.dumps(answers))

    @property
    def calls(self) -> list[tuple[list[str], str | None]]:
        parsed = [json.loads(line) for line in self.log.read_text().splitlines()]
        return [(call["words"], call["body"]) for call in parsed]


def program(folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program first on the path."""
    (folder / name).write_text(text)
    (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gh:
    folder = tmp_path / "programs"
    folder.mkdir()
    return Gh(folder, monkeypatch)


@pytest.fixture
def feature(application: Make) -> Application:
    """A branch that makes a document stale."""
    repository = application()
    repository.git("branch", "--move", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.replace("src/schema.ts", *LONGER)
    repository.commit()
    return repository


def kept(where: list[str], name: str) -> Callable[[dict[str, str]], dict[str, str]]:
    """An action that remembers one of its inputs."""

    def action(given: dict[str, str]) -> dict[str, str]:
        where.append(given[name])
        return {}

    return action


# --- code scanning ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("head", "uploads"), [("acme/shop", 1), ("somebody/shop", 0)])
def test_code_scanning(runner: Runner, feature: Application, head: str, uploads: int) -> None:
    files: list[str] = []
    known = {"github.repository": "acme/shop", "github.event.pull_request.head.repo.full_name": head}
    job = jobs.run(
        runner,
        recipe("Code scanning")["data-model"],
        feature.folder,
        known,
        pull_request(feature),
        {"github/codeql-action/upload-sarif": kept(files, "sarif_file")},
    )
    assert job.code == 1, "a red check is red, whatever happens to its report"
    assert len(files) == uploads
    assert all(json.loads(Path(file).read_text())["runs"][0]["results"] for file in files)


# --- the comment -----------------------------------------------------------------------------------------------------

RUN = {
    "github.token": "token",
    "github.repository": "acme/shop",
    "github.event.workflow_run.id": "7",
    "github.event.workflow_run.head_repository.owner.login": "somebody",
    "github.event.workflow_run.head_branch": "$(touch injected) `touch injected`",
    "github.event.workflow_run.head_sha": "1" * 40,
}
MARKER = "<!-- datamodel-check -->\n"


def commented(runner: Runner, workspace: Path, summary: str) -> jobs.Job:
    """Runs the second workflow on what the first one handed over."""

    def download(given: dict[str, str]) -> dict[str, str]:
        os.makedirs(given["path"], exist_ok=True)
        (Path(given["path"]) / "summary.md").write_text(summary)
        return {}

    job = recipe("One comment that is kept up to date", 1)["comment"]
    return jobs.run(runner, job, workspace, RUN, Event("workflow_run"), {"actions/download-artifact": download})


def test_the_summary_is_handed_over(runner: Runner, feature: Application) -> None:
    given: list[str] = []
    job = jobs.run(
        runner,
        recipe("One comment that is kept up to date")["data-model"],
        feature.folder,
        event=pull_request(feature),
        actions={"actions/upload-artifact": kept(given, "path")},
    )
    assert job.code == 1
    assert [Path(path).name for path in given] == ["summary.md"], "that is the name which the second workflow reads"


def test_a_first_comment(runner: Runner, gh: Gh, tmp_path: Path) -> None:
    gh.answer({"acme/shop/pulls": "12"})
    summary = "## Stale\n\n$(touch injected) `touch injected` ${{ secrets.X }}\n"
    job = commented(runner, tmp_path, summary)
    assert job.code == 0, job.log
    (asked, _), _, (posted, body) = gh.calls
    assert "head=somebody:$(touch injected) `touch injected`" in asked
    assert posted[:4] == ["api", "--method", "POST", "repos/acme/shop/issues/12/comments"]
    assert body == MARKER + summary
    assert not list(tmp_path.rglob("injected"))


def test_a_later_comment_takes_its_place(runner: Runner, gh: Gh, tmp_path: Path) -> None:
    gh.answer({"acme/shop/pulls": "12", "issues/12/comments": "345"})
    job = commented(runner, tmp_path, "text\n")
    assert job.code == 0, job.log
    posted, body = gh.calls[-1]
    assert posted[:4] == ["api", "--method", "PATCH", "repos/acme/shop/issues/comments/345"]
    assert body == MARKER + "text\n"


def test_no_pull_request(runner: Runner, gh: Gh, tmp_path: Path) -> None:
    job = commented(runner, tmp_path, "text\n")
    assert (job.code, len(gh.calls)) == (0, 1), job.log


# --- repairs ---------------------------------------------------------------------------------------------------------

APP = {"actions/create-github-app-token": lambda _: {"token": "secret", "app-slug": "datamodel"}}


def repaired(runner: Runner, repository: Application, branch: str) -> jobs.Job:
    job = recipe("Repairs that commit themselves")["repair"]
    known = {"github.event.pull_request.head.ref": branch}
    return jobs.run(runner, job, repository.folder, known, Event("pull_request"), APP)


@pytest.mark.parametrize("branch", ["feature", "$(touch${IFS}injected)", "--delete"])
def test_a_repair_is_pushed(runner: Runner, gh: Gh, feature: Application, tmp_path: Path, branch: str) -> None:
    origin = tmp_path / "origin.git"
    subprocess.run(["git", "init", "--quiet", "--bare", origin], check=True)
    feature.git("remote", "add", "origin", str(origin))
    feature.git("push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")
    feature.git("checkout", "--quiet", "--detach")

    job = repaired(runner, feature, branch)

    assert job.code == 0, job.log
    assert gh.calls == [(["auth", "setup-git"], None)]
    shown = feature.git("--git-dir", str(origin), "log", "-1", "--format=%an %s", "--name-only", f"refs/heads/{branch}")
    assert shown.split("\n") == [
        "datamodel[bot] Bring the documents of the data model up to date",
        "",
        "docs/data-model.md",
        "",
    ]
    assert runner.check(feature.folder).outputs["result"] == "clean"
    assert not list(tmp_path.rglob("injected"))


def test_nothing_to_repair(runner: Runner, gh: Gh, application: Make) -> None:
    job = repaired(runner, application(), "main")
    assert (job.code, gh.calls) == (0, []), job.log
    assert "steps.app.outcome" not in job.known, "no token is asked for"


# --- packages --------------------------------------------------------------------------------------------------------


def test_a_job_for_each_package(runner: Runner, gh: Gh, feature: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    python = runner.installed["steps.install.outputs.python"]
    tool = f'#!/bin/sh\nexec "{python}" -I -m datamodel_check "$@"\n'
    pipx = f"#!/bin/sh\n[ -e package.json ] && exit 9\ncp '{gh.log.parent}/tool' '{gh.log.parent}/datamodel-check'\n"
    program(gh.log.parent, "tool", tool, monkeypatch)
    program(gh.log.parent, "pipx", pipx, monkeypatch)
    event = pull_request(feature)
    found = recipe("A job for each package")

    first = jobs.run(runner, found["packages"], feature.folder, event=event)
    assert first.code == 0, first.log
    shares = json.loads(first.known["steps.list.outputs.matrix"])["include"]
    matrices = [{f"matrix.{name}": text for name, text in share.items()} for share in shares]
    second = [jobs.run(runner, found["data-model"], feature.folder, known, event) for known in matrices]

    assert [job.code for job in second] == [1]
    assert second[0].checks[0].counts["errors"] == runner.check(feature.folder, event=event).counts["errors"]


# --- organisations ---------------------------------------------------------------------------------------------------


def test_a_workflow_for_an_organisation(runner: Runner, feature: Application) -> None:
    job = recipe("One workflow for an organisation")["data-model"]
    known = {"inputs.fail-on": "introduced", "inputs.working-directory": "."}
    done = jobs.run(runner, job, feature.folder, known, pull_request(feature))
    assert (done.code, done.checks[0].outputs["result"]) == (1, "findings"), done.log
