"""drizzle-kit's configuration, read and never run: https://orm.drizzle.team/docs/drizzle-config-file."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.paths import before_build, folder_exists, locate, path_text, schema_files
from datamodel_check.extract.schema.drizzle.casing import Casing
from datamodel_check.extract.symbols import argument, callee, entry, string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Module
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Dialect
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Value

_PLAIN_NAME = re.compile(r"drizzle\.config(\.[\w-]+)*\.([mc]?[jt]s|json)")
_LIKELY_NAME = re.compile(r"drizzle[.-][\w-][\w.-]*\.config(\.[\w-]+)*\.([mc]?[jt]s|json)")

_DIALECTS: Mapping[str, Dialect] = {
    "postgresql": "postgresql",
    "mysql": "mysql",
    "sqlite": "sqlite",
    "turso": "sqlite",
    "singlestore": "singlestore",
}

_DRIVERS: Mapping[str, Dialect] = {
    "pg": "postgresql",
    "aws-data-api": "postgresql",
    "pglite": "postgresql",
    "mysql2": "mysql",
    "better-sqlite": "sqlite",
    "libsql": "sqlite",
    "turso": "sqlite",
    "d1": "sqlite",
    "d1-http": "sqlite",
    "expo": "sqlite",
    "durable-sqlite": "sqlite",
}
"""Before drizzle-kit 0.21 there was `driver` alone: https://orm.drizzle.team/docs/latest-releases (0.30.10)."""


class Config(NamedTuple):
    """One configuration. `files` are the schema files that it names; empty where it names none that exist."""

    path: str
    location: Location
    files: tuple[str, ...]
    dialect: Dialect | None
    casing: Casing | None
    migrations_folder: str | None
    schema_filter: tuple[str, ...] | None
    tables_filter: tuple[str, ...] | None


def is_config(program: Program, path: str) -> bool:
    """Whether the file configures drizzle-kit: by its name, or because it exports what drizzle-kit's types describe.

    drizzle-kit itself takes any file (`--config`), and other tools name theirs alike (`drizzle-zero.config.ts`).
    """
    name = posixpath.basename(path)
    if _PLAIN_NAME.fullmatch(name):
        return True
    if not _LIKELY_NAME.fullmatch(name) and not _imports_kit(program.module(path)):
        return False
    value, _ = _exported(program, path)
    return isinstance(value, ObjectValue) and not value.entries.keys().isdisjoint({"dialect", "driver"})


def _imports_kit(module: Module | None) -> bool:
    return module is not None and any(one.source == "drizzle-kit" for one in module.imports)


def read_config(program: Program, path: str) -> Config | Diagnostic | None:
    """The configuration in `path`; a diagnostic where it cannot be used, None where it speaks of no schema at all."""
    value, location = _exported(program, path)
    if not isinstance(value, ObjectValue):
        message = f"the configuration of drizzle-kit in {path} exports no object"
        hint = "Export the object itself: `export default defineConfig({ schema: …, dialect: … })`."
        return Diagnostic("unresolved", location, message, hint)
    schema = entry(value, "schema")
    if schema is None and not value.open:
        return None
    location = value.places.get("schema", location)
    patterns = _paths(schema, path)
    if not patterns:
        message = f"the schema that {path} names cannot be resolved"
        hint = "Write `schema` as string literals: files, folders or globs."
        return Diagnostic("unresolved", location, message, hint)
    files, base = _files(program, path, patterns)
    if not files:
        message = f"{path} names a schema that does not exist: {', '.join(patterns)}"
        hint = "Correct `schema`; it is relative to the folder in which drizzle-kit is run."
        return Diagnostic("unresolved", location, message, hint)
    return Config(
        path=path,
        location=location,
        files=files,
        dialect=_dialect(value),
        casing=_casing(value),
        migrations_folder=_migrations(program, path, value, base),
        schema_filter=_names(entry(value, "schemaFilter")),
        tables_filter=_names(entry(value, "tablesFilter")),
    )


def _exported(program: Program, path: str) -> tuple[Value | None, Location]:
    start = Location(path, NOWHERE)
    if path.endswith(".json"):
        return _from_json(program, path), start
    export = next((export for export in program.exports(path) if export.name == "default"), None)
    if export is None:
        return None, start
    value = export.value
    function = callee(value)
    if isinstance(value, Application) and function is not None and function.package == "drizzle-kit":
        return argument(value.arguments, 0), export.location
    return value, export.location


def _from_json(program: Program, path: str) -> Value | None:
    from json import JSONDecodeError, loads

    try:
        return _value(loads(program.tree.read(path)))
    except (JSONDecodeError, UnicodeDecodeError):
        return None


def _value(data: object) -> Value:
    if isinstance(data, dict):
        return ObjectValue({str(key): _value(member) for key, member in data.items()})
    if isinstance(data, list):
        return ListValue(tuple(_value(item) for item in data))
    return Constant(data if isinstance(data, str | int | float | bool) else None)


def _paths(schema: Value | None, path: str) -> tuple[str, ...]:
    """The patterns; none where one of them is not known, so that nothing is left out silently."""
    if schema is None:
        return ()
    items = schema.items if isinstance(schema, ListValue) and not schema.open else (schema,)
    texts = [path_text(item, path) for item in items]
    return () if None in texts else tuple(text for text in texts if text is not None)


def _bases(program: Program, path: str) -> list[str]:
    """Where drizzle-kit may have been run: the configuration's folder, its package, the repository's root."""
    package = program.package(path)
    bases = [posixpath.dirname(path), package.directory if package else "", ""]
    return list(dict.fromkeys(bases))


def _files(program: Program, path: str, patterns: Sequence[str]) -> tuple[tuple[str, ...], str]:
    paths = program.tree.paths
    for spellings in (patterns, [source for pattern in patterns for source in before_build(pattern)]):
        for base in _bases(program, path):
            found = {file for pattern in spellings for file in schema_files(locate(pattern, base), paths)}
            if found:
                return tuple(sorted(found - {path})), base
    return (), ""


def _dialect(config: ObjectValue) -> Dialect | None:
    """Also of the time when `driver` alone said it."""
    dialect = _DIALECTS.get(string(entry(config, "dialect")) or "")
    return dialect or _DRIVERS.get(string(entry(config, "driver")) or "")


def _casing(config: ObjectValue) -> Casing | None:
    casing = string(entry(config, "casing"))
    if casing == "snake_case":
        return "snake_case"
    return "camelCase" if casing == "camelCase" else None


def _migrations(program: Program, path: str, config: ObjectValue, base: str) -> str | None:
    """`out`, by default `drizzle`, where that folder exists."""
    given = entry(config, "out")
    out = "drizzle" if given is None else path_text(given, path)
    if out is None:
        return None
    bases = dict.fromkeys([base, *_bases(program, path)])
    folders = (locate(out, base) for base in bases)
    return next((folder for folder in folders if folder and folder_exists(folder, program.tree.paths)), None)


def _names(value: Value | None) -> tuple[str, ...] | None:
    if isinstance(value, ListValue):
        return tuple(text for text in (string(item) for item in value.items) if text is not None)
    single = string(value)
    return None if single is None else (single,)
