"""What is said of revisions that git does not know."""

from pathlib import Path

import pytest

from datamodel_check.discover import missing
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two commits, on the branch `main`."""
    repository = Repository(str(tmp_path / "repository"))
    for message in ("first", "second"):
        repository.git("commit", "--quiet", "--allow-empty", "--message", message)
    repository.git("branch", "--move", "main")
    return repository


def clone(repository: Repository, *options: str) -> str:
    folder = f"{repository.root}-clone"
    repository.git("clone", "--quiet", *options, f"file://{repository.root}", folder)
    return folder


def test_a_name_that_nobody_knows(repository: Repository) -> None:
    assert missing.hint(repository.root, "nowhere").startswith("`git branch --all`")


def test_a_commit_that_is_not_in_a_shallow_clone(repository: Repository) -> None:
    assert "git fetch --unshallow" in missing.hint(clone(repository, "--depth", "1"), "HEAD^")


def test_a_branch_that_only_the_origin_has(repository: Repository) -> None:
    repository.git("branch", "other")
    assert missing.hint(clone(repository), "other") == "Did you mean `origin/other`?"


def test_no_commit(repository: Repository) -> None:
    assert "no commit" in missing.hint(repository.root, "0" * 40)


@pytest.mark.parametrize("name", ["--output=x", "a b", "'", "-"])
def test_hostile_names(repository: Repository, name: str) -> None:
    assert missing.hint(repository.root, name).startswith("`git branch --all`")
