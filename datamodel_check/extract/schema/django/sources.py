"""Which models are one schema: those of the apps that one project installs."""

from collections.abc import Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App, apps_of_tree, containing
from datamodel_check.extract.schema.django.classes import Classes
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader, class_name, place_of
from datamodel_check.extract.schema.django.tables import Tables
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.values import ClassValue, Constant


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    reader = Reader(program)
    classes = Classes(reader)
    files = [path for path in candidates if decoy(path, settings) is None]
    apps = apps_of_tree(reader, files, files)
    models: dict[Key, Model] = {}
    by_class: dict[int, Key] = {}
    for path in files:
        for binding in program.bindings(path):
            if isinstance(binding.value, ClassValue) and classes.is_model(binding.value):
                app = containing(apps, path)
                if app is not None:
                    model = _model(classes, binding.value, app)
                    models[model.key] = model
                    by_class[id(binding.value)] = model.key
    project = Project(apps, models, by_class=by_class)
    tables = Tables(project)
    found = sorted((tables.table(model) for model in models.values()), key=lambda table: table.key)
    if not found:
        return Extraction((), tuple(reader.diagnostics))
    paths = tuple(sorted({model.location.path for model in models.values()}))
    return Extraction((Source(f"django:{paths[0]}", "django", "postgresql", paths, tuple(found)),))


def _model(classes: Classes, value: ClassValue, app: App) -> Model:
    fields = list(classes.own_fields(value))
    if not any(known.is_true(field.option("primary_key")) for field in fields):
        place = place_of(value)
        options = {"primary_key": Constant(value=True)}
        fields.insert(0, Field("id", "BigAutoField", options, place, auto_created=True))
    return Model(app.label, class_name(value), tuple(fields), classes.meta(value), place_of(value))
