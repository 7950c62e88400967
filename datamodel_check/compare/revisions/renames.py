"""What was renamed: something gone and something new that are alike, and like nothing else."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

ALIKE = 0.6
"""How alike two things must be, of 1."""


def renames(gone: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """Pairs of old and new, each thing in at most one; the likest first. Where two are equally like, neither counts."""
    scores = [
        (likeness(old, other), position, place) for position, old in enumerate(gone) for place, other in enumerate(new)
    ]
    pairs: list[tuple[T, T]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for score, position, place in sorted(scores, key=lambda one: -one[0]):
        if score < ALIKE:
            break
        rivals = [one for one in scores if one[0] == score and (one[1] == position) != (one[2] == place)]
        if position in taken[0] or place in taken[1] or any(_free(one, taken) for one in rivals):
            continue
        taken[0].add(position)
        taken[1].add(place)
        pairs.append((gone[position], new[place]))
    return pairs


def _free(one: tuple[float, int, int], taken: tuple[set[int], set[int]]) -> bool:
    return one[1] not in taken[0] and one[2] not in taken[1]


def shared(one: frozenset[object], other: frozenset[object]) -> float:
    """What two sets have in common, of what they have together."""
    return len(one & other) / len(one | other) if one | other else 0.0
