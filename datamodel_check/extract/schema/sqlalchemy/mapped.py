"""A model's columns: `Column`, `mapped_column`, and what is only annotated `Mapped[…]`.

https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html
"""

from collections.abc import Collection, Iterator, Sequence

from datamodel_check.extract.schema.sqlalchemy.annotations import Annotation, Annotations
from datamodel_check.extract.schema.sqlalchemy.classes import Classes, Member
from datamodel_check.extract.schema.sqlalchemy.columns import Columns
from datamodel_check.extract.schema.sqlalchemy.metadata import Column
from datamodel_check.extract.schema.sqlalchemy.python_types import PythonTypes
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, is_true, number
from datamodel_check.extract.schema.sqlalchemy.types import NULL
from datamodel_check.extract.schema.sqlalchemy.versions import OWN_FIRST
from datamodel_check.model.values import Access, Application, ClassValue, Closure, Unresolved, Value


class Mapped:
    """Reads the columns of models."""

    def __init__(self, reader: Reader, classes: Classes, columns: Columns) -> None:
        self._reader = reader
        self._classes = classes
        self._columns = columns
        self._annotations = Annotations(reader)
        self._python = PythonTypes(reader, columns.types, self._annotations)

    def columns(self, value: ClassValue, above: Sequence[Column] = ()) -> list[Column]:
        """The columns that a model brings to its table, in the order in which the table has them.

        `above` are those of the model that it inherits from: `use_existing_column` takes what is there
        (https://docs.sqlalchemy.org/en/20/orm/inheritance.html#resolving-column-conflicts-with-use-existing-column).
        """
        known = frozenset(column.name for column in above)
        members = list(self._classes.members(value))
        if not self._reader.versions.may_be("sqlalchemy", OWN_FIRST):
            line = [id(one) for one in self._classes.bases.line(value)]
            members.sort(key=lambda one: (isinstance(one.written, Closure), -line.index(id(one.holder))))
        columns = (self._column(member, value, known) for member in members)
        found = [column for column in columns if column is not None]
        return sorted(found, key=lambda one: number(one.option("sort_order")) or 0)

    def _column(self, member: Member, value: ClassValue, above: Collection[str]) -> Column | None:
        if member.name.startswith("__"):
            return None
        column = self._columns.read(member.name, member.value, member.location)
        if column is None and member.value is not None and not isinstance(member.value, Application):
            return self._doubted(member)
        if column is None and (member.value is not None or member.annotation is None):
            return None
        annotation = self._annotations.read(member.annotation, member.scope)
        if column is None:
            if not annotation.mapped or annotation.key != "Mapped" or self._is_relation(annotation):
                return None
            column = Column(member.name, member.name, member.location)
        called = self._reader.called(member.value) if column.values else "mapped_column"
        is_there = column.name in above and is_true(column.option("use_existing_column"))
        if called == "mapped_column" and annotation.mapped and not is_there:
            column = self._annotated(column, annotation, value)
        own = Access(value, member.name, member.location)
        return column._replace(values=(*column.values, own))

    def _is_relation(self, annotation: Annotation) -> bool:
        """Whether `Mapped["Child"]` alone stands for a relationship that is not configured."""
        return isinstance(annotation.type, ClassValue) and self._classes.flavour(annotation.type) is not None

    def _doubted(self, member: Member) -> Column | None:
        """Report what may be a column or not."""
        if isinstance(member.value, Unresolved) and any(map(self._columns.is_column, _alternatives(member.value))):
            self._reader.unresolved(f"the column {member.name}", member.value, member.location)
        return None

    def _annotated(self, column: Column, annotation: Annotation, value: ClassValue) -> Column:
        """What the annotation says where the column itself does not: lib/sqlalchemy/orm/properties.py."""
        for extra in annotation.extras:
            base = self._columns.read(column.attribute, extra, column.location)
            if base is not None:
                options = {name: one for name, one in base.options.items() if name not in ("key", "name", "sort_order")}
                column = column._replace(
                    options={**options, **column.options},
                    items=(*base.items, *column.items),
                    type=base.type if column.type is NULL else column.type,
                )
        column = column._replace(nullable=annotation.nullable)
        if column.type is not NULL or any(self._reader.called(one) == "ForeignKey" for one in column.items):
            return column
        found = self._python.type(annotation, self._classes.bases.annotation_map(value))
        if found is None or isinstance(found, Unresolved):
            what = f"the type of {class_name(value)}.{column.attribute}"
            hint = "Give `mapped_column` a type, or the type a place in `type_annotation_map`."
            self._reader.unresolved(what, found or annotation.type, column.location, hint)
            return column
        return column._replace(type=found)

    def annotation(self, member: Member) -> Annotation:
        return self._annotations.read(member.annotation, member.scope)


def _alternatives(value: Unresolved) -> Iterator[Value]:
    yield from value.alternatives
    if value.value is not None:
        yield value.value
