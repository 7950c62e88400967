"""Fields → columns: `Field.db_parameters`, `column_sql` in django/db/backends/base/schema.py."""

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.backends import DATA_TYPES
from datamodel_check.extract.schema.django.kinds import is_a, lineage
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Column, Reference
from datamodel_check.model.values import Constant


def column_name(field: Field) -> str:
    """The name of a field's column: https://docs.djangoproject.com/en/5.2/ref/models/fields/#db-column."""
    return string(field.option("db_column")) or attribute_name(field)


def attribute_name(field: Field) -> str:
    return f"{field.name}_id" if is_a(field.kind, "ForeignKey") else field.name


class Columns:
    """The columns of a project's models."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def column(self, model: Model, field: Field) -> Column:
        primary = known.is_true(field.option("primary_key"))
        return Column(
            name=column_name(field),
            code_name=attribute_name(field),
            type=self.type(model, field) or "unknown",
            nullable=known.is_true(field.option("null")) and not primary,
            location=field.location,
            primary_key=primary,
            unique=known.is_true(field.option("unique")) and not primary,
            autoincrement=is_a(field.kind, "AutoField"),
            has_default=is_a(field.kind, "AutoField"),
            client_default=not known.is_none(field.option("default")),
            references=self.reference(model, field),
        )

    def type(self, model: Model, field: Field) -> str | None:
        """The type in the database's words; None of what has no column or is not known."""
        if is_a(field.kind, "ForeignKey"):
            found = self.referred(model, field)
            return self.type(*found) if found else None
        types = DATA_TYPES[self._project.dialect]
        internal = next((kind for kind in lineage(field.kind) if kind in types), None)
        return types[internal] % _parameters(field) if internal else None

    def referred(self, model: Model, field: Field) -> tuple[Model, Field] | None:
        """The field that a foreign key points to, and its model."""
        key = self._project.target(field, model)
        target = self._project.models.get(key) if key else None
        if target is None:
            return None
        named = string(field.option("to_field"))
        found = target.field(named) if named else primary_key(target)
        return (target, found) if found else None

    def reference(self, model: Model, field: Field) -> Reference | None:
        if not is_a(field.kind, "ForeignKey"):
            return None
        found = self.referred(model, field)
        return Reference(table_name(found[0]), column_name(found[1])) if found else None


def table_name(model: Model) -> str:
    return string(model.options.get("db_table")) or f"{model.app}_{model.name.lower()}"


def primary_key(model: Model) -> Field | None:
    return next((field for field in model.fields if known.is_true(field.option("primary_key"))), None)


def _parameters(field: Field) -> dict[str, object]:
    return {name: value.value for name, value in field.options.items() if isinstance(value, Constant)}
