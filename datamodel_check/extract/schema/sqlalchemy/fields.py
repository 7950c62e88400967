"""SQLModel's fields: `id: int | None = Field(default=None, primary_key=True)`.

https://github.com/fastapi/sqlmodel/blob/main/sqlmodel/main.py, `get_column_from_field` and `get_sqlalchemy_type`
"""

from collections.abc import Mapping

from datamodel_check.extract.schema.sqlalchemy.annotations import Annotation, Annotations
from datamodel_check.extract.schema.sqlalchemy.classes import Classes
from datamodel_check.extract.schema.sqlalchemy.columns import ITEMS, Columns
from datamodel_check.extract.schema.sqlalchemy.enums import enum_type
from datamodel_check.extract.schema.sqlalchemy.metadata import Column
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_none, is_true
from datamodel_check.extract.schema.sqlalchemy.types import Type
from datamodel_check.extract.schema.sqlalchemy.versions import ZONES
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.program import Attribute
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

_FOREIGN_KEY = External("sqlalchemy", ("ForeignKey",))

_TEXTS = frozenset({"IPv4Address", "IPv4Network", "IPv6Address", "IPv6Network", "Path", "EmailStr", "str", "PurePath"})

_KINDS: Mapping[str, str] = {
    "float": "Float",
    "bool": "Boolean",
    "int": "Integer",
    "date": "Date",
    "timedelta": "Interval",
    "time": "Time",
    "datetime": "UTCDateTime",
    "AwareDatetime": "UTCDateTime",
    "NaiveDatetime": "DateTime",
    "bytes": "LargeBinary",
    "UUID": "Uuid",
    "UUID1": "Uuid",
    "UUID3": "Uuid",
    "UUID4": "Uuid",
    "UUID5": "Uuid",
    "SecretStr": "AutoString",
    "PositiveInt": "Integer",
    "NonNegativeInt": "Integer",
    "StrictStr": "AutoString",
    "StrictInt": "Integer",
    "StrictBool": "Boolean",
    "PositiveFloat": "Float",
    "NonNegativeFloat": "Float",
    "PastDate": "Date",
    "FutureDate": "Date",
    "PastDatetime": "UTCDateTime",
    "FutureDatetime": "UTCDateTime",
    "StrictFloat": "Float",
}

_PACKAGES = frozenset({"builtins", "datetime", "decimal", "ipaddress", "pathlib", "pydantic", "uuid"})

_FIELDS = frozenset({"sqlmodel.Field", "sqlmodel.main.Field", "pydantic.Field", "pydantic.fields.Field"})


