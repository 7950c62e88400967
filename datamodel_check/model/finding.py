"""One divergence between documents and code: what, where, why, and what to do."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location

Severity: TypeAlias = Literal["error", "warning", "note"]


class Change(NamedTuple):
    """One difference, in domain terms: `subject` names the fact (`user.email`), `text` is the whole sentence.

    `text` is plain text: `user.email: type varchar(100) → varchar(255)`.
    """

    kind: Literal["added", "removed", "changed", "renamed"]
    subject: str
    text: str
    location: Location | None = None
    """Where the code says so; None where it no longer says anything."""


class Finding(NamedTuple):
    """A rule that was broken at a place. Findings know no format and reporters know no rule."""

    rule: str
    severity: Severity
    location: Location
    """The document's line, or for DM9xx the code's."""
    message: str
    section: str | None = None
    """The title of the section concerned."""
    changes: tuple[Change, ...] = ()
    cure: str | None = None
    """What to do, as one imperative sentence; a command to run stands in backticks."""
    fixable: bool = False
    related: tuple[Location, ...] = ()
    introduced: bool | None = None
    """Whether it is new since the base revision; None where none was asked for."""

    @property
    def place(self) -> tuple[str, int, str, str]:
        """What findings are sorted by."""
        return (self.location.path, self.location.line, self.rule, self.message)
