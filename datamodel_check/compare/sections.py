"""Generated sections against the facts: stale, edited by hand, or without a fingerprint."""

from collections.abc import Callable, Sequence

from datamodel_check import rules
from datamodel_check.compare.blocks import changes
from datamodel_check.compare.places import Places
from datamodel_check.markdown import print_blocks, read_blocks
from datamodel_check.model.blocks import Block
from datamodel_check.model.claim import Claim
from datamodel_check.model.document import Document, Section
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location
from datamodel_check.model.snapshot import Snapshot

FIX = "Run `datamodel-check --fix`."
MOVE = "Move your words out of the section, then run `datamodel-check --fix --overwrite-edits`."


def of_section(
    document: Document, claim: Claim, snapshot: Snapshot, text_digest: Callable[[str], str]
) -> Finding | None:
    """What is wrong with a section whose opening line can be followed, if anything."""
    section, entry = claim.section, claim.section.entry
    title = f"`{section.title}`"
    if section.conflicted:
        return finding("DM105", document, section, f"git's conflict markers stand in {title}", FIX, fixable=True)
    if entry is None or entry.text is None:
        return finding("DM104", document, section, f"{title} has no fingerprint yet", FIX, fixable=True)
    moved = entry.facts != claim.facts
    now = text_digest(document.body(section))
    if now == entry.text:
        return _stale(document, claim, snapshot) if moved else None
    if now == text_digest(_ought(document, claim)):
        message = f"{title} says what the code says, but its closing line is of another text"
        return finding("DM104", document, section, message, FIX, fixable=True)
    message = f"{title} was edited by hand" + (", and the code has moved on since" if moved else "")
    found = finding("DM102", document, section, message, MOVE, fixable=False)
    return found._replace(changes=explain(_written(document, claim), claim, snapshot)) if moved else found


def finding(
    code: str, document: Document, section: Section, message: str, cure: str | None, *, fixable: bool
) -> Finding:
    """A finding about a section, at its opening line."""
    location = Location(document.path, section.opening)
    return Finding(code, rules.RULES[code].severity, location, message, section.title, cure=cure, fixable=fixable)


def explain(old: Sequence[Block], claim: Claim, snapshot: Snapshot) -> tuple[Change, ...]:
    """How what a section said differs from what it ought to say, each change with its place in the code."""
    places = Places(snapshot)
    source = next((argument.value for argument in claim.section.arguments if argument.name == "source"), "")
    return tuple(
        change._replace(location=places.find(change.subject, scope or source))
        for scope, change in changes(old, claim.blocks(), claim.section.title)
    )


def _stale(document: Document, claim: Claim, snapshot: Snapshot) -> Finding:
    found = explain(_written(document, claim), claim, snapshot)
    message = f"`{claim.section.title}` is stale"
    if not found:
        message += ": facts changed that its text does not show"
    return finding("DM101", document, claim.section, message, FIX, fixable=True)._replace(
        changes=found, related=places_of(found)
    )


def places_of(found: Sequence[Change]) -> tuple[Location, ...]:
    """Where in the code the changes are, each place once."""
    return tuple(dict.fromkeys(change.location for change in found if change.location is not None))


def _written(document: Document, claim: Claim) -> tuple[Block, ...]:
    return read_blocks(document.body(claim.section), depth=claim.section.depth)


def _ought(document: Document, claim: Claim) -> str:
    return print_blocks(claim.blocks(), path=document.path, depth=claim.section.depth, mdx=document.mdx)
