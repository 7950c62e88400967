"""A finding in words, for formats that have one field for all of it."""

from collections.abc import Sequence

from datamodel_check.markdown.escaping import visible
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location


def lines(finding: Finding, place: Location) -> tuple[str, ...]:
    """Message, changes and cure; first the finding's own place where it is shown at another one."""
    where = "" if place == finding.location else f"{finding.location}: "
    changes = (change.text for change in finding.changes)
    parts = (where + finding.message, *changes, since(finding), finding.cure or "")
    return tuple(visible(line) for line in parts if line)


def few(changes: Sequence[Change], most: int) -> tuple[Sequence[Change], str]:
    """As many changes as somebody reads in one place, and in words how many are left out."""
    if len(changes) <= most:
        return changes, ""
    return changes[: most - 1], f"and {len(changes) - most + 1} more, which `--output-format json` tells"


def since(finding: Finding) -> str:
    """Whose change it is, where a base revision says so."""
    if finding.introduced is None:
        return ""
    return "introduced by this change" if finding.introduced else "already so before this change"
