"""What is remembered of the code is what is read anew: the same bytes, and sooner."""

import json
import marshal
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any

import pytest

from datamodel_check.extract.protocol import Answer, Asking, Settings
from datamodel_check.memory import store
from datamodel_check.model.program import Program
from datamodel_check.pipeline import recalling
from datamodel_check.pipeline.values import State
from tests.conformance.test_every_view import APPLICATION
from tests.memory.test_verdicts import Observed, run
from tests.repository import DOCUMENT, Repository
from tests.vocabulary import ROOT, folder

SAMPLE = folder(os.path.join(ROOT, "examples", "bookshop"))
CHECK = ("check", "--output-format", "json")
FACTS = ("facts",)
MEMORY = ".git/datamodel-check"
SCHEMA = "packages/db/src/schema/catalog.ts"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path / "bookshop"), {}, git=False)
    for path, content in SAMPLE.items():
        made.write(path, content)
    made.git("init", "--quiet")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "all")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts of the facts that were read in this process, and not recalled."""
    names: list[str] = []
    asking = recalling.asking

    def observed(state: State, settings: Settings) -> Asking:
        ask = asking(state, settings)

        def asked(part: str, given: Sequence[object], read: Callable[[Program], Any], make: Any) -> Answer[Any]:
            def noted(program: Program) -> Any:
                names.append(part)
                return read(program)

            return ask(part, given, noted, make)

        return asked

    monkeypatch.setenv("DATAMODEL_CHECK_CACHE", "on")
    monkeypatch.setattr(recalling, "asking", observed)
    return names


def parsed(observed: Observed) -> bool:
    """Whether any code was read: for that a grammar is needed."""
    return "tree_sitter" in observed.imported


def fresh(repository: Repository, *words: str) -> Observed:
    return run(repository, *words, DATAMODEL_CHECK_CACHE="off")


# --- remembered ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [CHECK, FACTS, (*CHECK, "--staged")], ids=" ".join)
def test_the_second_run_reads_no_code(repository: Repository, words: tuple[str, ...]) -> None:
    first, second = run(repository, *words), run(repository, *words)

    assert (parsed(first), parsed(second)) == (True, False)
    assert (first.code, first.out) == (second.code, second.out)


def test_the_work_tree_and_what_is_staged_share_it(repository: Repository) -> None:
    run(repository, *CHECK)

    assert not parsed(run(repository, *CHECK, "--staged"))


def test_another_document_needs_no_code(repository: Repository) -> None:
    run(repository, *CHECK)
    repository.write(DOCUMENT, repository.read(DOCUMENT).replace("varchar", "text"))
    second = run(repository, *CHECK)

    assert not parsed(second)
    assert second.out == fresh(repository, *CHECK).out != ""


def test_the_hook_after_a_repair_reads_no_code(tmp_path: Path) -> None:
    """A commit is refused, the document repaired and staged, and committed again."""
    repository = Repository(str(tmp_path / "application"))
    repository.run("init")
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    repository.git("add", "--all")
    refused = run(repository, "check", "--staged", "--hook")
    repaired = run(repository, "check", "--fix")
    repository.git("add", "--all")
    again = run(repository, "check", "--staged", "--hook")

    assert (refused.code, repaired.code, again.code) == (1, 0, 0)
    assert (parsed(refused), parsed(repaired), parsed(again)) == (True, False, False)


def test_a_branch_that_one_comes_back_to(repository: Repository) -> None:
    run(repository, *FACTS)
    repository.write(SCHEMA, repository.read(SCHEMA) + "\n// another branch\n")
    assert parsed(run(repository, *FACTS))
    repository.git("checkout", "--", SCHEMA)

    assert not parsed(run(repository, *FACTS))


def test_contents_that_were_searched_are_not_read_again(repository: Repository) -> None:
    """What is in git's objects is read through git; the code that was searched in vain is not asked for again."""
    words = (*CHECK, "--staged")
    run(repository, *words)
    repository.write(SCHEMA, repository.read(SCHEMA) + "\n// changed\n")
    repository.git("add", "--all")
    names = {one.partition("-")[0] for one in os.listdir(repository.path(MEMORY))}
    second = run(repository, *words)

    assert names == {"facts", "interests"}
    assert (second.code, second.out) == (0, fresh(repository, *words).out)


@pytest.mark.parametrize(
    ("path", "text", "again"),
    [
        ("src/schema.ts", "\nexport const note = '';\n", {"drizzle schema", "detection", "routes and services"}),
        ("src/users.service.ts", "\nexport const note = '';\n", {"detection", "routes and services"}),
        ("src/users.tsx", "\nexport const note = '';\n", {"detection", "state", "lineage"}),
        ("src/types/filter.ts", "\nexport type Note = string;\n", {"types", "state"}),
        ("drizzle/0000_first.sql", "CREATE TABLE note (id int);\n", {"migrations", "agreement"}),
        ("README.md", "\nMore.\n", set()),
    ],
)
def test_only_the_parts_that_an_edit_touches_are_read_again(
    tmp_path: Path, read: list[str], path: str, text: str, again: set[str]
) -> None:
    application = Repository(str(tmp_path / "application"), {**APPLICATION, "README.md": "# An application\n"})
    application.run(*FACTS)
    read.clear()
    application.write(path, application.read(path) + text)
    application.run(*FACTS)

    assert set(read) == again


# --- the same bytes --------------------------------------------------------------------------------------------------


