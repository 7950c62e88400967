"""Findings of a part of the repository only."""

from collections.abc import Sequence

from datamodel_check.model.finding import Finding


def concerns(finding: Finding, paths: Sequence[str]) -> bool:
    """Whether a finding stands in one of these files or folders, or is about code that does; all do without paths."""
    locations = (finding.location, *finding.related, *(change.location for change in finding.changes))
    named = {location.path for location in locations if location is not None}
    return not paths or any(_is_in(path, folder) for path in named for folder in paths)


def _is_in(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(f"{folder}/")
