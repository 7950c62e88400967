"""What earlier runs found out about contents, so that it is not found out again."""

from __future__ import annotations

import marshal
from functools import partial
from typing import TYPE_CHECKING

from datamodel_check import discover
from datamodel_check.memory import store
from datamodel_check.memory.interests import Interests
from datamodel_check.memory.snapshots import recall, remember
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
        known = Interests(place, marshal.dumps([(system, *mark) for system, mark in marks.items()]))
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
    question = marshal.dumps((sorted(layers), tuple(settings), list(by_system.items()), list(state.tree.paths)))
    known = recall(place, question, identify) if place is not None else None
    if known is not None and isinstance(known[0], Snapshot):
        state.touch(known[1])
        return known[0]
    touched: set[str] = set()
    found = read(discover.Recorded(state.reading, touched))
    if place is not None:
        remember(place, question, sorted(touched), identify, found)
    return found