def damaged(content: bytes) -> Iterator[bytes]:
    yield b""
    yield b"nonsense"
    yield content[: len(content) // 2]
    yield content[:-1] + bytes([content[-1] ^ 1])
    for value in (None, (), ((),), (1, 2), (({}, b"x"),), (({"gone": b"x"}, b""),)):
        release, _ = marshal.loads(content[20:])  # noqa: S302 - we have just written it
        written = marshal.dumps((release, value))
        yield sha1(written, usedforsecurity=False).digest() + written


def test_a_damaged_memory_is_forgotten(repository: Repository) -> None:
    expected = run(repository, *CHECK, "--staged")
    files = [repository.path(f"{MEMORY}/{name}") for name in sorted(os.listdir(repository.path(MEMORY)))]
    whole = [Path(file).read_bytes() for file in files]
    for versions in zip(*(damaged(content) for content in whole), strict=True):
        for file, content in zip(files, versions, strict=True):
            Path(file).write_bytes(content)
        found = run(repository, *CHECK, "--staged")
        assert (found.code, found.out) == (expected.code, expected.out)


def test_a_foreign_memory_runs_nothing(repository: Repository) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (repository.path("executed"),)

    expected = run(repository, *FACTS)
    for name in os.listdir(repository.path(MEMORY)):
        file = Path(repository.path(f"{MEMORY}/{name}"))
        release, entries = marshal.loads(file.read_bytes()[20:])  # noqa: S302 - we have just written it
        written = marshal.dumps((release, tuple((*touched, pickle.dumps(Evil())) for *touched, _ in entries)))
        file.write_bytes(sha1(written, usedforsecurity=False).digest() + written)
    found = run(repository, *FACTS)

    assert found.out == expected.out
    assert not os.path.exists(repository.path("executed"))


@pytest.mark.parametrize("value", [(), (1, 2), ((), (), (), (), (), (), (), (), ()), "text", None])
def test_a_memory_of_something_else_is_forgotten(repository: Repository, value: object) -> None:
    expected = run(repository, *FACTS)
    for name in os.listdir(repository.path(MEMORY)):
        file = Path(repository.path(f"{MEMORY}/{name}"))
        release, entries = marshal.loads(file.read_bytes()[20:])  # noqa: S302 - we have just written it
        written = marshal.dumps((release, tuple((*touched, pickle.dumps(value)) for *touched, _ in entries)))
        file.write_bytes(sha1(written, usedforsecurity=False).digest() + written)

    assert run(repository, *FACTS).out == expected.out


def changes(repository: Repository) -> Iterator[str]:
    """Edits of every file of the sample, one after the other; the repository is as it was after each."""
    for path in sorted(SAMPLE):
        before = repository.read(path)
        for after in (f"{before}\n", before.replace("1", "2", 1)):
            if after != before:
                repository.write(path, after)
                yield path
        repository.remove(path)
        yield path
        repository.write(path, before)
        repository.write(f"{path}.{path.rpartition('.')[2]}", before)
        yield path
        repository.remove(f"{path}.{path.rpartition('.')[2]}")


def test_warm_is_cold(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was remembered before an edit, the facts after it are those that are read without a memory."""
    tried = 0
    for path in changes(repository):
        said = []
        for cache in ("on", "off"):
            monkeypatch.setenv("DATAMODEL_CHECK_CACHE", cache)
            said.append(repository.run(*FACTS))
        assert said[0] == said[1], path
        tried += 1
    assert tried > 2 * len(SAMPLE)


def test_outside_git(tmp_path: Path) -> None:
    made = Repository(str(tmp_path / "bookshop"), {}, git=False)
    for path, content in SAMPLE.items():
        made.write(path, content)
    home = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    first, second = run(made, *FACTS, **home), run(made, *FACTS, **home)

    assert (parsed(first), parsed(second)) == (True, False)
    assert first.out == second.out
    assert os.listdir(tmp_path / "caches") == ["datamodel-check"]


def test_a_home_that_is_nowhere(tmp_path: Path) -> None:
    made = Repository(str(tmp_path / "plain"), {"package.json": "{}\n"}, git=False)
    nowhere = {"XDG_CACHE_HOME": "relative", "GIT_CEILING_DIRECTORIES": str(tmp_path)}

    assert run(made, *FACTS, **nowhere).code == 0
    assert os.listdir(made.root) == ["package.json"]


# --- bounded, and gone -----------------------------------------------------------------------------------------------


def test_it_does_not_grow(repository: Repository) -> None:
    for position in range(30):
        repository.write(f"extra/{position}.ts", "export {};\n")
        assert run(repository, *FACTS).code == 0
    names = os.listdir(repository.path(MEMORY))

    assert len(names) == 100


@pytest.mark.parametrize(
    ("before", "said"),
    [((FACTS,), "removed 8 files (0.1 MB) from "), ((), "nothing is remembered in ")],
)
def test_clean(repository: Repository, before: Sequence[tuple[str, ...]], said: str) -> None:
    for words in before:
        run(repository, *words)
    done = run(repository, "clean")

    assert (done.code, done.out) == (0, f"{said}{repository.path(MEMORY)}\n")
    assert not os.path.exists(repository.path(MEMORY))


def test_what_is_remembered_is_small(repository: Repository) -> None:
    out = run(repository, *FACTS).out
    sizes = [os.path.getsize(repository.path(f"{MEMORY}/{name}")) for name in os.listdir(repository.path(MEMORY))]

    assert sum(sizes) < len(json.dumps(json.loads(out)))


def test_a_question_is_the_same_however_its_texts_are_held() -> None:
    text = "drizzle-orm"
    assert store.question([text, text]) == store.question([text, text[:7] + text[7:]])
    assert store.question([text]) != store.question([[text]])
