"""The routes are those of Express's own router stack, and every one of them is reached by a request.

What is not compared: names of handlers, and evidence of authentication that comes from what functions do.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from functools import lru_cache

import pytest

from datamodel_check.extract.layers.authentication import reads_like_guard
from datamodel_check.extract.layers.url_patterns import joined, normalised
from datamodel_check.model.layers import Route
from tests.conformance.express.cases import CASES
from tests.conformance.judge import HERE
from tests.vocabulary import Json, read

Record = Callable[[str, object], None]


@lru_cache
def claimed(name: str) -> tuple[Route, ...]:
    """What the tool says of a case."""
    files = {path: text.encode() for path, text in CASES[name].items()}
    return tuple(route for route in read(files, layers=("routes",)).routes if route.framework == "express")


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": CASES[name], "requests": list(map(_request, claimed(name)))} for name in CASES]
    program = os.path.join(HERE, "express", "routes.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_routes(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    expected = {
        f"{method} {joined(normalised(path), f'({pattern})' if pattern else '')}"
        for method, path, pattern in truth[name]["routes"]
    }
    found = {route.key for route in claimed(name)}
    record_property("conformance", (found == expected, 1))
    assert found == expected


@pytest.mark.parametrize("name", list(CASES))
def test_requests(name: str, truth: Mapping[str, Json]) -> None:
    """A request for a route reaches it, by way of those guards that are said to stand before it."""
    assert claimed(name)
    for route, ran in zip(claimed(name), truth[name]["requests"], strict=True):
        assert any(one.startswith("#") for one in ran), route.key
        assert {one for one in ran if reads_like_guard(one)} == set(route.auth), route.key


def _request(route: Route) -> tuple[str, str]:
    """A request that a route answers."""
    path = re.sub(r"/:\w+\?", "", route.path)
    path = re.sub(r":\w+\*\??", "some/thing", path)
    path = re.sub(r":\w+", "42", path)
    return ("GET" if route.method == "*" else route.method, re.sub(r"\(.*\)$", "matched", path))
