"""Reviewed sections for a document that has none yet: around which passages, and what these depend on."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from datamodel_check.adopt.names import Names
from datamodel_check.adopt.recognition import facts_of
from datamodel_check.manifest.passages import Passage, passages
from datamodel_check.manifest.syntax import comment, write
from datamodel_check.model.document import Argument, Document
from datamodel_check.model.facts import Fact
from datamodel_check.model.location import Span


class Proposal(NamedTuple):
    """A reviewed section: its name, its selectors as they are written, and the lines that it holds."""

    name: str
    selectors: tuple[str, ...]
    span: Span


def proposals(document: Document, names: Names) -> Iterator[Proposal]:
    """One for each passage that names a fact, in the document's order."""
    taken = {section.name for section in document.sections if section.kind == "review"}
    for passage in passages(document):
        found = facts_of(passage, names)
        if found:
            name = _name(passage, document.path, taken)
            taken.add(name)
            yield Proposal(name, tuple(_selectors(found, names.titled(passage.title))), passage.span)


def wrapped(document: Document, proposed: Iterable[Proposal]) -> bytes:
    """The document with an opening and a closing line around each passage; every other byte is as it was."""
    content = document.content
    for one in sorted(proposed, key=lambda one: one.span, reverse=True):
        opening, closing = _lines(one, mdx=document.mdx)
        gap = document.newline.encode()
        before, after = content[: one.span.start], content[one.span.end :]
        above = gap if _PREVIOUS_LINE.search(before) else b""
        below = gap if _NEXT_LINE.match(after) else b""
        prose = content[one.span.start : one.span.end]
        content = before + above + opening + gap * 2 + prose + gap * 2 + closing + below + after
    return content


_PREVIOUS_LINE = re.compile(rb"[^\s][ \t]*\r?\n\Z|[^\s]\r\Z")
_NEXT_LINE = re.compile(rb"(?:\r\n|\n|\r)[ \t]*[^\s]")


def _lines(one: Proposal, *, mdx: bool) -> tuple[bytes, bytes]:
    words = (word for selector in one.selectors for word in selector.split(" "))
    arguments = (Argument(None, one.name), *(Argument(None, word) for word in words))
    return comment(write("review", arguments), mdx=mdx).encode(), comment("end", mdx=mdx).encode()


# --- names -----------------------------------------------------------------------------------------------------------


def _name(passage: Passage, path: str, taken: Collection[str]) -> str:
    """The heading in words and hyphens, as the anchors of its page are made; the file's name above the first one."""
    title = passage.title or path.rpartition("/")[2].partition(".")[0]
    bare = "-".join(re.findall(r"\w+", title.lower())) or "section"
    names = (bare, *(f"{bare}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


# --- selectors -------------------------------------------------------------------------------------------------------

MANY = 4
"""Whoever names as many columns of a table speaks of the table."""


def _selectors(facts: Collection[Fact], titled: Fact | None) -> Iterator[str]:
    """The narrowest selectors for what a passage names: its columns, or the table where it is about that."""
    tables = dict.fromkeys(fact.owner or fact.name for fact in facts if fact.kind == "table")
    for table in tables:
        columns = [fact.name for fact in facts if fact.kind == "table" and fact.owner == table]
        is_whole = not columns or len(columns) >= MANY or (titled is not None and titled.name == table)
        yield from [f"table:{table}"] if is_whole else (f"table:{column}" for column in columns)
    others = {(fact.kind, fact.name) for fact in facts}
    for fact in facts:
        if fact.kind != "table" and (fact.kind, fact.owner) not in others:
            yield f"{fact.kind}:{fact.name}"
