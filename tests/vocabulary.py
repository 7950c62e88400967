"""The words that tests of the whole share: trees in memory, what the tool reads from them, and facts as JSON."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from datamodel_check import compare, extract, fingerprint, link, parse, views
from datamodel_check.discover.candidates import candidates
from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.document import Document
from datamodel_check.model.finding import Finding
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.report.facts import facts as public_form

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

SAMPLE = os.path.join(ROOT, "examples", "bookshop")

Json: TypeAlias = Any


class Files:
    """A tree of files in memory."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    @property
    def paths(self) -> Sequence[str]:
        return sorted(self.files)

    def __contains__(self, path: str) -> bool:
        return path in self.files

    def glance(self, path: str) -> bytes:
        return self.read(path)

    def read(self, path: str) -> bytes:
        try:
            return self.files[path]
        except KeyError:
            raise UnreadableFileError(path, "no such file") from None


@lru_cache
def folder(path: str) -> Mapping[str, bytes]:
    """Every file below a folder of this repository, by its path in it."""
    return dict(_walk(path))


def _walk(path: str) -> Iterator[tuple[str, bytes]]:
    for directory, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name != "node_modules"]
        for name in names:
            file = os.path.join(directory, name)
            with open(file, "rb") as stream:
                yield os.path.relpath(file, path).replace(os.sep, "/"), stream.read()


class Remembering:
    """The parsers, each file read once for all tests: mutants differ in one of many."""

    module = staticmethod(lru_cache(maxsize=None)(parse.module))
    script = staticmethod(lru_cache(maxsize=None)(parse.script))
    prisma_schema = staticmethod(lru_cache(maxsize=None)(parse.prisma_schema))


def read(files: Mapping[str, bytes], settings: Settings | None = None, layers: Collection[str] = ()) -> Snapshot:
    """What the tool finds in a tree; of the layers above the database those that are named."""
    tree = Files(files)
    selected = candidates(tree, extract.marks(layers), lambda _path: False).by_system
    return extract.snapshot(asking(tree), selected, settings or Settings(), layers)


def asking(tree: Files) -> extract.Asking:
    """Answers parts of the facts without a memory."""
    return lambda _part, _given, read, _make: extract.Answer(read(link.program(tree, Remembering)))


def findings(files: Mapping[str, bytes], document: Document) -> list[Finding]:
    """What `check` has to say about a document and the code."""
    return judged(read(files), document)


def judged(snapshot: Snapshot, document: Document) -> list[Finding]:
    """What `check` has to say about a document and facts."""
    claims = views.claims(document, snapshot, fingerprint.digest)
    return [
        *compare.of_document(document, claims, snapshot, fingerprint.text_digest),
        *compare.of_snapshot(snapshot, {"drizzle"}),
        *compare.of_migrations(snapshot.migrations),
    ]


# --- facts as JSON ---------------------------------------------------------------------------------------------------

PLACES = {"config", "file", "files", "line", "migrations_folder", "system"}
"""Where facts stand, and whose they are."""


def facts(snapshot: Snapshot) -> Json:
    """The facts of the one source that was found, as `datamodel-check facts` prints them, without places."""
    (source,) = public_form(snapshot)["sources"].values()
    return pruned(without(source, PLACES))


def without(value: Json, names: Collection[str]) -> Json:
    """Without some members, wherever they stand, but for columns and tables of these names."""
    if isinstance(value, list):
        return [without(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _without(name, item, names) for name, item in value.items() if name not in names}


def _without(name: str, value: Json, names: Collection[str]) -> Json:
    if name in NAMED and isinstance(value, dict):
        return {key: without(member, names) for key, member in value.items()}
    return without(value, names)


NAMED = {"columns", "enums", "options", "sequences", "tables", "views"}
"""Members whose own members have names of the schema's choice."""


def pruned(value: Json) -> Json:
    """Without null, false, and what is empty: an absent fact and an empty one are the same."""
    if isinstance(value, dict):
        kept = {name: pruned(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if not _is_empty(item)}
    if isinstance(value, list):
        return [pruned(item) for item in value]
    return value


def _is_empty(value: Json) -> bool:
    return value is None or value is False or value in ([], {})


# --- differences -----------------------------------------------------------------------------------------------------


def differences(expected: Json, actual: Json, place: str = "") -> Iterator[str]:
    """One line per fact that differs: `tables.user.columns.email.type: expected "text", not "varchar"`."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name in [*expected, *(name for name in actual if name not in expected)]:
            yield from differences(expected.get(name), actual.get(name), f"{place}.{name}" if place else name)
        if place.endswith(".columns") and set(expected) == set(actual) and list(expected) != list(actual):
            yield f"{place}: expected in the order {', '.join(expected)}, not {', '.join(actual)}"
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for number, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from differences(one, other, f"{place}[{number}]")
    elif expected != actual:
        yield f"{place}: expected {expected!r}, not {actual!r}"
