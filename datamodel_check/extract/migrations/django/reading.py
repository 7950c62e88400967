"""The migrations of Django's apps → histories, one for each app, with what their models have beyond them."""

from collections.abc import Iterator, Mapping, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.migrations.django.comparing import Comparison, Side
from datamodel_check.extract.migrations.django.graph import Graph
from datamodel_check.extract.migrations.django.loading import Migration, migration
from datamodel_check.extract.migrations.django.operations import described
from datamodel_check.extract.migrations.django.state import State
from datamodel_check.extract.migrations.protocol import Stated
from datamodel_check.extract.protocol import Settings
from datamodel_check.extract.schema.django.apps import containing
from datamodel_check.extract.schema.django.building import settled, with_links, with_tables
from datamodel_check.extract.schema.django.columns import Columns
from datamodel_check.extract.schema.django.contrib import MODELS
from datamodel_check.extract.schema.django.declarations import declared_classes
from datamodel_check.extract.schema.django.importing import order
from datamodel_check.extract.schema.django.project import Project
from datamodel_check.extract.schema.django.reader import Reader, class_name
from datamodel_check.extract.schema.django.settings import Configuration
from datamodel_check.extract.schema.django.sources import Search, is_migration
from datamodel_check.extract.schema.django.tables import Tables
from datamodel_check.model import migrations as model
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.sql import SqlDialect

_HINT = "What the migrations make of the models of this app is not compared."


def stated(
    program: Program, candidates: Sequence[str], models: Sequence[str], sources: Sequence[Source], settings: Settings
) -> Stated:
    """The histories of every project."""
    files = [path for path in candidates if is_migration(path) and decoy(path, settings) is None]
    if not files:
        return Stated()
    search = Search(program, models, settings)
    read = [_Project(program, search, *found).read(files, sources) for found in search.projects()]
    return Stated(
        tuple(history for one in read for history in one.histories),
        tuple(diagnostic for one in read for diagnostic in one.diagnostics),
    )


class _Project:
    """One project, and the migrations of its apps."""

    def __init__(self, program: Program, search: Search, project: Project, configuration: Configuration | None) -> None:
        self._program = program
        self._search = search
        self._project = project
        self._config = configuration.path if configuration else None
        self._settings = configuration.values if configuration else {}
        self._reader = Reader(program)
        self._diagnostics: list[Diagnostic] = []

    def read(self, files: Sequence[str], sources: Sequence[Source]) -> Stated:
        found = [one for path in files if (one := self._migration(path)) is not None]
        graph = Graph(found)
        state = State(self._reader)
        folders: dict[str, list[Migration]] = {}
        for one in graph.order():
            state.run(one)
            folders.setdefault(one.path.rpartition("/")[0], []).append(one)
        made = self._state(state)
        serving = tuple(one.id for one in sources if one.system == "django" and one.config == self._config)
        histories = (self._history(folder, run, state, made, graph) for folder, run in folders.items())
        return Stated(tuple(one._replace(sources=serving) for one in histories), tuple(self._diagnostics))

    def _migration(self, path: str) -> Migration | None:
        app = containing(self._project.apps, path)
        if app is None or path.rpartition("/")[0] != f"{app.folder}/migrations":
            return None
        return migration(self._reader, path, app.label, self._project.user_model)

    def _state(self, state: State) -> Project:
        """The models as the migrations leave them; keys of tables between them are those of the models."""
        models = {key: settled(one, self._settings) for key, one in state.models.items()}
        made = self._project._replace(models={**MODELS, **models}, by_class={})
        keys = [one.fields[0].kind for one in self._project.models.values() if one.between]
        return with_links(made, lambda _: keys[0] if keys else "AutoField")

    # --- one app -----------------------------------------------------------------------------------------------------

    def _history(
        self, folder: str, run: Sequence[Migration], state: State, made: Project, graph: Graph
    ) -> model.History:
        app = run[0].node[0]
        irregularities = tuple(graph.irregularities(app))
        unread = state.unread.get(app, ())
        self._diagnostics += [Diagnostic("unreadable", place, what, _HINT) for place, what in unread]
        doubted = bool(unread) or bool(irregularities)
        return model.History(
            tool="django",
            folder=folder,
            dialect=_SPOKEN.get(self._project.dialect, "postgresql"),
            entries=tuple(self._entry(one) for one in run),
            tables=tuple(sorted(self._tables(made, app), key=lambda table: table.key)),
            irregularities=irregularities,
            pending=() if doubted else tuple(self._pending(app, made, state)),
        )

    def _entry(self, one: Migration) -> model.Migration:
        from hashlib import sha256

        words = tuple(_lowered(described(operation)) for operation in one.operations)
        written = "; ".join(self._program.describe(operation.call) for operation in one.operations)
        return model.Migration(one.node[1], one.location, words, sha256(written.encode()).hexdigest()[:16])

    def _tables(self, made: Project, app: str) -> Iterator[Table]:
        tables = Tables(Reader(self._program), made)
        return (tables.table(one) for one in with_tables(made) if one.app == app)

    def _pending(self, app: str, made: Project, state: State) -> Iterator[model.Pending]:
        reader = Reader(self._program)
        before = Side(made, Columns(reader, made), frozenset(state.unknown))
        after = Side(
            self._project,
            Columns(reader, self._project),
            reached=frozenset(self._reached()),
            classes=frozenset(self._classes(app)),
        )
        return Comparison(reader, before, after).pending(app)

    def _classes(self, app: str) -> Iterator[str]:
        """The classes that modules of an app declare."""
        folders = [one.folder for one in self._project.apps if one.label == app]
        for path in self._search.files:
            if any(path.startswith(f"{folder}/") for folder in folders) and not is_migration(path):
                yield from (class_name(one) for one in declared_classes(self._program, path))

    def _reached(self) -> Mapping[str, int]:
        """The modules that are imported when Django starts."""
        folders = [app.folder for app in self._project.apps]
        first = [path for one in folders for path in (f"{one}/models.py", f"{one}/models/__init__.py")]
        return order(self._program, first, self._search.files)


_SPOKEN: Mapping[str, SqlDialect] = {"mysql": "mysql", "sqlite": "sqlite"}


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
