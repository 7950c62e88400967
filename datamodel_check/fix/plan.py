"""Which generated sections of a document are written anew, and which are refused, and why."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from datamodel_check.manifest import codec
from datamodel_check.markdown import Layout, print_blocks, stated
from datamodel_check.model.claim import Claim
from datamodel_check.model.document import Document, Entry, Section
from datamodel_check.model.facts import Statement
from datamodel_check.model.location import Span


class Edit(NamedTuple):
    """New text for a stretch of a document: a section's body and closing line, or a value. `title` says which."""

    title: str
    span: Span
    text: str


class Refusal(NamedTuple):
    """A stale section that is left as it is; `reason` is a clause, `cure` a sentence."""

    section: Section
    reason: str
    cure: str


class Plan(NamedTuple):
    edits: tuple[Edit, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def plan(
    document: Document,
    claims: Iterable[Claim],
    text_digest: Callable[[str], str],
    *,
    layout: Layout = Layout(),  # noqa: B008 - immutable
    overwrite_edits: bool = False,
) -> Plan:
    """What to write so that every generated section says what it ought to say.

    A section whose facts and words are those of its closing line is left alone, whatever its layout. One that a person
    edited is refused without `overwrite_edits`, unless it reads as it would be written: then only its closing line is.
    """
    edits, refusals = [], []
    for claim in claims:
        if claim.problem is not None:
            continue
        outcome = _judge(document, claim, text_digest, layout, overwrite_edits=overwrite_edits)
        if isinstance(outcome, Edit):
            edits.append(outcome)
        elif isinstance(outcome, Refusal):
            refusals.append(outcome)
    return Plan(tuple(edits), tuple(refusals))


def _judge(
    document: Document, claim: Claim, text_digest: Callable[[str], str], layout: Layout, *, overwrite_edits: bool
) -> Edit | Refusal | None:
    section, entry = claim.section, claim.section.entry
    if _is_newer(document, section):
        return Refusal(section, "a newer version of datamodel-check wrote it", "Upgrade datamodel-check.")
    now = text_digest(document.body(section))
    recorded = entry if entry is not None and entry.text is not None and not section.conflicted else None
    is_edited = recorded is not None and recorded.text != now
    if recorded is not None and recorded.facts == claim.facts and not is_edited:
        return None
    text = print_blocks(
        claim.blocks(),
        path=document.path,
        depth=section.depth,
        newline=document.newline,
        mdx=document.mdx,
        layout=layout,
    )
    ought = text_digest(text)
    line = codec.write(Entry(codec.SCHEME, claim.facts, ought), mdx=document.mdx)
    if is_edited and ought == now:
        return Edit(section.title, section.closing, line)
    if is_edited and not overwrite_edits:
        return Refusal(section, "a person edited the generated text", OVERWRITE)
    return _rewrite(document, section, text, line)


def restate(document: Document, statement: Statement) -> Edit:
    """A value as it ought to be."""
    names, is_list = statement.names, statement.is_list
    text = stated.restated(statement.written, names, is_list=is_list, newline=document.newline)
    return Edit(statement.value.title, statement.value.body, text)


def closing(document: Document, section: Section, line: str) -> Edit:
    """A new closing line, and nothing else; one that is not there yet is set off from what follows."""
    if section.closing.start < section.closing.end:
        return Edit(section.title, section.closing, line)
    is_followed = NEXT_LINE.match(document.content, section.closing.end) is not None
    return Edit(
        section.title, section.closing, f"{document.newline * 2}{line}{document.newline if is_followed else ''}"
    )


def _rewrite(document: Document, section: Section, text: str, line: str) -> Edit:
    gap = document.newline * 2
    span = Span(section.opening.end, section.closing.end, section.opening.line)
    is_new = not section.closing.start < section.closing.end
    is_followed = is_new and NEXT_LINE.match(document.content, span.end) is not None
    return Edit(section.title, span, f"{gap}{text}{gap}{line}{document.newline if is_followed else ''}")


NEXT_LINE = re.compile(rb"[ \t]*\r?\n[ \t]*[^\s]")
"""The next line is not blank: a new section's closing line must be set off from it."""

OVERWRITE = "Move what was added out of the section, or run `datamodel-check --fix --overwrite-edits` to lose it."


def _is_newer(document: Document, section: Section) -> bool:
    return any(problem.kind == "newer" and problem.span == section.closing for problem in document.problems)
