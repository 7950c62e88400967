"""What the configuration says of findings: their severity, and which are not reported."""

from collections.abc import Iterable
from typing import NamedTuple

from datamodel_check.config import Options
from datamodel_check.model.finding import Finding


class Kept(NamedTuple):
    """The findings to report, sorted by place, and how many are suppressed."""

    findings: tuple[Finding, ...]
    suppressed: int


def keep(findings: Iterable[Finding], options: Options) -> Kept:
    """The findings that the options let through, each once, with the severity that they give them."""
    found = dict.fromkeys(findings)
    kept = [
        finding._replace(severity=options.severity_of(finding.rule))
        for finding in found
        if options.reports(finding.rule)
    ]
    return Kept(tuple(sorted(kept, key=lambda finding: finding.place)), len(found) - len(kept))
