"""Migrations make what Sequelize's own query interface makes: the SQL that it sends is replayed, as ours is."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from typing import get_args

import pytest

from datamodel_check.extract.migrations.replay import Replay
from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse import sql
from tests.conformance.judge import HERE
from tests.extract.migrations.sequelize.bodies import BODIES, USERS
from tests.extract.migrations.sequelize.vocabulary import history, repository, state
from tests.vocabulary import Json

NAMES: Mapping[SqlDialect, str] = {"mysql": "mysql", "postgresql": "postgres", "sqlite": "sqlite"}

ASKING = {"change column", "change column to refer", "constraints", "drop"}
"""What the query interface of SQLite does by asking the database what its tables are."""

CASES = [
    (name, dialect)
    for name in BODIES
    for dialect in get_args(SqlDialect)
    if not (dialect == "sqlite" and name in ASKING)
]

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [
        {
            "id": f"{name} {dialect}",
            "dialect": NAMES[dialect],
            "modules": [text.decode() for path, text in files(name, dialect).items() if path.startswith("migrations/")],
        }
        for name, dialect in CASES
    ]
    program = os.path.join(HERE, "sequelize", "migrations.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


def files(name: str, dialect: SqlDialect) -> dict[str, bytes]:
    return repository([USERS, BODIES[name]], NAMES[dialect])


@pytest.mark.parametrize(("name", "dialect"), CASES)
def test_migration(name: str, dialect: SqlDialect, truth: Mapping[str, Json], record_property: Record) -> None:
    answer = truth[f"{name} {dialect}"]
    assert "error" not in answer, answer["error"]
    replay = Replay(dialect)
    for text in answer["sql"]:
        script = sql.script(_WITHIN.sub(unpacked, text).encode(), dialect)
        assert script.problems == (), text
        replay.run("m.sql", script.statements)
    assert replay.conflicts == []
    ours = history(files(name, dialect))
    found, expected = state(ours.tables, ours.enums), state(replay.outcome().tables, replay.outcome().enums)
    record_property("conformance", (found == expected, 1))
    assert found == expected


_WITHIN = re.compile(r"DO 'BEGIN (?P<text>.*?); EXCEPTION WHEN duplicate_object THEN null; END'")


def unpacked(found: re.Match[str]) -> str:
    """What PostgreSQL runs unless it is done already: an enum is made."""
    return found["text"].replace("''", "'")
