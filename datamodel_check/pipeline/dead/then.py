"""What there was."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from datamodel_check import selectors
from datamodel_check.discover import history
from datamodel_check.errors import RepositoryError
from datamodel_check.model.references import Dead, Reference
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.pipeline.dead.names import PARAMETER, routes, same_route, word
from datamodel_check.pipeline.reading import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from datamodel_check.model.document import Document
    from datamodel_check.pipeline.dead.now import Now
    from datamodel_check.pipeline.values import State

MOST = 8
_MOVES = 10
"""As often may a file have been moved before it is lost sight of."""


class Revisions:
    """The facts of commits, each read once. Reading them takes long: of as many as `MOST` alone they are known."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._snapshots: dict[str, Snapshot] = {}

    def snapshot(self, commit: str, *, routes: bool = False) -> Snapshot:
        """The facts of a commit; none where git does not have it all, or too many were asked for."""
        key = f"{commit} with routes" if routes else commit
        if key not in self._snapshots:
            self._snapshots[key] = self._read(commit, routes=routes) if len(self._snapshots) < MOST else Snapshot()
        return self._snapshots[key]

    def _read(self, commit: str, *, routes: bool) -> Snapshot:
        try:
            tree = self._state.repository.revision(commit)
            layers = frozenset({"endpoints"}) if routes else frozenset[str]()
            return read_snapshot(self._state._replace(tree=tree), layers)
        except RepositoryError:
            return Snapshot()


class Then:
    """The repository when the names were written into one document."""

    def __init__(self, state: State, now: Now, past: Revisions, document: Document) -> None:
        self._state = state
        self._now = now
        self._document = document
        self._past = past

    def existed(self, missing: Sequence[Reference]) -> Iterator[Dead]:
        """Those of the missing names that stood for something at the commit that wrote them."""
        repository = self._state.repository
        written: dict[str, list[Reference]] = {}
        for one in missing:
            written.setdefault(self._commit(one), []).append(one)
        for commit, found in written.items():
            is_by_path = any(one.kind in {"path", "route"} for one in found)
            paths = history.files(repository, commit) if is_by_path else frozenset[str]()
            plain = {word(one) for one in found if one.kind == "column" and "." not in one.name}
            symbols = {one.name for one in found if one.kind == "symbol"}
            words = history.declared_in(repository, plain, commit, members=False)
            words |= history.declared_in(repository, symbols, commit)
            for one in found:
                if self._was_there(one, commit, paths, words):
                    yield self._dead(one, commit)

    def _was_there(self, one: Reference, commit: str, paths: frozenset[str], words: frozenset[str]) -> bool:
        if one.kind == "path":
            return self._old_path(one, paths) is not None
        if one.kind == "route":
            return self._may_have_served(one, commit, paths) and any(
                same_route(one.name, route) for route in routes(self._past.snapshot(commit, routes=True))
            )
        if "." in one.name:
            return any(fact.name == one.name for fact in selectors.named(self._past.snapshot(commit)))
        return one.name in words or (one.kind == "column" and self._was_stored(one.name, commit))

    def _was_stored(self, name: str, commit: str) -> bool:
        """Whether a table, column or enum had this name. Keys of objects and inputs of workflows look the same."""
        if not history.words_of(self._state.repository, [name], commit):
            return False
        return any(name == fact.name.rpartition(".")[2] for fact in selectors.named(self._past.snapshot(commit)))

    def _old_path(self, one: Reference, paths: frozenset[str]) -> str | None:
        """The file that a path meant: from the root, or from a folder that the document stands in.

        The same end of another path proves nothing: guides name files of their readers, too. What git ignores is made
        by a generator, and nobody knows whether it is there.
        """
        name = one.name.lstrip("./")
        folders = [self._document.path]
        while folders[-1]:
            folders.append(folders[-1].rpartition("/")[0])
        wholes = [name, *(f"{folder}/{name}" for folder in folders[1:] if folder)]
        found = next((whole for whole in wholes if whole in paths), None)
        return found if found is None or not self._state.repository.ignores(found) else None

    def _may_have_served(self, one: Reference, commit: str, paths: frozenset[str]) -> bool:
        """Whether the last word of a route stood in a path or a file then: all routes of a commit take long to read."""
        words = re.findall(r"\w+", PARAMETER.sub("", one.name.partition(" ")[2]))
        if not words:
            return True
        by_path = any(words[-1] in re.split(r"\W+", path) for path in paths)
        return by_path or bool(history.words_of(self._state.repository, words[-1:], commit))

    def _dead(self, one: Reference, commit: str) -> Dead:
        repository = self._state.repository
        if one.kind == "path":
            return self._dead_path(one, commit)
        removed = history.last_removal(repository, word(one), commit) if one.kind != "route" else None
        return Dead(one, removed, self._renamed(one.name, commit) if "." in one.name else None)

    def _dead_path(self, one: Reference, commit: str) -> Dead:
        repository = self._state.repository
        old = self._old_path(one, history.files(repository, commit)) or one.name
        gone = history.last_deletion(repository, old)
        return Dead(one, gone, self._moved(old, gone))

    def _moved(self, path: str, commit: str | None) -> str | None:
        """Where a file is now, however often it was moved."""
        for _ in range(_MOVES):
            target = history.moved(self._state.repository, path, commit) if commit else None
            if target is None or target in self._state.tree:
                return target
            path, commit = target, history.last_deletion(self._state.repository, target)
        return None

    def _renamed(self, name: str, commit: str) -> str | None:
        from datamodel_check.compare import revisions

        changes = revisions.difference(self._past.snapshot(commit), self._now.snapshot, "", "").changes
        renamed = (change for change in changes if change.kind == "renamed" and change.subject == name)
        return next((change.text.rpartition(" ")[2] for change in renamed), None)

    def _commit(self, one: Reference) -> str:
        """The commit that wrote the name into the document; the last one where it is not committed yet."""
        found = (each.commit for each in self._additions if one.text in each.text)
        return next(found, "HEAD")

    @cached_property
    def _additions(self) -> tuple[history.Addition, ...]:
        return history.additions(self._state.repository, self._document.path)
