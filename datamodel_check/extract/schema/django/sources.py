"""Which models are one schema: those of the apps that one project installs."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App, apps_of_tree, containing, usual_key
from datamodel_check.extract.schema.django.building import built, with_tables
from datamodel_check.extract.schema.django.classes import Classes
from datamodel_check.extract.schema.django.declarations import declared_classes
from datamodel_check.extract.schema.django.importing import order
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.schema.django.settings import Configuration, configurations, installed, templates
from datamodel_check.extract.schema.django.tables import Tables
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import PassedOver
from datamodel_check.model.values import ClassValue


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    search = Search(program, candidates, settings)
    found = list(search.projects())
    sources = tuple(source for one in found if (source := _made(search.reader, *one)).tables)
    for project, _ in found:
        search.passed_over.update(_unmanaged(project))
    read = {path for source in sources for path in source.files} | {*filter(is_models, search.files)}
    diagnostics = (*search.reader.diagnostics, *problems.of_modules(program, read))
    return Extraction(sources, tuple(dict.fromkeys(diagnostics)), tuple(sorted(search.passed_over)))


class Search:
    """What is looked through for sources."""

    def __init__(self, program: Program, candidates: Sequence[str], settings: Settings) -> None:
        self.program = program
        self.reader = Reader(program)
        self.classes = Classes(self.reader)
        self.passed_over: set[PassedOver] = set()
        patterns = templates(self.reader, candidates)
        reasons = {path: decoy(path, settings) or _template(path, patterns) for path in candidates}
        self.files = [path for path, reason in reasons.items() if reason is None]
        places = [path for path in self.files if not is_migration(path)]
        self.declared = [value for path in places for value in self._declared(path)]
        for path, reason in reasons.items():
            if reason is not None and not is_migration(path) and next(self._declared(path), None) is not None:
                self.passed_over.add(PassedOver(path, reason))

    def _declared(self, path: str) -> Iterator[ClassValue]:
        """The models that a module declares."""
        for value in declared_classes(self.program, path):
            if self.classes.is_model(value):
                yield value

    def projects(self) -> Iterator[tuple[Project, Configuration | None]]:
        """The projects: each settings module with the apps that it installs, else all apps together."""
        modules = [value.scope.path for value in self.declared]
        apps = apps_of_tree(self.reader, modules, self.files)
        left = dict.fromkeys(apps)
        found = configurations(self.reader, self.files)
        self.classes.order = order(self.program, self._imported(apps, found, modules), self.files)
        for configuration in found:
            chosen = [app for app in self._installed(configuration, apps) if app in left]
            if chosen:
                yield self._project(chosen, configuration), configuration
            for app in chosen:
                left.pop(app)
        if found:
            for app in left:
                self.passed_over.add(PassedOver(app.location.path, f"not among the apps of {found[0].path}"))
        elif left:
            yield self._project(list(left), None), None

    def _imported(self, apps: Sequence[App], found: Sequence[Configuration], modules: Sequence[str]) -> Iterator[str]:
        """The modules of models in the order in which Django imports them: app by app."""
        folders = [folder for one in found for folder in installed(self.reader, one)[0]]
        for folder in dict.fromkeys([*folders, *(app.folder for app in apps)]):
            yield from (f"{folder}/models.py", f"{folder}/models/__init__.py")
        yield from sorted(modules)

    def _installed(self, configuration: Configuration, apps: Sequence[App]) -> Iterator[App]:
        folders, more = installed(self.reader, configuration)
        for app in apps:
            if app.folder in folders or more:
                yield app

    def _project(self, apps: Sequence[App], configuration: Configuration | None) -> Project:
        return built(
            self.classes,
            [value for value in self.declared if containing(apps, value.scope.path)],
            apps,
            (configuration.auto_field if configuration else None) or usual_key(self.program, apps[0].location.path),
            (configuration.dialect if configuration else None) or "postgresql",
            configuration.user_model if configuration else "auth.User",
            configuration.values if configuration else {},
        )


def is_models(path: str) -> bool:
    """Whether Django looks for models in a module, be there one that can be read or not.

    https://docs.djangoproject.com/en/stable/topics/db/models/#organizing-models-in-a-package
    """
    return path.endswith("/models.py") or "/models/" in path


def is_migration(path: str) -> bool:
    return "/migrations/" in path


def _unmanaged(project: Project) -> Iterator[PassedOver]:
    """The models whose tables somebody else makes."""
    for model in project.models.values():
        if known.is_false(model.options.get("managed")) and not model.outside and not model.between:
            yield PassedOver(model.location.path, f"the table of {model.label} is not managed by Django")


def _template(path: str, patterns: Sequence[str]) -> str | None:
    return "a template of projects" if any(path.startswith(f"{one}/") for one in patterns) else None


def _made(reader: Reader, project: Project, configuration: Configuration | None) -> Source:
    tables = Tables(reader, project)
    models = list(with_tables(project))
    relations = [relation for model in models for relation in tables.relations(model)]
    files = sorted({model.location.path for model in models if model.location.path})
    return Source(
        f"django:{_common(files)}",
        "django",
        project.dialect,
        tuple(files),
        tuple(sorted(map(tables.table, models), key=lambda table: table.key)),
        config=configuration.path if configuration else None,
        relations=tuple(sorted(relations, key=lambda one: (one.table, one.name))),
    )


def _common(files: Sequence[str]) -> str:
    """The file, or the folder that all files share."""
    if len(files) < 2:
        return files[0] if files else ""
    parts = [path.split("/")[:-1] for path in files]
    shared = [names[0] for names in zip(*parts, strict=False) if len(set(names)) == 1]
    depth = next((i for i, names in enumerate(zip(*parts, strict=False)) if len(set(names)) > 1), len(shared))
    return "/".join(parts[0][:depth]) or "."
