"""A finding in words, for formats that have one field for all of it."""

from datamodel_check.markdown.escaping import visible
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import Location


def lines(finding: Finding, place: Location) -> tuple[str, ...]:
    """Message, changes and cure; first the finding's own place where it is shown at another one."""
    where = "" if place == finding.location else f"{finding.location}: "
    changes = (change.text for change in finding.changes)
    return tuple(visible(line) for line in (where + finding.message, *changes, finding.cure or "") if line)
