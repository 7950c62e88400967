r"""Values in prose that are bound to facts, inline or as a list of their own:

There are <!-- datamodel:value count tables -->18<!-- datamodel:end --> tables.

<!-- datamodel:value list tables -->
- `user`
- `session`
<!-- datamodel:end -->
"""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.manifest.lines import Line
from datamodel_check.manifest.syntax import MalformedDirectiveError, parse
from datamodel_check.model.document import Problem, Value
from datamodel_check.model.location import Span

_CODE_SPAN = re.compile(rb"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_OPENING = re.compile(
    rb"<!--[ \t]*datamodel:(value\b(?:(?!-->).)*)-->|\{/\*[ \t]*datamodel:(value\b(?:(?!\*/).)*)\*/\}"
)
_CLOSING = re.compile(rb"<!--[ \t]*datamodel:end\b(?:(?!-->).)*-->|\{/\*[ \t]*datamodel:end\b(?:(?!\*/).)*\*/\}")


def find_values(lines: Iterable[Line], problems: list[Problem]) -> tuple[tuple[Value, ...], tuple[Line, ...]]:
    """The values, and the lines without the comments around them: those are no directives of sections."""
    values: list[Value] = []
    left: list[Line] = []
    waiting: Value | None = None
    for line in lines:
        if waiting is not None and line.kind == "comment" and _CLOSING.fullmatch(line.text.strip()):
            body = Span(waiting.opening.end, line.span.start, waiting.opening.line)
            values.append(waiting._replace(body=body))
            waiting = None
            continue
        found = _OPENING.fullmatch(line.text.strip()) if line.kind == "comment" else None
        if found is not None:
            problems += [_unclosed(waiting)] if waiting is not None else []
            waiting = _value(found, line.span, line.span, problems, block=True)
            continue
        inline = tuple(_inline(line, problems)) if line.kind in {"text", "heading", "comment"} else ()
        values += (value for value, is_closed in inline if is_closed)
        problems += (_unclosed(value) for value, is_closed in inline if not is_closed)
        left.append(_without(line, (value for value, _ in inline)) if inline else line)
    problems += [_unclosed(waiting)] if waiting is not None else []
    return tuple(values), tuple(left)


def _inline(line: Line, problems: list[Problem]) -> Iterator[tuple[Value, bool]]:
    """The values that begin in a line, and whether they end there."""
    bare = _CODE_SPAN.sub(lambda found: b" " * len(found[0]), line.text)
    for opening in _OPENING.finditer(bare):
        start, end = line.span.start + opening.start(), line.span.start + opening.end()
        closing = _CLOSING.search(bare, opening.end())
        value = _value(opening, Span(start, end, line.span.line), line.span, problems, block=False)
        if closing is None:
            yield value, False
        else:
            yield value._replace(body=Span(end, line.span.start + closing.start(), line.span.line)), True


def _value(found: re.Match[bytes], opening: Span, line: Span, problems: list[Problem], *, block: bool) -> Value:
    payload = (found[1] or found[2]).decode("utf-8", "replace")
    try:
        arguments = parse(payload).arguments
    except MalformedDirectiveError as error:
        problems.append(Problem("malformed", str(error), line, "Mend the quotation marks."))
        arguments = ()
    return Value(arguments, opening, Span(opening.end, opening.end, opening.line), block)


def _unclosed(value: Value) -> Problem:
    hint = "Write `datamodel:end` in a comment right behind the value."
    return Problem("unclosed", f"`{value.title}` has no closing comment", value.opening, hint)


def _without(line: Line, values: Iterable[Value]) -> Line:
    """The line with blanks in place of its values and their comments."""
    text = line.text
    for value in values:
        start = value.opening.start - line.span.start
        closing = _CLOSING.match(text, value.body.end - line.span.start)
        end = closing.end() if closing else value.body.end - line.span.start
        text = text[:start] + b" " * (end - start) + text[end:]
    return line._replace(text=text)
