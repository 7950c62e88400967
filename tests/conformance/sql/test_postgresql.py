"""The replay's state is the catalog of the real PostgreSQL.

What is not compared: the text of checks, of generated columns, of predicates and of expressions in indexes, which
PostgreSQL prints anew from what it parsed; whether there is one is compared. Not-null constraints have no names before
PostgreSQL 18, and collations are no facts.
"""

from collections.abc import Iterator

import pytest

from tests.conformance.sql import judge, postgresql
from tests.conformance.sql.cases import POSTGRESQL
from tests.vocabulary import differences


@pytest.fixture(scope="module")
def server() -> Iterator[postgresql.PostgreSql]:
    with postgresql.running() as server:
        if server is None:
            pytest.skip("PostgreSQL is not installed: run `apt-get install postgresql`")
        yield server


@pytest.mark.parametrize("name", POSTGRESQL)
def test_state_is_the_catalog(name: str, server: postgresql.PostgreSql) -> None:
    scripts = POSTGRESQL[name]
    expected = judge.as_replayed(server.catalog(scripts))
    assert list(differences(judge.postgresql(judge.replayed(scripts, "postgresql")), expected)) == []
