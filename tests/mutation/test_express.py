"""What changes a route of Express is seen and can be named; what does not is silent."""

from collections.abc import Iterator, Mapping

import pytest

from datamodel_check import fingerprint
from datamodel_check.model.layers import Route
from datamodel_check.views.routes import Routes
from tests.mutation.express import COSMETIC, FILES, ROUTES, SEMANTIC, Mutant
from tests.vocabulary import read

pytestmark = pytest.mark.mutants("routes", "Express")


def lines(files: Mapping[str, str]) -> list[str]:
    """The routes, a line each: `GET /books: list (requireAuth) reads books`."""
    return list(map(_line, _routes(files)))


def _routes(files: Mapping[str, str]) -> tuple[Route, ...]:
    return read({path: text.encode() for path, text in files.items()}, layers=("routes",)).routes


def _line(route: Route) -> str:
    return route.key + "".join(_parts(route))


def _parts(route: Route) -> Iterator[str]:
    yield f": {route.handler}" if route.handler else ""
    yield f" ({', '.join(route.auth)})" if route.auth else ""
    yield f" reads {', '.join(route.reads)}" if route.reads else ""
    yield f" writes {', '.join(route.writes)}" if route.writes else ""


def digest(files: Mapping[str, str]) -> str:
    """The fingerprint of a section that shows all routes."""
    snapshot = read({path: text.encode() for path, text in files.items()}, layers=("routes",))
    return fingerprint.digest(Routes().content(snapshot, ()))


def test_the_sample() -> None:
    assert lines(FILES) == ROUTES.strip().splitlines()


@pytest.mark.parametrize("mutant", SEMANTIC, ids=lambda mutant: mutant.kind)
def test_semantic(mutant: Mutant) -> None:
    before, after = lines(FILES), lines(mutant.files(FILES))
    assert [line for line in before if line not in after] == sorted(mutant.lost, key=before.index)
    assert sorted(line for line in after if line not in before) == sorted(mutant.won)
    assert digest(mutant.files(FILES)) != digest(FILES)


@pytest.mark.parametrize("mutant", COSMETIC, ids=lambda mutant: mutant.kind)
def test_cosmetic(mutant: Mutant) -> None:
    assert lines(mutant.files(FILES)) == lines(FILES)
    assert digest(mutant.files(FILES)) == digest(FILES)
