"""Which tables belong together in a diagram: those that foreign keys tie together most closely."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

Edge: TypeAlias = tuple[str, str]
Neighbours: TypeAlias = Mapping[str, frozenset[str]]

SMALL = 2
"""Tables that are too few for a diagram of their own."""


def neighbourhoods(names: Collection[str], edges: Collection[Edge], size: int) -> tuple[tuple[str, ...], ...]:
    """The names in groups of at most `size`, each sorted, the groups sorted by what they are about.

    Groups are connected parts of the graph. A part that is too large falls apart when its busiest table, to which all
    leads, is set aside; in the end that table joins the group that it has most edges to. Parts that are too small share
    a group, next to those that lead to the same table.
    """
    neighbours = _neighbours(names, edges)
    hubs: list[str] = []
    parts = _parts(neighbours, size, hubs)
    groups = [part for part in parts if len(part) > SMALL]
    groups += _packed((part for part in parts if len(part) <= SMALL), neighbours, hubs, size)
    for hub in hubs:
        room = [group for group in groups if len(group) < size]
        home = max(room, key=lambda group: len(neighbours[hub].intersection(group)), default=None)
        if home is None:
            groups.append([hub])
        else:
            home.append(hub)
    made = (tuple(sorted(group)) for group in groups)
    return tuple(sorted(made, key=lambda group: centre(group, edges)))


def centre(group: Collection[str], edges: Iterable[Edge]) -> str:
    """What a group is about: the table that most edges inside it touch."""
    touched = Counter(name for edge in edges if edge[0] in group and edge[1] in group for name in edge)
    return min(group, key=lambda name: (-touched[name], name))


def _neighbours(names: Collection[str], edges: Iterable[Edge]) -> Neighbours:
    found: dict[str, set[str]] = {name: set() for name in sorted(names)}
    for left, right in edges:
        if left != right and left in found and right in found:
            found[left].add(right)
            found[right].add(left)
    return {name: frozenset(others) for name, others in found.items()}


def _parts(neighbours: Neighbours, size: int, hubs: list[str]) -> list[list[str]]:
    """The connected parts that are small enough; what had to be set aside for that goes to `hubs`."""
    parts = []
    for part in _connected(neighbours):
        if len(part) <= size:
            parts.append(part)
        else:
            busiest = min(part, key=lambda name: (-len(neighbours[name]), name))
            hubs.append(busiest)
            parts += _parts({name: neighbours[name] - {busiest} for name in part if name != busiest}, size, hubs)
    return parts


def _connected(neighbours: Neighbours) -> list[list[str]]:
    """The connected parts of the graph, in the order of their first names."""
    parts = []
    unseen = dict.fromkeys(sorted(neighbours))
    while unseen:
        part: list[str] = []
        waiting = [next(iter(unseen))]
        while waiting:
            name = waiting.pop()
            if name in unseen:
                del unseen[name]
                part.append(name)
                waiting += sorted(neighbours[name])
        parts.append(part)
    return parts


def _packed(parts: Iterable[Sequence[str]], neighbours: Neighbours, hubs: Sequence[str], size: int) -> list[list[str]]:
    """Small parts put together, those that lead to the same hub side by side."""

    def hub(part: Sequence[str]) -> int:
        return min((at for at, name in enumerate(hubs) if neighbours[name].intersection(part)), default=len(hubs))

    groups: list[list[str]] = []
    for part in sorted(parts, key=lambda part: (hub(part), sorted(part))):
        if not groups or len(groups[-1]) + len(part) > size:
            groups.append([])
        groups[-1] += part
    return groups
