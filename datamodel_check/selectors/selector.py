"""One selector: how it is written, and which facts it chooses."""

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from datamodel_check.model import globs
from datamodel_check.model.document import Argument
from datamodel_check.model.facts import KINDS, Fact, FactKind
from datamodel_check.views.closest import did_you_mean


class Selector(NamedTuple):
    """`kind:pattern`. `method` is that of `route:GET /api/x`."""

    kind: FactKind
    pattern: str
    method: str | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.method} {self.pattern}" if self.method else f"{self.kind}:{self.pattern}"

    def chooses(self, fact: Fact) -> bool:
        """Whether the fact is named, or is part of what is named."""
        if fact.kind != self.kind:
            return False
        if self.kind == "route":
            return self._is_route(fact.name)
        names = (name for name in (fact.name, fact.owner) if name is not None)
        return any(name == self.pattern or fnmatchcase(name, self.pattern) for name in names)

    def _is_route(self, key: str) -> bool:
        method, _, path = key.rpartition(" ") if not key.startswith("/") else ("", "", key)
        if self.method not in {None, method, "*"}:
            return False
        return path == self.pattern or any(globs.matches(self.pattern, each) for each in (path, f"{path}/"))


class UnknownSelectorError(ValueError):
    """A word is no selector, or chooses nothing. `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def words(arguments: Iterable[Argument]) -> Iterator[str]:
    """The selectors as they are written; `route:GET /api/x` is one word, though a space stands in it."""
    waiting = ""
    for argument in arguments:
        word = f"{argument.name}={argument.value}" if argument.name else argument.value
        if waiting and word.startswith("/"):
            yield f"{waiting} {word}"
            waiting = ""
            continue
        if waiting:
            yield waiting
        waiting = word if word.startswith("route:") and not word.startswith("route:/") else ""
        if not waiting:
            yield word
    if waiting:
        yield waiting


def parse(word: str) -> Selector:
    """Raises `UnknownSelectorError` for a word that is no selector."""
    kind, colon, pattern = word.partition(":")
    if not colon or not pattern:
        raise UnknownSelectorError(f"`{word}` is no selector", "Write a kind and a name, as in `table:user.email`.")
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"Kinds are {', '.join(KINDS)}."
        raise UnknownSelectorError(f"there is no kind of facts `{kind}`", hint)
    if kind == "route" and " " in pattern:
        method, _, path = pattern.partition(" ")
        return Selector("route", path.strip(), method.upper())
    return Selector(kind, pattern)


def instead(selector: Selector, known: Sequence[Fact]) -> str:
    """What was probably meant, or what there is."""
    names = [fact.name for fact in known if fact.kind == selector.kind]
    wanted = f"{selector.method} {selector.pattern}" if selector.method else selector.pattern
    if not names:
        return f"No {selector.kind} was found in this repository: `datamodel-check facts` prints what was."
    close = did_you_mean(wanted, names)
    if close:
        return close.replace("`", f"`{selector.kind}:", 1)
    owners = [fact.name for fact in known if fact.kind == selector.kind and fact.owner is None]
    shown = ", ".join(f"`{name}`" for name in owners[:5]) + (", …" if len(owners) > 5 else "")
    return f"Known are {shown}."
