"""What the generated sections of a document ought to say now: what `views` makes, and `compare` and `fix` judge by."""

from collections.abc import Callable
from typing import NamedTuple

from datamodel_check.model.blocks import Block
from datamodel_check.model.document import Problem, Section


class Claim(NamedTuple):
    """What one generated section ought to say. Where its opening line cannot be followed there is only the problem."""

    section: Section
    facts: str = ""
    """The digest of what the section ought to say, as its closing line records it."""
    blocks: Callable[[], tuple[Block, ...]] = tuple
    """How that reads; made when it is asked for, because most sections are not stale."""
    problem: Problem | None = None
