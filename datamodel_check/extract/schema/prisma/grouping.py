"""Files that no configuration names: every datasource is a schema, and which files beside it are part of it.

Prisma reads one file, unless it is told of a folder: by a preview feature until 6.7, on its command line ever since.
https://www.prisma.io/docs/orm/prisma-schema/overview/location
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.paths import locate
from datamodel_check.extract.schema.prisma.database import text
from datamodel_check.extract.schema.prisma.types import SCALARS
from datamodel_check.model.prisma import Items, Schema, Text
from datamodel_check.model.program import Program


class Groups(NamedTuple):
    """`schemas` maps the file of a datasource to all files of its schema; `loose` files belong to none.

    `near` is the datasource that a loose file stands beside, if there is one.
    """

    schemas: Mapping[str, Sequence[str]]
    loose: Mapping[str, str | None]


def group(program: Program, files: Sequence[str]) -> Groups:
    roots = [path for path in files if has_datasource(program.prisma(path))]
    schemas: dict[str, list[str]] = {root: [root] for root in roots}
    loose: dict[str, str | None] = {}
    for path in files:
        if path in schemas or _is_empty(program.prisma(path)):
            continue
        root = _nearest(program, path, roots)
        if root is not None and _is_folder(program, root):
            schemas[root].append(path)
        else:
            loose[path] = root
    return Groups({root: sorted(found) for root, found in schemas.items()}, loose)


def has_datasource(schema: Schema | None) -> bool:
    return schema is not None and any(block.kind == "datasource" for block in schema.settings)


def _is_empty(schema: Schema | None) -> bool:
    """Whether nothing stands in a file that one could miss."""
    return schema is not None and not (schema.models or schema.enums or schema.problems)


def _nearest(program: Program, path: str, roots: Sequence[str]) -> str | None:
    """The one datasource in the nearest folder around the file that holds any, within the same package."""
    package = program.package(path)
    folder = posixpath.dirname(path)
    while True:
        found = [root for root in roots if not folder or root.startswith(f"{folder}/")]
        if found or not folder or (package is not None and folder == package.directory):
            return found[0] if len(found) == 1 else None
        folder = posixpath.dirname(folder)


def _is_folder(program: Program, root: str) -> bool:
    """Whether a datasource is part of a folder: it asks for that, needs other files, or a script names the folder."""
    schema = program.prisma(root) or Schema()
    return _asks_for_folder(schema) or not _is_whole(schema) or _is_named_by_script(program, root)


def _asks_for_folder(schema: Schema) -> bool:
    lists = (block.value("previewFeatures") for block in schema.settings)
    found = {item.value for each in lists if isinstance(each, Items) for item in each.items if isinstance(item, Text)}
    return "prismaSchemaFolder" in found


def _is_whole(schema: Schema) -> bool:
    """Whether a file declares models, and everything that they are made of."""
    names = {model.name for model in schema.models} | {enum.name for enum in schema.enums} | SCALARS
    fields = (field for model in schema.models for field in model.fields)
    return bool(schema.models) and all(field.type.unsupported or field.type.name in names for field in fields)


_OPTION = re.compile(r"--schema[= ]\s*([\w./-]+)")


def _is_named_by_script(program: Program, root: str) -> bool:
    """`prisma generate --schema ./prisma` in the scripts of the package."""
    package = program.package(root)
    if package is None or posixpath.basename(package.manifest) != "package.json":
        return False
    try:
        manifest = program.tree.read(package.manifest).decode(errors="replace")
    except UnreadableFileError:
        return False
    named = (locate(written, package.directory) for written in _OPTION.findall(manifest))
    return any(root.startswith(f"{folder}/") for folder in named)


def outputs(program: Program, files: Sequence[str]) -> dict[str, str]:
    """Folders that generators write to, each with the schema that says so: Prisma Client leaves a copy there."""
    found: dict[str, str] = {}
    for path in files:
        schema = program.prisma(path)
        for block in schema.settings if schema is not None else ():
            written = text(block.value("output")) if block.kind == "generator" else None
            if written is not None and not written.startswith("/"):
                found.setdefault(locate(written, posixpath.dirname(path)), path)
    return found
