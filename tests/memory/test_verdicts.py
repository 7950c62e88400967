"""What a hook remembers of a clean run: the same answer at once, for as long as it must be the same."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.repository import DOCUMENT, FILES, Repository

HOOK = ("check", "--staged", "--hook")
OBSERVED = os.path.join(os.path.dirname(__file__), "observed.py")
CLEAN = "6 sections in 1 document agree with the code (2 tables)\n"


class Observed(NamedTuple):
    code: int
    out: str
    imported: list[str]
    opened: list[str]
    started: list[str]

    @property
    def recalled(self) -> bool:
        return "datamodel_check.cli" not in self.imported


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path / "application"), {**FILES, "src/view.ts": "export const view = 1;\n"})
    made.run("init")
    commit(made)
    return made


def commit(repository: Repository, message: str = "all") -> None:
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", message)


def run(repository: Repository, *words: str, **variables: str) -> Observed:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    inherited["DATAMODEL_CHECK_CACHE"] = "on"
    done = subprocess.run(
        (sys.executable, OBSERVED, *(words or HOOK)),
        cwd=repository.root,
        env={**inherited, "PYTHONPATH": os.path.dirname(os.path.dirname(os.path.dirname(__file__))), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    told = json.loads(done.stderr.splitlines()[-1])
    return Observed(done.returncode, done.stdout, told["imported"], told["opened"], told["started"])


# --- at once ---------------------------------------------------------------------------------------------------------


def test_the_second_run_is_recalled(repository: Repository) -> None:
    first, second = run(repository), run(repository)

    assert (first.recalled, second.recalled) == (False, True)
    assert (first.code, first.out) == (second.code, second.out)
    assert first.out.endswith("(2 tables)\n")


def test_what_a_recalled_run_costs(repository: Repository) -> None:
    run(repository)
    recalled = run(repository)

    ours = [name for name in recalled.imported if name.startswith("datamodel_check")]
    assert ours == [
        "datamodel_check",
        "datamodel_check.entry",
        "datamodel_check.memory",
        "datamodel_check.memory.git",
        "datamodel_check.memory.store",
        "datamodel_check.memory.verdicts",
    ]
    assert [name for name in recalled.imported if not name.startswith("datamodel_check")] == ["_sha1"]
    assert recalled.started == []
    theirs = [path for path in recalled.opened if path.startswith(repository.root)]
    assert len(theirs) <= 6, theirs
    assert not any(path.endswith((".ts", ".md", ".json")) for path in theirs)


def test_a_file_that_matters_to_nobody(repository: Repository) -> None:
    first = run(repository)
    repository.write("src/view.ts", "export const view = 2;\n")
    repository.git("add", "--all")
    second = run(repository)

    assert second.recalled
    assert second.out == first.out
    assert [path for path in second.opened if path.endswith(".ts")] == [repository.path("src/view.ts")]


def test_of_most_files_only_the_imports_matter(tmp_path: Path) -> None:
    client = "import { drizzle } from 'drizzle-orm/node-postgres';\nexport const db = drizzle('');\n"
    service = (
        "import { db } from './db';\nimport { users } from './schema';\n"
        "export const all = () => db.select().from(users);\n"
    )
    view = "import { useState } from 'react';\nexport const view = 1;\n"
    files = {**FILES, "src/db.ts": client, "src/service.ts": service, "src/view.ts": view}
    repository = Repository(str(tmp_path / "application"), files)
    repository.write(DOCUMENT, "# Data\n\n<!-- datamodel:begin services -->\n\n<!-- datamodel:begin discovery -->\n")
    assert repository.run("check", "--fix").code == 0
    commit(repository)
    first = run(repository)

    for number in (2, 3):
        repository.write("src/view.ts", view.replace("1", str(number)))
        repository.git("add", "--all")
        again = run(repository)
        assert again.recalled
        assert again.out == first.out
        assert len(again.started) == 1
    repository.write("src/view.ts", view + "import { all } from './service';\nexport const rows = all();\n")
    repository.git("add", "--all")
    assert not run(repository).recalled
    repository.write("src/view.ts", view + service)
    repository.git("add", "--all")
    assert run(repository).code == 1


def test_another_commit(repository: Repository) -> None:
    run(repository)
    repository.write("src/view.ts", "export const view = 2;\n")
    commit(repository)

    assert run(repository).recalled


def test_a_worktree_shares_the_memory(repository: Repository, tmp_path: Path) -> None:
    run(repository)
    repository.git("worktree", "add", "--quiet", str(tmp_path / "other"))

    assert run(Repository(str(tmp_path / "other"), {}, git=False)).recalled


# --- not at once -----------------------------------------------------------------------------------------------------


def stale(repository: Repository) -> None:
    repository.replace("src/schema.ts", "length: 100", "length: 255")


def edited(repository: Repository) -> None:
    repository.replace("docs/data-model.md", "varchar(100)", "varchar(99)")


def removed(repository: Repository) -> None:
    repository.remove("src/schema.ts")


def another_schema(repository: Repository) -> None:
    text = "import { pgTable, integer } from 'drizzle-orm/pg-core';\n"
    repository.write("src/view.ts", text + "export const visits = pgTable('visits', { id: integer('id') });\n")
    repository.replace("drizzle.config.ts", "'./src/schema.ts'", "['./src/schema.ts', './src/view.ts']")


@pytest.mark.parametrize("change", [stale, edited, removed, another_schema])
def test_what_makes_it_red(repository: Repository, change: object) -> None:
    run(repository)
    assert callable(change)
    change(repository)
    repository.git("add", "--all")
    warm, cold = run(repository), run(repository, DATAMODEL_CHECK_CACHE="off")

    assert not warm.recalled
    assert warm.code in {1, 2}
    assert (warm.code, warm.out) == (cold.code, cold.out)
    assert not run(repository).recalled, "only what is clean is remembered"


def test_a_new_file(repository: Repository) -> None:
    run(repository)
    repository.write("src/other.ts", "export const other = 1;\n")
    repository.git("add", "--all")

    assert not run(repository).recalled
    assert run(repository).recalled


def test_a_file_that_begins_to_matter(repository: Repository) -> None:
    run(repository)
    repository.write("src/view.ts", "import { pgTable } from 'drizzle-orm/pg-core';\nexport { pgTable };\n")
    repository.git("add", "--all")

    assert not run(repository).recalled


def test_what_is_staged_counts_and_not_what_lies_on_the_disk(repository: Repository) -> None:
    run(repository)
    repository.replace("src/view.ts", "1", "2")
    repository.git("add", "--all")
    repository.write("src/view.ts", "export const view = 3;\n")

    assert not run(repository).recalled, "the bytes on the disk are not those that are staged"


def test_an_unstaged_change_is_nothing(repository: Repository) -> None:
    run(repository)
    stale(repository)

    assert run(repository).recalled


def test_other_words(repository: Repository) -> None:
    run(repository)

    assert not run(repository, "check", "--staged").recalled
    assert not run(repository, "check", "--staged", "--hook", "--fix").recalled


def test_a_conflict_is_left_to_git(repository: Repository) -> None:
    run(repository)
    repository.git("checkout", "--quiet", "-b", "other")
    repository.write("src/view.ts", "export const view = 2;\n")
    commit(repository)
    repository.git("checkout", "--quiet", "-")
    repository.write("src/view.ts", "export const view = 3;\n")
    commit(repository)
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "other")

    assert not run(repository).recalled


def test_prose_depends_on_all_files(repository: Repository) -> None:
    repository.write("datamodel-check.toml", 'prose = ["README.md"]\n')
    repository.write("README.md", "See `viewOfEverything`.\n")
    repository.write("src/view.ts", "export const viewOfEverything = 1;\n")
    commit(repository)
    run(repository)
    assert run(repository).recalled
    repository.write("src/view.ts", "export const view = 1;\n")
    repository.git("add", "--all")

    found = run(repository)
    assert not found.recalled
    assert "DM202" in found.out


# --- a memory that cannot be trusted ---------------------------------------------------------------------------------


def memory(repository: Repository) -> list[str]:
    """The files of verdicts: what was staged, and the seal of the index."""
    names = sorted(os.listdir(repository.path(".git/datamodel-check")))
    found = [f".git/datamodel-check/{name}" for name in names if name.startswith(("verdict", "seal"))]
    assert len(found) == 2
    return found


def test_while_the_index_is_the_same_file_nobody_looks_into_it(repository: Repository) -> None:
    run(repository)
    os.remove(repository.path(memory(repository)[1]))
    assert run(repository).recalled
    repository.write("src/view.ts", "export const view = 3;\n")
    repository.git("add", "--all")
    assert not run(repository).recalled


def test_an_index_without_a_seal(repository: Repository) -> None:
    repository.git("config", "index.skipHash", "true")
    repository.git("update-index", "--force-write-index")
    index = Path(repository.path(".git/index"))
    index.write_bytes(index.read_bytes()[:-20] + b"\0" * 20)
    first, second = run(repository), run(repository)
    assert second.recalled
    assert first.out == second.out
    assert not any(name.startswith("seal") for name in os.listdir(repository.path(".git/datamodel-check")))


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xfb\x00", b"(" * 5000])
def test_damaged(repository: Repository, content: bytes) -> None:
    first = run(repository)
    for path in memory(repository):
        repository.write(path, content)
    second = run(repository)

    assert not second.recalled
    assert (first.code, first.out) == (second.code, second.out)
    assert run(repository).recalled


def test_of_another_release(repository: Repository) -> None:
    import marshal
    from hashlib import sha1

    run(repository)
    for path in memory(repository):
        with open(repository.path(path), "rb") as file:
            release, value = marshal.loads(file.read()[20:])  # noqa: S302 - we have just written it
        content = marshal.dumps((f"{release} other", value))
        repository.write(path, sha1(content, usedforsecurity=False).digest() + content)

    assert not run(repository).recalled


def test_switched_off(repository: Repository) -> None:
    off = {"DATAMODEL_CHECK_CACHE": "off"}
    run(repository, **off)

    assert not os.path.exists(repository.path(".git/datamodel-check"))
    run(repository)
    assert not run(repository, **off).recalled


def test_a_folder_that_cannot_be_written(repository: Repository) -> None:
    repository.write(".git/datamodel-check", "a file where the folder would be\n")

    assert run(repository).code == run(repository).code == 0


@pytest.mark.parametrize(
    "setting",
    [("index.version", "4"), ("core.splitIndex", "true")],
)
def test_indexes_of_other_kinds(repository: Repository, setting: tuple[str, str]) -> None:
    repository.git("config", *setting)
    option = {"index.version": ("--index-version", "4"), "core.splitIndex": ("--split-index",)}[setting[0]]
    repository.git("update-index", *option)
    first, second = run(repository), run(repository)

    assert not second.recalled
    assert (first.code, first.out) == (second.code, second.out) == (0, first.out)
