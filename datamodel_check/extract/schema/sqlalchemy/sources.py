"""Which files are one schema: the tables of a project belong together."""

import re
from collections.abc import Iterator, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.sqlalchemy.bases import Bases
from datamodel_check.extract.schema.sqlalchemy.classes import Classes
from datamodel_check.extract.schema.sqlalchemy.columns import Columns
from datamodel_check.extract.schema.sqlalchemy.connections import dialect
from datamodel_check.extract.schema.sqlalchemy.lookup import Lookup
from datamodel_check.extract.schema.sqlalchemy.mapping import Mapping
from datamodel_check.extract.schema.sqlalchemy.metadata import Table
from datamodel_check.extract.schema.sqlalchemy.projects import Project, Projects
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.schema.sqlalchemy.relations import Relations
from datamodel_check.extract.schema.sqlalchemy.tables import Tables
from datamodel_check.extract.schema.sqlalchemy.types import Types
from datamodel_check.model import schema
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import PassedOver
from datamodel_check.model.values import Application, ClassValue


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository: one for each project that declares tables."""
    reader = Reader(program)
    reasons = {path: decoy(path, settings) or _is_revision(program, path) for path in candidates}
    groups: dict[str, list[str]] = {}
    projects = Projects(program)
    for path, reason in reasons.items():
        if reason is None:
            groups.setdefault(projects.of(path).directory, []).append(path)
    readings = [_Reading(reader, projects.of(files[0]), files) for _, files in sorted(groups.items())]
    sources = [source for reading in readings for source in reading.sources()]
    named = {path for source in sources for path in source.files}
    return Extraction(
        tuple(sorted(sources, key=lambda source: source.id)),
        tuple(dict.fromkeys((*reader.diagnostics, *problems.of_modules(program, named)))),
        tuple(sorted(_passed_over(reader, reasons))),
    )


def _is_revision(program: Program, path: str) -> str | None:
    """Why what a revision of Alembic declares is no source: it is a model of the past."""
    return "a migration of Alembic" if _REVISION.search(program.tree.read(path)) else None


_REVISION = re.compile(rb"^down_revision\b", re.MULTILINE)
"""https://alembic.sqlalchemy.org/en/latest/tutorial.html#create-a-migration-script"""


class _Reading:
    """The files of one project, read together."""

    def __init__(self, whole: Reader, project: Project, files: Sequence[str]) -> None:
        self._reader = reader = whole.of_project(project)
        self._files = files
        self._dialect = dialect(reader, project, files)
        self._classes = Classes(reader, Bases(reader))
        self._mapping = Mapping(reader, self._classes, Columns(reader, Types(reader, self._dialect)))

    def sources(self) -> Iterator[schema.Source]:
        """The source; several where tables of different `MetaData` have the same names."""
        loose = [index for path in self._files for index in self._declared(path)]
        tables = list(self._mapping.tables.values())
        lookup = Lookup(self._reader, self._mapping)
        made = Tables(self._reader, lookup, self._dialect, loose)
        follows = Relations(self._reader, self._classes, self._mapping, lookup, made.key)
        for group in _apart(tables):
            ours = {(table.collection.key, *table.key) for table in group}
            models = [
                value
                for value, table in self._mapping.models.values()
                if table is not None and (table.collection.key, *table.key) in ours
            ]
            yield self._source(made, group, [relation for value in models for relation in follows.of(value)])

    def _declared(self, path: str) -> Iterator[Application]:
        """Reads what a module declares; what comes are the indexes that stand on their own."""
        for binding in self._reader.program.bindings(path):
            if isinstance(binding.value, ClassValue):
                if binding.value.scope.path == path and self._classes.flavour(binding.value) is not None:
                    self._mapping.table(binding.value)
            else:
                self._mapping.core(binding.value, binding.name, binding.location)
        for effect in self._reader.program.effects(path):
            if isinstance(effect, Application) and self._reader.called(effect) == "Index":
                yield effect

    def _source(self, made: Tables, tables: Sequence[Table], relations: Sequence[schema.Relation]) -> schema.Source:
        files = sorted({table.location.path for table in tables})
        enums = {enum.key: enum for table in tables for enum in made.enums(table)}
        return schema.Source(
            f"sqlalchemy:{_common(files)}",
            "sqlalchemy",
            self._dialect,
            tuple(files),
            tuple(sorted(map(made.table, tables), key=lambda table: table.key)),
            enums=tuple(enums[key] for key in sorted(enums)),
            relations=tuple(sorted(relations, key=lambda one: (one.table, one.name))),
        )


def _apart(tables: Sequence[Table]) -> Iterator[list[Table]]:
    """All tables together, or those of each `MetaData` where names would collide."""
    keys = {table.key for table in tables}
    if len(keys) == len(tables):
        if tables:
            yield list(tables)
        return
    for key in dict.fromkeys(table.collection.key for table in tables):
        yield [table for table in tables if table.collection.key == key]


def _common(files: Sequence[str]) -> str:
    """The file, or the folder that all files share."""
    if len(files) == 1:
        return files[0]
    from posixpath import commonpath, dirname

    return commonpath([dirname(path) for path in files]) or "."


def _passed_over(reader: Reader, reasons: dict[str, str | None]) -> Iterator[PassedOver]:
    """Places where models are that are not the application's."""
    classes = Classes(reader, Bases(reader))
    for path, reason in reasons.items():
        if reason is not None and any(
            isinstance(binding.value, ClassValue) and classes.flavour(binding.value) is not None
            for binding in reader.program.bindings(path)
        ):
            yield PassedOver(path, reason)
