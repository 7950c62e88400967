"""The replay's state is the catalog of the real MariaDB.

What is not compared: the text of checks and generated columns; names of checks, which MySQL and MariaDB form
differently; `restrict` against `no action`, which are one; the width of integers, which MySQL no longer prints; and the
indexes that foreign keys get by themselves, which come and go with others.
"""

from collections.abc import Iterator

import pytest

from tests.conformance.installed import missing
from tests.conformance.sql import judge, mariadb
from tests.conformance.sql.cases import MARIADB
from tests.vocabulary import differences

pytestmark = pytest.mark.xdist_group("mariadb")


@pytest.fixture(scope="module")
def server() -> Iterator[mariadb.MariaDb]:
    with mariadb.running() as server:
        if server is None:
            missing("MariaDB", "mariadb-server")
        yield server


@pytest.mark.parametrize("name", MARIADB)
def test_state_is_the_catalog(name: str, server: mariadb.MariaDb) -> None:
    scripts = MARIADB[name]
    replayed = judge.mariadb(judge.replayed(scripts, "mysql"))
    expected = judge.without_implicit_indexes(judge.as_replayed_mariadb(server.catalog(scripts)), replayed)
    assert list(differences(judge.same_rules(replayed), expected)) == []
