"""What migration tools write down beside the SQL of the order in which it runs: journals and locks."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from datamodel_check.model.location import NOWHERE, Location, Span
from datamodel_check.model.migrations import Irregularity
from datamodel_check.model.sql import SqlDialect
from datamodel_check.model.tree import Tree

DIALECTS: Mapping[str, SqlDialect] = {
    "cockroachdb": "postgresql",
    "d1": "sqlite",
    "mariadb": "mysql",
    "mysql": "mysql",
    "pg": "postgresql",
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "singlestore": "mysql",
    "sqlite": "sqlite",
    "turso": "sqlite",
}
_PROVIDER = re.compile(r'^\s*provider\s*=\s*"([^"]*)"', re.MULTILINE)


class Journal(NamedTuple):
    """drizzle-kit's journal: the files' names without `.sql`, in the order in which they run."""

    dialect: SqlDialect | None
    tags: tuple[str, ...]
    irregularities: tuple[Irregularity, ...]


def provider(tree: Tree, path: str) -> SqlDialect | None:
    """The database in Prisma's `migration_lock.toml`."""
    match = _PROVIDER.search(tree.read(path).decode("utf-8", "replace"))
    return DIALECTS.get(match[1]) if match else None


def drizzle_journal(tree: Tree, path: str) -> Journal | None:
    """None where the file is no journal."""
    journal = _json(tree, path)
    if not isinstance(journal, dict) or not isinstance(journal.get("entries"), list):
        return None
    entries = [entry for entry in journal["entries"] if isinstance(entry, dict) and isinstance(entry.get("tag"), str)]
    lines = _lines(tree, path)
    found = _disorder(entries, path, lines)
    entries.sort(key=_number)
    tags = tuple(dict.fromkeys(str(entry["tag"]) for entry in entries))
    return Journal(DIALECTS.get(str(journal.get("dialect"))), tags, found)


def _number(entry: Mapping[str, Any]) -> int:
    number = entry.get("idx")
    return number if isinstance(number, int) else 0


def _disorder(entries: Sequence[Mapping[str, Any]], path: str, lines: Mapping[str, Span]) -> tuple[Irregularity, ...]:
    """drizzle-orm runs what is newer than the last migration that ran (`when`): what is older never runs."""
    found: list[Irregularity] = []
    numbers: dict[int, str] = {}
    latest: tuple[int, str] | None = None
    for entry in entries:
        tag, number, when = entry["tag"], entry.get("idx"), entry.get("when")
        place = Location(path, lines.get(tag, NOWHERE))
        if isinstance(number, int):
            if number in numbers:
                message = f"the journal gives the number {number} to both {numbers[number]} and {tag}"
                found.append(Irregularity("fork", place, message, "Generate the later migration again."))
            numbers[number] = tag
        if isinstance(when, int):
            if latest is not None and when < latest[0]:
                message = f"{tag} is listed after {latest[1]} but is older: databases that have the latter skip it"
                hint = "Generate the migration again, so that it gets a later time."
                found.append(Irregularity("order", place, message, hint))
            else:
                latest = (when, tag)
    return tuple(found)


def _json(tree: Tree, path: str) -> Any:
    from json import loads

    try:
        return loads(tree.read(path).decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None


def _lines(tree: Tree, path: str) -> dict[str, Span]:
    """Where the journal names each file."""
    content = tree.read(path)
    spans: dict[str, Span] = {}
    line, last = 1, 0
    for match in re.finditer(rb'"tag"\s*:\s*"([^"\\]*)"', content):
        line += content.count(b"\n", last, match.start())
        last = match.start()
        spans[match[1].decode("utf-8", "replace")] = Span(match.start(), match.end(), line)
    return spans
