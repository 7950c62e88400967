"""What generated sections said of the base, where a hand or an older layout may have changed what the document says."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datamodel_check.compare.sections import explain, places_of
from datamodel_check.model.claim import Claim
from datamodel_check.model.finding import Finding
from datamodel_check.model.snapshot import Snapshot

_EXPLAINED = {"DM101", "DM102"}


class Told(NamedTuple):
    """The sections of a document as they ought to be."""

    path: str
    claims: tuple[Claim, ...]
    snapshot: Snapshot


def with_old_values(findings: Iterable[Finding], now: Iterable[Told], base: Iterable[Told]) -> Iterator[Finding]:
    """The findings, their changes told from the base where a section was written from the facts of the base."""
    known = dict(_by_place(now))
    before = dict(_by_place(base))
    for finding in findings:
        place = (finding.location.path, finding.section)
        if finding.rule in _EXPLAINED and finding.changes and place in known and place in before:
            yield _told(finding, *known[place], before[place][0])
        else:
            yield finding


def _by_place(pages: Iterable[Told]) -> Iterator[tuple[tuple[str, str | None], tuple[Claim, Snapshot]]]:
    for page in pages:
        for claim in page.claims:
            yield (page.path, claim.section.title), (claim, page.snapshot)


def _told(finding: Finding, claim: Claim, snapshot: Snapshot, then: Claim) -> Finding:
    entry = claim.section.entry
    if entry is None or entry.facts != then.facts:
        return finding
    changes = explain(then.blocks(), claim, snapshot)
    if not changes:
        return finding
    related = places_of(changes) if finding.related else ()
    return finding._replace(changes=changes, related=related)