class Fields:
    """Reads the columns of SQLModel's tables."""

    def __init__(self, reader: Reader, classes: Classes, columns: Columns) -> None:
        self._reader = reader
        self._classes = classes
        self._columns = columns
        self._annotations = Annotations(reader)

    def columns(self, value: ClassValue) -> list[Column]:
        """The fields of a table, inherited ones first."""
        self._classes.members(value)  # reports bases that nobody knows
        found: dict[str, Attribute] = {}
        for holder in reversed(self._classes.bases.line(value)):
            for one in self._reader.program.attributes(holder) if isinstance(holder, ClassValue) else ():
                if one.annotation is not None and not one.name.startswith(("__", "model_config")):
                    found[one.name] = one
        columns = [self._column(one, value) for one in found.values()]
        return [column for column in columns if column is not None]

    def _column(self, attribute: Attribute, value: ClassValue) -> Column | None:
        if self._reader.called(attribute.value) in ("Relationship", "relationship"):
            return None
        annotation = self._annotations.read(attribute.annotation, attribute.scope)
        if annotation.key == "ClassVar" or isinstance(attribute.value, Closure):
            return None
        options = self._options(attribute, annotation)
        given = options.get("sa_column")
        column = self._columns.read(attribute.name, given, attribute.location) if given is not None else None
        column = column or self._made(attribute, annotation, options, value)
        own = Access(value, attribute.name, attribute.location)
        more = (attribute.value,) if attribute.value is not None else ()
        return column._replace(values=(*column.values, own, *more))

    def _options(self, attribute: Attribute, annotation: Annotation) -> Mapping[str, Value]:
        """What `Field(…)` is given; a plain value is the default."""
        options: dict[str, Value] = {}
        for one in (*annotation.extras, attribute.value):
            if isinstance(one, Application) and self._reader.dotted(one.callee) in _FIELDS:
                options.update({"default": one.arguments[0]} if one.arguments else {})
                options.update(one.keywords)
            elif one is attribute.value and one is not None:
                options["default"] = one
        default = options.get("default")
        if isinstance(default, Unresolved | Application | External) and _is_ellipsis(default):
            del options["default"]
        return options

    def _made(
        self, attribute: Attribute, annotation: Annotation, given: Mapping[str, Value], value: ClassValue
    ) -> Column:
        is_key = is_true(given.get("primary_key"))
        nullable: Value = Constant(value=annotation.nullable and not is_key)
        options: dict[str, Value] = {
            "nullable": given.get("nullable", nullable),
            **{name: given[name] for name in ("primary_key", "index", "unique") if name in given},
        }
        default = given.get("default_factory", given.get("default"))
        if default is not None:
            options["default"] = default
        more = given.get("sa_column_kwargs")
        options.update(more.entries if isinstance(more, ObjectValue) else {})
        return Column(
            name=_text(options.get("name")) or attribute.name,
            attribute=attribute.name,
            location=attribute.location,
            type=self._type(attribute, annotation, given, value),
            options=options,
            items=tuple(self._items(attribute, given)),
        )

    def _items(self, attribute: Attribute, given: Mapping[str, Value]) -> list[Application]:
        found: list[Application] = []
        target = given.get("foreign_key")
        if target is not None and not is_none(target):
            rules = {name: given[name] for name in ("ondelete",) if name in given}
            found.append(Application(_FOREIGN_KEY, (target,), attribute.location, keywords=rules))
        more = given.get("sa_column_args")
        given_items = more.items if isinstance(more, ListValue) else ()
        return [*found, *(o for o in given_items if isinstance(o, Application) and self._reader.called(o) in ITEMS)]

    # --- types -------------------------------------------------------------------------------------------------------

    def _type(
        self, attribute: Attribute, annotation: Annotation, given: Mapping[str, Value], value: ClassValue
    ) -> Type | Unresolved:
        what = f"the column {class_name(value)}.{attribute.name}"
        if "sa_type" in given:
            return self._columns.type(given["sa_type"], what, attribute.location)
        found = self._by_annotation(annotation.type, given) if annotation.collection is None else None
        if found is None or isinstance(found, Unresolved):
            hint = "Give the field `sa_type` or `sa_column`: SQLModel has no type for this annotation."
            self._reader.unresolved(f"the type of {what}", found or annotation.type, attribute.location, hint)
            return Type("", text=self._reader.program.describe(annotation.type) if annotation.type else "")
        return found

    def _by_annotation(self, value: Value | None, given: Mapping[str, Value]) -> Type | Unresolved | None:
        literals = self._annotations.literal_values(value)
        for one in self._reader.mro(value) if value is not None else ():
            found = symbol(one)
            if found is not None and found.package == "enum" and isinstance(value, ClassValue):
                made = enum_type(self._reader, (value,), {}, value)
                return made if isinstance(made, Unresolved) else Type("Enum", enum=made)
        if literals:
            value = External("builtins", (type(getattr(literals[0], "value", "")).__name__,))
        for one in self._reader.mro(value) if value is not None else ():
            found = symbol(one.callee if isinstance(one, Application) else one)
            if found is not None and found.package in _PACKAGES and found.path:
                kind = self._kind(found.path[-1], given)
                if kind is not None:
                    return kind
        return None

    def _kind(self, name: str, given: Mapping[str, Value]) -> Type | None:
        if name in _TEXTS or name == "constr":
            return Type("AutoString", {"length": given["max_length"]} if "max_length" in given else {})
        if name in ("Decimal", "condecimal"):
            sizes = {"precision": given.get("max_digits"), "scale": given.get("decimal_places")}
            return Type("Numeric", {name: one for name, one in sizes.items() if one is not None})
        kind = _KINDS.get(name)
        if kind == "UTCDateTime" and not self._reader.versions.may_be("sqlmodel", ZONES):
            kind = "DateTime"
        return Type(kind) if kind is not None else None


def _text(value: Value | None) -> str | None:
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def _is_ellipsis(value: Value) -> bool:
    """`Field(...)` and `Field(default=PydanticUndefined)` say that there is no default."""
    found = symbol(value)
    text = value.text if isinstance(value, Unresolved) else ""
    return text == "..." or (found is not None and found.path[-1:] in (("Ellipsis",), ("PydanticUndefined",)))
