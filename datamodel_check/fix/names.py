"""New names in reviewed prose, for what was renamed: in code spans, and in the selectors of the opening line."""

import re
from collections.abc import Iterator, Mapping

from datamodel_check.fix.plan import Edit
from datamodel_check.manifest.lines import open_lines
from datamodel_check.manifest.syntax import comment, write
from datamodel_check.model.document import Argument, Document, Section
from datamodel_check.model.facts import Review
from datamodel_check.model.location import Span

_CODE = re.compile(rb"(?<!`)(`+)(?!`)(?P<code>[^`]+)\1(?!`)")


def rename(document: Document, review: Review, names: Mapping[str, str]) -> Iterator[Edit]:
    """Edits that write the new names of tables and columns, given by their keys, for the old ones.

    A column's name alone is one of them where nothing else that the section depends on is called so.
    """
    section = review.section
    yield from _opening(document, section, names)
    known = {**names, **_alone(review, names)}
    for line in open_lines(document.content, mdx=document.mdx):
        inside = section.body.start <= line.span.start < section.body.end
        if inside and line.kind in {"text", "heading"}:
            for code in _CODE.finditer(line.text):
                new = known.get(code["code"].decode("utf-8", "replace").strip())
                if new is not None:
                    start, end = (line.span.start + place for place in code.span("code"))
                    yield Edit(section.title, Span(start, end, line.span.line), new)


def _opening(document: Document, section: Section, names: Mapping[str, str]) -> Iterator[Edit]:
    """The opening line with other selectors; that of a whole document does not write its name."""
    new = tuple(argument._replace(value=_selector(argument.value, names)) for argument in section.arguments)
    if new == section.arguments:
        return
    written = document.content[section.opening.start : section.opening.end]
    is_whole = b"datamodel:review-document" in written
    line = write("review-document", new) if is_whole else write("review", (Argument(None, section.name), *new))
    yield Edit(section.title, section.opening, comment(line, mdx=document.mdx))


def _selector(word: str, names: Mapping[str, str]) -> str:
    kind, _, key = word.partition(":")
    return f"table:{names[key]}" if kind == "table" and key in names else word


def _alone(review: Review, names: Mapping[str, str]) -> Mapping[str, str]:
    """The names of columns without their tables, old to new, as far as they are clear."""
    taken = [fact.name.rpartition(".")[2] for fact in review.chosen if fact.owner is not None]
    found: dict[str, set[str]] = {}
    for old, new in names.items():
        if "." in old and old.rpartition(".")[2] != new.rpartition(".")[2]:
            found.setdefault(old.rpartition(".")[2], set()).add(new.rpartition(".")[2])
    return {old: next(iter(new)) for old, new in found.items() if len(new) == 1 and old not in taken}
