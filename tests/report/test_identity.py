"""What tells a finding from the others and stays the same when lines move."""

from datamodel_check.model.finding import Finding
from datamodel_check.report.identity import identities
from tests.report.reports import COLUMN, OPENING, STALE


def names(*findings: Finding) -> list[str]:
    return [identity for _, identity in identities(findings)]


def test_lines_and_changes_do_not_matter() -> None:
    moved = STALE._replace(location=OPENING._replace(span=OPENING.span._replace(line=99)), changes=(), related=())
    assert names(STALE) == names(moved)


def test_rule_document_and_section_do() -> None:
    others = (
        STALE,
        STALE._replace(rule="DM102"),
        STALE._replace(section="table posts"),
        STALE._replace(location=COLUMN),
        STALE._replace(section=None),
        STALE._replace(section=None, message="another"),
    )
    assert len(set(names(*others))) == len(others)


def test_no_two_of_one_report_are_the_same() -> None:
    assert len(set(names(STALE, STALE, STALE))) == 3
