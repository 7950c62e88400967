"""The routes are those that NestJS registers with its HTTP adapter, and so are the guards that refuse a request."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping

import pytest

from datamodel_check.extract.layers.url_patterns import joined, normalised
from tests.conformance.judge import HERE
from tests.conformance.nestjs.cases import CASES
from tests.vocabulary import Json, read

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": CASES[name]} for name in CASES]
    program = os.path.join(HERE, "nestjs", "routes.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_case(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    expected = {
        (f"{method} {joined(normalised(path))}", frozenset(guards)) for method, path, guards in truth[name]["routes"]
    }
    files = {path: text.encode() for path, text in CASES[name].items()}
    routes = read(files, layers=("routes",)).routes
    found = {(route.key, frozenset(route.auth)) for route in routes if route.framework == "nestjs"}
    record_property("conformance", (found == expected, 1))
    assert found == expected
