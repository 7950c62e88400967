"""What everything here asks the program, and what could not be resolved on the way."""

from collections.abc import Sequence

from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import ClassValue, Constant, Unresolved, Value


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

    def dotted(self, value: Value) -> str:
        """The whole name of a class: of one of the repository `shop.models.Author`."""
        module = self.program.member(value, "__module__")
        name = self.program.describe(value)
        return f"{module.value}.{name}" if isinstance(module, Constant) else name

    def mro(self, value: Value) -> Sequence[Value]:
        """A class and all that it inherits from; of what is no class of the repository that itself."""
        return self.program.mro(value) if isinstance(value, ClassValue) else (value,)

    def remark(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics[Diagnostic("unresolved", place, message, hint)] = None


def place_of(value: ClassValue) -> Location:
    return Location(value.scope.path, value.declaration.span)


def class_name(value: ClassValue) -> str:
    return value.declaration.name or ""
