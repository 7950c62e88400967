"""Bounds for what a hostile or endless program may cost."""

from collections.abc import Iterator
from contextlib import contextmanager

DEEPEST = 300
"""How deep evaluations may be nested in one another: expressions, calls, and names that stand for other names."""

FRAMES = 8_000
"""Python's frames that so many evaluations need at most; since 3.11 they do not live on the C stack."""

_STEPS = 100_000
"""Steps that one answer may take. A table of twenty columns takes a few hundred."""

_STEPS_OF_CALL = 20_000
"""Steps that one call of a function may take when it is not part of another call, beside one for each of its letters:
a migration may be a function of ten thousand lines, each of which is run once."""

_ALL_STEPS = 2_000_000
"""Steps that all answers together may take."""

LARGEST = 100_000
"""Characters of a computed string, items of a computed list."""


class ExhaustedError(Exception):
    """The evaluation takes too long, or its result is too large."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooDeepError(ExhaustedError):
    """The evaluation is nested too deeply; begun at `start`, the innermost name on the way, it may succeed."""

    def __init__(self) -> None:
        super().__init__("it is nested too deeply")
        self.start: tuple[str, str] | None = None


class Budget:
    """Counts steps and depth."""

    __slots__ = ("_all", "_answering", "_calls", "_room", "_steps", "depth", "exhausted")

    def __init__(self) -> None:
        self.depth = 0
        self._answering = False
        self._steps = _STEPS
        self._all = _ALL_STEPS
        self._calls = 0
        self._room = 0
        self.exhausted = False
        """Whether something of the last answer was given up."""

    def enter(self) -> None:
        """One evaluation begins; whoever calls this counts `depth` down at its end.

        Raises `ExhaustedError`.
        """
        if self.depth >= DEEPEST:
            raise TooDeepError
        self.spend(1)
        self.depth += 1

    def spend(self, steps: int) -> None:
        """Raises `ExhaustedError`."""
        self._steps -= steps
        if self._steps < 0:
            self.exhausted = True
            raise ExhaustedError("it takes too many steps to evaluate")

    def make(self, size: int) -> None:
        """Something of `size` is computed. Raises `ExhaustedError`."""
        if size > LARGEST:
            raise ExhaustedError("it is too large")
        self.spend(size >> 5)

    @contextmanager
    def answer(self, room: int = 0) -> Iterator[None]:
        """One answer, with steps and depth of its own, unless it is part of another. It may take `room` more steps."""
        if self._answering:
            yield
            return
        self._answering, self.exhausted = True, False
        self.depth, self._calls, self._room = 0, 0, room
        self._steps = granted = min(_STEPS + room, self._all)
        try:
            yield
        finally:
            self._all -= granted - max(self._steps, 0)
            self._answering = False

    @contextmanager
    def call(self) -> Iterator[bool]:
        """One call of a function: whether it is the outermost one, which has a bound of its own."""
        outermost = self._calls == 0
        left = granted = self._steps
        if outermost:
            self._steps = granted = min(left, _STEPS_OF_CALL + self._room)
        self._calls += 1
        try:
            yield outermost and left > _STEPS_OF_CALL + self._room
        finally:
            self._calls -= 1
            if outermost:
                self._steps = left - (granted - self._steps)
