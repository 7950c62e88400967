"""Which files are one schema: the models of a package belong together."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.sequelize.connections import connection
from datamodel_check.extract.schema.sequelize.definitions import Definitions
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.tables import Context, enums, relations, table
from datamodel_check.model.program import Package, Program
from datamodel_check.model.schema import Source, Table
from datamodel_check.model.snapshot import PassedOver

_SAYS = re.compile(
    rb"\.\s*(?:define|init|belongsTo|hasMany|hasOne|belongsToMany|addModels)\b|SequelizeModule\b|new\s+Sequelize\b|@\w*Table\b"
)
"""What a file must hold to say anything of models: the others need not be evaluated."""

_DEFINES = re.compile(
    rb"\bsequelize\w*\s*\.\s*define\s*[(<]|\.\s*init\s*\(\s*\{|sequelize-typescript[\s\S]*@Table\b", re.IGNORECASE
)


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository: one for each package that holds models."""
    reader = Reader(program)
    reasons = {path: decoy(path, settings) for path in candidates}
    groups: dict[str, list[str]] = {}
    packages: dict[str, Package | None] = {}
    for path, reason in reasons.items():
        if reason is None and _SAYS.search(program.tree.read(path)):
            package = program.package(path)
            directory = package.directory if package else ""
            groups.setdefault(directory, []).append(path)
            packages[directory] = package
    found = (_source(reader, files, packages[directory]) for directory, files in sorted(groups.items()))
    sources = tuple(source for source in found if source is not None)
    named = {path for source in sources for path in source.files}
    return Extraction(
        tuple(sorted(sources, key=lambda source: source.id)),
        tuple(dict.fromkeys((*reader.diagnostics, *problems.of_modules(program, named)))),
        tuple(sorted({*_passed_over(program, reasons, named), *_left(reader, named)})),
    )


def _source(reader: Reader, files: Sequence[str], package: Package | None) -> Source | None:
    known = connection(reader.program, files, package)
    definitions = Definitions(reader, known)
    definitions.read(files)
    models = definitions.models
    if not models:
        return None
    if known.seven and known.dialect.name != "postgresql":
        message = f"the types of version 7 are not known for {known.dialect.name}"
        reader.remark(message, models[0].location, "The facts have those of version 6.")
    context = Context(reader, known.dialect, definitions.model)
    tables = _together(table(context, model) for model in models)
    held = sorted({model.location.path for model in models} | {path for one in tables for path in _files(one)})
    return Source(
        id=f"sequelize:{_place(sorted({model.location.path for model in models}))}",
        system="sequelize",
        dialect=known.dialect.name,
        files=tuple(held),
        tables=tables,
        enums=enums(context, models),
        relations=relations(context, models),
    )


def _together(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Each table once. Two models of one table create it together: the first one's columns, then the others'."""
    found: dict[str, Table] = {}
    for one in tables:
        known = found.get(one.key)
        found[one.key] = one if known is None else _merged(known, one)
    return tuple(found[key] for key in sorted(found))


def _merged(first: Table, other: Table) -> Table:
    names = {column.name for column in first.columns}
    added = tuple(column for column in other.columns if column.name not in names)
    fresh = {column.name for column in added}
    keys = tuple(key for key in other.foreign_keys if fresh.issuperset(key.columns))
    return first._replace(columns=(*first.columns, *added), foreign_keys=(*first.foreign_keys, *keys))


def _files(one: Table) -> set[str]:
    return {one.location.path} | {column.location.path for column in one.columns}


def _place(files: Sequence[str]) -> str:
    """The one file, or the common folder."""
    if len(files) == 1:
        return files[0]
    return posixpath.commonpath([posixpath.dirname(path) for path in files]) or "."


def _passed_over(program: Program, reasons: dict[str, str | None], named: Iterable[str]) -> Iterator[PassedOver]:
    """Places where models may be that are not the application's."""
    for path, reason in reasons.items():
        if reason is not None and path not in named and _DEFINES.search(program.tree.read(path)):
            yield PassedOver(path, reason)


def _left(reader: Reader, named: Iterable[str]) -> Iterator[PassedOver]:
    """Modules of which no model is used."""
    return (one for one in reader.passed_over if one.path not in named)
