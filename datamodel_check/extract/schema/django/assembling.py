"""What a model has of its own and what it inherits: `ModelBase.__new__`, `Options._prepare`.

https://github.com/django/django/blob/stable/5.2.x/django/db/models/base.py
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App
from datamodel_check.extract.schema.django.classes import Classes
from datamodel_check.extract.schema.django.contrib import CLASSES
from datamodel_check.extract.schema.django.kinds import KINDS, is_a
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.schema.django.reader import class_name, place_of
from datamodel_check.extract.symbols import string
from datamodel_check.model.values import ClassValue, Constant, Value

AppOf: TypeAlias = Callable[[str], App | None]
"""The app of a module, by its path."""

_TRUE = Constant(value=True)


class Assembly:
    """Puts models together. `app` says to which app a module belongs, `auto_field` what keys are by default."""

    def __init__(self, classes: Classes, app: AppOf, auto_field: Value | None) -> None:
        self._classes = classes
        self._app = app
        self._auto_field = auto_field

    def key(self, value: Value) -> Key | None:
        """The app and name of a class that is a model with a place of its own; None of abstract ones."""
        if not isinstance(value, ClassValue):
            return CLASSES.get(known.dotted(value) or "")
        options = self._classes.meta(value)
        app = self._app(value.scope.path)
        label = string(options.get("app_label")) or (app.label if app else None)
        return None if label is None or self._classes.is_abstract(value) else (label, class_name(value).lower())

    def model(self, value: ClassValue) -> Model | None:
        """The model of a class; None of one that is abstract or belongs to no app."""
        key = self.key(value)
        if key is None:
            return None
        options = self._classes.options(value)
        parents = tuple(self._parents(value))
        if known.is_true(options.get("proxy")):
            return Model(key[0], class_name(value), (), options, place_of(value), parents, value)
        fields = self._classes.fields(value)
        fields = [*self._links(value, fields, parents), *fields]
        is_open = self._classes.is_open(value)
        if not is_open and not any(map(_is_key, fields)):  # else a base that is not known may have one
            fields = self._with_key(value, fields, parents)
        return Model(key[0], class_name(value), tuple(fields), options, place_of(value), parents, value, open=is_open)

    # --- concrete parents --------------------------------------------------------------------------------------------

    def _parents(self, value: ClassValue) -> Iterator[Key]:
        """The models whose rows rows of this one extend: `Options.parents`, of direct parents and abstract ones."""
        above: set[Key] = set()
        for base in self._classes.models_above(value):
            key = self.key(base)
            if key is not None and key not in above:
                yield key
                above.update({key, *self._all_above(base)})

    def _all_above(self, base: Value) -> Iterator[Key]:
        for one in self._classes.models_above(base):
            key = self.key(one)
            if key is not None:
                yield key

    def _links(self, value: ClassValue, fields: Sequence[Field], parents: Sequence[Key]) -> Iterator[Field]:
        """The one-to-one fields that Django adds for parents to which no field links."""
        linked = {
            (string(field.option("to")) or "").lower() or self.key(field.options["to"])
            for field in fields
            if known.is_true(field.option("parent_link")) and "to" in field.options
        }
        for app, name in parents:
            if not linked & {(app, name), f"{app}.{name}", name}:
                options: dict[str, Value] = {
                    "to": Constant(f"{app}.{name}"),
                    "parent_link": _TRUE,
                    "unique": _TRUE,
                }
                yield Field(f"{name}_ptr", "OneToOneField", options, place_of(value), auto_created=True)

    # --- primary keys ------------------------------------------------------------------------------------------------

    def _with_key(self, value: ClassValue, fields: Sequence[Field], parents: Sequence[Key]) -> list[Field]:
        """The link to the first parent becomes the key, else a field `id` is added."""
        if parents:
            first = next(i for i, field in enumerate(fields) if known.is_true(field.option("parent_link")))
            link = fields[first]._replace(options={**fields[first].options, "primary_key": _TRUE})
            return [*fields[:first], link, *fields[first + 1 :]]
        kind = self.kind_of_key(value.scope.path)
        options: Mapping[str, Value] = {"primary_key": _TRUE}
        place = place_of(value)
        return [Field("id", kind, options, place, f"django.db.models.{kind}", auto_created=True), *fields]

    def kind_of_key(self, path: str) -> str:
        """`default_auto_field` of the app of a module, else of the settings."""
        app = self._app(path)
        given = (app.auto_field if app else None) or self._auto_field
        kind = (string(given) or "").rpartition(".")[2]
        return kind if kind in KINDS and is_a(kind, "AutoField") else "AutoField"


def _is_key(field: Field) -> bool:
    return known.is_true(field.option("primary_key")) or field.kind == "CompositePrimaryKey"
