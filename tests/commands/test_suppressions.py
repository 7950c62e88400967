"""What is not reported, and that nothing stays silent for longer than it should."""

import json
from pathlib import Path

import pytest

from tests.repository import DOCUMENT, Repository

LINE = "<!-- datamodel:ignore DM101 the release waits for it -->\n"
TABLE = "<!-- datamodel:begin table users -->"
BASELINE = "datamodel-check-baseline.json"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One finding: the section of `users` is stale, among others."""
    repository = Repository(str(tmp_path))
    repository.run("init")
    repository.replace("src/schema.ts", "length: 100", "length: 255")
    return repository


def findings(repository: Repository) -> list[str]:
    *found, _verdict = repository.run("check", "--output-format", "concise").out.splitlines()
    return [" ".join(line.split(" ")[1:5]) for line in found]


STALE = "DM101 `table users` is"


def test_a_line_silences_what_stands_below_it(repository: Repository) -> None:
    assert findings(repository) == [STALE]
    repository.replace(DOCUMENT, TABLE, LINE + TABLE)
    run = repository.run("check")
    assert (run.code, "1 suppressed" in run.out) == (0, True)


def test_a_line_that_silences_nothing_is_told(repository: Repository) -> None:
    repository.replace(DOCUMENT, TABLE, LINE + TABLE)
    repository.replace("src/schema.ts", "length: 255", "length: 100")
    assert findings(repository) == ["DM106 `datamodel:ignore` of DM101"]
    assert repository.run("check").code == 0
    assert repository.run("check", "src").out.endswith("agree with the code (2 tables)\n")
    assert repository.run("check", "--ignore", "DM101").code == 0


def test_rules_may_be_silent_in_some_files(repository: Repository) -> None:
    text = repository.read("datamodel-check.toml")
    repository.write("datamodel-check.toml", f'per-file-ignores = {{ "docs" = ["DM1"] }}\n{text}')
    assert findings(repository) == []
    repository.write("datamodel-check.toml", f'per-file-ignores = {{ "documents/**" = ["DM1"] }}\n{text}')
    assert findings(repository) == [STALE]


# --- the baseline ----------------------------------------------------------------------------------------------------


def test_what_the_baseline_knows_is_not_reported(repository: Repository) -> None:
    assert repository.run("baseline").out == f"{BASELINE} knows 1 finding; commit it\n"
    (known,) = json.loads(repository.read(BASELINE))["findings"]
    assert (known["rule"], known["path"], known["section"]) == ("DM101", DOCUMENT, "table users")
    run = repository.run("check")
    assert (run.code, "1 suppressed" in run.out) == (0, True)


def test_what_changes_is_no_longer_known(repository: Repository) -> None:
    repository.run("baseline")
    repository.replace("src/schema.ts", "length: 255", "length: 256")
    assert findings(repository) == ["DM106 the baseline knows", STALE]
    assert repository.run("check").code == 1


def test_what_is_gone_is_told(repository: Repository) -> None:
    repository.run("baseline")
    repository.replace("src/schema.ts", "length: 255", "length: 100")
    assert findings(repository) == ["DM106 the baseline knows"]
    repository.run("baseline")
    assert findings(repository) == []


def test_other_findings_are_reported(repository: Repository) -> None:
    repository.run("baseline")
    repository.replace("src/schema.ts", "length: 80", "length: 90")
    assert findings(repository) == ["DM101 `table posts` is"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"findings": [1]}', '{"findings": [{"rule": "DM101"}]}'])
def test_a_baseline_that_cannot_be_read(repository: Repository, text: str) -> None:
    repository.write(BASELINE, text)
    run = repository.run("check")
    assert (run.code, f"the baseline {BASELINE} cannot be read" in run.err) == (2, True)
