"""The options that a decorator or a schema is given, read one by one; what is not known of them is reported."""

from datamodel_check.extract.schema.typeorm.reader import Reader, truth
from datamodel_check.model import javascript
from datamodel_check.model.location import Location
from datamodel_check.model.values import Closure, Constant, ListValue, ObjectValue, Value

_LITERAL = "Write it as a literal or a constant."


class Options:
    """An object of options; `of` says whose they are, for reports."""

    def __init__(self, reader: Reader, value: Value | None, of: str, place: Location) -> None:
        self.reader = reader
        self.of = of
        self.place = place
        self.value = value if isinstance(value, ObjectValue) else ObjectValue({})
        if value is not None and value is not self.value and not (isinstance(value, Constant) and value.value is None):
            reader.unresolved(f"the options of {of}", value, place, _LITERAL)
        for spread in self.value.open:
            reader.unresolved(f"a part of the options of {of}", spread, place, _LITERAL)

    def given(self, name: str) -> Value | None:
        """A member; None where it is missing or undefined."""
        value = self.value.entries.get(name)
        return None if isinstance(value, Constant) and value.undefined else value

    def text(self, name: str) -> str | None:
        """A member that is a string (numbers are turned into one); else its source text, reported."""
        value = self.given(name)
        if value is None or (isinstance(value, Constant) and value.value in {None, False, ""}):
            return None
        if isinstance(value, Constant):
            return javascript.text(value)
        self.report(name, value)
        return self.reader.program.describe(value)

    def flag(self, name: str) -> bool | None:
        value = self.given(name)
        known = truth(value)
        if value is not None and known is None:
            self.report(name, value)
        return known

    def number(self, name: str) -> int | None:
        value = self.given(name)
        if isinstance(value, Constant):
            if isinstance(value.value, str) and value.value.isdigit():
                return int(value.value)
            return int(value.value) if isinstance(value.value, int | float) else None
        if value is not None:
            self.report(name, value)
        return None

    def names(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self.given(name)
        if value is None:
            return ()
        found = self.reader.property_paths(value)
        if found is None:
            self.report(name, value)
        return found or ()

    def choices(self, name: str) -> tuple[str, ...]:
        """The values of an enum, given as an object or as an array (typeorm/src/metadata/ColumnMetadata.ts)."""
        value = self.given(name)
        if value is None:
            return ()
        items: tuple[Value, ...] | None = None
        if isinstance(value, ListValue) and not value.open:
            items = value.items
        elif isinstance(value, ObjectValue) and not value.open:
            entries = value.entries.items()
            items = tuple(item for key, item in entries if not _is_number(key) and not isinstance(item, Closure))
        if items is None or not all(isinstance(item, Constant) for item in items):
            self.report(name, value)
            return ()
        return tuple(javascript.text(item) for item in items if isinstance(item, Constant))

    def report(self, name: str, value: Value) -> None:
        self.reader.unresolved(f"`{name}` of {self.of}", value, self.place, _LITERAL)


def _is_number(key: str) -> bool:
    """Whether `+key` is a number: keys like this lead from a numeric enum's values back to their names."""
    try:
        float(key)
    except ValueError:
        return key.strip() == ""
    return key.strip().lower() not in {"nan", "inf", "infinity"}
