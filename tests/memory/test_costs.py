"""What a run costs where nothing can be recalled: counted in bytes, modules and processes, never in time."""

from pathlib import Path

import pytest

from datamodel_check import parse
from datamodel_check.model.module import Module
from tests.memory.test_verdicts import HOOK, run
from tests.repository import FILES, Repository

SCHEMA = "src/schema.ts"
CONFIG = "drizzle.config.ts"
VIEWS = 60


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An application that is mostly screens."""
    lines = "".join(f"export const label{line} = `text of the label number {line}`;\n" for line in range(100))
    views = {f"src/views/view{number}.tsx": lines for number in range(VIEWS)}
    made = Repository(str(tmp_path / "application"), {**FILES, **views})
    made.run("init")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "all")
    return made


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """The files that were parsed in this process, and their bytes."""
    sizes: dict[str, int] = {}
    module = parse.module

    def noted(path: str, content: bytes) -> Module | None:
        sizes[path] = len(content)
        return module(path, content)

    monkeypatch.setenv("DATAMODEL_CHECK_CACHE", "on")
    monkeypatch.setattr(parse, "module", noted)
    return sizes


def test_a_cold_run_parses_what_may_be_a_schema(repository: Repository, parsed: dict[str, int]) -> None:
    assert repository.run(*HOOK).code == 0

    assert parsed.keys() == {SCHEMA, CONFIG}
    assert sum(parsed.values()) * 100 < VIEWS * len(repository.read("src/views/view0.tsx"))


def test_after_a_change_of_the_schema_no_more_is_parsed(repository: Repository, parsed: dict[str, int]) -> None:
    repository.run(*HOOK)
    parsed.clear()
    repository.replace(SCHEMA, "length: 100", "length: 255")
    repository.git("add", "--all")

    assert repository.run(*HOOK).code == 1
    assert parsed.keys() == {SCHEMA, CONFIG}


@pytest.mark.parametrize("path", ["src/views/view7.tsx", "docs/data-model.md"])
def test_after_a_change_of_anything_else_nothing_is_parsed(
    repository: Repository, parsed: dict[str, int], path: str
) -> None:
    repository.run(*HOOK)
    parsed.clear()
    repository.write(path, f"{repository.read(path)}\n")
    repository.git("add", "--all")

    assert repository.run("check", "--staged").code == 0
    assert parsed == {}


def test_a_cold_run_imports_what_it_needs(repository: Repository) -> None:
    imported = run(repository).imported

    assert "tree_sitter" in imported
    heavy = {"rich", "sqlglot", "yaml", "json", "tree_sitter_python", "asyncio", "dataclasses", "importlib.metadata"}
    assert heavy.isdisjoint(imported)
    ours = [name.removeprefix("datamodel_check.extract.schema.") for name in imported]
    read = {name.partition(".")[0] for name in ours if "sources" in name}
    assert read == {"drizzle"}


def test_a_cold_run_asks_git_a_few_times(repository: Repository) -> None:
    assert len(run(repository).started) <= 8
