"""What earlier runs found out about contents, so that it is not found out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from datamodel_check import discover, link, parse
from datamodel_check.extract.protocol import Answer
from datamodel_check.memory import answers, store
from datamodel_check.memory.interests import Interests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from datamodel_check.extract.protocol import Asking, Marks, Settings
    from datamodel_check.model.program import Program
    from datamodel_check.pipeline.values import State

T = TypeVar("T", bound=tuple[object, ...])


def candidates(state: State, marks: Mapping[str, Marks]) -> discover.Candidates:
    """The files that matter to each extractor. What is in git's objects is searched once, whichever run does it."""
    place = store.folder(state.repository.root)
    known = None
    if place is not None and isinstance(state.tree, discover.Index):
        known = Interests(place, store.question([(system, *mark) for system, mark in marks.items()]))
    found = discover.candidates(state.tree, marks, state.options.is_excluded, known)
    if known is not None:
        known.save()
    return found


def asking(state: State, settings: Settings) -> Asking:
    """Answers parts of the facts; from memory where all files that a part depends on are what they were then."""
    place = store.folder(state.repository.root)
    everything = store.question((tuple(settings), list(state.tree.paths))) if place is not None else b""
    identify = partial(discover.identify, state.tree)
    alike = partial(discover.imports_alike, state.tree, state.repository.root)
    parsers = parse.Once()

    def ask(
        part: str, given: Sequence[object], read: Callable[[Program], T], make: Callable[[Iterable[Any]], T]
    ) -> Answer[T]:
        question = everything + store.question((part, *given)) if place is not None else b""
        known = answers.recall(place, question, identify, alike) if place is not None else None
        recalled = _made(known, make) if known is not None else None
        if known is not None and recalled is not None:
            state.touch(known.read)
            if state.seen is not None:
                state.seen.glanced.update(known.glanced)
            return Answer(recalled, known.digest)
        seen = discover.Seen(set(), set())
        found = read(link.program(discover.Recorded(state.reading, seen), parsers))
        if place is None:
            return Answer(found)
        files = seen.read, seen.glanced - seen.read
        return Answer(found, answers.remember(place, question, tuple(found), files, identify))

    return ask


def _made(known: answers.Known, make: Callable[[Iterable[Any]], T]) -> T | None:
    """What was remembered; None where somebody else wrote something else there."""
    try:
        return make(known.found) if isinstance(known.found, tuple) else None
    except TypeError:
        return None
