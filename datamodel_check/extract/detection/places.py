"""Few places for many files: what a reader wants to know of stores and schemas is where they are."""

from collections.abc import Iterable, Sequence

from datamodel_check.model.snapshot import Evidence

MOST = 5
"""More places of one kind than this say nothing more to a reader."""


def condensed(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Where there are many anchors of a kind, the folders that they stand in."""
    kinds: dict[str, list[Evidence]] = {}
    for one in evidence:
        kinds.setdefault(one.what if one.anchor else "", []).append(one)
    found = []
    for what, several in kinds.items():
        if what:
            several = _outermost(several)
        folders = dict(zip((one.path for one in several), folded([one.path for one in several]), strict=True))
        moved = [one._replace(path=folders[one.path], line=_line(one, folders[one.path])) for one in several]
        found.extend(moved if what else several)
    return list(dict.fromkeys(found))


def _outermost(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Without what stands in a folder that is named anyhow."""
    places = {one.path for one in evidence}
    return [one for one in evidence if not places.intersection(_around(one.path))]


def folded(paths: Sequence[str], most: int = MOST) -> list[str]:
    """For each path itself or a folder around it, so that there are at most `most` different ones.

    The deepest are folded first. What stands at the root cannot be folded: of it the first are kept.
    """
    places = list(paths)
    while len(set(places)) > most:
        depth = max(place.count("/") for place in places)
        if depth == 0:
            break
        places = [place.rpartition("/")[0] if place.count("/") == depth else place for place in places]
        outer = set(places)
        places = [next((one for one in _around(place) if one in outer), place) for place in places]
    return places


def _around(path: str) -> list[str]:
    """The folders around a path, from the outside in."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _line(one: Evidence, place: str) -> int:
    return one.line if place == one.path else 1
