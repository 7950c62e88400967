"""What everything here asks the program, and what could not be resolved on the way."""

from collections.abc import Sequence

from datamodel_check.extract.schema.sqlalchemy.projects import Project
from datamodel_check.extract.schema.sqlalchemy.versions import Versions
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location
from datamodel_check.model.program import Attribute, Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Access, Application, ClassValue, Closure, Constant, Unresolved, Value

_PACKAGES = frozenset({"sqlalchemy", "sqlmodel", "flask_sqlalchemy", "flask_sqlalchemy_lite", "sqlalchemy_utils"})


class Reader:
    """One reading of a repository's models."""

    def __init__(self, program: Program, versions: Versions | None = None) -> None:
        self.program = program
        self.versions = versions or Versions()
        self.diagnostics: dict[Diagnostic, None] = {}

    def of_project(self, project: Project) -> "Reader":
        """The same reading, of one project's files."""
        found = Reader(self.program, Versions(project))
        found.diagnostics = self.diagnostics
        return found

    # --- names -------------------------------------------------------------------------------------------------------

    def name(self, value: Value | None) -> str | None:
        """What a value is called in SQLAlchemy: `Column`, `Integer`; None of what does not come from there.

        Flask-SQLAlchemy's `db` has all names of `sqlalchemy` and `sqlalchemy.orm`.
        """
        if value is None:
            return None
        found = symbol(value)
        if found is not None:
            return found.path[-1] if found.package in _PACKAGES and found.path else None
        if isinstance(value, Access) and self.is_flask(value.object):
            return value.name
        return None

    def dotted(self, value: Value | None) -> str | None:
        """The whole name of something outside the repository: `sqlalchemy.dialects.postgresql.UUID`."""
        found = symbol(value) if value is not None else None
        return None if found is None else ".".join((found.package, *found.path))

    def called(self, value: Value | None) -> str | None:
        """The class or function of SQLAlchemy that is called."""
        return self.name(value.callee) if isinstance(value, Application) else None

    def is_flask(self, value: Value) -> bool:
        """Whether a value is the extension `SQLAlchemy()` of Flask, or of a class of one's own."""
        if not isinstance(value, Application):
            return False
        return any(self.dotted(base) in _FLASK for base in self.mro(value.callee))

    # --- classes -----------------------------------------------------------------------------------------------------

    def mro(self, value: Value) -> Sequence[Value]:
        """A class and all that it inherits from; of what is no class of the repository that itself."""
        return self.program.mro(value) if isinstance(value, ClassValue) else (value,)

    def own(self, value: Value, name: str) -> Attribute | None:
        """An attribute that the body of a class binds."""
        if not isinstance(value, ClassValue):
            return None
        return next((one for one in self.program.attributes(value) if one.name == name), None)

    def method(self, value: Value, name: str) -> Closure | None:
        """A method of a class, or of what it inherits from in the repository."""
        for holder in self.mro(value):
            found = self.own(holder, name)
            if found is not None and isinstance(found.value, Closure):
                return found.value
        return None

    # --- diagnostics -------------------------------------------------------------------------------------------------

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known; the place is the value's own where it has one."""
        reason = ""
        if isinstance(value, Unresolved):
            place, reason = value.location, f": {value.reason}"
        self.remark(f"{what} cannot be resolved{reason}", place, hint)

    def remark(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics[Diagnostic("unresolved", place, message, hint)] = None


_FLASK = frozenset({"flask_sqlalchemy.SQLAlchemy", "flask_sqlalchemy.extension.SQLAlchemy"})


def place_of(value: ClassValue) -> Location:
    return Location(value.scope.path, value.declaration.span)


def class_name(value: ClassValue) -> str:
    return value.declaration.name or ""


def is_true(value: Value | None) -> bool:
    """Whether a value is known to be true in Python's sense."""
    return isinstance(value, Constant) and bool(value.value)


def is_false(value: Value | None) -> bool:
    """Whether a value is given and known to be false."""
    return isinstance(value, Constant) and not value.value


def is_none(value: Value | None) -> bool:
    """Whether nothing is given, or `None` itself."""
    return value is None or (isinstance(value, Constant) and value.value is None)


def number(value: Value | None) -> int | None:
    known = value.value if isinstance(value, Constant) else None
    return known if isinstance(known, int) and not isinstance(known, bool) else None
