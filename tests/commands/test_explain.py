from pathlib import Path

import pytest

from datamodel_check.rules import RULES
from tests.repository import Repository


@pytest.fixture
def nowhere(tmp_path: Path) -> Repository:
    """It needs no repository."""
    return Repository(str(tmp_path), {}, git=False)


def test_all_rules(nowhere: Repository) -> None:
    code, out, _ = nowhere.run("explain")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(RULES)


@pytest.mark.parametrize("rule", ["DM104", "dm104", "missing-manifest"])
def test_one_rule(nowhere: Repository, rule: str) -> None:
    assert nowhere.run("explain", rule).out == (
        """\
DM104 missing-manifest (error)

  A generated section has no fingerprint yet, or one that cannot be read.

Why
  Without its fingerprint nobody can say whether the section is still true, so it counts
  as stale.

Example
  docs/data-model.md:41: DM104 `table users` has no fingerprint yet

Cure
  Run `datamodel-check --fix`: it fills in the section and writes its closing line.

Repaired by --fix
  yes, unless a newer version of datamodel-check wrote the closing line
"""
    )


def test_a_rule_that_is_none(nowhere: Repository) -> None:
    assert nowhere.run("explain", "DM1O4") == (2, "", "error: there is no rule `DM1O4`\nhelp: Did you mean DM104?\n")
