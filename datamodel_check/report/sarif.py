"""SARIF 2.1.0, for GitHub's code scanning and other services.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and what GitHub wants beyond it:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from datamodel_check import __version__, rules
from datamodel_check.config.template import HOME
from datamodel_check.markdown.escaping import visible
from datamodel_check.report.identity import identities
from datamodel_check.report.places import others, primary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from datamodel_check.model.finding import Finding
    from datamodel_check.model.location import Location
    from datamodel_check.report.protocol import Report, Style
    from datamodel_check.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

MOST = 5_000
"""Results: GitHub shows no more of one run."""

RELATED = 20
"""Related places of one result; GitHub keeps a hundred places, and nobody reads so many."""

FINGERPRINT = "primaryLocationLineHash"
"""The one name that GitHub heeds. Its own value is a hash of the line: of the sections that are stale because of one
column it would keep one. (It warns that the value is not its own, and takes it.)"""


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    results = [_result(finding, identity, report.texts) for finding, identity in identities(report.findings[:MOST])]
    return {
        "tool": {
            "driver": {
                "name": "datamodel-check",
                "informationUri": HOME,
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules.RULES.values()],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "columnKind": "utf16CodeUnits",
        "results": results,
    }


def _notifications(report: Report) -> list[dict[str, Any]]:
    texts = [report.verdict, *map(visible, report.notices)]
    if len(report.findings) > MOST:
        texts.append(f"{len(report.findings) - MOST} more findings are left out.")
    return [{"level": "note", "message": {"text": _literal(text)}} for text in texts]


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name.title().replace("-", ""),
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(rule.why)},
        "helpUri": f"{HOME}/blob/main/docs/rules.md#{rule.code.lower()}-{rule.name}",
        "help": {
            "text": f"{_plain(rule.why)}\n\nCure: {_plain(rule.cure)}",
            "markdown": f"{rule.why}\n\n```text\n{rule.example}\n```\n\n**Cure.** {rule.cure}\n",
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": ["documentation", "data-model"], "precision": "very-high"},
    }


def _plain(markdown: str) -> str:
    return markdown.replace("`", "'")


def _result(finding: Finding, identity: str, texts: Mapping[str, bytes]) -> dict[str, Any]:
    place = primary(finding)
    related = others(finding)[:RELATED]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": list(rules.RULES).index(finding.rule),
        "level": finding.severity,
        "message": {"text": _message(finding, place)},
        "locations": [_location(place, texts)],
        "partialFingerprints": {FINGERPRINT: identity},
    }
    if related:
        result["relatedLocations"] = [
            {"id": number, **_location(location, texts), "message": {"text": _literal(visible(str(location)))}}
            for number, location in enumerate(related, 1)
        ]
    return result


def _message(finding: Finding, place: Location) -> str:
    """Where the place is not the finding's own, that one is linked to: it is the first of the related."""
    parts = [finding.message, *(change.text for change in finding.changes), finding.cure or ""]
    said = [_literal(_sentence(visible(part))) for part in parts if part]
    if place != finding.location:
        said.insert(1, f"It stands in [{_link_text(visible(finding.location.path))}](1).")
    return "\n".join(said)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _literal(text: str) -> str:
    """In messages `[text](target)` is a link (section 3.11.6)."""
    return text.replace("](", "\\](")


def _link_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


# --- places ----------------------------------------------------------------------------------------------------------


def _location(location: Location, texts: Mapping[str, bytes]) -> dict[str, Any]:
    uri = quote(location.path, safe="/", errors="surrogateescape")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": _region(location, texts),
        }
    }


def _region(location: Location, texts: Mapping[str, bytes]) -> dict[str, int]:
    """The span's part on its first line: GitHub wants every line of an alert to be in the diff of a pull request."""
    start, end = _columns(location, texts)
    line = location.line
    return {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end}


def _columns(location: Location, texts: Mapping[str, bytes]) -> tuple[int, int]:
    content = texts.get(location.path, b"")
    span = location.span
    start = content.rfind(b"\n", 0, span.start) + 1
    stop = content.find(b"\n", span.start)
    end = min(span.end, len(content) if stop < 0 else stop)
    before = _units(content[start : span.start])
    return before + 1, before + 1 + _units(content[span.start : end].rstrip(b"\r"))


def _units(part: bytes) -> int:
    return len(part.decode("utf-8", "replace").encode("utf-16-le")) // 2
