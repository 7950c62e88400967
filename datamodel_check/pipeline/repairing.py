"""What makes findings go."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check import discover, fingerprint, fix, manifest
from datamodel_check.pipeline.checking import judge
from datamodel_check.pipeline.past import Past
from datamodel_check.pipeline.reading import pages
from datamodel_check.pipeline.values import Outcome, Page, Repair, State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from datamodel_check.model.facts import Review
    from datamodel_check.model.finding import Finding
    from datamodel_check.model.snapshot import Snapshot


class Repairing(NamedTuple):
    """What may be written beside stale sections: sections that a person edited, new names in reviewed prose."""

    overwrite_edits: bool = False
    names: bool = False


def repair(outcome: Outcome, paths: Sequence[str] = (), what: Repairing = Repairing(), *, write: bool) -> Outcome:  # noqa: B008 - immutable
    """What makes the findings go, as far as the tool may do that; with `write` on the disk. Raises `WriteError`."""
    state, snapshot = outcome.state, outcome.snapshot
    made = _on_disk(state, snapshot) if state.staged else outcome.pages
    repairs = _repairs(state, made, {_place(finding) for finding in outcome.findings}, what)
    if write:
        for one in repairs:
            fix.write(os.path.join(state.repository.root, one.path), one.before, one.after)
    made = _after(state, snapshot, made, repairs)
    left = judge(state, snapshot, made, paths)
    marks = {finding._replace(introduced=None): finding for finding in outcome.findings}
    left = left._replace(findings=tuple(marks.get(finding, finding) for finding in left.findings))
    if state.staged:
        return _still_staged(outcome, repairs, {page.document.path for page in made}, left.findings)
    return outcome._replace(pages=made, findings=left.findings, suppressed=left.suppressed, repairs=repairs)


def _on_disk(state: State, snapshot: Snapshot) -> tuple[Page, ...]:
    """The documents as the disk has them: that is what is written, also where the index is judged."""
    disk = state._replace(tree=state.repository.tree(staged=False))
    found, _ = discover.documents(disk.tree, disk.options.is_document, disk.options.is_prose)
    return pages(state, (manifest.read(path, content) for path, content in found), snapshot)


def _repairs(
    state: State, made: Iterable[Page], wanted: Collection[tuple[str, str | None]], what: Repairing
) -> tuple[Repair, ...]:
    """New bytes for each page that has one of the wanted sections, by document and title, and can be repaired."""
    repairs = []
    for page in made:
        document = page.document
        chosen = [claim for claim in page.claims if (document.path, claim.section.title) in wanted]
        plan = fix.plan(
            document, chosen, fingerprint.text_digest, layout=state.layout, overwrite_edits=what.overwrite_edits
        )
        stated = [one for one in page.statements if (document.path, one.value.title) in wanted and not one.problem]
        edits = [*plan.edits, *(fix.restate(document, one) for one in stated)]
        if what.names:
            edits += (
                edit
                for one in page.reviews
                if (document.path, one.section.title) in wanted
                for edit in _names(state, page, one)
            )
        if edits:
            after = fix.apply(document.content, edits)
            titles = tuple(dict.fromkeys(edit.title for edit in edits))
            repairs.append(Repair(document.path, document.content, after, titles))
    return tuple(repairs)


def _names(state: State, page: Page, review: Review) -> Iterator[fix.Edit]:
    """New names in the prose of a section, for what was renamed since somebody read it."""
    entry = review.section.entry
    past = Past(state, page, review)
    names = {item.name: new for item in (entry.items if entry else ()) if (new := past.renamed(item.name)) is not None}
    yield from fix.rename(page.document, review, names)


def _after(state: State, snapshot: Snapshot, made: Iterable[Page], repairs: Iterable[Repair]) -> tuple[Page, ...]:
    """The pages as they are after the repairs."""
    new = {repair.path: manifest.read(repair.path, repair.after) for repair in repairs}
    return pages(state, (new.get(page.document.path, page.document) for page in made), snapshot)


def _still_staged(
    outcome: Outcome, repairs: tuple[Repair, ...], on_disk: Collection[str], left: Iterable[Finding]
) -> Outcome:
    """What is written does not change the index: there a finding goes only when somebody stages the document."""
    repaired = {(repair.path, title) for repair in repairs for title in repair.sections}
    findings = tuple(finding for finding in outcome.findings if _place(finding) not in repaired)
    wrong = {_place(finding) for finding in left}
    unstaged = {
        finding.location.path
        for finding in findings
        if finding.fixable and finding.location.path in on_disk and _place(finding) not in wrong
    }
    return outcome._replace(findings=findings, repairs=repairs, unstaged=tuple(sorted(unstaged)))


def _place(finding: Finding) -> tuple[str, str | None]:
    """The section that a finding is about: its document and its title."""
    return finding.location.path, finding.section
