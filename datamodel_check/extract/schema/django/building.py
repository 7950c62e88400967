"""The models of a set of apps, the tables that stand between them included."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App, containing
from datamodel_check.extract.schema.django.assembling import Assembly
from datamodel_check.extract.schema.django.classes import Classes
from datamodel_check.extract.schema.django.contrib import MODELS
from datamodel_check.extract.schema.django.kinds import is_a
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.schema.django.names import table_name, truncated
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import ClassValue, Constant, ListValue, Value

_TRUE = Constant(value=True)


def built(
    classes: Classes,
    declared: Iterable[ClassValue],
    apps: Sequence[App],
    auto_field: Value | None = None,
    dialect: Dialect = "postgresql",
    user_model: str = "auth.User",
    settings: Mapping[str, Value] = {},
) -> Project:
    """The project of these classes."""
    assembly = Assembly(classes, lambda path: containing(apps, path), auto_field)
    models: dict[Key, Model] = dict(MODELS)
    keys: dict[int, Key] = {}
    for value in declared:
        model = assembly.model(value)
        if model is not None:
            models[model.key] = settled(model, settings)
            keys[id(value)] = model.key
    project = Project(apps, models, dialect, user_model, keys)
    return with_links(project, lambda model: assembly.kind_of_key(model.location.path))


def settled(model: Model, settings: Mapping[str, Value]) -> Model:
    """A model with the values that settings have where its fields name them: `max_length=settings.LONGEST`."""

    def value(given: Value) -> Value:
        name = (known.dotted(given) or "").removeprefix("django.conf.settings.")
        return settings.get(name, given) if name != "AUTH_USER_MODEL" else given

    fields = (
        field._replace(options={name: value(given) for name, given in field.options.items()}) for field in model.fields
    )
    options = {name: value(given) for name, given in model.options.items()}
    return model._replace(fields=tuple(fields), options=options)


def with_links(project: Project, key_of: Callable[[Model], str]) -> Project:
    """With the models that Django makes for many-to-many fields without `through`; `key_of` says what keys are."""
    found: dict[Key, Model] = {}
    for model in project.models.values():
        for field in model.fields:
            if is_a(field.kind, "ManyToManyField") and known.is_none(field.option("through")) and not model.outside:
                made = _through(project, model, field, key_of(model))
                if made is not None:
                    found[made.key] = made
    return project._replace(models={**project.models, **found})


def _through(project: Project, model: Model, field: Field, key: str) -> Model | None:
    """`create_many_to_many_intermediary_model` in django/db/models/fields/related.py."""
    target = project.target(field, model)
    if target is None:
        return None
    here, there = model.name.lower(), target[1]
    if here == there:
        here, there = f"from_{here}", f"to_{there}"
    fields = (
        Field("id", key, {"primary_key": _TRUE}, field.location, f"django.db.models.{key}", auto_created=True),
        _link(here, model.key, field),
        _link(there, target, field),
    )
    table = string(field.option("db_table")) or truncated(
        f"{table_name(model, project.dialect)}_{field.name}", project.dialect
    )
    together = ListValue((ListValue((Constant(here), Constant(there))),))
    options: dict[str, Value] = {"db_table": Constant(table), "unique_together": together}
    if known.is_false(model.options.get("managed")) and known.is_false(project.models[target].options.get("managed")):
        options["managed"] = Constant(value=False)
    return Model(
        model.app, f"{model.name}_{field.name}", fields, options, field.location, declared=model.declared, between=True
    )


def _link(name: str, target: Key, field: Field) -> Field:
    options: dict[str, Value] = {"to": Constant(".".join(target))}
    constraint = field.option("db_constraint")
    if constraint is not None:
        options["db_constraint"] = constraint
    return Field(name, "ForeignKey", options, field.location, "django.db.models.ForeignKey", auto_created=True)


def with_tables(project: Project) -> Iterator[Model]:
    """The models of the repository that `migrate` makes tables for."""
    for model in project.models.values():
        swappable = string(model.options.get("swappable"))
        is_swapped = swappable == "AUTH_USER_MODEL" and project.user_model.lower() != ".".join(model.key)
        is_made = not known.is_false(model.options.get("managed")) and not known.is_true(model.options.get("proxy"))
        if not model.outside and is_made and not is_swapped:
            yield model
