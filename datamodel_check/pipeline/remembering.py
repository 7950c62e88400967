"""What is kept of a clean run, so that the next one need not be made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check import discover, extract
from datamodel_check.memory import git
from datamodel_check.memory.verdicts import WORDS, Verdict
from datamodel_check.memory.verdicts import remember as keep
from datamodel_check.pipeline.checking import counted
from datamodel_check.pipeline.reading import needs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from datamodel_check.pipeline.values import Outcome


def remember(outcome: Outcome, words: Sequence[str], text: str) -> None:
    """Keeps the verdict of a hook that found nothing wrong and wrote nothing; of any other run nothing."""
    state = outcome.state
    is_clean = not (outcome.findings or outcome.repairs or outcome.unstaged or state.notices)
    if not is_clean or state.seen is None or not WORDS.issuperset(words) or "--hook" not in words:
        return
    try:
        place = git.find(os.getcwd())
        files, head = git.staged(place), git.head(place)
    except git.UnknownError:
        return
    if not isinstance(state.tree, discover.Index) or not state.tree.holds(files):
        return  # somebody has staged something meanwhile
    options = state.options
    by_head = bool(options.prose or (options.coverage and options.coverage_of == "new")) or options.fail_on != "any"
    matters = _encoded(state.seen.read)
    glanced = _encoded(state.seen.glanced) - matters
    folders = tuple(history.folder for history in outcome.snapshot.migrations)
    keep(list(words), Verdict(text, head, files, matters, glanced, _literals(outcome), folders, by_head))


def _encoded(paths: Iterable[str]) -> frozenset[bytes]:
    return frozenset(path.encode("utf-8", "surrogateescape") for path in paths)


def _literals(outcome: Outcome) -> dict[str, tuple[bytes, ...]]:
    """By suffixes, what makes a file a candidate or a document."""
    layers = needs(page.document for page in outcome.pages) | counted(outcome.state)
    found: dict[str, set[bytes]] = {suffix: {discover.MARK} for suffix in discover.SUFFIXES}
    for marks in extract.marks(layers).values():
        for suffix in marks.suffixes:
            found.setdefault(suffix, set()).update(marks.literals)
    return {suffix: tuple(sorted(literals)) for suffix, literals in found.items()}
