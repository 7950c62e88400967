"""The routes are the patterns of Django's own resolver, and it finds a view for every one of them."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from datamodel_check.extract.layers.django.paths import of_expression, of_route
from datamodel_check.extract.layers.url_patterns import joined
from datamodel_check.model.layers import Route
from tests.conformance.django_routes.cases import CASES, SETTINGS
from tests.conformance.judge import HERE
from tests.vocabulary import Json, read

Record = Callable[[str, object], None]


@pytest.mark.parametrize("name", list(CASES))
def test_case(name: str, tmp_path: Path, record_property: Record) -> None:
    routes = claimed(name)
    found = {route.key for route in routes}
    paths = [one for route in routes for one in _examples(route.path)]
    truth = resolved(name, tmp_path, paths)
    expected = {key for parts, methods in truth["patterns"] for key in _keys(parts, methods)}
    record_property("conformance", (found == expected, 1))
    assert found == expected
    reached = set(truth["reached"])
    assert [route.path for route in routes if not reached & set(_examples(route.path))] == []


def claimed(name: str) -> tuple[Route, ...]:
    """What the tool says of a case."""
    snapshot = read({path: text.encode() for path, text in _files(name).items()}, layers=("routes",))
    messages = [one.message for one in snapshot.diagnostics]
    assert [one for one in messages if "no table was found" not in one] == []
    return tuple(route for route in snapshot.routes if route.framework == "django")


def resolved(name: str, folder: Path, paths: Sequence[str]) -> Mapping[str, Json]:
    for path, text in _files(name).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    program = Path(HERE, "django_routes", "routes.py")
    done = subprocess.run([sys.executable, str(program), str(folder), *paths], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answer: Mapping[str, Json] = json.loads(done.stdout)
    return answer


def _files(name: str) -> Mapping[str, str]:
    return {"settings.py": SETTINGS, **CASES[name]}


def _keys(parts: Sequence[Json], methods: Sequence[str] | None) -> list[str]:
    path = joined("".join(of_expression(one[0]) if isinstance(one, list) else of_route(one) for one in parts))
    return [f"{method} {path}" for method in methods or ("*",)]


def _examples(path: str) -> list[str]:
    """Requests that a route answers, whatever its parameters' kind; with and without a slash at the end."""
    values = ("42", "2024", "word", "12345678-1234-5678-1234-567812345678")
    found = [re.sub(r":\w+\*?\??", value, path) for value in values]
    return [one for example in found for one in (example, f"{example.rstrip('/')}/")]
