"""Whole small applications: everything that the tool prints about them, and what it makes of their documents.

    stale/
      repo/                  the application and its documents
      expected/check.txt     what is printed, with the exit code
      expected/fixed/        the documents that `--fix` changed

`UPDATE_GOLDEN=1 make unit` writes `expected/` anew; read the difference. The sample application is one of them.
"""

import os
import shutil
from collections.abc import Iterator, Mapping

import pytest

from tests.repository import Repository, Run
from tests.vocabulary import SAMPLE, folder

HERE = os.path.dirname(os.path.abspath(__file__))

APPLICATIONS = sorted(name for name in os.listdir(HERE) if os.path.isdir(os.path.join(HERE, name, "expected")))

COMMANDS = {
    "check.txt": ("check",),
    "check.concise": ("check", "--output-format", "concise"),
    "check.github": ("check", "--output-format", "github"),
    "check.json": ("check", "--output-format", "json"),
    "check.diff": ("check", "--diff"),
    "detect.txt": ("detect",),
    "facts.json": ("facts", "--output-format", "json"),
    "manifest.txt": ("manifest",),
}


@pytest.fixture
def repository(application: str, tmp_path: str, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in list(os.environ):
        if name.startswith("GITHUB_"):
            monkeypatch.delenv(name)
    repo = os.path.join(HERE, application, "repo")
    root = os.path.join(tmp_path, application)
    shutil.copytree(repo if os.path.isdir(repo) else SAMPLE, root, ignore=shutil.ignore_patterns("node_modules"))
    return Repository(root, {})


@pytest.mark.parametrize("application", APPLICATIONS)
@pytest.mark.parametrize("name", COMMANDS)
def test_output(application: str, name: str, repository: Repository) -> None:
    before = folder.__wrapped__(repository.root)
    run = repository.run(*COMMANDS[name])
    golden(application, {name: printed(run, COMMANDS[name])})
    assert folder.__wrapped__(repository.root) == before, "the tool wrote something that nobody asked for"


@pytest.mark.parametrize("application", APPLICATIONS)
def test_fix(application: str, repository: Repository) -> None:
    before = working_tree(repository)
    run = repository.run("check", "--fix")
    after = working_tree(repository)
    changed = {path: content for path, content in after.items() if before.get(path) != content}
    expected = os.path.join(HERE, application, "expected", "fixed")
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(expected, ignore_errors=True)
    golden(application, {"fix.txt": printed(run, ("check", "--fix")), **dict(_fixed(changed))})
    assert sorted(changed) == sorted(folder.__wrapped__(expected))
    assert after.keys() == before.keys()
    repository.run("check", "--fix")
    assert working_tree(repository) == after, "a second --fix changes something"


def working_tree(repository: Repository) -> Mapping[str, bytes]:
    files: Mapping[str, bytes] = folder.__wrapped__(repository.root)
    return {path: content for path, content in files.items() if not path.startswith(".git/")}


def _fixed(changed: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for path, content in changed.items():
        yield f"fixed/{path}", content


def printed(run: Run, arguments: tuple[str, ...]) -> bytes:
    """What stands on the screen; of JSON the JSON alone, for tools to read."""
    if run.out.startswith("{") and not run.err:
        return run.out.encode()
    errors = "".join(f"stderr: {line}\n" for line in run.err.splitlines())
    return f"$ datamodel-check {' '.join(arguments)}\n{run.out}{errors}exit code {run.code}\n".encode()


def golden(application: str, files: Mapping[str, bytes]) -> None:
    """Compares with the files of `expected/`, or writes them where they are to be updated."""
    for name, content in files.items():
        path = os.path.join(HERE, application, "expected", *name.split("/"))
        if os.environ.get("UPDATE_GOLDEN"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as stream:
                stream.write(content)
        with open(path, "rb") as stream:
            assert content.decode() == stream.read().decode(), (
                f"{application}: {name} differs (UPDATE_GOLDEN=1 make unit)"
            )
