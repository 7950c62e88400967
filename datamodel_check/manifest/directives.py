"""The directives of a document, in order, and what is wrong with those that cannot be followed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.manifest.lines import Line
from datamodel_check.manifest.syntax import DIRECTIVE, MENTION, MalformedDirectiveError, comment, parse
from datamodel_check.model.document import Argument, Problem
from datamodel_check.model.location import Span

OPENING = ("begin", "review")
ALONE = ("ignore", "ignore-document", "review-document")
"""Directives without a closing line."""
WORDS = (*OPENING, "end", *ALONE)

CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")


class Directive(NamedTuple):
    """A directive, where its comment stands, and the next line that is not blank.

    With a `problem` its arguments mean nothing; it still opens or closes a section as its word says.
    """

    word: str
    arguments: tuple[Argument, ...]
    span: Span
    below: Line | None = None
    problem: Problem | None = None


def find_directives(lines: Sequence[Line], *, mdx: bool) -> Iterator[Directive]:
    """The directives that stand in `lines`."""
    for line, below in zip(lines, (*lines[1:], None), strict=False):
        text = line.text.decode()
        match = DIRECTIVE.fullmatch(text) if line.kind == "comment" else None
        if match is not None:
            start = line.span.start + len(text[: match.start("comment")].encode())
            span = Span(start, start + len(match["comment"].encode()), line.span.line)
            yield _directive(match, span, mdx=mdx)._replace(below=below)
        elif problem := _misplaced(line, text):
            yield Directive("", (), line.span, below, problem)


def _directive(match: re.Match[str], span: Span, *, mdx: bool) -> Directive:
    payload = match["markdown"] if match["mdx"] is None else match["mdx"]
    try:
        word, arguments = parse(payload)
    except MalformedDirectiveError as error:
        word = payload.split(maxsplit=1)[0]
        return Directive(word, (), span, None, Problem("malformed", str(error), span, "Mend the quotation marks."))
    problem = None
    if (match["mdx"] is not None) != mdx:
        kind = "MDX" if mdx else "Markdown"
        message = f"this comment is none in {kind}"
        problem = Problem("malformed", message, span, f"Write `{comment(payload.strip(), mdx=mdx)}`.")
    elif word not in WORDS:
        return _unknown(word, span)
    elif word in OPENING and not arguments:
        what = "view" if word == "begin" else "section"
        problem = Problem("malformed", f"`datamodel:{word}` names no {what}", span, HINTS[word])
    return Directive(word, arguments, span, None, problem)


HINTS = {
    "begin": "Name the view that belongs here, as in `datamodel:begin tables`.",
    "review": "Give the section a name and say what it depends on, as in `datamodel:review referrals table:user`.",
}


def _unknown(word: str, span: Span) -> Directive:
    """What was probably meant still opens or closes a section, so that one slip is one finding."""
    from difflib import get_close_matches

    meant = get_close_matches(word, WORDS, 1)
    hint = f"Did you mean `datamodel:{meant[0]}`?" if meant else f"Write one of {', '.join(WORDS)}."
    problem = Problem("unknown", f"there is no directive `datamodel:{word}`", span, hint)
    return Directive(meant[0] if meant else "", (), span, None, problem)


def _misplaced(line: Line, text: str) -> Problem | None:
    """What looks like a directive and is none, because it shares its line or goes on over several."""
    if line.kind in {"fence", "heading"}:
        return None
    if line.kind == "raw":
        if MENTION.match(text.lstrip()) is None:
            return None
        return Problem("malformed", "this directive does not end on its line", line.span, "Write it on one line.")
    bare = CODE_SPAN.sub("", text)
    if MENTION.search(bare) is None or "`" in bare or text.startswith(("    ", "\t")):
        return None
    hint = "Put it on a line of its own, with a blank line on both sides, and not more than three spaces before it."
    return Problem("malformed", "this directive does not stand alone on its line", line.span, hint)
