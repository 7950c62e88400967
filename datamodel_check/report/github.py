"""Workflow commands of GitHub Actions: annotations on the lines of a pull request.

Escaping as in actions/toolkit, packages/core/src/command.ts. GitHub shows ten errors a step and drops the rest without
a word, so the tenth says how many there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check import rules
from datamodel_check.markdown.escaping import visible
from datamodel_check.report.places import primary
from datamodel_check.report.wording import lines

if TYPE_CHECKING:
    from datamodel_check.model.finding import Finding
    from datamodel_check.report.protocol import Report, Style

SHOWN = 9
"""Annotations of each level, before the one that says how many more there are."""

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    printed: list[str] = []
    for severity, command in LEVELS.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        printed += (_annotation(command, finding) for finding in found[:SHOWN])
        if len(found) > SHOWN:
            printed.append(f"::{command} title=datamodel-check::{_more(len(found) - SHOWN, severity)}")
    return "".join(f"{line}\n" for line in (*printed, report.verdict))


def _annotation(command: str, finding: Finding) -> str:
    place = primary(finding)
    title = f"{finding.rule} {rules.RULES[finding.rule].name}"
    properties = f"file={_property(visible(place.path))},line={place.line},title={_property(title)}"
    text = "\n".join(lines(finding, place))
    return f"::{command} {properties}::{_data(text)}"


def _more(count: int, severity: str) -> str:
    return f"{count} more {severity}{'' if count == 1 else 's'}: see the job summary"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
