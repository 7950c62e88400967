"""A Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from datamodel_check import rules
from datamodel_check.report.identity import identities
from datamodel_check.report.places import primary
from datamodel_check.report.wording import lines

if TYPE_CHECKING:
    from datamodel_check.model.finding import Finding
    from datamodel_check.report.protocol import Report, Style

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    return json.dumps([_issue(*identified) for identified in identities(report.findings)], indent=2) + "\n"


def _issue(finding: Finding, identity: str) -> dict[str, Any]:
    place = primary(finding)
    return {
        "description": f"{finding.rule}: {'; '.join(lines(finding, place))}",
        "check_name": f"datamodel-check/{rules.RULES[finding.rule].name}",
        "fingerprint": identity,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": place.path, "lines": {"begin": place.line}},
    }
