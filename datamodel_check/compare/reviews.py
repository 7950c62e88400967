"""Reviewed sections against the facts that they depend on: is the prose still what somebody has read?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from datamodel_check.compare.mentions import mentions
from datamodel_check.compare.sections import finding
from datamodel_check.manifest.prose import Sentence, sentences
from datamodel_check.model.document import Document, Entry
from datamodel_check.model.facts import Fact, Review
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location

ACCEPT = "Read the section, mend what is no longer true, then run `datamodel-check accept {name}`."

_LONGEST = 120
"""Characters of a sentence that a message quotes."""


class Old(Protocol):
    """What the history of the repository knows of facts, by their keys when somebody read the section."""

    def __call__(self, key: str, digest: str) -> Iterable[str] | None:
        """How a fact changed that had this short digest; None where nobody knows."""

    def renamed(self, key: str) -> str | None:
        """What a table or column is called now; None where it has its old name, or nobody knows."""


def of_review(document: Document, review: Review, old: Old) -> Iterator[Finding]:
    """What is wrong with a reviewed section, if anything."""
    section, entry = review.section, review.section.entry
    if section.conflicted:
        message = f"git's conflict markers stand in `{section.title}`"
        yield finding("DM105", document, section, message, "Resolve the conflict.", fixable=False)
    elif entry is None:
        yield from _unfollowed(document, review)
        if not review.problems:
            message = f"`{section.name}` was never accepted: nobody has said that it is true"
            yield finding("DM104", document, section, message, _cure(review), fixable=False)
    elif entry.facts != review.facts:
        yield _stale(document, review, entry, old)
    else:
        yield from _unfollowed(document, review)


def _cure(review: Review) -> str:
    return ACCEPT.format(name=review.section.name)


def _unfollowed(document: Document, review: Review) -> Iterator[Finding]:
    for problem in review.problems:
        yield finding("DM105", document, review.section, problem.message, problem.hint, fixable=False)


# --- stale prose -----------------------------------------------------------------------------------------------------


def _stale(document: Document, review: Review, entry: Entry, old: Old) -> Finding:
    text = sentences(document, review.section.body)
    found = tuple(_quoted(change, text) for change in changes(review, entry, old))
    places = dict.fromkeys(change.location for change in found if change.location is not None)
    lines = dict.fromkeys(Location(document.path, each.span) for each in _concerned(found, text))
    count = "1 fact that it depends on has" if len(found) == 1 else f"{len(found)} facts that it depends on have"
    message = f"`{review.section.name}` may no longer be true: {count} changed since it was read"
    if review.problems:
        message += "; " + "; ".join(problem.message + " now" for problem in review.problems)
    stale = finding("DM103", document, review.section, message, _cure(review), fixable=False)
    return stale._replace(changes=found, related=(*places, *lines))


def changes(review: Review, entry: Entry, old: Old) -> tuple[Change, ...]:
    """What happened to the facts since the review. What came and what went with one digest was renamed."""
    now = {fact.key: fact for fact in review.chosen}
    digests = {item.name: item.digest for item in review.items}
    before = {item.name: item.digest for item in entry.items}
    gone = [key for key in before if key not in now]
    come = [key for key in now if key not in before]
    told = {key: new for key in gone if (new := old.renamed(key)) is not None}
    gone = [key for key in gone if key not in told]
    come = [key for key in come if key not in told.values()]
    renamed = _renamed({key: before[key] for key in gone}, {key: digests[key] for key in come}, now)
    found = [
        _rename(was, new, now.get(new)) for was, new in {**told, **renamed}.items() if not _follows(was, new, told)
    ]
    found += [_removal(key) for key in gone if key not in renamed]
    found += [_addition(now[key]) for key in come if key not in renamed.values()]
    for key in now.keys() & before.keys():
        if digests[key] != before[key]:
            found += _alterations(now[key], old(key, before[key]))
    return tuple(sorted(found, key=lambda change: (change.subject, change.text)))


def _renamed(gone: Mapping[str, str], come: Mapping[str, str], now: Mapping[str, Fact]) -> dict[str, str]:
    """Old keys to new ones, where each has one digest of its own and they are parts of one thing."""
    pairs = {}
    for key, digest in gone.items():
        new = [other for other, each in come.items() if each == digest and _owner(key) == _owner(other)]
        twins = [other for other, each in gone.items() if each == digest and _owner(key) == _owner(other)]
        if len(new) == 1 and len(twins) == 1 and new[0] in now:
            pairs[key] = new[0]
    return pairs


def _owner(key: str) -> str:
    return key.rpartition(".")[0]


def _follows(was: str, new: str, told: Mapping[str, str]) -> bool:
    """Whether a column has another key only because its table was renamed."""
    return told.get(_owner(was)) == _owner(new) and was.rpartition(".")[2] == new.rpartition(".")[2]


def _rename(was: str, new: str, fact: Fact | None) -> Change:
    name = new.removeprefix(f"{_owner(was)}.")
    return Change("renamed", was, f"{was}: renamed to {name}", fact.location if fact else None)


def _removal(key: str) -> Change:
    return Change("removed", key, f"{key}: removed")


def _addition(fact: Fact) -> Change:
    return Change("added", fact.name, f"{fact.key}: added ({fact.text})", fact.location)


def _alterations(fact: Fact, known: Iterable[str] | None) -> Iterator[Change]:
    if known is None:
        yield Change("changed", fact.name, f"{fact.key}: changed, is now {fact.text}", fact.location)
        return
    for text in known:
        yield Change("changed", fact.name, f"{fact.key}: {text}", fact.location)


# --- what the prose says ---------------------------------------------------------------------------------------------


def _quoted(change: Change, text: Sequence[Sentence]) -> Change:
    """With the first sentence that names the fact."""
    first = next(mentions([_name(change)], text), None)
    if first is None:
        return change
    quote = first.text if len(first.text) <= _LONGEST else f"{first.text[: _LONGEST - 1]}…"
    return change._replace(text=f"{change.text}, but line {first.span.line} says: {quote}")


def _concerned(found: Iterable[Change], text: Sequence[Sentence]) -> Iterator[Sentence]:
    return mentions([_name(change) for change in found], text)


def _name(change: Change) -> str:
    kind, colon, name = change.subject.partition(":")
    return name if colon and kind.isalpha() else change.subject
