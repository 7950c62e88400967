"""What a view is."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, TypeVar

from datamodel_check.model.blocks import Block
from datamodel_check.model.document import Argument
from datamodel_check.model.snapshot import Snapshot

Content = TypeVar("Content")


class Parameter(NamedTuple):
    """An argument that a view takes: `name=value`, or (with an upper-case name) plain words."""

    name: str
    summary: str

    @property
    def named(self) -> bool:
        return self.name.islower()


class View(Protocol[Content]):
    """One kind of generated section."""

    name: str
    summary: str
    """One line for the help, without a full stop."""
    parameters: tuple[Parameter, ...]

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> Content:
        """Exactly what the section says, as immutable values: no more, or it would go stale over what nobody reads.

        Raises `UnknownArgumentError` for an argument that it does not take, or that names nothing in the code.
        """

    def blocks(self, content: Content) -> tuple[Block, ...]:
        """How that reads. It may change between releases: only `content` is fingerprinted."""


class UnknownArgumentError(ValueError):
    """An argument of an opening line is not taken, or names nothing. `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
