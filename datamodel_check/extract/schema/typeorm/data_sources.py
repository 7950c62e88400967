"""Data sources: `new DataSource({ … })`, `TypeOrmModule.forRoot({ … })`, `ormconfig`, and what they say.

Options are recognised by what they hold (`type`, and `entities` or the like), in modules that import TypeORM or its
module for NestJS: so they may be given to a constructor, returned by a factory, or exported.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.imports import imported
from datamodel_check.extract.paths import before_build, folder_exists, locate, path_text
from datamodel_check.extract.schema.typeorm.drivers import DRIVERS
from datamodel_check.extract.schema.typeorm.naming import NamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader, entity_schema, is_typeorm
from datamodel_check.extract.schema.typeorm.strategies import naming_strategy
from datamodel_check.extract.symbols import entry, string
from datamodel_check.extract.walking import expressions
from datamodel_check.model.globs import is_glob, select
from datamodel_check.model.location import Location
from datamodel_check.model.module import Object, Property, Spread
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_NEST = "@nestjs/typeorm"

_TELLING = {"autoLoadEntities", "entities", "migrations", "subscribers"}

_PACKAGES = (
    ("pg", "postgres"),
    ("mysql2", "mysql"),
    ("mysql", "mysql"),
    ("better-sqlite3", "sqlite"),
    ("sqlite3", "sqlite"),
    ("sql.js", "sqlite"),
    ("mssql", "mssql"),
    ("mongodb", "mongodb"),
)
"""The packages that TypeORM's drivers need."""


class DataSource(NamedTuple):
    """What one object of options says."""

    location: Location
    types: tuple[str, ...]
    """The drivers that it may be for; several where the environment decides."""
    certain: bool
    """Whether the code says which, or only one is installed."""
    entities: tuple[Value, ...] | None
    """Classes and schemas; None where they register themselves, or cannot be told."""
    migrations: str | None
    """The folder of most of its migrations."""
    migrating: tuple[str, ...]
    """The modules of its migrations."""
    naming: NamingStrategy
    schema: str | None
    prefix: str
    uuid: str | None

    @property
    def path(self) -> str:
        return self.location.path


def data_sources(reader: Reader, path: str) -> Iterator[DataSource]:
    """The data sources that a module speaks of."""
    if not _concerns(reader.program, path):
        return
    for step in expressions(reader.program, path):
        if isinstance(step.expression, Object) and _tells(step.expression):
            value = reader.program.evaluate(step.expression, step.scope)
            if isinstance(value, ObjectValue) and _is_data_source(value):
                yield _read(reader, value, Location(path, step.expression.span))


def _concerns(program: Program, path: str) -> bool:
    content = program.tree.read(path)
    if not any(word.encode() in content for word in _TELLING):
        return False  # most modules that import TypeORM only use it: what stands in their functions is not looked at
    module = program.module(path)
    if module is None:
        return False
    if posixpath.basename(path).startswith("ormconfig."):
        return True
    sources = {one.source for one in module.imports} | {one.source for one in imported(module)}
    return any(is_typeorm(source) or source == _NEST for source in sources)


def _tells(written: Object) -> bool:
    keys = {one.key for one in written.entries if isinstance(one, Property)}
    spread = any(isinstance(one, Spread) for one in written.entries)
    return not keys.isdisjoint(_TELLING) and ("type" in keys or spread)


def _is_data_source(value: ObjectValue) -> bool:
    type_ = value.entries.get("type")
    return type_ is not None and (string(type_) in DRIVERS or isinstance(type_, Access | Application | Unresolved))


def _read(reader: Reader, value: ObjectValue, place: Location) -> DataSource:
    strategy = entry(value, "namingStrategy")
    type_ = entry(value, "type")
    types = _types(reader, type_, place.path)
    migrations = _migrations(reader, value, place.path)
    extension = string(entry(value, "uuidExtension"))
    return DataSource(
        location=place,
        types=types,
        certain=string(type_) is not None or installed(reader.program, place.path) == types,
        entities=_entities(reader, value, place),
        migrations=migrations.folder,
        migrating=migrations.files,
        naming=naming_strategy(reader, strategy, place),
        schema=_text(reader, value, "schema", place),
        prefix=_text(reader, value, "entityPrefix", place) or "",
        uuid="gen_random_uuid()" if extension == "pgcrypto" else None,
    )


def _text(reader: Reader, options: ObjectValue, name: str, place: Location) -> str | None:
    value = entry(options, name)
    if value is None or isinstance(value, Constant):
        return string(value)
    fallback = _FALLBACK.fullmatch(reader.program.describe(value))
    without = "a data source without it" if fallback is None else f"{fallback['text']!r}, which stands in for it"
    hint = f"The facts are those of {without}."
    reader.unresolved(f"`{name}` of the data source", value, options.places.get(name, place), hint)
    return None if fallback is None else fallback["text"]


_FALLBACK = re.compile(r"""\(?.* (?:\|\||\?\?) (["'])(?P<text>.*)\1\)?""")
"""`process.env.PREFIX || "app_"`."""


# --- which database --------------------------------------------------------------------------------------------------


def _types(reader: Reader, value: Value | None, path: str) -> tuple[str, ...]:
    """The drivers that the option allows: those that its expression names, else those that are installed."""
    known = string(value)
    if known is not None:
        return (known,)
    written = reader.program.describe(value) if value is not None else ""
    named = tuple(name for name in DRIVERS if re.search(rf"""["'`]{re.escape(name)}["'`]""", written))
    return named or installed(reader.program, path)


