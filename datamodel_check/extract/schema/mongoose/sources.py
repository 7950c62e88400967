"""Which files are one schema: the models of a package belong together."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.execution import execution
from datamodel_check.extract.imports import imported
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.mongoose.collections import Collections
from datamodel_check.extract.schema.mongoose.hidden import declares, report_makers, run_functions
from datamodel_check.extract.schema.mongoose.known import PACKAGES
from datamodel_check.extract.schema.mongoose.plugins import apply_to_all
from datamodel_check.extract.schema.mongoose.runtime import Model, Runtime
from datamodel_check.model.module import Module
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import PassedOver


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    reasons = {path: decoy(path, settings) for path in candidates}
    files = [path for path, reason in reasons.items() if reason is None and _is_code(program.module(path))]
    runtime = _run(program, files)
    for path, reason in reasons.items():
        if reason is None:
            report_makers(runtime, path)
    collections = Collections(runtime, runtime.models)
    groups: dict[str, list[Model]] = {}
    for model in runtime.models:
        package = program.package(model.file)
        groups.setdefault(package.directory if package else "", []).append(model)
    sources = tuple(_source(collections, groups[directory]) for directory in sorted(groups))
    named = {path for source in sources for path in source.files}
    return Extraction(
        tuple(sorted(sources, key=lambda source: source.id)),
        tuple(dict.fromkeys((*runtime.reader.diagnostics, *problems.of_modules(program, named)))),
        tuple(sorted(_passed_over(program, reasons, named))),
    )


def _run(program: Program, files: Sequence[str]) -> Runtime:
    """Everything that running the files does to schemas."""
    runtime = Runtime(program)
    order = list(execution(program, files, frozenset(files)))
    for path in order:
        runtime.run(path)
    for path in order:
        run_functions(runtime, path)
    apply_to_all(runtime, [model.schema for model in runtime.models])
    return runtime


def _is_code(module: Module | None) -> bool:
    """Whether a module may do something to schemas: it may get Mongoose from another one."""
    return module is not None and (any(one.source in PACKAGES for one in imported(module)) or declares(module))


def _passed_over(program: Program, reasons: dict[str, str | None], named: Iterable[str]) -> Iterator[PassedOver]:
    """Places where models may be that are not the application's."""
    for path, reason in reasons.items():
        if reason is not None and path not in named and declares(program.module(path)):
            yield PassedOver(path, reason)


def _source(collections: Collections, models: Sequence[Model]) -> Source:
    tables = collections.tables(models)
    files = sorted({model.file for model in models} | {path for table in tables for path in _files(table)})
    return Source(
        id=f"mongoose:{_place(sorted({model.file for model in models}))}",
        system="mongoose",
        dialect="mongodb",
        files=tuple(files),
        tables=tables,
        relations=collections.relations(models),
    )


def _files(table: Table) -> set[str]:
    return {table.location.path} | {column.location.path for column in table.columns}


def _place(files: Sequence[str]) -> str:
    """The one file, or the common folder."""
    if len(files) == 1:
        return files[0]
    return posixpath.commonpath([posixpath.dirname(path) for path in files]) or "."
