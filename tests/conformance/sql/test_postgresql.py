"""The replay's state is the catalog of the real PostgreSQL.

What is not compared: the text of checks, of generated columns, of predicates and of expressions in indexes, which
PostgreSQL prints anew from what it parsed; whether there is one is compared. Not-null constraints have no names before
PostgreSQL 18, and collations are no facts.
"""

from collections.abc import Iterator

import pytest

from tests.conformance.installed import missing
from tests.conformance.sql import judge, postgresql
from tests.conformance.sql.cases import POSTGRESQL
from tests.vocabulary import differences

pytestmark = pytest.mark.xdist_group("postgresql")


@pytest.fixture(scope="module")
def server() -> Iterator[postgresql.PostgreSql]:
    with postgresql.running() as server:
        if server is None:
            missing("PostgreSQL", "postgresql")
        yield server


@pytest.mark.parametrize("name", POSTGRESQL)
def test_state_is_the_catalog(name: str, server: postgresql.PostgreSql) -> None:
    scripts = POSTGRESQL[name]
    expected = judge.as_replayed(server.catalog(scripts))
    assert list(differences(judge.postgresql(judge.replayed(scripts, "postgresql")), expected)) == []
