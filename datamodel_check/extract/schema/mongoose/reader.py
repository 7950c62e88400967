"""What is known while the schemas of one package are read, and what could not be read on the way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from datamodel_check.extract.symbols import entry, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Access, Application, ClassValue, Constant, ObjectValue, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.extract.schema.mongoose.schemas import Schema


class Schemas(Protocol):
    """Who knows which schema or model a value is."""

    def schema(self, value: Value) -> "Schema | None": ...

    def model_name(self, value: Value) -> str | None: ...


class Reader:
    """One reading: the program, the version of Mongoose as far as it is known, and the diagnostics."""

    def __init__(self, program: Program, schemas: Schemas) -> None:
        self.program = program
        self.schemas = schemas
        self.diagnostics: list[Diagnostic] = []
        self._majors: dict[str, int | None] = {}

    def schema(self, value: Value | None) -> "Schema | None":
        """The schema that a value is."""
        return self.schemas.schema(value) if isinstance(value, Application | Access | ClassValue) else None

    def major(self, path: str) -> int | None:
        """The version of Mongoose that a file's package depends on."""
        package = self.program.package(path)
        if package is None:
            return None
        if package.directory not in self._majors:
            self._majors[package.directory] = _major(package.dependencies.get("mongoose"))
        return self._majors[package.directory]

    def unresolved(self, what: str, value: Value | None, place: Location, hint: str | None = None) -> None:
        """Report that a part of the schema is not known."""
        reason = f": {value.reason}" if isinstance(value, Unresolved) else ""
        self.report(place, f"{what} cannot be resolved{reason}", hint)

    def report(self, place: Location, message: str, hint: str | None = None) -> None:
        self.diagnostics.append(Diagnostic("unresolved", place, message, hint))

    # --- objects -----------------------------------------------------------------------------------------------------

    def entries(self, what: str, value: ObjectValue, place: Location) -> Iterator[tuple[str, Value, Location]]:
        """What an object holds, with the places of the keys; what is not known of it is reported.

        `...other.obj` are the entries of another schema's definition.
        """
        found = dict(value.entries)
        places = dict(value.places)
        for unknown in value.open:
            definition = self._definition(unknown.value)
            if definition is None:
                self.unresolved(f"a part of {what}", unknown, place)
                continue
            found = {**definition.entries, **found}
            places = {**definition.places, **places}
        for name, one in found.items():
            yield name, one, places.get(name, place)

    def _definition(self, value: Value | None) -> ObjectValue | None:
        if not isinstance(value, Access) or value.name != "obj":
            return None
        schema = self.schema(value.object)
        return schema.definition if schema is not None else None

    def flag(self, options: Value | None, name: str, *, default: bool, what: str, place: Location) -> bool:
        """An option that is true or false."""
        value = entry(options, name)
        if value is None:
            return default
        if not isinstance(value, Constant) and isinstance(value, Unresolved):
            self.unresolved(f"the option {name} of {what}", value, place)
            return default
        return truthy(value)


def _major(version: str | None) -> int | None:
    """The first number of a version range."""
    import re

    found = re.search(r"\d+", version or "")
    return int(found.group()) if found else None
