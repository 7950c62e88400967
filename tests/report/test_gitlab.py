"""Code Quality: GitLab drops an issue that lacks a field, and of those with one fingerprint all but the first."""

import json
from typing import Any

from datamodel_check.report import Report, Style, render
from tests.report.reports import COLUMN, OPENING, STALE, hostile, report


def issues(given: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render("gitlab", given, Style()))
    return found


def test_a_stale_section() -> None:
    (issue,) = issues(report(STALE))
    fingerprint = issue.pop("fingerprint")
    assert len(fingerprint) == 32
    assert issue == {
        "description": (
            "DM101: docs/data.md:3: `table users` is stale; users.email: type varchar(100) → varchar(255); "
            "Run `datamodel-check --fix`."
        ),
        "check_name": "datamodel-check/stale-section",
        "severity": "major",
        "location": {"path": "src/schema.ts", "lines": {"begin": 2}},
    }


def test_what_is_no_section_stands_where_it_is_found() -> None:
    (issue,) = issues(report(STALE._replace(section=None, related=(COLUMN,))))
    assert issue["location"] == {"path": OPENING.path, "lines": {"begin": OPENING.line}}


def test_severities() -> None:
    found = issues(report(STALE, STALE._replace(severity="warning"), STALE._replace(severity="note")))
    assert [issue["severity"] for issue in found] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in found}) == 3


def test_a_description_is_one_line() -> None:
    (issue,) = issues(hostile())
    assert "\n" not in issue["description"]
