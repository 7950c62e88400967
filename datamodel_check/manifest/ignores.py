"""Lines that ask for silence: `datamodel:ignore DM202 because …`, and `datamodel:ignore-document` for a document."""

import re
from collections.abc import Iterable, Iterator

from datamodel_check import rules
from datamodel_check.manifest.directives import Directive
from datamodel_check.model.document import Ignore, Problem, Section
from datamodel_check.model.location import Span

_HINT = "Write the rule and the reason, as in `datamodel:ignore DM202 the name is that of another service`."

_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\Z")


def find_ignores(
    content: bytes, directives: Iterable[Directive], sections: Iterable[Section], problems: list[Problem]
) -> Iterator[Ignore]:
    """What is not to be reported. Lines that name no rule or no reason are problems."""
    sections = tuple(sections)
    for directive in directives:
        if directive.word not in {"ignore", "ignore-document"} or directive.problem is not None:
            continue
        words = [argument.value for argument in directive.arguments]
        codes = rules.matching(words[0]) if words else ()
        if not codes:
            hint = rules.suggest(words[0]) if words else _HINT
            named = f"there is no rule `{words[0]}`" if words else f"`datamodel:{directive.word}` names no rule"
            problems.append(Problem("malformed", named, directive.span, hint))
        elif not words[1:]:
            problems.append(
                Problem("malformed", f"`datamodel:{directive.word}` gives no reason", directive.span, _HINT)
            )
        else:
            covers = (
                Span(0, len(content), 1)
                if directive.word == "ignore-document"
                else _below(content, directive, sections)
            )
            yield Ignore(codes, " ".join(words[1:]), directive.span, covers)


def _below(content: bytes, directive: Directive, sections: Iterable[Section]) -> Span:
    """The section, or else the paragraph, list or table, that stands right below."""
    below = directive.below
    if below is None:
        return directive.span
    section = next((each for each in sections if each.opening.line == below.span.line), None)
    if section is not None:
        return directive.span._replace(end=section.closing.end)
    blank = _BLANK.search(content, below.span.end)
    return directive.span._replace(end=blank.start() if blank else len(content))
