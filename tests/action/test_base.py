"""What a change is compared with: pull requests, pushes and merge groups, in full and in shallow clones."""

from pathlib import Path

import pytest

from tests.action.conftest import Make
from tests.action.events import clone, pull_request, push
from tests.action.runner import Runner
from tests.action.steps import Event
from tests.application import LONGER, Application

DIFF = {"mode": "diff"}
TOLD = "users.email"


@pytest.fixture
def repository(application: Make) -> Application:
    """A branch `feature` that makes a document stale, while `main` has gone on."""
    repository = application()
    repository.git("branch", "--move", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.replace("src/schema.ts", *LONGER)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("other.txt", "somebody else's\n")
    repository.commit()
    repository.git("checkout", "--quiet", "feature")
    return repository


@pytest.mark.parametrize("depth", [2, 50])
def test_a_pull_request(runner: Runner, repository: Application, tmp_path: Path, depth: int) -> None:
    event = pull_request(repository)
    copy = clone(repository, tmp_path / "clone", depth=depth)
    outcome = runner.check(copy.folder, event=event)
    assert outcome.code == 1
    assert outcome.counts["introduced"] == outcome.counts["findings"] > 0
    assert "## Changes of the data model" in outcome.summary
    assert f"between {repository.git('rev-parse', '--short=12', 'main').strip()} and the work tree" in outcome.summary
    assert TOLD in outcome.summary


def test_a_pull_request_whose_head_is_checked_out(runner: Runner, repository: Application) -> None:
    event = pull_request(repository)
    repository.git("checkout", "--quiet", "feature")
    outcome = runner.check(repository.folder, DIFF, event)
    assert (outcome.code, outcome.outputs["result"]) == (0, "findings"), outcome.log
    assert TOLD in outcome.summary
    assert sum(outcome.counts.values()) == 1, "what main did meanwhile is no change of this branch"


def test_a_clone_without_the_base(runner: Runner, repository: Application, tmp_path: Path) -> None:
    event = pull_request(repository)
    copy = clone(repository, tmp_path / "clone", depth=1)
    outcome = runner.check(copy.folder, event=event)
    notice = outcome.annotations[0]
    assert notice.startswith("::notice title=datamodel-check::The base ")
    assert "`fetch-depth: 2`" in notice
    assert (outcome.code, outcome.outputs["result"]) == (1, "findings"), "the documents are judged all the same"


@pytest.mark.parametrize("inputs", [DIFF, {"fail-on": "introduced"}])
def test_what_cannot_do_without_the_base(
    runner: Runner, repository: Application, tmp_path: Path, inputs: dict[str, str]
) -> None:
    event = pull_request(repository)
    outcome = runner.check(clone(repository, tmp_path / "clone", depth=1).folder, inputs, event)
    assert (outcome.code, outcome.outputs["result"]) == (2, "failed")
    (annotation,) = outcome.annotations
    assert "fetch-depth: 2" in annotation


def test_a_push(runner: Runner, repository: Application) -> None:
    event = push(repository, repository.git("rev-parse", "HEAD^").strip())
    assert TOLD in runner.check(repository.folder, DIFF, event).summary


def test_a_push_of_a_new_branch_has_no_base(runner: Runner, repository: Application) -> None:
    outcome = runner.check(repository.folder, event=push(repository, "0" * 40))
    assert (outcome.code, outcome.outputs["result"]) == (1, "findings")
    assert "Changes of the data model" not in outcome.summary
    assert not [line for line in outcome.annotations if line.startswith("::notice")]


def test_a_merge_group(runner: Runner, repository: Application) -> None:
    commit = pull_request(repository).commit
    base = repository.git("rev-parse", "main").strip()
    event = Event("merge_group", {"merge_group": {"base_sha": base, "head_sha": commit}}, commit)
    assert TOLD in runner.check(repository.folder, DIFF, event).summary


def test_the_base_that_the_workflow_names(runner: Runner, repository: Application) -> None:
    assert TOLD in runner.check(repository.folder, DIFF | {"base": "main"}).summary
    outcome = runner.check(repository.folder, DIFF | {"base": "feature"})
    assert (outcome.outputs["result"], outcome.counts) == ("clean", {"breaking": 0, "risky": 0, "safe": 0})


def test_what_was_stale_before(runner: Runner, repository: Application) -> None:
    """The branch is merged with its stale document; then somebody changes something else."""
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "merge", "feature")
    repository.git("checkout", "--quiet", "-B", "feature")
    repository.write("more.txt", "more\n")
    repository.commit()
    outcome = runner.check(repository.folder, {"fail-on": "introduced"}, pull_request(repository))
    assert (outcome.code, outcome.outputs["result"], outcome.counts["introduced"]) == (0, "findings", 0), outcome.log
    assert runner.check(repository.folder, event=pull_request(repository)).code == 1


@pytest.mark.parametrize("base", ["--staged", "$(touch injected)", "no such", "a\n::error::forged"])
def test_a_base_that_is_none(runner: Runner, repository: Application, base: str) -> None:
    outcome = runner.check(repository.folder, DIFF | {"base": base})
    assert (outcome.code, outcome.outputs["result"]) == (2, "failed"), outcome.log
    assert len(outcome.commands) == 1
    assert not (repository.folder / "injected").exists()


@pytest.mark.parametrize("payload", [{}, {"before": 1}, {"before": "--all"}, {"before": "HEAD"}])
def test_an_event_that_tells_nothing(runner: Runner, repository: Application, payload: dict[str, object]) -> None:
    event = Event("push", payload)
    outcome = runner.check(repository.folder, event=event)
    assert (outcome.code, outcome.outputs["result"]) == (1, "findings")
