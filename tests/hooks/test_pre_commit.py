"""The hooks under the real pre-commit, installed from this repository."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.application import LONGER, Application
from tests.repository import FILES

ROOT = Path(__file__).parents[2]
CHECK, FIX = "datamodel-check", "datamodel-check-fix"


class Hooks(Application):
    """An application whose commits run a hook of this repository's."""

    def __init__(self, root: Path, source: Path, home: Path) -> None:
        super().__init__(root)
        self.source = source
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment |= {"PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}

    def use(self, *hooks: str) -> None:
        listed = "".join(f"      - id: {hook}\n" for hook in hooks)
        revision = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=self.source, capture_output=True, text=True, check=True
        ).stdout.strip()
        self.write(
            ".pre-commit-config.yaml",
            f"repos:\n  - repo: {self.source}\n    rev: {revision}\n    hooks:\n{listed}",
        )
        self._run(sys.executable, "-m", "pre_commit", "install")
        self.commit()

    def init(self) -> None:
        """A first document, committed."""
        self.tool("init")
        self.commit()

    def tool(self, *arguments: str) -> str:
        return self._run(sys.executable, "-m", "datamodel_check", *arguments).stdout

    def try_commit(self, *arguments: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
        return self._run("git", "commit", "-m", "change", *arguments, folder=folder, check=False)

    def _run(self, *words: str, folder: str = ".", check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            words, cwd=self.folder / folder, env=self.environment, capture_output=True, text=True, check=False
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment that it installs once for all tests."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def application(tmp_path: Path, source: Path, home: Path) -> Callable[..., Hooks]:
    def make(*hooks: str) -> Hooks:
        repository = Hooks(tmp_path / "application", source, home)
        repository.init()
        repository.use(*hooks)
        return repository

    return make


@pytest.mark.xdist_group("pre-commit")
class TestCheck:
    """The hook that only checks."""

    def test_a_commit_that_changes_nothing_documented(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.write("src/other.ts", "export const answer = 42\n")
        repository.git("add", "--all")
        done = repository.try_commit()
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout + done.stderr

    def test_an_edit_of_the_schema(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.replace("src/schema.ts", *LONGER)
        repository.git("add", "--all")
        done = repository.try_commit()
        assert done.returncode == 1
        output = done.stdout + done.stderr
        assert "DM101" in output
        assert "users.email: type varchar(100) -> varchar(255)" in output
        assert "datamodel-check --fix" in output

    def test_a_commit_that_only_deletes(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.git("rm", "--quiet", "src/schema.ts")
        done = repository.try_commit()
        assert done.returncode == 1, "a deletion is a change like any other"
        assert "Skipped" not in done.stdout + done.stderr

    def test_an_untracked_file_is_not_judged(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.write("src/note.ts", "export const note = 1\n")
        repository.git("add", "--all")
        repository.write("src/schema2.ts", FILES["src/schema.ts"].replace("users", "orders"))
        repository.write("docs/notes.md", "<!-- datamodel:begin table nobody -->\n")
        done = repository.try_commit()
        assert done.returncode == 0, done.stdout + done.stderr

    def test_a_partly_staged_file(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.replace("src/schema.ts", "'drizzle-orm/pg-core'", "'drizzle-orm/pg-core' // the ORM")
        repository.git("add", "src/schema.ts")
        repository.replace("src/schema.ts", *LONGER)
        done = repository.try_commit()
        assert done.returncode == 0, done.stdout + done.stderr
        assert LONGER[1] in repository.read("src/schema.ts")
        assert LONGER[1] not in repository.git("show", "HEAD:src/schema.ts")

    def test_a_run_from_a_folder_below(self, application: Callable[..., Hooks]) -> None:
        repository = application(CHECK)
        repository.replace("src/schema.ts", *LONGER)
        repository.git("add", "--all")
        done = repository.try_commit(folder="src")
        assert done.returncode == 1
        assert "users.email" in done.stdout + done.stderr


@pytest.mark.xdist_group("pre-commit")
class TestFix:
    """The hook that regenerates stale sections."""

    def test_it_fails_once_and_then_passes(self, application: Callable[..., Hooks]) -> None:
        repository = application(FIX)
        repository.replace("src/schema.ts", *LONGER)
        repository.git("add", "--all")
        first = repository.try_commit()
        assert first.returncode == 1
        assert "varchar(255)" in repository.read("docs/data-model.md")
        assert "varchar(255)" not in repository.git("show", ":docs/data-model.md"), "it never stages anything"
        repository.git("add", "--all")
        second = repository.try_commit()
        assert second.returncode == 0, second.stdout + second.stderr

    def test_a_new_document(self, application: Callable[..., Hooks]) -> None:
        repository = application(FIX)
        repository.write("docs/users.md", "# Users\n\n<!-- datamodel:begin table users -->\n")
        repository.git("add", "--all")
        first = repository.try_commit()
        assert first.returncode == 1
        assert "`email`" in repository.read("docs/users.md")
        repository.git("add", "--all")
        second = repository.try_commit()
        assert second.returncode == 0, second.stdout + second.stderr


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.xdist_group("pre-commit")
@pytest.mark.parametrize("hook", [CHECK, FIX])
def test_try_repo(application: Callable[..., Hooks], source: Path, hook: str) -> None:
    repository = application(CHECK)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(source), hook, "--all-files", "--verbose"],
        cwd=repository.folder,
        env=repository.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "agree with the code" in done.stdout
