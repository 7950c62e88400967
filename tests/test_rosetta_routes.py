"""One small API, said in every framework: the same routes, and the same tables behind them.

rosetta_routes/guarded/
  shared/       what is the same for all: the schema, the functions that access it
  express/      the API in one framework, beside what is shared
  nestjs/
  nextjs/
  expected.txt  a line each route; `(auth)` where only those may call it who are known
  fastapi.cannot  why a framework cannot say it, in one line
"""

import os
from collections.abc import Iterator, Mapping

import pytest

from datamodel_check.extract.registry import ROUTES
from datamodel_check.model.layers import Route
from tests.vocabulary import ROOT, folder, read

CASES = os.path.join(ROOT, "tests", "rosetta_routes")

SYSTEMS = tuple(extractor.system for extractor in ROUTES)


@pytest.mark.parametrize("name", sorted(os.listdir(CASES)))
@pytest.mark.parametrize("system", SYSTEMS)
def test_case(name: str, system: str) -> None:
    files = folder(os.path.join(CASES, name))
    expected = files["expected.txt"].decode().splitlines()
    if f"{system}.cannot" in files:
        assert len(files[f"{system}.cannot"].decode().strip().splitlines()) == 1
        return
    routes = read(_repository(files, system), layers=("routes",)).routes
    assert sorted("".join(_parts(route)) for route in routes) == sorted(expected)
    assert {route.framework for route in routes} == {system}


def _repository(files: Mapping[str, bytes], system: str) -> Mapping[str, bytes]:
    return {
        path.partition("/")[2]: content for path, content in files.items() if path.startswith(("shared/", f"{system}/"))
    }


def _parts(route: Route) -> Iterator[str]:
    yield route.key
    if route.auth:
        yield " (auth)"
    if route.reads:
        yield f" reads {', '.join(route.reads)}"
    if route.writes:
        yield f" writes {', '.join(route.writes)}"
