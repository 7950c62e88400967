"""Fields → columns: `column_sql` in django/db/backends/base/schema.py."""

from collections.abc import Iterator

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.expressions import Expressions
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.names import table_name
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader, place_of
from datamodel_check.extract.schema.django.types import Types
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Column, Generated, Identity, Reference, qualified
from datamodel_check.model.values import Access, ClassValue, Constant, ListValue, ObjectValue, Value

HINT = "Name the field's class or the model so that it can be read from the repository's files."


class Columns:
    """The columns of a project's models."""

    def __init__(self, reader: Reader, project: Project) -> None:
        self._reader = reader
        self._project = project
        self._types = Types(reader, project.dialect)

    def column(self, model: Model, field: Field) -> Column:
        primary = known.is_true(field.option("primary_key"))
        counts = is_a(field.kind, "AutoField")
        default = self._default(model, field)
        return Column(
            name=column_name(field),
            code_name=attribute_name(field),
            type=self._type(model, field),
            nullable=known.is_true(field.option("null")),
            location=field.location,
            primary_key=primary,
            unique=known.is_true(field.option("unique")) and not primary,
            has_default=default is not None or (counts and self._project.dialect != "sqlite"),
            default=default,
            client_default="default" in field.options or _is_dated(field),
            autoincrement=counts and self._project.dialect != "postgresql",
            generated=self._generated(model, field),
            identity=Identity(always=False) if counts and self._project.dialect == "postgresql" else None,
            allowed_values=tuple(self._choices(field)),
            comment=string(field.option("db_comment")),
            references=self.reference(model, field),
        )

    # --- types -------------------------------------------------------------------------------------------------------

    def _type(self, model: Model, field: Field) -> str:
        found = self._type_of(model, field, 0)
        for name in ("decimal_places", "max_digits", "max_length"):
            given = field.option(name)
            if given is not None and not isinstance(given, Constant):
                self._reader.unresolved(f"{name} of {model.label}.{field.name}", given, field.location)
        if found is None:
            self._reader.unresolved(f"the type of {model.label}.{field.name}", None, field.location, HINT)
        return found or "unknown"

    def type_of(self, model: Model, field: Field) -> str | None:
        """The type of a column; None where it is not known."""
        return self._type_of(model, field, 0)

    def _type_of(self, model: Model, field: Field, depth: int) -> str | None:
        if not is_a(field.kind, "ForeignKey"):
            return self._types.type(field)
        found = self.referred(model, field)
        if found is None or depth > _DEEPEST:
            return None
        if is_a(found[1].kind, "ForeignKey"):
            return self._type_of(*found, depth + 1)
        return self._types.referred(found[1])

    def referred(self, model: Model, field: Field) -> tuple[Model, Field] | None:
        """The field that a foreign key points to, and its model: the concrete one where it is a proxy."""
        key = self._project.target(field, model)
        target = self._project.concrete(key) if key else None
        if target is None:
            return None
        named = string(field.option("to_field"))
        if named is None or named == "pk":
            own = primary_key(target)
            return None if own is None else (target, own)
        return self._project.field(target, named)

    def reference(self, model: Model, field: Field) -> Reference | None:
        if not is_a(field.kind, "ForeignKey"):
            return None
        found = self.referred(model, field)
        if found is None:
            return None
        return Reference(self.table_key(found[0]), column_name(found[1]))

    def table_key(self, model: Model) -> str:
        return qualified(*split(table_name(model, self._project.dialect)))

    # --- what else a column has --------------------------------------------------------------------------------------

    def _default(self, model: Model, field: Field) -> str | None:
        given = field.option("db_default")
        return None if given is None else Expressions(self._reader, self._project, model).default(given)

    def _generated(self, model: Model, field: Field) -> Generated | None:
        if field.kind != "GeneratedField":
            return None
        given = field.option("expression")
        text = Expressions(self._reader, self._project, model).sql(given) if given is not None else ""
        return Generated(text, known.is_true(field.option("db_persist")))

    def _choices(self, field: Field) -> Iterator[str]:
        """The values of `choices`: pairs, groups of pairs, an enumeration, a mapping."""
        given = field.option("choices")
        found = list(choices(self._reader, given))
        if not found and given is not None and not _is_empty(given):
            place = place_of(given) if isinstance(given, ClassValue) else field.location
            self._reader.unresolved(f"the choices {self._reader.program.describe(given)}", given, place)
        yield from found


_DEEPEST = 20


def choices(reader: Reader, value: Value | None) -> Iterator[str]:
    """The values that a field may have, as texts."""
    if isinstance(value, Access) and value.name == "choices":
        value = value.object
    if isinstance(value, ClassValue):
        yield from _members(reader, value)
    if isinstance(value, ObjectValue):
        yield from _of_mapping(reader, value)
    for item in value.items if isinstance(value, ListValue) else ():
        first, *others = item.items if isinstance(item, ListValue) and item.items else (item,)
        if others and isinstance(others[0], ListValue):
            yield from choices(reader, others[0])
        else:
            yield from _value(reader, first)


def _of_mapping(reader: Reader, value: ObjectValue) -> Iterator[str]:
    for name, inner in value.entries.items():
        if isinstance(inner, ObjectValue):
            yield from _of_mapping(reader, inner)
        else:
            yield name


def _members(reader: Reader, value: ClassValue) -> Iterator[str]:
    for attribute in reader.program.attributes(value):
        member = reader.program.member(value, attribute.name)
        if isinstance(member, Access) and not attribute.name.startswith("_"):
            yield from _value(reader, member)


def _value(reader: Reader, value: Value) -> Iterator[str]:
    if isinstance(value, Access):
        value = reader.program.member(value, "value")
    if isinstance(value, Constant) and value.value is not None:
        yield str(value.value)


def _is_empty(value: Value) -> bool:
    return known.is_none(value) or (isinstance(value, ListValue | ObjectValue) and not value.open)


def _is_dated(field: Field) -> bool:
    return known.is_true(field.option("auto_now")) or known.is_true(field.option("auto_now_add"))


def column_name(field: Field) -> str:
    """The name of a field's column: https://docs.djangoproject.com/en/5.2/ref/models/fields/#db-column."""
    return string(field.option("db_column")) or attribute_name(field)


def attribute_name(field: Field) -> str:
    return f"{field.name}_id" if is_a(field.kind, "ForeignKey") else field.name


def primary_key(model: Model) -> Field | None:
    return next((field for field in model.fields if known.is_true(field.option("primary_key"))), None)


def split(table: str) -> tuple[str | None, str]:
    """`schema"."table`, the way in which people name tables of other schemas."""
    schema, _, name = table.strip('"').rpartition('"."')
    return schema or None, name
