"""The replay's state is the catalog of the real SQLite.

What is not compared: the text of checks, of generated columns, of predicates and of expressions in indexes, which the
catalog does not hold by themselves; and names of constraints, which it does not hold at all.
"""

import pytest

from tests.conformance.sql import judge, sqlite
from tests.conformance.sql.cases import SQLITE
from tests.vocabulary import differences


@pytest.mark.parametrize("name", SQLITE)
def test_state_is_the_catalog(name: str) -> None:
    scripts = SQLITE[name]
    expected = judge.as_replayed_sqlite(sqlite.catalog(scripts))
    assert list(differences(judge.sqlite(judge.replayed(scripts, "sqlite")), expected)) == []
