"""Which findings a change introduced, and which were there before it."""

from collections.abc import Hashable, Iterable

from datamodel_check.model.finding import Finding


def mark(findings: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each saying whether it is new; `before` are those of the revision that the change began at.

    A finding whose changes were all told before is an old one. Lines move with every edit, so they do not count.
    """
    known: dict[Hashable, set[str]] = {}
    for finding in before:
        known.setdefault(_identity(finding), set()).update(change.text for change in finding.changes)
    return tuple(finding._replace(introduced=_is_new(finding, known)) for finding in findings)


def _is_new(finding: Finding, known: dict[Hashable, set[str]]) -> bool:
    told = known.get(_identity(finding))
    return told is None or any(change.text not in told for change in finding.changes)


def _identity(finding: Finding) -> Hashable:
    """Where it stands and what it is about; what it says beside that may count its changes."""
    about = None if finding.changes else finding.message
    return finding.rule, finding.location.path, finding.section, about
