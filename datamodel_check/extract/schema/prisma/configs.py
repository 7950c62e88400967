"""Where a project says that its schema is: `prisma.config.ts`, or `prisma.schema` in `package.json`.

https://www.prisma.io/docs/orm/reference/prisma-config-reference
"""

import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.paths import folder_exists, locate, path_text
from datamodel_check.extract.symbols import argument, callee, entry
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Package, Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Application, ObjectValue, Value

_NAME = re.compile(r"(?:.*/)?(?:prisma\.config|\.config/prisma)\.[cm]?[jt]s")

_PACKAGES = {"prisma/config", "@prisma/config"}

DEFAULTS = ("schema.prisma", "prisma/schema.prisma", "prisma/schema")
"""Where Prisma looks when nothing says where the schema is."""


class Config(NamedTuple):
    """`place` is the schema's file or folder from the root; None where the defaults hold."""

    path: str
    location: Location
    place: str | None
    migrations_folder: str | None = None


def is_config(path: str) -> bool:
    return _NAME.fullmatch(path) is not None


def read_config(program: Program, path: str) -> Config | Diagnostic:
    """A `prisma.config.ts`; a diagnostic where it cannot be told which schema it means."""
    value, location = _exported(program, path)
    if not isinstance(value, ObjectValue):
        message = f"the configuration of Prisma in {path} exports no object"
        hint = "Export the object itself: `export default defineConfig({ schema: … })`."
        return Diagnostic("unresolved", location, message, hint)
    folder = _folder(path)
    schema = entry(value, "schema")
    written = path_text(schema, path) if schema is not None else None
    if schema is not None and written is None:
        place = value.places.get("schema", location)
        message = f"the schema that {path} names cannot be resolved"
        return Diagnostic("unresolved", place, message, "Write `schema` as a string literal: a file or a folder.")
    place_named = _place(program, written, folder) if written is not None else None
    return Config(path, value.places.get("schema", location), place_named, _migrations(program, value, path, folder))


def _folder(path: str) -> str:
    folder = posixpath.dirname(path)
    return posixpath.dirname(folder) if posixpath.basename(folder) == ".config" else folder


def _place(program: Program, written: str, folder: str) -> str:
    """From the configuration's folder; of old from where Prisma was run, which may be the root."""
    found = [locate(written, base) for base in (folder, "")]
    return next((place for place in found if exists(program, place)), found[0])


def exists(program: Program, place: str) -> bool:
    return place in program.tree or folder_exists(place, program.tree.paths)


def _exported(program: Program, path: str) -> tuple[Value | None, Location]:
    export = next((export for export in program.exports(path) if export.name == "default"), None)
    if export is None:
        return None, Location(path, NOWHERE)
    value = export.value
    function = callee(value)
    if isinstance(value, Application) and function is not None and function.package in _PACKAGES:
        return argument(value.arguments, 0) or ObjectValue({}), export.location
    return value, export.location


def _migrations(program: Program, config: ObjectValue, path: str, folder: str) -> str | None:
    """`migrations.path`."""
    given = entry(entry(config, "migrations"), "path")
    written = path_text(given, path) if given is not None else None
    if written is None:
        return None
    place = locate(written, folder)
    return place if folder_exists(place, program.tree.paths) else None


def named_by_manifest(program: Program, package: Package) -> Config | None:
    """`{"prisma": {"schema": "db/schema.prisma"}}` in a `package.json`."""
    if posixpath.basename(package.manifest) != "package.json":
        return None
    try:
        content = program.tree.read(package.manifest)
    except UnreadableFileError:
        return None
    if b'"prisma"' not in content:
        return None
    written = _written(content)
    if written is None:
        return None
    line = content.count(b"\n", 0, content.find(b'"schema"')) + 1
    location = Location(package.manifest, NOWHERE._replace(line=line))
    return Config(package.manifest, location, _place(program, written, package.directory))


def _written(content: bytes) -> str | None:
    from json import JSONDecodeError, loads

    try:
        data = loads(content)
    except (JSONDecodeError, UnicodeDecodeError):
        return None
    prisma = data.get("prisma") if isinstance(data, dict) else None
    schema = prisma.get("schema") if isinstance(prisma, dict) else None
    return schema if isinstance(schema, str) else None


def default_place(program: Program, directory: str, paths: Sequence[str]) -> str | None:
    """The schema of a package that says nothing of it."""
    for name in DEFAULTS:
        place = locate(name, directory)
        if place in program.tree or any(path.startswith(f"{place}/") and path.endswith(".prisma") for path in paths):
            return place
    return None
