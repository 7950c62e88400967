"""What a command answers; `cli` prints it."""

from typing import NamedTuple


class Answer(NamedTuple):
    """Text for standard output, notices for standard error, and the exit code."""

    text: str = ""
    notices: tuple[str, ...] = ()
    code: int = 0
