"""`self-test`: which faults would turn the check red, and which would pass unseen."""

import json
from pathlib import Path

import pytest

from tests.repository import DOCUMENT, FILES, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path), FILES)
    made.run("init")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "documents")
    return made


def report(repository: Repository, *arguments: str) -> dict[str, object]:
    made: dict[str, object] = json.loads(repository.run("self-test", "--output-format", "json", *arguments).out)
    return made


def test_all_is_documented(repository: Repository) -> None:
    run = repository.run("self-test")

    assert run.code == 0
    first, facts, documents = run.out.splitlines()
    assert first.endswith("one at a time; no file was changed.")
    for line in (facts, documents):
        caught, planted = line.split(": ")[1].removesuffix(" turn the check red").split(" of ")
        assert caught == planted != "0"
    assert repository.git("status", "--porcelain") == ""


def test_every_column(repository: Repository) -> None:
    some, every = report(repository), report(repository, "--all")

    assert some["unseen"] == every["unseen"] == []
    assert some["planted"] < every["planted"] == every["caught"]  # type: ignore[operator]


def test_what_nothing_documents(repository: Repository) -> None:
    repository.write(DOCUMENT, "# Users\n\n<!-- datamodel:begin table users -->\n")
    repository.run("check", "--fix")
    run = repository.run("self-test")

    assert run.code == 0
    assert "Would pass unseen, because no section speaks of it" in run.out
    assert "  posts: " in run.out
    assert "users" not in run.out
    assert repository.run("self-test", "--strict").code == 1


def test_what_prose_covers(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    text = "# Users\n\n<!-- datamodel:review mail table:users.email -->\n\nOne each.\n\n<!-- datamodel:end -->\n"
    repository.write(DOCUMENT, text)
    repository.run("accept", "mail")
    unseen = report(repository, "--all")["unseen"]
    subjects = {one["subject"] for one in unseen}  # type: ignore[attr-defined]

    assert "users.email" not in subjects
    assert {"users.id", "posts.title"} <= subjects


def test_what_is_suppressed(repository: Repository) -> None:
    repository.write("datamodel-check.toml", 'ignore = ["DM101"]\n')
    unseen = report(repository)["unseen"]

    assert {one["reason"] for one in unseen} == {"suppressed"}  # type: ignore[attr-defined]
    assert "hides it" in repository.run("self-test").out


def test_a_section_that_is_red_proves_nothing(repository: Repository) -> None:
    before = report(repository)["planted"]
    text = repository.read(DOCUMENT)
    repository.write(DOCUMENT, text.replace("varchar(100)", "varchar(99)", 1))

    assert report(repository)["planted"] < before  # type: ignore[operator]
    assert repository.run("self-test").code == 0
