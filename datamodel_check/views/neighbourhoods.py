"""Which tables belong together in a diagram: those that foreign keys tie together most closely."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

Edge: TypeAlias = tuple[str, str]


def neighbourhoods(names: Collection[str], edges: Iterable[Edge], size: int) -> tuple[tuple[str, ...], ...]:
    """The names in groups of at most `size`, each sorted, the groups sorted by their first name.

    Groups are connected parts of the graph. A part that is too large falls apart when its busiest table, to which
    everything leads, is set aside; that table then joins the group that it has most edges to. Small leftovers share a
    group.
    """
    links = sorted({tuple(sorted(edge)) for edge in edges if edge[0] != edge[1]})
    neighbours: dict[str, list[str]] = {name: [] for name in sorted(names)}
    for left, right in links:
        if left in neighbours and right in neighbours:
            neighbours[left].append(right)
            neighbours[right].append(left)
    parts = _parts(neighbours, size)
    return tuple(sorted(tuple(sorted(group)) for group in _pack(parts, size)))


def hub(group: Sequence[str], edges: Iterable[Edge]) -> str:
    """The table of a group that most foreign keys inside it touch: what the group is about."""
    inside = Counter(name for edge in edges if set(edge) <= set(group) for name in edge)
    return min(group, key=lambda name: (-inside[name], name))


def _parts(neighbours: Mapping[str, list[str]], size: int) -> list[list[str]]:
    parts: list[list[str]] = []
    for part in _connected(neighbours):
        if len(part) <= size:
            parts.append(part)
            continue
        busiest = min(part, key=lambda name: (-len(neighbours[name]), name))
        rest = {name: [other for other in neighbours[name] if other != busiest] for name in part if name != busiest}
        smaller = _parts(rest, size)
        home = min(
            (one for one in smaller if len(one) < size),
            key=lambda one: (-len(set(one) & set(neighbours[busiest])), one),
            default=None,
        )
        if home is None:
            smaller.append([busiest])
        else:
            home.append(busiest)
        parts += smaller
    return parts


def _connected(neighbours: Mapping[str, list[str]]) -> list[list[str]]:
    """The connected parts of the graph."""
    parts = []
    unseen = dict.fromkeys(neighbours)
    while unseen:
        part, waiting = [], [next(iter(unseen))]
        del unseen[waiting[0]]
        while waiting:
            part.append(waiting.pop())
            found = [name for name in neighbours[part[-1]] if name in unseen]
            waiting += found
            for name in found:
                del unseen[name]
        parts.append(part)
    return parts


def _pack(parts: Iterable[list[str]], size: int) -> list[list[str]]:
    """Parts of one or two tables make poor diagrams: they are put together, in the order of their names."""
    small = sorted(sorted(part) for part in parts if len(part) <= 2)
    groups = [part for part in parts if len(part) > 2]
    crowd: list[str] = []
    for part in small:
        if len(crowd) + len(part) > size:
            groups.append(crowd)
            crowd = []
        crowd = crowd + part
    return [*groups, crowd] if crowd else groups
