"""`check --base`: what a change introduced, told from what was stale before it."""

import json
from pathlib import Path

import pytest

from tests.repository import DOCUMENT, Repository
from tests.vocabulary import SAMPLE, folder


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The document of `users` went stale before the branch began, that of `posts` on the branch."""
    repository = Repository(str(tmp_path))
    repository.run("init")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "true")
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    repository.git("commit", "--quiet", "--all", "--message", "stale")
    repository.git("branch", "--quiet", "start")
    repository.replace("src/schema.ts", "length: 80", "length: 90")
    repository.git("commit", "--quiet", "--all", "--message", "staler")
    return repository


def marks(repository: Repository, *options: str) -> dict[str, bool | None]:
    report = json.loads(repository.run("check", "--output-format", "json", *options).out)
    return {finding["section"]: finding["introduced"] for finding in report["findings"]}


def test_without_a_base_nothing_is_said(repository: Repository) -> None:
    assert set(marks(repository).values()) == {None}


def test_findings_are_marked(repository: Repository) -> None:
    found = marks(repository, "--base", "start")
    assert (found["table users"], found["table posts"]) == (False, True)


def test_marks_are_printed(repository: Repository) -> None:
    text = repository.run("check", "--base", "start", "--output-format", "concise").out
    assert "(already so before this change). Run" in text
    assert "(introduced by this change). Run" in text


def test_a_team_may_fail_on_what_is_new_only(repository: Repository) -> None:
    assert repository.run("check", "--base", "start", "--fail-on", "introduced").code == 1
    repository.git("reset", "--quiet", "--hard", "start")
    assert repository.run("check", "--base", "start").code == 1
    assert repository.run("check", "--base", "start", "--fail-on", "introduced").code == 0


def test_what_is_new_is_told_from_the_last_commit_where_no_base_is_named(repository: Repository) -> None:
    repository.write("datamodel-check.toml", f'fail-on = "introduced"\n{repository.read("datamodel-check.toml")}')
    assert repository.run("check").code == 0
    repository.replace("src/schema.ts", "length: 90", "length: 91")
    assert repository.run("check").code == 1


def test_a_repair_keeps_the_marks_of_what_is_left(repository: Repository) -> None:
    repository.replace(DOCUMENT, "`varchar(100)`", "`varchar(101)`")
    repository.git("commit", "--quiet", "--all", "--message", "edited by hand")
    repository.git("branch", "--quiet", "--force", "start")
    assert marks(repository, "--base", "start", "--fix") == {"table users": False}
    assert repository.run("check", "--base", "start", "--fix", "--fail-on", "introduced").code == 0


def test_a_committed_migration_stays_as_it_is(tmp_path: Path) -> None:
    """Databases may have run it; the last commit tells where no base is named."""
    files = {path: content.decode() for path, content in folder(SAMPLE).items()}
    sample = Repository(str(tmp_path), files)
    sample.git("commit", "--quiet", "--message", "begun")
    (first, *_) = sorted(path for path in files if path.endswith(".sql"))
    sample.write(first, sample.read(first).replace("NOT NULL", "", 1))
    run = sample.run("check", "--select", "DM302", "--output-format", "concise")
    assert (run.code, f"{first}:1: DM302" in run.out, "was edited" in run.out) == (1, True, True)


def changes(repository: Repository, *options: str) -> list[str]:
    report = json.loads(repository.run("check", "--output-format", "json", *options).out)
    return [change["text"] for finding in report["findings"] for change in finding["changes"]]


def test_old_values_come_from_the_base_and_not_from_a_hand(tmp_path: Path) -> None:
    repository = Repository(str(tmp_path))
    repository.write(DOCUMENT, "<!-- datamodel:begin table users -->\n")
    repository.run("check", "--fix")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "true")
    repository.replace(DOCUMENT, "varchar(100)", "varchar(42)")
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    assert changes(repository, "--base", "HEAD") == ["users.email: type varchar(100) → varchar(255)"]
    assert changes(repository) == ["users.email: type varchar(42) → varchar(255)"], "nothing was asked of git"


def test_a_base_whose_facts_the_document_never_had_says_nothing_of_old_values(repository: Repository) -> None:
    repository.replace("src/schema.ts", "length: 255", "length: 300")
    assert "users.email: type varchar(100) → varchar(300)" in changes(repository, "--base", "start")


REVIEWED = """\
<!-- datamodel:review mails table:users.email -->

Addresses are short.

<!-- datamodel:end -->
"""


@pytest.mark.parametrize(
    ("depth", "options", "told"),
    [
        ("2", ("--base", "HEAD^"), "users.email: type varchar(100) → varchar(255)"),
        ("1", (), "users.email: changed, is now varchar(255) not null"),
    ],
)
def test_old_values_of_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: str, options: tuple[str, ...], told: str
) -> None:
    """What the clone has of the base is told; what it lacks is left out."""
    for name in ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    origin = Repository(str(tmp_path / "origin"))
    origin.write(DOCUMENT, REVIEWED)
    assert origin.run("accept", "mails").code == 0
    origin.git("add", "--all")
    origin.git("commit", "--quiet", "--message", "true")
    origin.git("commit", "--quiet", "--allow-empty", "--message", "meanwhile")
    origin.replace("src/schema.ts", "length: 100", "length: 255")
    origin.git("commit", "--quiet", "--all", "--message", "longer")
    clone = str(tmp_path / "clone")
    origin.git("clone", "--quiet", "--depth", depth, f"file://{origin.root}", clone)
    assert changes(Repository(clone, {}, git=False), *options) == [told]
