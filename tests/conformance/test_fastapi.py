"""The routes are the operations that FastAPI itself puts into an application's OpenAPI document."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from datamodel_check.extract.layers.fastapi.walk import normalised
from datamodel_check.model.layers import Route
from tests.conformance.fastapi.cases import CASES
from tests.conformance.judge import HERE
from tests.vocabulary import read

Record = Callable[[str, object], None]


@pytest.mark.parametrize("name", list(CASES))
def test_case(name: str, tmp_path: Path, record_property: Record) -> None:
    expected, found = truth(name, tmp_path), claimed(name)
    record_property("conformance", (found == expected, 1))
    assert found == expected


def truth(name: str, folder: Path) -> set[tuple[str, bool]]:
    for path, text in CASES[name].items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    program = Path(HERE, "fastapi", "routes.py")
    done = subprocess.run([sys.executable, str(program), str(folder)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    operations = json.loads(done.stdout)[str(folder)]
    return {(f"{method} {normalised(path)}", guarded) for method, path, guarded in operations}


def claimed(name: str) -> set[tuple[str, bool]]:
    """The routes, and whether callers are known; OpenAPI does not tell parameters that hold slashes from others."""
    snapshot = read({path: text.encode() for path, text in CASES[name].items()}, layers=("routes",))
    assert [one.message for one in snapshot.diagnostics] == []
    return {(_key(route), bool(route.auth)) for route in snapshot.routes if route.framework == "fastapi"}


def _key(route: Route) -> str:
    return route.key.replace("*", "")
