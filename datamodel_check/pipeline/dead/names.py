"""Names as prose writes them, against names as facts have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datamodel_check.model.references import Reference
    from datamodel_check.model.snapshot import Snapshot


def word(one: Reference) -> str:
    return one.name.rpartition(".")[2] if one.kind == "column" else one.name


def ends(path: str) -> Iterator[str]:
    """A path, and what is left of it below each of its folders."""
    yield path
    while "/" in path:
        path = path.partition("/")[2]
        yield path


def routes(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(route.key for route in snapshot.routes if route.kind == "endpoint")


PARAMETER = re.compile(r"\[\[?(?:\.\.\.)?[^\]]*\]\]?|\{[^}]*\}|:[^/]+")


def same_route(written: str, key: str) -> bool:
    """Whatever their parameters are called, and however these are written."""
    method, path = written.split(" ", 1)
    known, _, other = key.partition(" ")
    return known in {method, "*"} and PARAMETER.sub(":", path).rstrip("/") == PARAMETER.sub(":", other).rstrip("/")
