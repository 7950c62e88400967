"""`adopt`: from the documents that a team has to reviewed sections in them."""

from pathlib import Path

import pytest

from tests.repository import FILES, Repository

GUIDE = """\
# Guide

Everybody is welcome.

## Users

Nobody has two accounts: `users.email` tells them apart.

## Posts

| Column | Type |
|--------|------|
| id     | number |
| title  | short text |

Titles are short.
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    return Repository(
        str(tmp_path), {**FILES, "docs/guide.md": GUIDE, "CHANGELOG.md": "# Changes\n\n- `users.email`\n"}
    )


def test_nothing_to_adopt(tmp_path: Path) -> None:
    run = Repository(str(tmp_path), {**FILES, "README.md": "# Shop\n\nWelcome.\n"}).run("adopt")

    assert run.code == 0
    assert run.out == "no prose was found that names a table, route, store, service or type\n"


def test_the_changes_are_shown_first(repository: Repository) -> None:
    run = repository.run("adopt")

    assert repository.read("docs/guide.md") == GUIDE
    assert run.code == 0
    assert "+<!-- datamodel:review users table:users -->" in run.out
    assert "+<!-- datamodel:review posts table:posts -->" in run.out
    assert not [line for line in run.out.splitlines()[2:] if line.startswith("-")]
    assert "docs/guide.md: 2 reviewed sections" in run.err
    assert "nothing is written yet: `datamodel-check adopt --write` writes it" in run.err


def test_the_patch_applies(repository: Repository) -> None:
    repository.write("adopt.patch", repository.run("adopt", "docs/guide.md").out)
    repository.git("apply", "adopt.patch")
    by_git = repository.read("docs/guide.md")
    repository.git("checkout", "--", "docs/guide.md")
    repository.run("adopt", "docs/guide.md", "--write")

    assert repository.read("docs/guide.md") == by_git


def test_what_is_written_counts_as_true_today(repository: Repository) -> None:
    run = repository.run("adopt", "--write")

    assert "docs/guide.md: 2 reviewed sections" in run.out
    assert repository.run("check").code == 0
    assert repository.run("adopt").out.startswith("no prose was found")


def test_a_change_makes_it_stale(repository: Repository) -> None:
    repository.run("adopt", "--write")
    repository.replace("src/schema.ts", "varchar('email', { length: 100 })", "varchar('mail', { length: 100 })")
    run = repository.run("check", "--output-format", "concise")

    assert run.code == 1
    assert "DM103" in run.out
    assert "`users`" in run.out
    assert "posts" not in run.out


def test_tables_of_columns_are_generated_on_request(repository: Repository) -> None:
    run = repository.run("adopt", "--tables", "--write")
    text = repository.read("docs/guide.md")

    assert "docs/guide.md: 2 reviewed sections, 1 generated table" in run.out
    assert "short text" not in text
    assert "<!-- datamodel:begin table posts -->" in text
    assert "varchar(80)" in text
    assert "Titles are short." in text
    assert repository.run("check").code == 0


def test_changelogs_are_adopted_where_they_are_named(repository: Repository) -> None:
    assert "CHANGELOG.md" not in repository.run("adopt").err
    assert "CHANGELOG.md: 1 reviewed section" in repository.run("adopt", "CHANGELOG.md").err


@pytest.mark.parametrize("document", ["src/schema.ts", "docs/nothing.md", "/etc/passwd"])
def test_what_is_no_document(repository: Repository, document: str) -> None:
    run = repository.run("adopt", document)

    assert run.code == 2
    assert f"error: {document} is no Markdown file of this repository" in run.err


def test_nobody_reads_in_a_pipeline(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    run = repository.run("adopt", "--write")

    assert run.code == 2
    assert "CI says that nobody sits here" in run.err
    assert repository.read("docs/guide.md") == GUIDE


def test_init_tells_of_documents_that_can_be_adopted(repository: Repository) -> None:
    out = repository.run("init").out

    assert "  docs/guide.md speaks of the data model, too:\n  `datamodel-check adopt` shows" in out
    assert repository.read("docs/guide.md") == GUIDE
