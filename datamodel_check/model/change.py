"""What a change of the code does to the data model."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location

Risk: TypeAlias = Literal["breaking", "risky", "safe"]

RISKS: tuple[Risk, ...] = ("breaking", "risky", "safe")
"""The worst first."""

Event: TypeAlias = Literal["added", "removed", "changed", "renamed"]

Family: TypeAlias = Literal["tables", "enums", "views", "migrations", "routes", "services", "state", "types"]

FAMILIES: tuple[Family, ...] = ("tables", "enums", "views", "migrations", "routes", "services", "state", "types")


class FactChange(NamedTuple):
    """One change of a fact between two revisions: `text` says what happened to `subject`, `reason` why it has its risk.

    Of what is renamed `subject` is the old name.

    - `breaking`: it fails, loses data, or fails for somebody who relies on what was there;
    - `risky`: it may fail, or mean something else, depending on the data and on who relies on it;
    - `safe`: neither.
    """

    kind: Event
    family: Family
    subject: str
    text: str
    risk: Risk
    reason: str = ""
    location: Location | None = None
    """Where the later revision says so; of what is gone where the earlier one did."""


class ModelDiff(NamedTuple):
    """The changes between two revisions, sorted by family, subject and text."""

    base: str
    head: str
    changes: tuple[FactChange, ...] = ()

    def of_risk(self, risk: Risk) -> tuple[FactChange, ...]:
        return tuple(change for change in self.changes if change.risk == risk)
