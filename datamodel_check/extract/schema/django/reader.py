"""What everything here asks the program, and what could not be resolved on the way."""

from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import ClassValue, Unresolved, Value


class Reader:
    """One reading of a repository's models."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.diagnostics: dict[Diagnostic, None] = {}

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known; the place is the value's own where it has one."""
        reason = ""
        if isinstance(value, Unresolved):
            place, reason = value.location, f": {value.reason}"
        self.diagnostics[Diagnostic("unresolved", place, f"{what} cannot be resolved{reason}", hint)] = None

    def remark(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics[Diagnostic("unresolved", place, message, hint)] = None


def place_of(value: ClassValue) -> Location:
    return Location(value.scope.path, value.declaration.span)


def class_name(value: ClassValue) -> str:
    return value.declaration.name or ""
