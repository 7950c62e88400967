"""One line per finding: `path:line: RULE message`."""

from datamodel_check.markdown.escaping import visible
from datamodel_check.model.finding import Finding
from datamodel_check.report.plain import ascii_only
from datamodel_check.report.protocol import Report, Style
from datamodel_check.report.wording import few, since

MOST = 10
"""Changes that are told in one line."""


def render(report: Report, style: Style) -> str:
    lines = [_line(finding) for finding in report.findings]
    lines += [f"{visible(path)}: repaired" for path in report.written]
    lines.append(report.verdict)
    text = "\n".join(lines) + "\n"
    return ascii_only(text) if style.ascii else text


def _line(finding: Finding) -> str:
    shown, rest = few(finding.changes, MOST)
    changes = "; ".join(filter(None, (*(change.text for change in shown), rest)))
    message = f"{finding.message}: {changes}" if changes else finding.message
    if since(finding):
        message = f"{message} ({since(finding)})"
    cure = f" {finding.cure}" if finding.cure else ""
    return visible(f"{finding.location}: {finding.rule} {_sentence(message)}{cure}")


def _sentence(message: str) -> str:
    return message if message.endswith((".", "!", "?")) else f"{message}."
