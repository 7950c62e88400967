"""What everything here asks the program, and what could not be resolved on the way."""

from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic, PassedOver
from datamodel_check.model.values import Application, ObjectValue, Unresolved, Value


class Reader:
    """One reading of a repository's models."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.diagnostics: dict[Diagnostic, None] = {}
        self.passed_over: set[PassedOver] = set()

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known."""
        reason = f": {value.reason}" if isinstance(value, Unresolved) else ""
        self.remark(f"{what} cannot be resolved{reason}", place, hint)

    def remark(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics[Diagnostic("unresolved", place, message, hint)] = None

    def unreadable(self, message: str, place: Location, hint: str) -> None:
        self.diagnostics[Diagnostic("unreadable", place, message, hint)] = None

    # --- options -----------------------------------------------------------------------------------------------------

    def flag(self, options: Value | None, name: str, what: str, place: Location) -> bool | None:
        """An option that is true or false; None where it is not given."""
        value = entry(options, name)
        if value is None:
            return None
        if isinstance(value, Unresolved | Application):
            self.unresolved(f"`{name}` of {what}", value, _place(options, name, place))
            return None
        return truthy(value)

    def text(self, options: Value | None, name: str, what: str, place: Location) -> str | None:
        """An option that is a string; one that is not known is its source text."""
        value = entry(options, name)
        known = string(value)
        if known is None and isinstance(value, Unresolved | Application):
            self.unresolved(f"`{name}` of {what}", value, _place(options, name, place))
            return self.program.describe(value)
        return known

    def open(self, options: Value | None, what: str, place: Location) -> None:
        """Report what is not known of an object."""
        for unknown in options.open if isinstance(options, ObjectValue) else ():
            self.unresolved(f"a part of {what}", unknown, place)


def _place(options: Value | None, name: str, place: Location) -> Location:
    return options.places.get(name, place) if isinstance(options, ObjectValue) else place
