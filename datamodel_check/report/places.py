"""Which line a finding belongs to where reviewers read it: beside the changes of a pull request.

What went stale is a section, and what changed is the code: that line is in the diff, the section's is not. GitHub hides
annotations outside the diff, and code scanning shows an alert in a pull request only where its lines are in the diff.
"""

from datamodel_check.model.finding import Finding
from datamodel_check.model.location import Location


def primary(finding: Finding) -> Location:
    """Of a finding about a section the first line of the code that concerns it; else where the finding stands."""
    return finding.related[0] if finding.section is not None and finding.related else finding.location


def others(finding: Finding) -> tuple[Location, ...]:
    """The places beside the primary one, the section's first."""
    first = primary(finding)
    return tuple(dict.fromkeys(place for place in (finding.location, *finding.related) if place != first))
