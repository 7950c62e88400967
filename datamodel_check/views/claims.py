"""What the sections of a document claim, judged from a snapshot."""

from collections.abc import Callable

from datamodel_check.model.blocks import Block
from datamodel_check.model.claim import Claim
from datamodel_check.model.document import Document, Problem, Section
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.closest import did_you_mean
from datamodel_check.views.protocol import UnknownArgumentError
from datamodel_check.views.registry import VIEWS


def claims(document: Document, snapshot: Snapshot, digest: Callable[[object], str]) -> tuple[Claim, ...]:
    """One claim for each generated section, in the document's order; `digest` makes the fingerprint of a content."""
    return tuple(_claim(section, snapshot, digest) for section in document.sections if section.kind == "view")


def _claim(section: Section, snapshot: Snapshot, digest: Callable[[object], str]) -> Claim:
    view = VIEWS.get(section.name)
    if view is None:
        hint = did_you_mean(section.name, VIEWS) or f"Write one of {', '.join(VIEWS)}."
        return Claim(section, problem=Problem("unknown", f"there is no view `{section.name}`", section.opening, hint))
    try:
        content = view.content(snapshot, section.arguments)
    except UnknownArgumentError as error:
        return Claim(section, problem=Problem("unknown", error.message, section.opening, error.hint))

    def blocks() -> tuple[Block, ...]:
        return view.blocks(content)

    return Claim(section, digest(content), blocks)
