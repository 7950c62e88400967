"""Everything that can be told of two revisions, word for word: `every_change.txt`, which is read when it changes.

`UPDATE_GOLDEN=1 pytest` writes it anew.
"""

import os
from pathlib import Path

from datamodel_check.compare.revisions import difference
from datamodel_check.model.change import FactChange
from datamodel_check.model.snapshot import Snapshot
from tests.compare.revisions.two_revisions import AFTER, BEFORE

GOLDEN = Path(__file__).with_name("every_change.txt")


def line(change: FactChange) -> str:
    """All fields of a change."""
    place = f"{change.location.path}:{change.location.span.line}" if change.location else "nowhere"
    reason = f" ({change.reason})" if change.reason else ""
    return f"{change.family} {change.kind} {change.risk} [{place}] {change.subject}: {change.text}{reason}\n"


def test_every_change_is_told() -> None:
    found = difference(BEFORE, AFTER, "before", "after")
    told = "".join(map(line, found.changes))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")

    assert told == GOLDEN.read_text(encoding="utf-8")
    assert (found.base, found.head) == ("before", "after")


def test_nothing_is_told_of_one_revision() -> None:
    assert difference(BEFORE, BEFORE, "a", "b").changes == ()
    assert difference(AFTER, AFTER, "a", "b").changes == ()


def test_a_first_and_a_last_revision() -> None:
    come = difference(Snapshot(), AFTER, "a", "b").changes
    gone = difference(AFTER, Snapshot(), "a", "b").changes

    assert {change.kind for change in come} == {"added"}
    assert {change.kind for change in gone} == {"removed"}
    assert sorted((one.family, one.subject) for one in come) == sorted((one.family, one.subject) for one in gone)
