"""Which files are revisions, and in which order they run.

https://github.com/sqlalchemy/alembic/blob/main/alembic/script/revision.py
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.migrations.folders import Entry, Folder
from datamodel_check.extract.protocol import Settings
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import Irregularity
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.sql import SqlDialect
from datamodel_check.model.values import Closure, Constant, ListValue, Value


class Revision(NamedTuple):
    """A revision: its own id, and those of the ones that it follows."""

    id: str
    path: str
    parents: tuple[str, ...]


def folders(program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:
    """Every environment, by path: version locations that refer to one another are one history."""
    found: dict[str, list[Revision]] = {}
    for path in candidates:
        revision = _revision(program, path) if path.endswith(".py") and not decoy(path, Settings()) else None
        if revision is not None:
            found.setdefault(posixpath.dirname(path), []).append(revision)
    for place, revisions in _environments(found):
        yield _folder(place, revisions, _dialect(place, sources))


def _revision(program: Program, path: str) -> Revision | None:
    bindings = {binding.name: binding.value for binding in program.bindings(path)}
    id_ = string(bindings.get("revision"))
    if id_ is None or not isinstance(bindings.get("upgrade"), Closure) or "down_revision" not in bindings:
        return None
    return Revision(id_, path, tuple(_ids(bindings["down_revision"])))


def _ids(value: Value) -> Iterator[str]:
    """`None`, an id, or those of the revisions that a merge brings together."""
    if isinstance(value, ListValue):
        for item in value.items:
            yield from _ids(item)
    elif isinstance(value, Constant) and isinstance(value.value, str):
        yield value.value


def _environments(found: Mapping[str, Sequence[Revision]]) -> Iterator[tuple[str, list[Revision]]]:
    """Folders with the revisions of their histories; one that follows a revision of another folder belongs to that."""
    places = {revision.id: place for place, revisions in found.items() for revision in revisions}
    home: dict[str, str] = {}
    for place, revisions in sorted(found.items()):
        others = {places[parent] for one in revisions for parent in one.parents if parent in places} - {place}
        home[place] = min(others) if others else place
    for place in sorted({_root(place, home) for place in found}):
        yield place, [one for other in sorted(found) if _root(other, home) == place for one in found[other]]


def _root(place: str, home: Mapping[str, str]) -> str:
    seen = set()
    while home[place] != place and place not in seen:
        seen.add(place)
        place = home[place]
    return min({place, *seen}) if home[place] != place else place


def _folder(place: str, revisions: Sequence[Revision], dialect: SqlDialect | None) -> Folder:
    by_id = {revision.id: revision for revision in sorted(revisions, key=lambda one: one.path, reverse=True)}
    ordered, left = _ordered(by_id)
    entries = tuple(Entry(one.id, one.path) for one in (*ordered, *left))
    return Folder("alembic", place, entries, dialect, tuple(_irregularities(revisions, by_id, left)))


def _ordered(by_id: Mapping[str, Revision]) -> tuple[list[Revision], list[Revision]]:
    """The revisions in an order in which they can run, and those of which none can be the first."""
    left = {one.id: one for one in sorted(by_id.values(), key=lambda one: one.path)}
    ordered: list[Revision] = []
    while True:
        ready = [one for one in left.values() if not any(_known(parent, left) for parent in one.parents)]
        if not ready:
            return ordered, list(left.values())
        # A branch runs to its end before the next one begins, as far as that can be.
        last = ordered[-1].id if ordered else None
        one = next((each for each in ready if last is not None and last in each.parents), ready[0])
        ordered.append(one)
        del left[one.id]


def _known(parent: str, by_id: Mapping[str, Revision]) -> bool:
    """Whether a revision is one of these; its first letters are enough."""
    return parent in by_id or any(each.startswith(parent) for each in by_id)


def _irregularities(
    revisions: Sequence[Revision], by_id: Mapping[str, Revision], left: Sequence[Revision]
) -> Iterator[Irregularity]:
    for one in revisions:
        if by_id[one.id] is not one:
            message = f"two revisions are called {one.id}: {posixpath.basename(by_id[one.id].path)} is the other"
            yield Irregularity("duplicate", _place(one), message, "Give one of them another id.")
        for parent in one.parents:
            if not _known(parent, by_id):
                message = f"{one.id} follows {parent}, which is not there"
                yield Irregularity("missing", _place(one), message, "Restore the file, or mend `down_revision`.")
    for one in left:
        yield Irregularity("order", _place(one), f"{one.id} follows itself", "Mend `down_revision`.")
    parents = {parent for one in by_id.values() for parent in one.parents}
    heads = sorted(one.id for one in by_id.values() if not any(one.id.startswith(parent) for parent in parents))
    if len(heads) > 1:
        message = f"the history has several heads: {', '.join(heads)}"
        hint = "Bring them together: `alembic merge heads`."
        yield Irregularity("fork", _place(by_id[heads[-1]]), message, hint)


def _place(revision: Revision) -> Location:
    return Location(revision.path, NOWHERE)


_DIALECTS: Mapping[str, SqlDialect] = {
    "cockroachdb": "postgresql",
    "mysql": "mysql",
    "postgresql": "postgresql",
    "sqlite": "sqlite",
}


def _dialect(place: str, sources: Sequence[Source]) -> SqlDialect | None:
    """That of the models that share most of the path."""
    own = [source for source in sources if source.system == "sqlalchemy"]
    near = sorted(own, key=lambda source: -max(_shared(place, path) for path in source.files))
    return _DIALECTS.get(near[0].dialect) if near else "postgresql"


def _shared(one: str, other: str) -> int:
    """How many folders two paths have in common."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.split("/"), other.split("/"), strict=False))
    )
