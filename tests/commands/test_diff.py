"""`diff` between revisions, the index and the work tree."""

import json
from pathlib import Path

import pytest

from tests.json_schema import complaints, schema
from tests.repository import Repository

FIRST, WIDER = "length: 100", "length: 255"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two commits; the second makes a column longer."""
    repository = Repository(str(tmp_path / "repository"))
    repository.git("commit", "--quiet", "--message", "first")
    repository.git("branch", "--quiet", "old")
    repository.replace("src/schema.ts", FIRST, WIDER)
    repository.git("commit", "--quiet", "--all", "--message", "second")
    return repository


CHANGE = (
    "safe      users.email: type varchar(100) → varchar(255)  (src/schema.ts:5)\n          it holds all that it held"
)


def test_two_revisions(repository: Repository) -> None:
    run = repository.run("diff", "old", "HEAD")
    assert run.out == f"{CHANGE}\n\n0 breaking, 0 risky and 1 safe change of the data model between old and HEAD\n"
    assert run.code == 0


def test_the_same_as_git_writes_it(repository: Repository) -> None:
    assert repository.run("diff", "old..HEAD").out == repository.run("diff", "old", "HEAD").out
    assert repository.run("diff", "old..").out == repository.run("diff", "old", "HEAD").out


def test_nothing_changed(repository: Repository) -> None:
    assert repository.run("diff", "HEAD").out == "no change of the data model between HEAD and the work tree\n"


def test_the_work_tree_and_the_index(repository: Repository) -> None:
    repository.replace("src/schema.ts", WIDER, "length: 20")
    assert "varchar(255) → varchar(20)" in repository.run("diff", "HEAD").out
    assert repository.run("diff", "HEAD", "--staged").out == (
        "no change of the data model between HEAD and the index\n"
    )
    repository.git("add", "--all")
    assert "varchar(255) → varchar(20)" in repository.run("diff", "HEAD", "--staged").out


def test_from_where_a_branch_began(repository: Repository) -> None:
    """What happened on the other branch meanwhile is not told the wrong way round."""
    repository.git("checkout", "--quiet", "-b", "work", "old")
    repository.replace("src/schema.ts", "length: 80", "length: 90")
    repository.git("commit", "--quiet", "--all", "--message", "work")
    both = repository.run("diff", "@{-1}", "work").out
    assert "varchar(255) → varchar(100)" in both
    assert "varchar(80) → varchar(90)" in both
    forked = repository.run("diff", "old...work").out
    assert "users.email" not in forked
    assert "varchar(80) → varchar(90)" in forked
    assert repository.run("diff", "--merge-base", "old").out.splitlines()[0] == forked.splitlines()[0]


def test_nothing_is_checked_out(repository: Repository) -> None:
    repository.write("src/schema.ts", "broken {{{")
    repository.run("diff", "old", "HEAD")
    assert repository.read("src/schema.ts") == "broken {{{"


def test_markdown(repository: Repository) -> None:
    repository.replace("src/schema.ts", "  title: varchar('title', { length: 80 }),\n", "")
    assert repository.run("diff", "old", "--output-format", "markdown").out == (
        "## Changes of the data model\n\n"
        "1 breaking, 0 risky and 1 safe change of the data model between old and the work tree.\n\n"
        "### Breaking\n\n"
        "- `posts.title`: column removed — its data is lost (`src/schema.ts:10`)\n\n"
        "<details><summary>Safe (1)</summary>\n\n"
        "- `users.email`: type varchar(100) → varchar(255) — it holds all that it held (`src/schema.ts:5`)\n\n"
        "</details>\n"
    )


def test_names_of_revisions_keep_their_case_in_markdown(repository: Repository) -> None:
    run = repository.run("diff", "HEAD", "--output-format", "markdown")
    assert run.out == "## Changes of the data model\n\nNo change of the data model between HEAD and the work tree.\n"


def test_json(repository: Repository) -> None:
    found = json.loads(repository.run("diff", "old", "--output-format", "json").out)
    assert complaints(found, schema("diff.v1.json")) == []
    assert found["summary"] == {"breaking": 0, "risky": 0, "safe": 1}
    assert found["changes"] == [
        {
            "kind": "changed",
            "family": "tables",
            "subject": "users.email",
            "text": "type varchar(100) → varchar(255)",
            "risk": "safe",
            "reason": "it holds all that it held",
            "path": "src/schema.ts",
            "line": 5,
        }
    ]


@pytest.mark.parametrize(("fail_on", "code"), [("breaking", 0), ("risky", 0), ("safe", 1), ("never", 0)])
def test_exit_code(repository: Repository, fail_on: str, code: int) -> None:
    assert repository.run("diff", "old", "--fail-on", fail_on).code == code


def test_an_unknown_revision(repository: Repository) -> None:
    run = repository.run("diff", "nowhere")
    assert run.code == 2
    assert "git knows no commit nowhere" in run.err
    assert "fetch" in run.err


def test_a_shallow_clone_says_what_it_needs(repository: Repository, tmp_path: Path) -> None:
    """Two histories of one commit each have no commit in common."""
    clone = str(tmp_path / "clone")
    repository.git("clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{repository.root}", clone)
    shallow = Repository(clone, {}, git=False)
    run = shallow.run("diff", "origin/old...HEAD")
    assert "varchar(100) → varchar(255)" in run.out
    assert "git fetch --unshallow" in run.err


def test_revisions_are_named_once(repository: Repository) -> None:
    assert repository.run("diff", "old..HEAD", "HEAD").code == 2
    assert repository.run("diff", "old", "HEAD", "--staged").code == 2
