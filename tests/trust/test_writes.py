"""Whatever interrupts `--fix`, each document holds its old bytes or its new ones, and the next run heals the rest."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.repository import Repository
from tests.vocabulary import ROOT

KILLED = os.path.join(os.path.dirname(__file__), "killed.py")

DOCUMENTS = ("docs/a.md", "docs/b.md", "c.mdx")
VIEWS = "# Words\n\n<!-- datamodel:begin tables -->\n\n<!-- datamodel:begin table users -->\n\nThe end.\n"
STEPS = 60
"""More than a run takes."""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(str(tmp_path / "application"))
    for path in DOCUMENTS:
        made.write(path, VIEWS if path.endswith(".md") else VIEWS.replace("<!--", "{/*").replace("-->", "*/}"))
    assert made.run("--fix").code == 0
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "Start")
    made.replace("src/schema.ts", "length: 100", "length: 255")
    made.replace("src/schema.ts", "'title'", "'heading'")
    return made


def documents(repository: Repository) -> Mapping[str, str]:
    return {path: repository.read(path) for path in DOCUMENTS}


def put(repository: Repository, contents: Mapping[str, str]) -> None:
    for path, content in contents.items():
        repository.write(path, content)
    repository.git("clean", "-fdq", "--exclude=src")


def started(repository: Repository, step: int, how: str, *words: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.Popen(
        (sys.executable, KILLED, str(step), how, *words),
        cwd=repository.root,
        env={**environment, "PYTHONPATH": ROOT, "DATAMODEL_CHECK_CACHE": "on"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("how", ["kill", "full"])
def test_every_step(repository: Repository, how: str, record_property: Callable[[str, object], None]) -> None:
    old, index = documents(repository), repository.git("ls-files", "--stage")
    assert repository.run("--fix").code == 0
    new = documents(repository)
    assert all(old[path] != new[path] for path in ("docs/a.md", "docs/b.md", "c.mdx"))
    survived = 0
    for step in range(1, STEPS):
        put(repository, old)
        repository.run("clean")
        process = started(repository, step, how, "check", "--fix")
        out, err = process.communicate()
        found = documents(repository)
        assert [path for path in DOCUMENTS if found[path] not in (old[path], new[path])] == [], step
        assert repository.git("ls-files", "--stage") == index
        if how == "full":
            assert process.returncode in {0, 2}, (step, out, err)
            assert "Traceback" not in err
            assert process.returncode == 0 or "cannot be written: No space left on device" in err, (step, err)
        if process.returncode != -signal.SIGKILL and int(err.rsplit("\n", 1)[-1] or 0) < step:
            break
        assert repository.run("check", "--fix").code == 0, step
        assert documents(repository) == new, step
        survived += 1
    assert 10 < survived < STEPS - 1
    record_property("writes", (survived, survived))


def test_two_runs_at_once(repository: Repository) -> None:
    both = [started(repository, 0, "kill", "check", "--fix") for _ in range(4)]
    for process in both:
        process.communicate()
    codes = [process.returncode for process in both]
    assert set(codes) <= {0, 2}
    assert 0 in codes
    assert repository.run("check").code == 0


def test_an_editor_at_every_step(repository: Repository) -> None:
    old = documents(repository)
    for step in range(1, STEPS):
        put(repository, old)
        repository.run("clean")
        _, err = started(repository, step, "edit", "check", "--fix").communicate()
        if "Somebody was here." not in repository.read("docs/a.md"):
            assert int(err.rsplit("\n", 1)[-1]) < step, (step, err)
            break
        assert repository.run("check", "--fix").code == 0
        assert repository.read("docs/a.md").endswith("The end.\nSomebody was here.\n")
    assert 5 < step < STEPS - 1


@pytest.mark.parametrize("ending", [b"\r\n", b"\n"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", [b"", b"\n"])
def test_the_bytes_around_stay(tmp_path: Path, ending: bytes, start: bytes, last: bytes) -> None:
    made = Repository(str(tmp_path))
    text = VIEWS.strip().encode().replace(b"\n", ending)
    made.write("docs/a.md", start + text + (ending if last else b""))
    os.chmod(made.path("docs/a.md"), 0o640)
    assert made.run("--fix").code == 0
    made.replace("src/schema.ts", "length: 100", "length: 255")
    assert made.run("--fix").code == 0
    content = Path(made.path("docs/a.md")).read_bytes()
    assert content.startswith(start + b"# Words" + ending)
    assert content.endswith(b"The end." + (ending if last else b""))
    assert b"varchar(255)" in content
    if ending == b"\r\n":
        assert content.count(b"\n") == content.count(b"\r\n")
    else:
        assert b"\r" not in content
    assert os.stat(made.path("docs/a.md")).st_mode & 0o777 == 0o640
    assert made.run("check").code == 0
