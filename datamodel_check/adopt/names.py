"""Which facts a word of prose can mean."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from datamodel_check.model.facts import Fact

_WORD = re.compile(r"[a-z0-9]+|[A-Z][a-z0-9]*")
_PARAMETER = re.compile(r"\[\[?(?:\.\.\.)?[^\]]*\]\]?|\{[^}]*\}|:[^/]+")

PLAIN_KINDS = ("table", "enum", "store", "service", "type")
"""Kinds of facts whose names are words; the first one that knows a word has it."""


class Names:
    """The facts of a repository, to be asked for by what people call them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(facts)

    def called(self, word: str) -> tuple[Fact, ...]:
        """The facts with exactly this name; a path is that of endpoints, with their method or without."""
        word = word.removesuffix("()")
        if "/" in word:
            return self._routes.get(_path(word), ())
        return self._exact.get(word, ())

    def titled(self, heading: str) -> Fact | None:
        """The table that a heading is about: `Users`, `The user table`, `Credit ledger`."""
        words = [word.lower() for word in _WORD.findall(heading.replace("`", ""))]
        bare = "".join(word for word in words if word not in _NOISE)
        return next((self._tables[each] for each in _numbers(bare) if each in self._tables), None)

    def columns(self, word: str) -> tuple[Fact, ...]:
        """The columns that are called so, in whatever case: `referral_limit`, `referralLimit`, `referral limit`."""
        return self._columns.get(_bare(word), ())

    @cached_property
    def _exact(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in sorted(self._plain, key=lambda fact: PLAIN_KINDS.index(fact.kind)):
            known = found.setdefault(fact.name, [])
            if not known:
                known.append(fact)
        return {name: tuple(facts) for name, facts in found.items()}

    @cached_property
    def _tables(self) -> dict[str, Fact]:
        whole = (fact for fact in self._facts if fact.kind == "table" and fact.owner is None)
        return {each: fact for fact in whole for each in _numbers(_bare(fact.name.rpartition(".")[2]))}

    @cached_property
    def _columns(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self._facts:
            if fact.kind == "table" and fact.owner is not None:
                found.setdefault(_bare(fact.name.rpartition(".")[2]), []).append(fact)
        return {name: tuple(facts) for name, facts in found.items()}

    @cached_property
    def _routes(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for fact in self._facts:
            method, _, path = fact.name.partition(" ")
            if fact.kind == "route" and _is_telling(path):
                for name in (f"{method} {path}", path):
                    found.setdefault(_path(name), []).append(fact)
        return {name: tuple(facts) for name, facts in found.items()}

    @property
    def _plain(self) -> Iterator[Fact]:
        return (fact for fact in self._facts if fact.kind in PLAIN_KINDS)


_NOISE = frozenset(
    ("the", "a", "an", "and", "of", "table", "tables", "model", "models", "entity", "entities", "collection", "schema")
)
"""Words of headings that say what a thing is and not which."""


def _bare(word: str) -> str:
    return "".join(each.lower() for each in _WORD.findall(word))


def _numbers(word: str) -> Iterator[str]:
    """A word, and what it is in the other number."""
    if not word:
        return
    yield word
    yield f"{word}s"
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith("y"):
        yield f"{word[:-1]}ies"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def _is_telling(path: str) -> bool:
    """Whether a path could be no other one: it has a part that is no parameter."""
    return any(part not in {"", ":"} for part in _path(path).split("/"))


def _path(written: str) -> str:
    """A route however its parameters are written."""
    return _PARAMETER.sub(":", written).rstrip("/")
