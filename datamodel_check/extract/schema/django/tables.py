"""Models → tables: `create_model` in django/db/backends/base/schema.py."""

from datamodel_check.extract.schema.django.columns import Columns, column_name, primary_key, table_name
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.model.schema import ForeignKey, Table


class Tables:
    """The tables of a project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._columns = Columns(project)

    def table(self, model: Model) -> Table:
        fields = [field for field in model.fields if has_column(field)]
        key = primary_key(model)
        return Table(
            schema=None,
            name=table_name(model),
            code_name=model.name,
            location=model.location,
            columns=tuple(self._columns.column(model, field) for field in fields),
            primary_key=(column_name(key),) if key else (),
            foreign_keys=tuple(found for field in fields if (found := self._foreign_key(model, field))),
        )

    def _foreign_key(self, model: Model, field: Field) -> ForeignKey | None:
        reference = self._columns.reference(model, field)
        if reference is None:
            return None
        return ForeignKey(None, (column_name(field),), reference.table, (reference.column,))


def has_column(field: Field) -> bool:
    """Whether a field is one of the table's columns."""
    return not any(is_a(field.kind, kind) for kind in ("ManyToManyField", "GenericForeignKey", "ForeignObject"))
