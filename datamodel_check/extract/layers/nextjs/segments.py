"""From the place of a file to the path that it answers: https://nextjs.org/docs/app/getting-started/project-structure.

Source: next/src/shared/lib/router/utils/{app-paths,interception-routes,get-segment-param}.ts.
"""

import re
from collections.abc import Sequence

_GROUP = re.compile(r"\(.+\)$")
_INTERCEPTING = re.compile(r"((?:\(\.{1,3}\))+)(.+)$")
_PARAMETER = re.compile(r"\[(\.\.\.)?([^\[\]]+)\]$")
_OPTIONAL = re.compile(r"\[\[\.\.\.([^\[\]]+)\]\]$")


def app_path(folders: Sequence[str]) -> str | None:
    """The path of a page or route in these folders below `app`; None in private ones.

    Groups `(x)` and slots `@x` are no part of it, and what intercepts another path stands at that path.
    """
    segments: list[str] = []
    for folder in folders:
        if folder.startswith("_"):
            return None
        intercepting = _INTERCEPTING.match(folder)
        if intercepting:
            segments = _from(segments, intercepting[1])
            folder = intercepting[2]
        if not folder.startswith("@") and not _GROUP.match(folder):
            segments.append(folder.replace("%5F", "_"))
    return _joined(segments)


def pages_path(folders: Sequence[str], stem: str) -> str:
    """The path of a file below `pages`."""
    return _joined([*folders, stem] if stem != "index" else folders)


def _from(segments: list[str], marker: str) -> list[str]:
    """Where `(.)`, `(..)`, `(..)(..)` and `(...)` begin to count."""
    if marker == "(...)":
        return []
    up = marker.count("(..)")
    return segments[: len(segments) - up] if up else segments


def _joined(segments: Sequence[str]) -> str:
    return "/" + "/".join(map(_segment, segments))


def _segment(segment: str) -> str:
    optional = _OPTIONAL.match(segment)
    if optional:
        return f":{optional[1]}*?"
    parameter = _PARAMETER.match(segment)
    return f":{parameter[2]}{'*' if parameter[1] else ''}" if parameter else segment
