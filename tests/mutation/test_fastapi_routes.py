"""What changes a route of FastAPI is seen and can be named; what does not is silent."""

import pytest

from tests.mutation.express import Mutant
from tests.mutation.fastapi_routes import COSMETIC, FILES, ROUTES, SEMANTIC
from tests.mutation.test_express import digest, lines

pytestmark = pytest.mark.mutants("routes", "FastAPI")


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
