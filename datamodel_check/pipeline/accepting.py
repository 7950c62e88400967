"""What records that a person has read the prose again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check import compare, fix, manifest
from datamodel_check.manifest import codec
from datamodel_check.model.document import Entry
from datamodel_check.pipeline.past import Past
from datamodel_check.pipeline.reading import needs, pages, read_documents, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Collection

    from datamodel_check.model.facts import Review
    from datamodel_check.model.finding import Change
    from datamodel_check.pipeline.values import Page, State


class Acceptance(NamedTuple):
    """A reviewed section that somebody may accept. `changes` are those of its facts since it was read last."""

    page: Page
    review: Review
    changes: tuple[Change, ...]
    edited: bool
    """Whether its prose differs from that of the last commit."""

    @property
    def name(self) -> str:
        return f"{self.page.document.path}#{self.review.section.name}"


def acceptable(state: State) -> tuple[Acceptance, ...]:
    """The reviewed sections, in order. Raises `RepositoryError` where there are no documents."""
    documents, _ = read_documents(state)
    snapshot = read_snapshot(state, needs(documents))
    made = pages(state, documents, snapshot)
    return tuple(_acceptance(state, page, review) for page in made for review in page.reviews)


def accept(state: State, accepted: Collection[Acceptance]) -> tuple[str, ...]:
    """Records on the disk that sections were read. Returns the documents written. Raises `WriteError`."""
    written = []
    for path in dict.fromkeys(each.page.document.path for each in accepted):
        mine = [each for each in accepted if each.page.document.path == path]
        document = mine[0].page.document
        after = fix.apply(document.content, (_edit(each) for each in mine))
        if after != document.content:
            fix.write(os.path.join(state.repository.root, path), document.content, after)
            written.append(path)
    return tuple(written)


def _edit(acceptance: Acceptance) -> fix.Edit:
    section, review = acceptance.review.section, acceptance.review
    entry = Entry(codec.SCHEME, review.facts, None, review.items)
    return fix.closing(acceptance.page.document, section, codec.write(entry, mdx=acceptance.page.document.mdx))


def _acceptance(state: State, page: Page, review: Review) -> Acceptance:
    entry = review.section.entry
    changed = entry is not None and entry.facts != review.facts
    changes = compare.since_review(review, entry, Past(state, page, review)) if entry and changed else ()
    return Acceptance(page, review, changes, _is_edited(state, page, review))


def _is_edited(state: State, page: Page, review: Review) -> bool:
    repository, document = state.repository, page.document
    if not repository.has_git or not repository.has_commits:
        return True
    tree = repository.revision("HEAD")
    if document.path not in tree:
        return True
    before = manifest.read(document.path, tree.read(document.path))
    sections = (one for one in before.sections if one.kind == "review" and one.name == review.section.name)
    old = next(sections, None)
    return old is None or before.body(old).split() != document.body(review.section).split()
