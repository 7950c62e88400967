"""Models → tables: `create_model` in django/db/backends/base/schema.py."""

from collections.abc import Iterator

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.columns import Columns, column_name, primary_key, split
from datamodel_check.extract.schema.django.constraints import Constraints
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.names import table_name
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.schema import Relation, Table


class Tables:
    """The tables of a project."""

    def __init__(self, reader: Reader, project: Project) -> None:
        self._reader = reader
        self._project = project
        self._columns = Columns(reader, project)

    def table(self, model: Model) -> Table:
        fields = [field for field in (*model.fields, *_order(model)) if has_column(field)]
        schema, name = split(table_name(model, self._project.dialect))
        constraints = Constraints(self._reader, self._project, self._columns, model)
        uniques = tuple(constraints.uniques(fields))
        alone = {unique.columns[0] for unique in uniques if len(unique.columns) == 1}
        key = self._primary_key(model)
        columns = (self._columns.column(model, field) for field in fields)
        return Table(
            schema=schema,
            name=name,
            code_name=model.name,
            location=model.location,
            columns=tuple(one._replace(unique=one.name in alone, primary_key=one.name in key) for one in columns),
            primary_key=key,
            uniques=uniques,
            indexes=tuple(constraints.indexes(fields)),
            foreign_keys=tuple(found for field in fields if (found := constraints.foreign_key(field))),
            checks=tuple(constraints.checks(fields)),
            comment=string(model.options.get("db_table_comment")) or None,
        )

    def _primary_key(self, model: Model) -> tuple[str, ...]:
        composite = next((field for field in model.fields if field.kind == "CompositePrimaryKey"), None)
        if composite is not None:
            names = strings(composite.options.get("*")) or ()
            fields = [field for name in names if (field := model.field(name) or model.field(name.removesuffix("_id")))]
            return tuple(map(column_name, fields))
        key = primary_key(model)
        return (column_name(key),) if key else ()

    # --- relations ---------------------------------------------------------------------------------------------------

    def relations(self, model: Model) -> Iterator[Relation]:
        """The fields that lead to other models."""
        for field in model.fields:
            if is_a(field.kind, "ForeignKey"):
                yield from self._to_one(model, field)
            elif is_a(field.kind, "ManyToManyField"):
                yield from self._to_many(model, field)

    def _to_one(self, model: Model, field: Field) -> Iterator[Relation]:
        reference = self._columns.reference(model, field)
        if reference is not None and not model.between:
            key = self._columns.table_key(model)
            column = column_name(field)
            yield Relation(key, field.name, "one", reference.table, field.location, (column,), (reference.column,))

    def _to_many(self, model: Model, field: Field) -> Iterator[Relation]:
        key = self._project.target(field, model)
        target = self._project.concrete(key) if key else None
        if target is not None:
            tables = self._columns.table_key(model), self._columns.table_key(target)
            through = self._through(model, field)
            yield Relation(tables[0], field.name, "many", tables[1], field.location, through=through)

    def _through(self, model: Model, field: Field) -> str | None:
        """The table between two models."""
        given = field.option("through")
        if given is None or known.is_none(given):
            key = (model.app, f"{model.name}_{field.name}".lower())
        else:
            key = self._project.meant(given, model) or ("", "")
        found = self._project.concrete(key)
        return self._columns.table_key(found) if found else None


def has_column(field: Field) -> bool:
    """Whether a field is one of the table's columns."""
    has_type = field.kind != "Field" or field.db_type is not None
    return has_type and not any(is_a(field.kind, kind) for kind in _WITHOUT)


def _order(model: Model) -> Iterator[Field]:
    """The column that `order_with_respect_to` adds: `Options._prepare`."""
    if not known.is_none(model.options.get("order_with_respect_to")):
        yield Field("_order", "OrderWrt", {}, model.location, auto_created=True)


_WITHOUT = ("CompositePrimaryKey", "ForeignObject", "GenericForeignKey", "ManyToManyField")
