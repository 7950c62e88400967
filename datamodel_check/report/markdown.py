"""The report as GitHub-flavoured Markdown, for job summaries. GitHub refuses more than 1 MiB of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.markdown.escaping import escape_code, escape_text
from datamodel_check.report.protocol import count
from datamodel_check.report.wording import since

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datamodel_check.model.finding import Finding
    from datamodel_check.report.protocol import Report, Style

LARGEST = 900_000
"""Bytes."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    heading = "Data-model documents are out of date" if report.findings else "Data-model documents are up to date"
    parts = [f"## {heading}\n\n{report.verdict}.\n"]
    size = 0
    for number, finding in enumerate(report.findings):
        part = _finding(finding)
        size += len(part.encode())
        if size > LARGEST:
            parts.append(f"\n…and {len(report.findings) - number} more.\n")
            break
        parts.append(part)
    if any(finding.fixable for finding in report.findings):
        parts.append("\nTo repair what can be repaired:\n\n```sh\ndatamodel-check --fix\n```\n")
    parts += _coverage(report)
    return "".join(parts)


def _coverage(report: Report) -> Iterator[str]:
    counted = [f"{one.documented} of {count(one.total, one.kind)}" for one in report.coverage if one.total]
    if counted:
        yield f"\nDocumented: {', '.join(counted)}.\n"


def _finding(finding: Finding) -> str:
    lines = [f"\n- **{finding.rule}** {escape_code(str(finding.location), in_table=False)}: {_text(finding.message)}"]
    lines += (f"  - {_text(change.text)}" for change in finding.changes)
    if since(finding):
        lines.append(f"  - _{since(finding)}_")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """A message: what stands between backticks is code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape_text(text)
    codes = (escape_code(part, in_table=False) if at % 2 else escape_text(part) for at, part in enumerate(parts))
    return "".join(codes)
