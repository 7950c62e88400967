"""Which facts a passage of prose speaks of."""

import re
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.adopt.names import Names
from datamodel_check.manifest.passages import Passage
from datamodel_check.model.facts import Fact

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)")
_CELL = re.compile(r"\|\s*([A-Za-z]\w*)\s*(?=\|)")
_TELLING = re.compile(r"(?<![\w./-])(?:[A-Za-z]\w*\.)?[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+(?![\w/-])")
"""A word that nobody writes by chance: it has an underscore."""
_SPEAKING = 5
"""Letters of a column's name that is recognised below other headings than its table's: `id` and `name` are words."""
_ROUTE = re.compile(r"(?<![\w/`.])(?:(?:GET|POST|PUT|PATCH|DELETE)\s+)?/[\w\[\]:{}*./-]+")


def facts_of(passage: Passage, names: Names) -> tuple[Fact, ...]:
    """What the passage names, each fact once: tables that its heading is about, and what stands in code, cells, routes.

    A column by its bare name needs a table to belong to, that a heading or the passage itself names; without one only a
    telling name that one table alone has is recognised.
    """
    title = names.titled(passage.title)
    words = tuple(dict.fromkeys(_words(passage)))
    called = [fact for word in words for fact in names.called(word)]
    tables = _tables(title, called, passage, names)
    others = (word for word in words if not names.called(word) and (title is not None or len(word) >= _SPEAKING))
    columns = [fact for word in others for fact in _columns(word, tables, names)]
    return tuple(dict.fromkeys([*([title] if title else []), *called, *columns]))


def _words(passage: Passage) -> Iterator[str]:
    for text in (passage.title, *(sentence.text for sentence in passage.sentences)):
        yield from (match["code"].strip() for match in _CODE.finditer(text))
        plain = _CODE.sub(" ", text)
        yield from (match[0].rstrip(".") for match in _ROUTE.finditer(plain))
        yield from (match[0] for match in _TELLING.finditer(plain))
        if text.startswith("|"):
            yield from _CELL.findall(plain)


def _tables(title: Fact | None, called: Iterable[Fact], passage: Passage, names: Names) -> frozenset[str]:
    """The tables that bare names of columns may belong to: of the heading, else of the text, else of headings above."""
    if title is not None:
        return frozenset({title.name})
    named = {fact.owner or fact.name for fact in called if fact.kind == "table"}
    above = (names.titled(heading) for heading in reversed(passage.above))
    return frozenset(named or [fact.name for fact in above if fact is not None][:1])


def _columns(word: str, tables: frozenset[str], names: Names) -> Sequence[Fact]:
    found = names.columns(word)
    mine = [fact for fact in found if fact.owner in tables]
    if mine or tables:
        return mine if len(mine) == 1 else ()
    is_telling = "_" in word or re.search(r"[a-z][A-Z]", word) is not None
    return found if is_telling and len(found) == 1 else ()
