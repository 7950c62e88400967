"""Whole projects: each folder in `cases/` holds one, and beside it what is read from it.

`tests/conformance/test_django.py` asks Django itself what it makes of the same files.
`UPDATE_GOLDEN=1` rewrites them; read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.extract.vocabulary import described
from tests.vocabulary import folder, read

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    files = {path: content for path, content in folder(str(case)).items() if path.endswith(".py")}
    found = described(read(files)) + "\n"
    golden = case / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert len(CASES) > 3
