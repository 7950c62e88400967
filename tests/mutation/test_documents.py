"""Documents by hand: whatever happens to a fact that they name is told by its name; all else is silent."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutation.documented import CODE, COSMETIC, PROSE, REVIEWED, SEMANTIC, Mutant
from tests.repository import Repository

pytestmark = pytest.mark.mutants("documents", "reviews and prose")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    documents = {"docs/credits.md": REVIEWED, "README.md": PROSE, "datamodel-check.toml": 'prose = ["README.md"]\n'}
    made = Repository(str(tmp_path), {**CODE, **documents})
    assert made.run("accept", "members", "ledger").code == 0
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "everything")
    return made


def mutate(repository: Repository, mutant: Mutant) -> None:
    for path, edits in mutant.edits.items():
        text = repository.read(path)
        for old, new in edits:
            assert old in text, f"{mutant.name}: {old!r} is not in {path}"
            text = text.replace(old, new) if len(edits) == 1 else text.replace(old, new, 1)
        repository.write(path, text)
    for old, new in mutant.moved.items():
        repository.write(new, repository.read(old))
        repository.remove(old)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", mutant.name)


def findings(repository: Repository) -> list[str]:
    return repository.run("check", "--output-format", "concise").out.splitlines()[:-1]


def test_the_sample_is_clean(repository: Repository) -> None:
    assert findings(repository) == []


@pytest.mark.parametrize("mutant", SEMANTIC, ids=lambda mutant: mutant.name)
def test_semantic(repository: Repository, mutant: Mutant, record_property: Callable[[str, object], None]) -> None:
    mutate(repository, mutant)
    found = findings(repository)
    reviewed = "\n".join(one for one in found if one.startswith("docs/credits.md:") and "DM103" in one)
    prose = "\n".join(one for one in found if one.startswith("README.md:") and "DM202" in one)

    missing = [part for part in mutant.reviewed if part not in reviewed]
    missing += [part for part in mutant.prose if part not in prose]
    record_property("semantic", (int(not missing), 1))
    assert missing == [], found
    assert bool(mutant.reviewed) == bool(reviewed)
    assert bool(mutant.prose) == bool(prose)


@pytest.mark.parametrize("mutant", COSMETIC, ids=lambda mutant: mutant.name)
def test_cosmetic(repository: Repository, mutant: Mutant, record_property: Callable[[str, object], None]) -> None:
    mutate(repository, mutant)
    found = findings(repository)

    record_property("cosmetic", (int(not found), 1))
    assert found == []
