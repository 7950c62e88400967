"""Two revisions of a Drizzle schema, and what is said of their difference."""

from collections.abc import Mapping

from datamodel_check.compare.revisions import difference
from datamodel_check.model.change import FactChange
from tests.vocabulary import read

IMPORTS = "import * as d from 'drizzle-orm/pg-core';\nimport { sql } from 'drizzle-orm';\n"

PACKAGE = b'{ "dependencies": { "drizzle-orm": "^0.45.0" } }'


def revision(schema: str) -> Mapping[str, bytes]:
    config = "export default { dialect: 'postgresql', schema: './schema.ts' };"
    return {
        "package.json": PACKAGE,
        "drizzle.config.ts": config.encode(),
        "schema.ts": (IMPORTS + schema).encode(),
    }


def changes(before: str, after: str) -> tuple[FactChange, ...]:
    """What happens between two schemas."""
    return difference(read(revision(before)), read(revision(after)), "before", "after").changes


def said(before: str, after: str) -> list[str]:
    return [line(change) for change in changes(before, after)]


def line(change: FactChange) -> str:
    reason = f" ({change.reason})" if change.reason else ""
    return f"{change.risk}: {change.subject}: {change.text}{reason}"


def table(columns: str, more: str = "") -> str:
    """A table `users` with a key and further columns."""
    extra = f", (t) => [{more}]" if more else ""
    return f"export const users = d.pgTable('users', {{ id: d.integer().primaryKey(), {columns} }}{extra});\n"
