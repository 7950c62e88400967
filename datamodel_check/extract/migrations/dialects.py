"""Which database a folder of migrations is for, where its tool does not say."""

import re
from collections.abc import Iterable

from datamodel_check.extract.migrations.journals import DIALECTS
from datamodel_check.model.sql import SqlDialect

_PART = re.compile(r"[/_.-]")
_SIGNS: tuple[tuple[SqlDialect, re.Pattern[bytes]], ...] = (
    (
        "postgresql",
        re.compile(
            rb"\b(?:big)?serial\b|::\s*\w|\$\$|\bjsonb\b|\btimestamptz\b|\bbytea\b|\bcreate\s+(?:type|extension|sequence)\b"
            rb"|\bwith(?:out)?\s+time\s+zone\b|\bgen_random_uuid\b|\busing\s+(?:btree|gin|gist|hash)\b|\bplpgsql\b"
            rb"|\balter\s+column\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b|\btext\[\]",
            re.IGNORECASE,
        ),
    ),
    (
        "mysql",
        re.compile(
            rb"\bauto_increment\b|\bengine\s*=|\bunsigned\b|\b(?:medium|long|tiny)(?:text|blob)\b|\bcharset\b|\bdatetime\("
            rb"|\bcharacter\s+set\b|\bmodify\s+column\b|\bon\s+update\s+current_timestamp\b|`\w+`\s+(?:var)?char\(|\butf8",
            re.IGNORECASE,
        ),
    ),
    (
        "sqlite",
        re.compile(
            rb"\bautoincrement\b|\bpragma\b|\bstrftime\(|\bunixepoch\(|\bdatetime\('|\bwithout\s+rowid\b|\binsert\s+or\b"
            rb"|`\w+`\s+(?:integer|text|real)\b|\bsqlite_",
            re.IGNORECASE,
        ),
    ),
)
_UNREAD = frozenset({"mssql", "oracle", "sqlserver"})
_CLICKHOUSE = re.compile(rb"\bengine\s*=\s*\w*MergeTree\b|\bLowCardinality\(", re.IGNORECASE)


def dialect(folder: str, contents: Iterable[bytes]) -> SqlDialect | None:
    """By the folder's name, else by what the scripts say; None for a database that is none of ours.

    Nothing that would tell is PostgreSQL's, which most of the tools default to.
    """
    scripts = list(contents)
    if "clickhouse" in folder.lower() or any(_CLICKHOUSE.search(script) for script in scripts):
        return None
    for part in reversed(_PART.split(folder.lower())):
        if part in _UNREAD:
            return None
        if part in DIALECTS:
            return DIALECTS[part]
    signs = [(sum(len(pattern.findall(script)) for script in scripts), name) for name, pattern in _SIGNS]
    most = max(count for count, _ in signs)
    return next(name for count, name in signs if count == most)
