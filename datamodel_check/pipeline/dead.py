"""Names in prose that stood for something when they were written, and do not any more."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from datamodel_check import selectors
from datamodel_check.discover import history
from datamodel_check.errors import RepositoryError
from datamodel_check.manifest.references import references
from datamodel_check.model.references import Dead, Reference
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.pipeline.reading import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from datamodel_check.model.document import Document
    from datamodel_check.pipeline.values import State


def dead(state: State, documents: Iterable[Document], snapshot: Snapshot) -> Iterator[Dead]:
    """The dead names of the documents. Without git nobody knows what there was, and nothing is dead."""
    if not state.repository.has_git or not state.repository.has_commits:
        return
    now = _Now(state, snapshot)
    named = [(document, tuple(references(document))) for document in documents]
    gone = now.missing([one for _, found in named for one in found])
    for document, found in named:
        missing = [one for one in found if one in gone and not _is_reviewed(document, one)]
        if missing:
            yield from _Then(state, now, document).existed(missing)


_MOVES = 10
"""As often may a file have been moved before it is lost sight of."""


class _Now:
    """The repository as it is judged."""

    def __init__(self, state: State, snapshot: Snapshot) -> None:
        self.state = state
        self.snapshot = snapshot
        self._paths = frozenset(state.tree.paths)
        self._ends = frozenset(end for path in self._paths for end in _ends(path))

    def missing(self, found: Sequence[Reference]) -> frozenset[Reference]:
        """Those that name nothing: no path, no fact, and no word of a file that is no prose."""
        left = [one for one in found if not self._is_there(one)]
        words = {_word(one) for one in left if one.kind in {"column", "symbol"} and "." not in one.name}
        known = history.words(self.state.repository, words, self.state.commit, staged=self.state.staged)
        return frozenset(one for one in left if _word(one) not in known or one.kind == "path" or "." in one.name)

    def _is_there(self, one: Reference) -> bool:
        """Whether it names something; `window.location`, of which no part can be a table, need not."""
        match one.kind:
            case "path":
                return one.name.lstrip("./") in self._ends
            case "route":
                return any(_same_route(one.name, route) for route in self._routes)
            case "column" if "." in one.name:
                table = one.name.rpartition(".")[0]
                return one.name in self._names or not (table in self._names or "_" in one.name)
            case _:
                return one.name in self._parts

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(fact.name for fact in selectors.named(self.snapshot))

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Facts by the last part of their names."""
        return frozenset(part for name in self._names for part in (name, name.rpartition(".")[2]))

    @cached_property
    def _routes(self) -> frozenset[str]:
        return _routes(read_snapshot(self.state, {"routes"}))


class _Then:
    """The repository when the names were written into one document."""

    def __init__(self, state: State, now: _Now, document: Document) -> None:
        self._state = state
        self._now = now
        self._document = document
        self._snapshots: dict[str, Snapshot] = {}

    def existed(self, missing: Sequence[Reference]) -> Iterator[Dead]:
        """Those of the missing names that stood for something at the commit that wrote them."""
        repository = self._state.repository
        written: dict[str, list[Reference]] = {}
        for one in missing:
            written.setdefault(self._commit(one), []).append(one)
        for commit, found in written.items():
            paths = history.files(repository, commit) if any(one.kind == "path" for one in found) else frozenset()
            ends = frozenset(end for path in paths for end in _ends(path))
            plain = {_word(one) for one in found if one.kind in {"column", "symbol"} and "." not in one.name}
            words = history.words(repository, plain, commit)
            for one in found:
                if self._was_there(one, commit, ends, words):
                    yield self._dead(one, commit)

    def _was_there(self, one: Reference, commit: str, ends: frozenset[str], words: frozenset[str]) -> bool:
        if one.kind == "path":
            name = one.name.lstrip("./")
            return name in ends or history.last_deletion(self._state.repository, name) is not None
        if one.kind == "route":
            return any(_same_route(one.name, route) for route in _routes(self._snapshot(commit, routes=True)))
        if "." in one.name:
            return any(fact.name == one.name for fact in selectors.named(self._snapshot(commit)))
        return one.name in words

    def _dead(self, one: Reference, commit: str) -> Dead:
        repository = self._state.repository
        if one.kind == "path":
            return self._dead_path(one, commit)
        removed = history.last_removal(repository, _word(one), commit) if one.kind != "route" else None
        return Dead(one, removed, self._renamed(one.name, commit) if "." in one.name else None)

    def _dead_path(self, one: Reference, commit: str) -> Dead:
        repository, name = self._state.repository, one.name.lstrip("./")
        paths = sorted(history.files(repository, commit))
        old = next((path for path in paths if path.endswith(f"/{name}")), name)
        old = name if name in paths else old
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

        changes = revisions.difference(self._snapshot(commit), self._now.snapshot, "", "").changes
        renamed = (change for change in changes if change.kind == "renamed" and change.subject == name)
        return next((change.text.rpartition(" ")[2] for change in renamed), None)

    def _commit(self, one: Reference) -> str:
        """The commit that wrote the name into the document; the last one where it is not committed yet."""
        found = (each.commit for each in self._additions if one.text in each.text)
        return next(found, "HEAD")

    @cached_property
    def _additions(self) -> tuple[history.Addition, ...]:
        return history.additions(self._state.repository, self._document.path)

    def _snapshot(self, commit: str, *, routes: bool = False) -> Snapshot:
        """The facts of a commit; none where git does not have it all."""
        key = f"{commit} with routes" if routes else commit
        if key not in self._snapshots:
            try:
                tree = self._state.repository.revision(commit)
                layers = frozenset({"routes"}) if routes else frozenset[str]()
                self._snapshots[key] = read_snapshot(self._state._replace(tree=tree), layers)
            except RepositoryError:
                self._snapshots[key] = Snapshot()
        return self._snapshots[key]


# --- names -----------------------------------------------------------------------------------------------------------


def _is_reviewed(document: Document, one: Reference) -> bool:
    """Whether it stands in a section that depends on it: that is stale then, and says so itself."""
    place = one.location.span.start
    return any(
        section.entry is not None
        and section.body.start <= place < section.body.end
        and any(item.name == one.name for item in section.entry.items)
        for section in document.sections
    )


def _word(one: Reference) -> str:
    return one.name.rpartition(".")[2] if one.kind == "column" else one.name


def _ends(path: str) -> Iterator[str]:
    """A path, and what is left of it below each of its folders."""
    yield path
    while "/" in path:
        path = path.partition("/")[2]
        yield path


def _routes(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(route.key for route in snapshot.routes if route.kind == "endpoint")


_PARAMETER = re.compile(r"\[\[?(?:\.\.\.)?[^\]]*\]\]?|\{[^}]*\}|:[^/]+")


def _same_route(written: str, key: str) -> bool:
    """Whatever their parameters are called, and however these are written."""
    method, path = written.split(" ", 1)
    known, _, other = key.partition(" ")
    return known in {method, "*"} and _PARAMETER.sub(":", path).rstrip("/") == _PARAMETER.sub(":", other).rstrip("/")
