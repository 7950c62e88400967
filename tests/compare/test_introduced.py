"""What a change introduced, and what was there before it."""

from datamodel_check.compare import mark
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import NOWHERE, Location, Span

DOCUMENT = Location("docs/data.md", NOWHERE)


def stale(*changes: str, line: int = 1) -> Finding:
    """A section that went stale by some changes."""
    told = tuple(Change("changed", "users", text) for text in changes)
    return Finding("DM101", "error", Location("docs/data.md", Span(0, 1, line)), "it is stale", "table users", told)


def new(finding: Finding, *before: Finding) -> bool | None:
    return mark([finding], before)[0].introduced


def test_what_was_clean_is_stale_by_this_change() -> None:
    assert new(stale("type text → integer")) is True
    assert new(stale("type text → integer"), Finding("DM105", "error", DOCUMENT, "it is stale", "table users")) is True


def test_what_was_stale_stays_so() -> None:
    assert new(stale("type text → integer", line=9), stale("type text → integer")) is False


def test_another_change_of_the_same_section_is_new() -> None:
    assert new(stale("type text → integer", "null allowed"), stale("type text → integer")) is True


def test_what_has_become_less_is_not_new() -> None:
    assert new(stale("null allowed"), stale("type text → integer", "null allowed")) is False


def test_findings_without_a_section_are_known_by_their_message() -> None:
    unresolved = Finding("DM901", "warning", Location("schema.ts", Span(0, 1, 5)), "`length` cannot be resolved")
    assert new(unresolved, unresolved._replace(location=Location("schema.ts", NOWHERE))) is False
    assert new(unresolved, unresolved._replace(message="`width` cannot be resolved")) is True
