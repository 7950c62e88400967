"""The words that tests of the whole share: trees in memory, what the tool reads from them, and facts as JSON."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from datamodel_check import compare, extract, fingerprint, link, parse, views
from datamodel_check.discover.candidates import candidates
from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.document import Document
from datamodel_check.model.finding import Finding
from datamodel_check.model.schema import Column, Relation, Source
from datamodel_check.model.snapshot import Snapshot

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


parsed = lru_cache(maxsize=None)(parse.module)


def read(files: Mapping[str, bytes], settings: Settings | None = None) -> Snapshot:
    """What the tool finds in a tree."""
    tree = Files(files)
    selected = candidates(tree, extract.marks(), lambda _path: False).by_system
    return extract.snapshot(link.program(tree, parsed), selected, settings or Settings())


def findings(files: Mapping[str, bytes], document: Document) -> list[Finding]:
    """What `check` has to say about a document and the code."""
    snapshot = read(files)
    claims = views.claims(document, snapshot, fingerprint.digest)
    return [
        *compare.of_document(document, claims, snapshot, fingerprint.text_digest),
        *compare.of_snapshot(snapshot, {"drizzle"}),
    ]


# --- facts as JSON ---------------------------------------------------------------------------------------------------


def facts(source: Source) -> Json:
    """A source in the public form, without places and without what is empty."""
    return pruned(
        {
            "dialect": source.dialect,
            "enums": {enum.key: list(enum.values) for enum in source.enums},
            "tables": {
                table.key: {**_fields(table), "columns": {column.name: _column(column) for column in table.columns}}
                for table in source.tables
            },
            "views": {
                view.key: {**_fields(view), "columns": {column.name: _column(column) for column in view.columns}}
                for view in source.views
            },
            "sequences": {sequence.key: _fields(sequence) for sequence in source.sequences},
            "relations": [_relation(relation) for relation in source.relations],
        }
    )


def _column(column: Column) -> Json:
    return {name: value for name, value in _fields(column).items() if name != "name"}


def _relation(relation: Relation) -> Json:
    return {"from" if name == "table" else name: value for name, value in _fields(relation).items()}


def _fields(value: Any) -> dict[str, Json]:
    return {name: _plain(name, field) for name, field in value._asdict().items() if name != "location"}


def _plain(name: str, value: Any) -> Json:
    if name == "options":
        return dict(value)
    if hasattr(value, "_asdict"):
        return _fields(value)
    if isinstance(value, tuple):
        return [_plain("", item) for item in value]
    return value


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
