"""What could not be read or resolved in the code, as findings: it must never look as if it were not there."""

from collections.abc import Collection, Iterator

from datamodel_check import rules
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.snapshot import Detection, Diagnostic, Snapshot

CODES = {"unresolved": "DM901", "unreadable": "DM902"}


def of_snapshot(snapshot: Snapshot, readable: Collection[str]) -> Iterator[Finding]:
    """A finding for each diagnostic, and for each system of `readable` that is declared and yields no table.

    The latter is worse than something unresolved at the same place, which says it in other words.
    """
    with_tables = {source.system for source in snapshot.sources if source.tables}
    without = [
        _without_tables(detection)
        for detection in snapshot.detections
        if detection.detected and detection.system in readable and detection.system not in with_tables
    ]
    places = {finding.location for finding in without}
    yield from without
    for diagnostic in snapshot.diagnostics:
        if diagnostic.code == "unreadable" or diagnostic.location not in places:
            yield _of_diagnostic(diagnostic)


def _of_diagnostic(diagnostic: Diagnostic) -> Finding:
    code = CODES[diagnostic.code]
    return Finding(code, rules.RULES[code].severity, diagnostic.location, diagnostic.message, cure=diagnostic.hint)


def _without_tables(detection: Detection) -> Finding:
    first = detection.evidence[0]
    return Finding(
        "DM902",
        rules.RULES["DM902"].severity,
        Location(first.path, NOWHERE._replace(line=first.line)),
        f"{detection.system} is declared here, but not one table was found",
        cure="Run `datamodel-check detect` to see what was passed over, and name the schema's files in `sources`.",
    )
