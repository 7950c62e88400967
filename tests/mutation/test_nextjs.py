"""What changes a route of Next.js is seen and can be named; what does not is silent."""

import pytest

from tests.mutation.express import Mutant
from tests.mutation.nextjs import COSMETIC, FILES, MOVES, ROUTES, SEMANTIC, Moved
from tests.mutation.test_express import digest, lines

pytestmark = pytest.mark.mutants("routes", "Next.js")


def test_the_sample() -> None:
    assert lines(FILES) == ROUTES.strip().splitlines()


@pytest.mark.parametrize("mutant", SEMANTIC, ids=lambda mutant: mutant.kind)
def test_semantic(mutant: Mutant | Moved) -> None:
    before, after = lines(FILES), lines(mutant.files(FILES))
    assert sorted(line for line in before if line not in after) == sorted(mutant.lost)
    assert sorted(line for line in after if line not in before) == sorted(mutant.won)
    assert digest(mutant.files(FILES)) != digest(FILES)


@pytest.mark.parametrize("mutant", COSMETIC, ids=lambda mutant: mutant.kind)
def test_cosmetic(mutant: Mutant | Moved) -> None:
    assert lines(mutant.files(FILES)) == lines(FILES)
    assert digest(mutant.files(FILES)) == digest(FILES)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.kind)
def test_files_with_other_names(move: Moved) -> None:
    assert lines(move.files(FILES)) == lines(FILES)
