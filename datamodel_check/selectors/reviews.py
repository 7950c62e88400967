"""What the reviewed sections of a document depend on, judged from a snapshot and the tree."""

from collections.abc import Iterator, Sequence

from datamodel_check.errors import UnreadableFileError
from datamodel_check.model import globs
from datamodel_check.model.document import Document, Item, Problem, Section
from datamodel_check.model.facts import Digest, Fact, Review
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.tree import Tree
from datamodel_check.selectors.selector import Selector, UnknownSelectorError, instead, parse, words

SHORT = 4
"""Hexadecimal digits of one fact's digest."""


def reviews(document: Document, facts: Sequence[Fact], tree: Tree, digest: Digest) -> tuple[Review, ...]:
    """One for each reviewed section, in the document's order; `facts` are all that there are but files."""
    sections = (section for section in document.sections if section.kind == "review")
    return tuple(_review(section, facts, tree, digest) for section in sections)


def _review(section: Section, facts: Sequence[Fact], tree: Tree, digest: Digest) -> Review:
    chosen: dict[str, Fact] = {}
    problems = []
    for word in words(section.arguments):
        try:
            chosen |= {fact.key: fact for fact in _chosen(parse(word), facts, tree)}
        except UnknownSelectorError as error:
            problems.append(Problem("unknown", error.message, section.opening, error.hint))
    if not section.arguments:
        hint = f"Write what it depends on behind its name, as in `datamodel:review {section.name} table:user`."
        problems.append(Problem("unknown", f"`{section.name}` depends on nothing", section.opening, hint))
    digests = {key: digest(fact.value) for key, fact in sorted(chosen.items())}
    items = tuple(Item(key, value[:SHORT]) for key, value in digests.items())
    return Review(section, tuple(chosen.values()), digest(tuple(digests.items())), items, tuple(problems))


def _chosen(selector: Selector, facts: Sequence[Fact], tree: Tree) -> tuple[Fact, ...]:
    """Raises `UnknownSelectorError` where there is nothing to choose: it was misspelt, or what it named is gone."""
    if selector.kind == "file":
        found = tuple(_files(selector.pattern, tree))
    else:
        found = tuple(fact for fact in facts if selector.chooses(fact))
    if not found:
        raise UnknownSelectorError(f"nothing matches `{selector}`", instead(selector, facts))
    return found


def _files(pattern: str, tree: Tree) -> Iterator[Fact]:
    """Files by their bytes, so that any edit counts."""
    from hashlib import sha256

    paths = [pattern] if pattern in tree else [path for path in tree.paths if globs.matches(pattern, path)]
    for path in paths:
        try:
            content = tree.read(path)
        except UnreadableFileError:
            continue
        value = sha256(content.replace(b"\r\n", b"\n")).hexdigest()
        yield Fact("file", path, value, f"{len(content)} bytes", Location(path, NOWHERE))