def installed(program: Program, path: str) -> tuple[str, ...]:
    """The drivers whose packages the nearest package depends on."""
    package = program.package(path)
    dependencies = package.dependencies if package is not None else {}
    return tuple(dict.fromkeys(driver for name, driver in _PACKAGES if name in dependencies))


# --- entities --------------------------------------------------------------------------------------------------------


def _entities(reader: Reader, options: ObjectValue, place: Location) -> tuple[Value, ...] | None:
    given = entry(options, "entities")
    if given is None:
        return None
    items, unknown = _items(given)
    found: list[Value] = []
    for item in items:
        values = _loaded(reader, item, place.path)
        if values is None:
            unknown.append(item)
        else:
            found += [value for value in values if value not in found]
    where = options.places.get("entities", place)
    for missing in unknown:
        hint = "All entities of the package are taken for its entities."
        reader.unresolved("the entities of the data source", missing, where, hint)
    if items and not found and not unknown:
        hint = "Correct `entities`; until then all entities of the package are taken for its own."
        reader.remark("the data source names entities that do not exist", where, hint)
    return tuple(found) if found and not unknown else None


def _items(value: Value) -> tuple[list[Value], list[Value]]:
    """The items of a list, of lists inside, and of an object's values; and what is not known of them."""
    if isinstance(value, ListValue):
        nested: list[tuple[list[Value], list[Value]]]
        nested = [_items(item) if isinstance(item, ListValue) else ([item], []) for item in value.items]
        known = [item for items, _ in nested for item in items]
        return known, [*value.open, *(item for _, items in nested for item in items)]
    if isinstance(value, ObjectValue):
        return list(value.entries.values()), list(value.open)
    return [], [value]


def _loaded(reader: Reader, item: Value, path: str) -> list[Value] | None:
    """A class, a schema, or what the files of a pattern export; None where it cannot be told."""
    if isinstance(item, ClassValue) or entity_schema(item) is not None:
        return [item]
    pattern = written_path(reader.program, item, path)
    if pattern is None:
        return None
    files = matching(reader.program, pattern, path)
    exported = (export.value for file in files for export in reader.program.exports(file))
    return [value for value in exported if isinstance(value, ClassValue) or entity_schema(value) is not None]


# --- paths -----------------------------------------------------------------------------------------------------------

_JOINED = re.compile(r"""\(?(?:__dirname|import\.meta\.dirname) \+ (["'])(?P<rest>.*)\1\)?""")
_TEMPLATE = re.compile(r"`\$\{(?:__dirname|import\.meta\.dirname)\}(?P<rest>[^`$]*)`")


def written_path(program: Program, value: Value, path: str) -> str | None:
    """A path or pattern; one that is put together with `__dirname` begins with `/`."""
    known = path_text(value, path)
    if known is not None:
        return known
    text = program.describe(value)
    found = _JOINED.fullmatch(text) or _TEMPLATE.fullmatch(text)
    return None if found is None else f"/{posixpath.dirname(path)}/{found['rest'].lstrip('/')}"


def matching(program: Program, pattern: str, path: str) -> Sequence[str]:
    """The source files of a pattern, which may speak of what they are compiled to."""
    paths = program.tree.paths
    for base in _bases(program, path):
        for spelling in (pattern, *before_build(pattern.lstrip("/"))):
            located = _as_sources(locate(spelling, base))
            found = select(located, paths) if is_glob(located) else [each for each in paths if each == located]
            sources = [each for each in found if each.endswith(_SCRIPTS) and not each.endswith(".d.ts")]
            if sources:
                return sources
    return []


_SCRIPTS = (".ts", ".js", ".mts", ".cts", ".mjs", ".cjs")


def _as_sources(pattern: str) -> str:
    """`*.entity.js` as `*.entity.{ts,js}`: compiled files are made of sources."""
    return re.sub(r"\.([mc]?)js$", r".{\1ts,\1js}", pattern)


def _bases(program: Program, path: str) -> list[str]:
    """Where node may have been started: the package, the repository's root, the module's own folder."""
    package = program.package(path)
    return list(dict.fromkeys([package.directory if package else "", "", posixpath.dirname(path)]))


class _Migrations(NamedTuple):
    """The migrations of a data source."""

    folder: str | None
    files: tuple[str, ...]


def _migrations(reader: Reader, options: ObjectValue, path: str) -> _Migrations:
    """They are given as patterns or as classes; of several folders the one that holds most of them."""
    given = entry(options, "migrations")
    items = _items(given)[0] if given is not None else []
    folders: list[str] = []
    files: dict[str, None] = {}
    for item in items:
        if isinstance(item, ClassValue):
            folders.append(posixpath.dirname(item.scope.path))
            files[item.scope.path] = None
            continue
        pattern = written_path(reader.program, item, path)
        folder = None if pattern is None else _folder(reader.program, pattern, path)
        if pattern is not None and folder is not None:
            folders.append(folder)
            files |= dict.fromkeys(matching(reader.program, pattern, path))
    return _Migrations(max(sorted(set(folders)), key=folders.count) if folders else None, tuple(files))


def _folder(program: Program, pattern: str, path: str) -> str | None:
    head = re.split(r"[*?{\[]", pattern, maxsplit=1)[0]
    directory = head if head.endswith("/") else posixpath.dirname(head)
    for base in _bases(program, path):
        for spelling in (directory, *before_build(directory.lstrip("/"))):
            located = locate(spelling, base).rstrip("/")
            if located and folder_exists(located, program.tree.paths):
                return located
    return None
