"""What everything here asks the program, and what could not be resolved on the way."""

from collections.abc import Sequence

from datamodel_check.extract.reflection import Reflection
from datamodel_check.extract.schema.typeorm.metadata import ColumnType
from datamodel_check.extract.symbols import Symbol, callee, string
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_ROW = External("", ("row",))
"""Stands for the map of properties that TypeORM hands to functions like `(user) => user.posts`."""


def is_typeorm(package: str) -> bool:
    return package == "typeorm" or package.startswith("typeorm/")


def orm_call(value: Value | None) -> str | None:
    """What of TypeORM is called by a value: `Column`; None where it is no call of that kind."""
    called = callee(value) if value is not None else None
    return called.path[-1] if called is not None and called.path and is_typeorm(called.package) else None


def entity_schema(value: Value | None) -> ObjectValue | None:
    """The options of `new EntitySchema(options)`."""
    if not isinstance(value, Application) or orm_call(value) != "EntitySchema" or not value.arguments:
        return None
    options = value.arguments[0]
    return options if isinstance(options, ObjectValue) else ObjectValue({})


class Reader:
    """One reading of a repository's entities."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.reflection = Reflection(program)
        self.diagnostics: dict[Diagnostic, None] = {}
        self.noted_types: dict[ObjectValue, ColumnType] = {}
        """Objects of options → the type of the first column that was given them."""

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known; the place is the value's own where it has one."""
        reason = ""
        if isinstance(value, Unresolved):
            place, reason = value.location, f": {value.reason}"
        self.diagnostics[Diagnostic("unresolved", place, f"{what} cannot be resolved{reason}", hint)] = None

    def remark(self, message: str, place: Location, hint: str | None = None) -> None:
        self.diagnostics[Diagnostic("unresolved", place, message, hint)] = None

    def doubted(self, message: str, value: Value | None, place: Location, hint: str) -> None:
        """As `unresolved`, of a whole sentence."""
        reason = f": {value.reason}" if isinstance(value, Unresolved) else ""
        self.diagnostics[Diagnostic("unresolved", place, message + reason, hint)] = None

    # --- functions that TypeORM calls --------------------------------------------------------------------------------

    def called(self, value: Value, *arguments: Value) -> Value:
        """What a function returns; anything else is its own value."""
        return self.program.call(value, arguments) if isinstance(value, Closure) else value

    def property_path(self, value: Value | None) -> str | None:
        """`"profile.user"`, or `(row) => row.profile.user`."""
        if isinstance(value, Closure):
            value = self.program.call(value, [_ROW])
        known = string(value)
        return known if known is not None or value is None else _path(value)

    def property_paths(self, value: Value) -> tuple[str, ...] | None:
        """The properties of an index: a list of names, or a function that gives a list or an object of them."""
        if isinstance(value, Closure):
            value = self.program.call(value, [_ROW])
        if isinstance(value, ObjectValue) and not value.open:
            return tuple(value.entries)
        if not isinstance(value, ListValue) or value.open:
            return None
        paths = [self.property_path(item) for item in value.items]
        return tuple(path for path in paths if path is not None) if None not in paths else None

    # --- classes -----------------------------------------------------------------------------------------------------

    def base(self, value: ClassValue) -> ClassValue | None:
        """The class that this one extends; one that is not known is reported, for it may declare columns."""
        for base in value.declaration.bases[:1]:
            written: Expression = base.object if isinstance(base, Subscript) else base
            found = self.program.evaluate(written, value.scope)
            if isinstance(found, ClassValue):
                return found
            symbol = _root(found)
            if symbol is None or not (is_typeorm(symbol.package) or symbol.package == ""):
                what = f"the base class {self.program.describe(found)} of {value.declaration.name or 'a class'}"
                place = Location(value.scope.path, base.span)
                self.unresolved(what, found, place, "Columns that it declares are missing from the facts.")
        return None

    def lineage(self, value: ClassValue) -> Sequence[ClassValue]:
        """The class and its bases, the nearest first."""
        found = [value]
        while (base := self.base(found[-1])) is not None and base not in found:
            found.append(base)
        return found


def place_of(value: ClassValue) -> Location:
    return Location(value.scope.path, value.declaration.span)


def class_name(value: ClassValue) -> str:
    return value.declaration.name or "default"


def _root(value: Value) -> Symbol | None:
    while isinstance(value, Access | Application):
        value = value.object if isinstance(value, Access) else value.callee
    return Symbol(value.package, value.path) if isinstance(value, External) else None


def _path(value: Value) -> str | None:
    names: list[str] = []
    while isinstance(value, Access):
        names.append(value.name)
        value = value.object
    return ".".join(reversed(names)) if value is _ROW and names else None


def constructor(value: Value | None) -> str | None:
    """A column type: a name, or one of the constructors that stand for types."""
    if isinstance(value, External) and not value.package and len(value.path) == 1:
        return value.path[0]
    return string(value)


def truth(value: Value | None) -> bool | None:
    """JavaScript's truth; None where it is not known."""
    if isinstance(value, Constant):
        return bool(value.value)
    return True if isinstance(value, ClassValue | Closure | ListValue | ObjectValue) else None
