"""The baseline's text, and the lines on which its entries stand."""

import pytest

from datamodel_check.compare import baseline
from datamodel_check.errors import ConfigurationError
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import NOWHERE, Location

PLACE = Location("docs/a.md", NOWHERE._replace(line=7))
STALE = Finding("DM101", "error", PLACE, "“a” is stale", "table a", (Change("added", "a.b", "a.b: column added"),))
UNUSED = Finding("DM106", "warning", PLACE, "it suppresses nothing")

TEXT = """\
{
  "version": 1,
  "findings": [
    {"rule": "DM101", "path": "docs/a.md", "section": "table a", "message": "“a” is stale", \
"changes": ["a.b: column added"]},
    {"rule": "DM104", "path": "docs/a.md", "section": null, "message": "no fingerprint", "changes": []}
  ]
}
"""
OPEN = Finding("DM104", "error", PLACE, "no fingerprint")


def test_one_finding_a_line_and_none_of_suppressions() -> None:
    assert baseline.write([OPEN, STALE, UNUSED, STALE]) == TEXT


def test_entries_know_their_lines() -> None:
    assert baseline.read("b.json", TEXT.encode()) == {baseline.known(STALE): 4, baseline.known(OPEN): 5}


def test_in_another_layout_all_stand_on_the_first_line() -> None:
    assert set(baseline.read("b.json", TEXT.replace("\n", " ").encode()).values()) == {1}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"findings": [{}]}', b'{"findings": 1}', b"\xff"])
def test_what_is_none(content: bytes) -> None:
    with pytest.raises(ConfigurationError) as error:
        baseline.read("b.json", content)

    assert error.value.message.startswith("the baseline b.json cannot be read: ")
    assert error.value.hint == "Delete it, then run `datamodel-check baseline`."
