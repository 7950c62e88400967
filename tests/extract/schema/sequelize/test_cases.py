"""Whole schemas: each folder in `cases/` holds one, and beside it what is read from it.

`tests/conformance/test_sequelize.py` asks Sequelize itself what it makes of the same files.
`UPDATE_GOLDEN=1` rewrites them; read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.extract.vocabulary import described, snapshot

FOLDERS = ("cases", "seven")
"""Version 7 is another package."""

CASES = sorted(path for name in FOLDERS for path in (Path(__file__).parent / name).iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in case.iterdir() if path.name != "expected.txt"}
    found = described(snapshot(files)) + "\n"
    golden = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
