"""What earlier runs found out about contents, so that it is not found out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from datamodel_check import discover
from datamodel_check.memory import store
from datamodel_check.memory.interests import Interests
from datamodel_check.memory.snapshots import Known, recall, remember
from datamodel_check.model.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from datamodel_check.extract import Settings
    from datamodel_check.extract.protocol import Marks
    from datamodel_check.model.tree import Tree
    from datamodel_check.pipeline.values import State


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


def snapshot(
    state: State,
    layers: Collection[str],
    settings: Settings,
    by_system: Mapping[str, Sequence[str]],
    read: Callable[[Tree], Snapshot],
) -> Snapshot:
    """What `read` says of a tree; from memory where all files that this depends on are what they were then."""
    place = store.folder(state.repository.root)
    identify = partial(discover.identify, state.tree)
    question = store.question((sorted(layers), tuple(settings), list(by_system.items()), list(state.tree.paths)))
    alike = partial(discover.imports_alike, state.tree, state.repository.root)
    known = recall(place, question, identify, alike) if place is not None else None
    if known is not None and isinstance(known.found, Snapshot):
        state.touch(known.read)
        if state.seen is not None:
            state.seen.glanced.update(known.glanced)
        return known.found
    seen = discover.Seen(set(), set())
    found = read(discover.Recorded(state.reading, seen))
    if place is not None:
        remember(place, question, Known(found, sorted(seen.read), sorted(seen.glanced - seen.read)), identify)
    return found
