"""What a step came to."""

from collections.abc import Mapping
from typing import NamedTuple


class ToolError(Exception):
    """The tool could not complete; the message is what it said."""


class Result(NamedTuple):
    """Exit code, verdict, numbers and files. Files are paths, empty where there is none."""

    code: int
    verdict: str
    """`clean`, `findings` or `failed`."""
    counts: Mapping[str, int] = {}
    report: str = ""
    sarif: str = ""
    patch: str = ""
    artifact: str = ""
    """The name for the patch to be uploaded under."""
    summary: str = ""
    """Markdown."""
