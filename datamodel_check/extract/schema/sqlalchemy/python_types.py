"""Which type a Python type stands for: `_type_map` in lib/sqlalchemy/sql/sqltypes.py, and `type_annotation_map`."""

from collections.abc import Mapping, Sequence

from datamodel_check.extract.schema.sqlalchemy.annotations import Annotation, Annotations
from datamodel_check.extract.schema.sqlalchemy.enums import EnumType, enum_type
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.schema.sqlalchemy.types import Type, Types
from datamodel_check.extract.schema.sqlalchemy.versions import DOUBLES
from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import Application, ClassValue, External, ObjectValue, Unresolved, Value

_BY_NAME: Mapping[str, str] = {
    "builtins.bool": "Boolean",
    "builtins.bytes": "LargeBinary",
    "builtins.float": "Double",
    "builtins.int": "Integer",
    "builtins.str": "String",
    "datetime.date": "Date",
    "datetime.datetime": "DateTime",
    "datetime.time": "Time",
    "datetime.timedelta": "Interval",
    "decimal.Decimal": "Numeric",
    "uuid.UUID": "Uuid",
}

_ENUMS = frozenset({"Enum", "Flag", "IntEnum", "IntFlag", "StrEnum"})


class PythonTypes:
    """Looks types up; `given` are the entries of `type_annotation_map`."""

    def __init__(self, reader: Reader, types: Types, annotations: Annotations) -> None:
        self._reader = reader
        self._types = types
        self._annotations = annotations

    def type(self, annotation: Annotation, given: Sequence[tuple[Value, Value]] = ()) -> Type | Unresolved | None:
        """The type of a column that is only annotated; None where nobody knows one."""
        for value in (annotation.whole, annotation.type):
            found = self._mapped(value, given) if value is not None else None
            if found is not None:
                return found
        if annotation.collection is not None or annotation.type is None:
            return None
        return self._usual(annotation.type, given)

    def _mapped(self, value: Value, given: Sequence[tuple[Value, Value]]) -> Type | Unresolved | None:
        """What `type_annotation_map` says of exactly this type."""
        written = self._reader.program.describe(value)
        for key, type_ in given:
            if key is value or (not isinstance(key, ClassValue) and self._reader.program.describe(key) == written):
                return self._types.read(type_)
        return None

    def _usual(self, value: Value, given: Sequence[tuple[Value, Value]]) -> Type | Unresolved | None:
        allowed = self._annotations.literal_values(value)
        if allowed:
            values = tuple(text for one in allowed if (text := string(one)) is not None)
            place = value.location if isinstance(value, Application) else Location("", NOWHERE)
            return Type("Enum", enum=EnumType(None, values, "", place, native=False))
        if isinstance(value, ClassValue):
            return self._of_class(value, given)
        new = self._new_type(value)
        if new is not None:
            return self._mapped(new, given) or self._usual(new, given)
        found = symbol(value)
        kind = _BY_NAME.get(".".join((found.package, *found.path))) if found is not None else None
        if kind == "Double" and not self._reader.versions.may_be("sqlalchemy", DOUBLES):
            kind = "Float"
        return Type(kind) if kind else None

    def _new_type(self, value: Value) -> Value | None:
        """`NewType("UserId", int)`: the type behind."""
        if not isinstance(value, Application) or len(value.arguments) < 2:
            return None
        callee = value.callee
        is_new = isinstance(callee, External) and callee.dotted in ("typing.NewType", "typing_extensions.NewType")
        return value.arguments[1] if is_new else None

    def _of_class(self, value: ClassValue, given: Sequence[tuple[Value, Value]]) -> Type | Unresolved | None:
        """An enumeration, or a class that extends one of Python's types."""
        above = self._reader.mro(value)
        for base in above[1:]:
            found = symbol(base)
            if found is not None and found.package == "enum" and found.path[-1] in _ENUMS:
                return self._of_enum(value, given)
        for base in above[1:]:
            known = self._mapped(base, given)
            if known is not None:
                return known
        return None

    def _of_enum(self, value: ClassValue, given: Sequence[tuple[Value, Value]]) -> Type | Unresolved:
        """`Enum(enum.Enum, native_enum=False)` in the map configures those of all enumerations."""
        keywords: Mapping[str, Value] = {}
        for key, type_ in given:
            found = symbol(key)
            if found is not None and found.package == "enum" and isinstance(type_, Application):
                keywords = {name: one for name, one in type_.keywords.items() if name != "name"}
        made = enum_type(self._reader, (value,), keywords, value)
        return made if isinstance(made, Unresolved) else Type("Enum", keywords, enum=made)


def entries(value: Value | None) -> list[tuple[Value, Value]]:
    """The entries of a `type_annotation_map`, whose keys are types."""
    unknown = value.open if isinstance(value, ObjectValue) else ()
    return [one.entry for one in unknown if one.entry is not None]
