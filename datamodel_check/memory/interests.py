"""Which words contents hold that extractors look for: what nobody changed need not be searched again."""

from __future__ import annotations

from datamodel_check.memory import store

NAME = "interests"

_MOST = 200_000
"""Contents that are remembered."""

_LISTS = 8
"""Sets of extractors that are remembered: each document may ask for other layers."""


class Interests:
    """By the ids of contents, which of the words are found in them: one bit for each."""

    def __init__(self, folder: str, question: bytes) -> None:
        self._folder = folder
        self._name = f"{NAME}-{store.digest(question).hex()[:16]}"
        found = store.load(folder, self._name)
        before = found[0] if isinstance(found, tuple) and found else {}
        self._before: dict[bytes, int] = before if isinstance(before, dict) else {}
        self._now: dict[bytes, int] = {}
        self._is_new = False

    def get(self, content: bytes) -> int | None:
        """The bits of a content by its id; None where nobody has looked yet."""
        known = self._before.get(content)
        if known is not None:
            self._now[content] = known
        return known

    def put(self, content: bytes, bits: int) -> None:
        self._now[content] = bits
        self._is_new = True

    def save(self) -> None:
        """Keeps what was asked for, and as much of the rest as there is room for."""
        if self._is_new:
            rest = [one for one in self._before.items() if one[0] not in self._now]
            kept = dict(rest[: max(0, _MOST - len(self._now))])
            store.save(self._folder, self._name, (kept | self._now,))
            store.bound(self._folder, NAME, _LISTS)
