"""JUnit's XML, as CI servers read it: a test case for each finding, in a suite for each file.

There is no official schema; this is what Jenkins, GitLab, Azure Pipelines and CircleCI have in common. What is no error
fails nothing, so it is a skipped case.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from datamodel_check import rules
from datamodel_check.markdown.escaping import visible
from datamodel_check.report.wording import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from datamodel_check.model.finding import Finding
    from datamodel_check.report.protocol import Report, Style

NO_XML = re.compile("[\ufffe\uffff]")
"""What XML has no way to say, beyond what is made visible anyway."""


def render(report: Report, style: Style) -> str:  # noqa: ARG001  the same for every reader
    root = Element("testsuites", name="datamodel-check")
    if not report.findings:
        suite = SubElement(root, "testsuite", name="datamodel-check")
        SubElement(suite, "testcase", classname="datamodel-check", name=report.verdict)
    for path, findings in groupby(report.findings, key=lambda finding: finding.location.path):
        _add_suite(root, _text(path), findings)
    for element in (*root, root):
        _count(element)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_suite(root: Element, path: str, findings: Iterable[Finding]) -> None:
    suite = SubElement(root, "testsuite", name=path)
    for finding in findings:
        name = f"{finding.rule} {rules.RULES[finding.rule].name}, line {finding.location.line}"
        if finding.section:
            name += f": {finding.section}"
        case = SubElement(
            suite, "testcase", classname=path, name=_text(name), file=path, line=str(finding.location.line)
        )
        message = _text(finding.message)
        if finding.severity == "error":
            failure = SubElement(case, "failure", message=message, type=finding.rule)
            failure.text = "\n".join(map(_text, (f"{finding.location}:", *lines(finding, finding.location))))
        else:
            SubElement(case, "skipped", message=f"{finding.severity}: {message}")


def _count(element: Element) -> None:
    counts = {"tests": "testcase", "failures": "failure", "skipped": "skipped"}
    for name, tag in counts.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))
    element.set("errors", "0")


def _text(text: str) -> str:
    return NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(text))
