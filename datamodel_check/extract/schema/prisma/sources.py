"""Which files are one schema: first what configurations name, then every datasource and the files beside it."""

import posixpath
import re
from collections.abc import Sequence
from typing import NamedTuple

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.paths import folder_exists
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.prisma.configs import (
    Config,
    default_place,
    is_config,
    named_by_manifest,
    read_config,
)
from datamodel_check.extract.schema.prisma.database import Database, DeclaredEnum, DeclaredModel, text
from datamodel_check.extract.schema.prisma.grouping import group, outputs
from datamodel_check.extract.schema.prisma.providers import PROVIDERS
from datamodel_check.extract.schema.prisma.schema import declarations
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.prisma import Schema
from datamodel_check.model.prisma import Settings as Block
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Diagnostic, PassedOver


class DeclaredBlock(NamedTuple):
    path: str
    block: Block

    @property
    def location(self) -> Location:
        return Location(self.path, self.block.span)


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    search = _Search(program, candidates, settings)
    search.configured()
    search.unconfigured()
    search.pass_over_decoys()
    return Extraction(
        tuple(sorted(search.sources, key=lambda source: source.id)),
        tuple(dict.fromkeys(search.diagnostics)),
        tuple(sorted(search.passed_over)),
    )


class _Search:
    """What was found so far, and which files a source has already claimed."""

    def __init__(self, program: Program, candidates: Sequence[str], settings: Settings) -> None:
        self.program = program
        self.settings = settings
        self.sources: list[Source] = []
        self.diagnostics: list[Diagnostic] = []
        self.passed_over: set[PassedOver] = set()
        self.claimed: set[str] = set()
        reasons = {path: decoy(path, settings) for path in candidates}
        written = outputs(program, [path for path in candidates if path.endswith(".prisma")])
        for path in candidates:
            owner = written.get(posixpath.dirname(path))
            if owner is not None and owner != path:
                reasons[path] = f"a copy that Prisma Client leaves of {owner}"
        self.schemas = [path for path in candidates if path.endswith(".prisma")]
        self.files = [path for path in self.schemas if reasons[path] is None]
        self.configs = [path for path in candidates if is_config(path) and reasons[path] is None]
        self.decoys = {path: reason for path, reason in reasons.items() if reason is not None}

    def pass_over_decoys(self) -> None:
        for path, reason in self.decoys.items():
            if path not in self.claimed and (is_config(path) or self._declares(path)):
                self.passed_over.add(PassedOver(path, reason))

    def _declares(self, path: str) -> bool:
        schema = self.program.prisma(path) if path.endswith(".prisma") else None
        return schema is not None and bool(schema.models)

    # --- with a configuration ----------------------------------------------------------------------------------------

    def configured(self) -> None:
        """`prisma.config.ts` comes before `package.json`, as in Prisma."""
        folders = set()
        for path in self.configs:
            config = read_config(self.program, path)
            folders.add(posixpath.dirname(path))
            if isinstance(config, Diagnostic):
                self.diagnostics.append(config)
            else:
                self._add_configured(config, posixpath.dirname(path))
        for package in self.program.packages:
            named = named_by_manifest(self.program, package) if package.directory not in folders else None
            if named is not None and decoy(package.manifest, self.settings) is None:
                self._add_configured(named, package.directory)

    def _add_configured(self, config: Config, folder: str) -> None:
        place = config.place if config.place is not None else default_place(self.program, folder, self.schemas)
        if place is None:
            return  # a configuration of something else than the schema
        files = [path for path in self.schemas if path == place or path.startswith(f"{place}/")]
        if not files:
            message = f"{config.path} names a schema that does not exist: {place}"
            hint = f"Correct `schema`; it is relative to the folder of {posixpath.basename(config.path)}."
            self.diagnostics.append(Diagnostic("unresolved", config.location, message, hint))
        elif not self.claimed.issuperset(files):
            self._add(place, files, config)

    # --- without -----------------------------------------------------------------------------------------------------

    def unconfigured(self) -> None:
        """A source for every datasource; what belongs to none is passed over, or its database is not known."""
        files = [path for path in self.files if path not in self.claimed]
        found = group(self.program, files)
        for root, parts in found.schemas.items():
            place = root if len(parts) == 1 else posixpath.commonpath([posixpath.dirname(path) for path in parts])
            self._add(place, parts, None)
        for path, near in found.loose.items():
            self._pass_over_part(path, near)

    def _pass_over_part(self, path: str, near: str | None) -> None:
        """Models beside a schema that they are no part of, or with no datasource anywhere near."""
        folders = {posixpath.dirname(file): source for source in self.sources for file in source.files}
        beside = next((source for source in self.sources if near in source.files), folders.get(posixpath.dirname(path)))
        if beside is not None:
            self.passed_over.add(PassedOver(path, f"not in the schema {beside.id.removeprefix('prisma:')}"))
            return
        schema = self._read(path)
        if schema is not None:
            spans = [*(model.span for model in schema.models), *(enum.span for enum in schema.enums), NOWHERE]
            message = f"{path} belongs to no schema: no datasource stands beside it"
            hint = "Name the folder of the schema in `prisma.config.ts`."
            self.diagnostics.append(Diagnostic("unresolved", Location(path, spans[0]), message, hint))

    # --- both --------------------------------------------------------------------------------------------------------

    def _add(self, place: str, files: Sequence[str], config: Config | None) -> None:
        self.claimed.update(files)
        schemas = [(path, schema) for path in files if (schema := self._read(path)) is not None]
        blocks = [DeclaredBlock(path, block) for path, schema in schemas for block in schema.settings]
        datasource = next((each for each in blocks if each.block.kind == "datasource"), None)
        if datasource is None:
            location = config.location if config is not None else Location(files[0], NOWHERE)
            message = f"{place} has no datasource, so nobody knows which database it is for"
            self.diagnostics.append(
                Diagnostic("unresolved", location, message, "Add a `datasource` with a `provider`.")
            )
            return
        name = text(datasource.block.value("provider"))
        provider = PROVIDERS.get(name or "")
        if provider is None:
            message = f"the provider {name} is not known here" if name else "the provider cannot be told"
            hint = f"Write one of {', '.join(sorted(PROVIDERS))}."
            self.diagnostics.append(Diagnostic("unresolved", datasource.location, message, hint))
            return
        mode = datasource.block.value("relationMode") or datasource.block.value("referentialIntegrity")
        database = Database(
            provider,
            [DeclaredModel(path, model) for path, schema in schemas for model in schema.models],
            [DeclaredEnum(path, enum) for path, schema in schemas for enum in schema.enums],
            major=self._major(datasource.path),
            relation_mode=text(mode) or provider.relation_mode,
        )
        found = declarations(database)
        if not found.tables and not found.views:
            database.unresolved(f"{place} declares no model", datasource.location, "Name the folder of the schema.")
        self.diagnostics.extend(database.diagnostics)
        self.sources.append(
            Source(
                id=f"prisma:{place}",
                system="prisma",
                dialect=provider.dialect,
                files=tuple(files),
                tables=found.tables,
                config=config.path if config is not None and is_config(config.path) else None,
                enums=found.enums,
                views=found.views,
                relations=found.relations,
                migrations_folder=self._migrations(place, datasource.path, config),
            )
        )

    def _read(self, path: str) -> Schema | None:
        schema = self.program.prisma(path)
        if schema is None:
            message, hint = "the file cannot be read", "What stands there is missing from the facts."
            self.diagnostics.append(Diagnostic("unreadable", Location(path, NOWHERE), message, hint))
        else:
            self.diagnostics += problems.of_file(path, schema.problems)
        return schema

    def _major(self, path: str) -> int | None:
        """Prisma's major version, by the nearest package that declares it."""
        folder = posixpath.dirname(path)
        near = [package for package in self.program.packages if _is_inside(folder, package.directory)]
        for package in sorted(near, key=lambda package: -len(package.directory)):
            for name in ("prisma", "@prisma/client"):
                found = re.search(r"\d+", package.dependencies.get(name, ""))
                if found:
                    return int(found.group())
        return None

    def _migrations(self, place: str, datasource: str, config: Config | None) -> str | None:
        """What the configuration says, else `migrations` beside the datasource, or beside the schema's folder."""
        if config is not None and config.migrations_folder is not None:
            return config.migrations_folder
        around = [posixpath.dirname(datasource), posixpath.dirname(place)]
        if place != datasource:
            around.insert(1, place)
        folders = (posixpath.join(folder, "migrations") for folder in dict.fromkeys(around))
        return next((folder for folder in folders if folder_exists(folder, self.program.tree.paths)), None)


def _is_inside(folder: str, directory: str) -> bool:
    return not directory or folder == directory or folder.startswith(f"{directory}/")
