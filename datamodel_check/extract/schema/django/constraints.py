"""Indexes and constraints of models: `_model_indexes_sql`, `table_sql` in django/db/backends/base/schema.py."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.columns import Columns, column_name
from datamodel_check.extract.schema.django.expressions import Expressions, application
from datamodel_check.extract.schema.django.kinds import is_a, lineage
from datamodel_check.extract.schema.django.metadata import Field, Model
from datamodel_check.extract.schema.django.names import index_name, meta_index_name, shortened, table_name
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.schema import Check, ForeignKey, Index, IndexColumn, Unique
from datamodel_check.model.values import Access, Application, ListValue, Value

_METHODS = {
    "BTreeIndex": None,
    "BloomIndex": "bloom",
    "BrinIndex": "brin",
    "GinIndex": "gin",
    "GistIndex": "gist",
    "HashIndex": "hash",
    "Index": None,
    "SpGistIndex": "spgist",
}
"""The classes of indexes: https://docs.djangoproject.com/en/5.2/ref/contrib/postgres/indexes/."""

_SUFFIXES = {"BTreeIndex": "btree"} | {name: method for name, method in _METHODS.items() if method}


class Constraints:
    """The indexes and constraints of one model."""

    def __init__(self, reader: Reader, project: Project, columns: Columns, model: Model) -> None:
        self._reader = reader
        self._project = project
        self._columns = columns
        self._model = model
        self._expressions = Expressions(reader, project, model)
        self._table = table_name(model, project.dialect)

    # --- foreign keys ------------------------------------------------------------------------------------------------

    def foreign_key(self, field: Field) -> ForeignKey | None:
        reference = self._columns.reference(self._model, field)
        if reference is None:
            return None
        column = column_name(field)
        ending = f"_fk_{reference.table.rpartition('.')[2]}_{reference.column}"
        enforced = not known.is_false(field.option("db_constraint"))
        name = index_name(self._table, (column,), ending, self._project.dialect) if enforced else None
        return ForeignKey(name, (column,), reference.table, (reference.column,), enforced=enforced)

    # --- indexes -----------------------------------------------------------------------------------------------------

    def indexes(self, fields: Sequence[Field]) -> Iterator[Index]:
        """Those of fields, of `index_together` and of `Meta.indexes`, and unique ones that are no constraints."""
        for field in fields:
            if self._is_indexed(field):
                column = column_name(field)
                name = index_name(self._table, (column,), self._suffix(field), self._project.dialect)
                method = "gist" if is_a(field.kind, "BaseSpatialField") else None
                yield Index(name, (IndexColumn(column),), method=method)
        for names in together(self._model.options.get("index_together")):
            columns = self._columns_of(names)
            name = index_name(self._table, columns, "_idx", self._project.dialect)
            yield Index(name, tuple(map(IndexColumn, columns)))
        for value in self._listed("indexes"):
            yield from self._index(value)
        for value in self._listed("constraints"):
            if known.called(value) == "UniqueConstraint" and isinstance(value, Application) and not _is_plain(value):
                yield self._unique_index(value)

    def _is_indexed(self, field: Field) -> bool:
        """`_field_should_be_indexed`; MySQL's own index of a foreign key serves as well."""
        if known.is_true(field.option("primary_key")) or known.is_true(field.option("unique")):
            return False
        if is_a(field.kind, "BaseSpatialField"):
            return not known.is_false(field.option("spatial_index"))
        if not is_a(field.kind, "ForeignKey"):
            return known.is_true(field.option("db_index"))
        by_itself = self._project.dialect == "mysql" and not known.is_false(field.option("db_constraint"))
        return not known.is_false(field.option("db_index")) and not by_itself

    def _suffix(self, field: Field) -> str:
        return "_id" if is_a(field.kind, "BaseSpatialField") else ""

    def _index(self, value: Value) -> Iterator[Index]:
        kind = known.called(value) or self._own_class(value)
        if not isinstance(value, Application) or kind not in _METHODS:
            self._reader.unresolved(f"an index of {self._model.label}", value, self._model.location)
            return
        condition = value.keywords.get("condition")
        opclasses = strings(value.keywords.get("opclasses")) or ()
        include = strings(value.keywords.get("include")) or ()
        columns = tuple(self._keys(value, opclasses))
        name = self._interpolated(value) or self._derived(value, kind)
        yield Index(
            name,
            columns,
            method=_METHODS[kind],
            where=None if known.is_none(condition) or condition is None else self._expressions.condition(condition),
            options=(("include", ", ".join(self._columns_of(include))),) if include else (),
        )

    def _own_class(self, value: Value) -> str:
        """Of a class of the repository, the class of Django that it inherits from."""
        order = self._reader.mro(value.callee) if isinstance(value, Application) else ()
        return next((name for base in order if (name := known.name(base)) in _METHODS and name), "")

    def _derived(self, value: Application, kind: str) -> str | None:
        names = strings(value.keywords.get("fields")) or ()
        if not names:
            return None
        columns = self._columns_of([name.lstrip("-") for name in names])
        suffix = string(value.keywords.get("suffix")) or _SUFFIXES.get(kind, "idx")
        return meta_index_name(self._table, columns, [name.startswith("-") for name in names], suffix)

    def _keys(self, value: Application, opclasses: Sequence[str]) -> Iterator[IndexColumn]:
        """`fields=["name", "-age"]`, or expressions by position."""
        for position, name in enumerate(strings(value.keywords.get("fields")) or ()):
            (column,) = self._columns_of([name.lstrip("-")])
            operators = opclasses[position] if position < len(opclasses) else None
            yield IndexColumn(column, order="desc" if name.startswith("-") else None, operator_class=operators)
        for expression in value.arguments:
            yield self._expression(expression)

    def _expression(self, value: Value) -> IndexColumn:
        """`Lower("name").desc()`, `F("age")`, `"name"`, `OpClass(Upper("name"), name="…")`."""
        call, order, operators = application(value), None, None
        if call is not None and isinstance(call.callee, Access) and call.callee.name in ("asc", "desc"):
            order = "desc" if call.callee.name == "desc" else None
            value = call.callee.object
        if known.called(value) == "OpClass" and isinstance(value, Application) and value.arguments:
            operators, value = string(value.keywords.get("name")), value.arguments[0]
        name = string(value)
        if name is None and known.called(value) == "F" and isinstance(value, Application) and value.arguments:
            name = string(value.arguments[0])
        if name is not None:
            return IndexColumn(self._columns_of([name.lstrip("-")])[0], order=order, operator_class=operators)  # type: ignore[arg-type]
        text = self._expressions.sql(value)
        return IndexColumn(text, expression=True, order=order, operator_class=operators)  # type: ignore[arg-type]

    # --- unique ------------------------------------------------------------------------------------------------------

    def uniques(self, fields: Sequence[Field]) -> Iterator[Unique]:
        """Those of fields, `unique_together`, and unique constraints that are no more than a list of columns."""
        for field in fields:
            if known.is_true(field.option("unique")) and not known.is_true(field.option("primary_key")):
                yield Unique(None, (column_name(field),))
        for names in together(self._model.options.get("unique_together")):
            columns = self._columns_of(names)
            yield Unique(index_name(self._table, columns, "_uniq", self._project.dialect), columns)
        for value in self._listed("constraints"):
            if known.called(value) == "UniqueConstraint" and isinstance(value, Application) and _is_plain(value):
                columns = self._columns_of(strings(value.keywords.get("fields")) or ())
                distinct = value.keywords.get("nulls_distinct")
                same = distinct is not None and not known.is_none(distinct) and known.is_false(distinct)
                yield Unique(self._interpolated(value), columns, nulls_not_distinct=same)

    def _unique_index(self, value: Application) -> Index:
        condition = value.keywords.get("condition")
        include = strings(value.keywords.get("include")) or ()
        opclasses = strings(value.keywords.get("opclasses")) or ()
        return Index(
            self._interpolated(value),
            tuple(self._keys(value, opclasses)),
            unique=True,
            where=None if condition is None or known.is_none(condition) else self._expressions.condition(condition),
            options=(("include", ", ".join(self._columns_of(include))),) if include else (),
        )

    # --- checks ------------------------------------------------------------------------------------------------------

    def checks(self, fields: Sequence[Field]) -> Iterator[Check]:
        """Those that the backend gives to columns, and those of `Meta.constraints`."""
        for field in fields:
            expression = self._own_check(field)
            if expression:
                yield Check(None, expression)
        for value in self._listed("constraints"):
            kind = known.called(value) or self._own_class(value)
            if kind == "CheckConstraint" and isinstance(value, Application):
                yield self._check(value)
            elif kind == "ExclusionConstraint" and isinstance(value, Application):
                yield Check(self._interpolated(value), self._excluded(value))
            elif kind != "UniqueConstraint":
                self._reader.unresolved(f"a constraint of {self._model.label}", value, self._model.location)

    def _check(self, value: Application) -> Check:
        condition = value.keywords.get("condition") or value.keywords.get("check")
        return Check(self._interpolated(value), "" if condition is None else self._expressions.condition(condition))

    def _excluded(self, value: Application) -> str:
        given = value.keywords.get("expressions")
        return f"exclude {self._reader.program.describe(given)}" if given is not None else "exclude"

    def _own_check(self, field: Field) -> str | None:
        """`data_type_check_constraints` in the backends."""
        quote = "`" if self._project.dialect == "mysql" else '"'
        column = f"{quote}{column_name(field)}{quote}"
        kinds = set(lineage(field.kind))
        if field.db_type is None and kinds & _UNSIGNED:
            return f"{column} >= 0"
        if self._project.dialect == "sqlite" and "JSONField" in kinds:
            return f"(JSON_VALID({column}) OR {column} IS NULL)"
        return None

    def name(self, value: Value) -> str | None:
        """What an index or a constraint of `Meta` is called."""
        if not isinstance(value, Application):
            return None
        kind = known.called(value) or self._own_class(value)
        return self._interpolated(value) or (self._derived(value, kind) if kind in _METHODS else None)

    # --- what they share ---------------------------------------------------------------------------------------------

    def _listed(self, option: str) -> Sequence[Value]:
        """The items of `Meta.indexes` or `Meta.constraints`."""
        value = self._model.options.get(option)
        if value is None or known.is_none(value):
            return ()
        unknown = value.open if isinstance(value, ListValue) else (value,)
        for one in unknown:
            self._reader.unresolved(f"{option} of {self._model.label}", one, self._model.location)
        return value.items if isinstance(value, ListValue) else ()

    def _interpolated(self, value: Application) -> str | None:
        """`%(app_label)s` and `%(class)s` in a name."""
        name = string(value.keywords.get("name"))
        if name is None:
            return None
        if name.startswith("%(model)s"):
            return shortened(name.replace("%(model)s", "_".join(self._model.key)), _SHORTEST)
        return name.replace("%(app_label)s", self._model.app.lower()).replace("%(class)s", self._model.name.lower())

    def _columns_of(self, names: Sequence[str]) -> tuple[str, ...]:
        """The columns of fields; a name of no field is its own column."""
        fields = [self._expressions.field(name) for name in names]
        return tuple(column_name(field) if field else name for field, name in zip(fields, names, strict=True))


_SHORTEST = 30
"""Characters of a name that every database takes."""

_UNSIGNED = {"PositiveBigIntegerField", "PositiveIntegerField", "PositiveSmallIntegerField"}


def _is_plain(value: Application) -> bool:
    """Whether a unique constraint says no more than a list of columns."""
    conditions = ("condition", "include", "opclasses")
    return not value.arguments and all(_is_empty(value.keywords.get(name)) for name in conditions)


def _is_empty(value: Value | None) -> bool:
    return value is None or known.is_none(value) or (isinstance(value, ListValue) and not value.items)


def together(value: Value | None) -> Iterator[tuple[str, ...]]:
    """`("a", "b")` or `[("a", "b"), …]`: `normalize_together` in django/db/models/options.py."""
    if not isinstance(value, ListValue) or not value.items:
        return
    single = strings(value)
    if single is not None:
        yield single
        return
    for item in value.items:
        names = strings(item)
        if names:
            yield names
