"""The report as JSON, version 1: public, described by `schemas/report.v1.json`, additions only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from datamodel_check import rules

if TYPE_CHECKING:
    from datamodel_check.model.finding import Change, Finding
    from datamodel_check.model.location import Location
    from datamodel_check.report.protocol import Report, Style


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    return json.dumps(_report(report), indent=2, ensure_ascii=True) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "version": 1,
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "findings": len(report.findings),
            "fixable": sum(finding.fixable for finding in report.findings),
            "suppressed": report.suppressed,
            "unread": report.unread,
            "documents": report.documents,
            "sections": report.sections,
            "tables": report.tables,
            "verdict": report.verdict,
        },
        "coverage": {
            one.kind: {
                "documented": one.documented,
                "total": one.total,
                "undocumented": [fact.name for fact in one.undocumented],
            }
            for one in report.coverage
            if one.total
        },
        "written": list(report.written),
        "notices": list(report.notices),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": rules.RULES[finding.rule].name,
        "severity": finding.severity,
        **_place(finding.location),
        "message": finding.message,
        "section": finding.section,
        "changes": [_change(change) for change in finding.changes],
        "cure": finding.cure,
        "fixable": finding.fixable,
        "introduced": finding.introduced,
        "related": [_place(location) for location in finding.related],
    }


def _change(change: Change) -> dict[str, Any]:
    place = _place(change.location) if change.location else {"path": None, "line": None}
    return {"kind": change.kind, "subject": change.subject, "text": change.text, **place}


def _place(location: Location) -> dict[str, Any]:
    return {"path": location.path, "line": location.line}
