"""What changes a store of Redux, MobX or Jotai is seen and can be named; what does not is silent."""

import pytest

from tests.mutation.express import Mutant
from tests.mutation.state_stores import COSMETIC, FILES, SEMANTIC, STATE
from tests.mutation.test_state_react import digest, lines, marked

SYSTEMS = {"redux": "Redux", "mobx": "MobX", "jotai": "Jotai"}


def test_the_sample() -> None:
    assert lines(FILES) == STATE.strip().splitlines()


@pytest.mark.parametrize("mutant", marked(SEMANTIC, SYSTEMS))
def test_semantic(mutant: Mutant) -> None:
    before, after = lines(FILES), lines(mutant.files(FILES))
    assert sorted(line for line in before if line not in after) == sorted(mutant.lost)
    assert sorted(line for line in after if line not in before) == sorted(mutant.won)
    assert mutant.lost or mutant.won
    assert digest(mutant.files(FILES)) != digest(FILES)


@pytest.mark.parametrize("mutant", marked(COSMETIC, SYSTEMS))
def test_cosmetic(mutant: Mutant) -> None:
    assert lines(mutant.files(FILES)) == lines(FILES)
    assert digest(mutant.files(FILES)) == digest(FILES)
