"""What was wrong when a team began: findings that are known, written down, and not reported until they change."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from datamodel_check.errors import ConfigurationError
from datamodel_check.model.finding import Finding

FILE = "datamodel-check-baseline.json"

UNKNOWABLE = frozenset({"DM106"})
"""Findings about suppressions cannot be suppressed by one."""


class Known(NamedTuple):
    """A finding as the baseline has it. Lines move with every edit, so they are not in it."""

    rule: str
    path: str
    section: str | None
    message: str
    changes: tuple[str, ...]


def known(finding: Finding) -> Known:
    changes = tuple(sorted(change.text for change in finding.changes))
    return Known(finding.rule, finding.location.path, finding.section, finding.message, changes)


def write(findings: Iterable[Finding]) -> str:
    """The baseline's text: one finding a line, so that two branches merge."""
    import json

    lines = sorted({json.dumps(known(one)._asdict(), ensure_ascii=False) for one in findings if _can_be_known(one)})
    return '{\n  "version": 1,\n  "findings": [' + ",".join(f"\n    {line}" for line in lines) + "\n  ]\n}\n"


def _can_be_known(finding: Finding) -> bool:
    return finding.rule not in UNKNOWABLE


def read(path: str, content: bytes) -> Mapping[Known, int]:
    """The known findings, each with its line. Raises `ConfigurationError` for a file that holds none."""
    import json

    try:
        entries = json.loads(content)["findings"]
        found = [_entry(entry) for entry in entries]
    except (ValueError, KeyError, TypeError) as error:
        message = f"the baseline {path} cannot be read: {error}"
        raise ConfigurationError(message, hint="Delete it, then run `datamodel-check baseline`.") from error
    lines = content.decode("utf-8").splitlines()
    starts = [number for number, line in enumerate(lines, 1) if line.lstrip().startswith('{"')]
    places = starts if len(starts) == len(found) else [1] * len(found)
    return dict(zip(found, places, strict=True))


def _entry(entry: Any) -> Known:
    return Known(entry["rule"], entry["path"], entry["section"], entry["message"], tuple(entry["changes"]))
