"""Which files are one schema: first what drizzle-kit's configurations name, then what declares tables without one."""

import posixpath
from collections.abc import Callable, Iterable, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.imports import imported
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.drizzle.configs import Config, is_config, read_config
from datamodel_check.extract.schema.drizzle.dialects import DIALECTS, UNREAD, DialectRules, is_orm
from datamodel_check.extract.schema.drizzle.filters import left_out
from datamodel_check.extract.schema.drizzle.reader import Reader, table_call
from datamodel_check.extract.schema.drizzle.relations import FUNCTIONS
from datamodel_check.extract.schema.drizzle.schema import Declarations, declarations, declares, declares_table
from datamodel_check.model.globs import matches_any
from datamodel_check.model.location import Location
from datamodel_check.model.module import Module
from datamodel_check.model.program import Export, Program
from datamodel_check.model.schema import Dialect, Source, Table
from datamodel_check.model.snapshot import Diagnostic, PassedOver
from datamodel_check.model.values import Application


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    search = _Search(program, candidates, settings)
    search.configured()
    search.unconfigured()
    search.pass_over_decoys()
    return Extraction(
        tuple(_distinct(search.sources)), tuple(dict.fromkeys(search.diagnostics)), tuple(sorted(search.passed_over))
    )


class _Search:
    """What was found so far, and what a source has already claimed."""

    def __init__(self, program: Program, candidates: Sequence[str], settings: Settings) -> None:
        self.program = program
        self.settings = settings
        self.sources: list[Source] = []
        self.diagnostics: list[Diagnostic] = []
        self.passed_over: set[PassedOver] = set()
        self.claimed: set[Application] = set()
        self.configs: dict[str, str] = {}
        """Package directory → the configuration in it."""
        reasons = {path: decoy(path, settings) for path in candidates}
        self.candidates = [path for path, reason in reasons.items() if reason is None]
        self.decoys = {path: reason for path, reason in reasons.items() if reason is not None}

    def pass_over_decoys(self) -> None:
        """Those that look like a part of a schema, and that no configuration has named."""
        named = {path for source in self.sources for path in source.files}
        for path, reason in self.decoys.items():
            if path not in named and (
                is_config(self.program, path) or _imports(self.program.module(path), declaring=True)
            ):
                self.passed_over.add(PassedOver(path, reason))

    # --- with a configuration ----------------------------------------------------------------------------------------

    def configured(self) -> None:
        """One source per configuration; configurations that name the same files in one dialect are one source."""
        groups: dict[tuple[tuple[str, ...], str | None], list[Config]] = {}
        for path in self.candidates:
            if is_config(self.program, path):
                self._read(path, groups)
        for configs in groups.values():
            first = min(configs, key=lambda config: (len(posixpath.basename(config.path)), config.path))
            self._add_configured(first)

    def _read(self, path: str, groups: dict[tuple[tuple[str, ...], str | None], list[Config]]) -> None:
        config = read_config(self.program, path)
        if isinstance(config, Diagnostic):
            self.diagnostics.append(config)
        elif config is not None:
            self.configs.setdefault(self._package(path), path)
            groups.setdefault((config.files, config.dialect), []).append(config)

    def _add_configured(self, config: Config) -> None:
        exports = [export for path in config.files for export in self.program.exports(path)]
        tables = [export for export in exports if table_call(export.value) is not None]
        if tables and all(map(self._is_claimed, tables)):
            return  # the same schema, reached by another path
        wanted = [rules for rules in DIALECTS if config.dialect in {rules.dialect, None}]
        used = [rules for rules in wanted if any(declares_table(export.value) is rules for export in exports)]
        self._report_problems(config.files)
        if not used:
            message = f"the schema that {config.path} names declares no table"
            if config.dialect is not None:
                message += f" of {config.dialect}"
            hint = "Export the tables from the files that `schema` names; drizzle-kit does not see the others either."
            self.diagnostics.append(Diagnostic("unresolved", config.location, message, hint))
        for rules in used:
            self._add(rules, config.files, exports, config)

    # --- without -----------------------------------------------------------------------------------------------------

    def unconfigured(self) -> None:
        """What declares tables and is named by no configuration: a source per package and dialect, or passed over."""
        groups: dict[tuple[str, Dialect], list[str]] = {}
        for path in self.candidates:
            module = self.program.module(path)
            if module is not None and not is_config(self.program, path) and self._may_declare(path, module):
                self._report_unread(path, module)
                for rules in self._open_dialects(path):
                    groups.setdefault((self._package(path), rules.dialect), []).append(path)
        for (_, dialect), files in groups.items():
            rules = next(rules for rules in DIALECTS if rules.dialect == dialect)
            exports = [
                export for path in files for export in self.program.exports(path) if not self._is_claimed(export)
            ]
            if any(declares_table(export.value) is rules for export in exports):
                self._report_problems(files)
                self._add(rules, tuple(files), exports, None)

    def _may_declare(self, path: str, module: Module) -> bool:
        """Beside a configuration only what uses a dialect's package is looked at; without one also wrappers count."""
        if self._package(path) in self.configs and not matches_any(self.settings.sources, path):
            return _imports(module)
        return any(is_orm(one.source) for one in imported(module))

    def _open_dialects(self, path: str) -> list[DialectRules]:
        """The dialects of what a file exports and no source has claimed yet."""
        exports = self.program.exports(path)
        self._pass_over_private(path, exports)
        config = self.configs.get(self._package(path))
        if config is not None and not matches_any(self.settings.sources, path):
            if any(self._is_open(export) for export in exports):
                self.passed_over.add(PassedOver(path, f"not in the schema that {config} names"))
            return []
        open_exports = [export for export in exports if not self._is_claimed(export)]
        return [rules for rules in DIALECTS if any(declares(export.value) is rules for export in open_exports)]

    def _is_open(self, export: Export) -> bool:
        return table_call(export.value) is not None and not self._is_claimed(export)

    def _is_claimed(self, export: Export) -> bool:
        call = table_call(export.value)
        return call is not None and call.application in self.claimed

    def _pass_over_private(self, path: str, exports: Iterable[Export]) -> None:
        exported = {call.application for export in exports if (call := table_call(export.value)) is not None}
        for binding in self.program.bindings(path):
            call = table_call(binding.value)
            if (
                call is not None
                and call.application not in exported | self.claimed
                and call.application.location.path == path
            ):
                reason = f"the table {binding.name} is not exported, so drizzle-kit does not see it"
                self.passed_over.add(PassedOver(path, reason))

    # --- both --------------------------------------------------------------------------------------------------------

    def _add(self, rules: DialectRules, files: Sequence[str], exports: Sequence[Export], config: Config | None) -> None:
        # drizzle-kit applies no casing for SingleStore (src/serializer/singlestoreSerializer.ts).
        casing = config.casing if config is not None and rules.dialect != "singlestore" else None
        reader = Reader(self.program, rules, casing)
        found = declarations(reader, files, exports, self._relations_elsewhere(files))
        self.claimed |= found.applications
        if config is not None:
            # What it does not name of the packages that it reads is beside the schema there, too.
            for path in found.files:
                self.configs.setdefault(self._package(path), config.path)
        self.diagnostics.extend(reader.diagnostics)
        self.passed_over.update(reader.passed_over)
        self._report_problems(found.files - set(files))
        self.sources.append(
            Source(
                id=f"drizzle:{_place(files, found)}",
                system="drizzle",
                dialect=rules.dialect,
                files=tuple(sorted(found.files or files)),
                tables=tuple(table for table in found.tables if self._is_managed(config, rules.dialect, table)),
                config=config.path if config is not None else None,
                enums=found.enums,
                views=found.views,
                sequences=found.sequences,
                relations=found.relations,
                migrations_folder=config.migrations_folder if config is not None else None,
            )
        )

    def _is_managed(self, config: Config | None, dialect: Dialect, table: Table) -> bool:
        reason = left_out(config, dialect, table)
        if reason is not None:
            self.passed_over.add(PassedOver(table.location.path, f"the table {table.key}: {reason}"))
        return reason is None

    def _relations_elsewhere(self, files: Sequence[str]) -> list[Export]:
        """Exports of files beside the schema that declare relations."""
        return [
            export
            for path in self.candidates
            if path not in files
            and not is_config(self.program, path)
            and _declares_relations(self.program.module(path))
            for export in self.program.exports(path)
        ]

    def _package(self, path: str) -> str:
        package = self.program.package(path)
        return package.directory if package is not None else ""

    def _report_unread(self, path: str, module: Module) -> None:
        for one in imported(module):
            if one.source in UNREAD:
                message = f"tables of {one.source} are not read by this version"
                place = Location(path, one.span)
                self.diagnostics.append(Diagnostic("unresolved", place, message, "They are missing from the facts."))
                return

    def _report_problems(self, paths: Iterable[str]) -> None:
        """Syntax errors and imports that lead nowhere in the files of a schema: facts may be missing there."""
        files = sorted(paths)
        self.diagnostics += problems.of_modules(self.program, files)
        for path in files:
            module = self.program.module(path)
            for export in module.exports if module is not None else ():
                if export.source and not export.typing and self._leads_nowhere(export.source, path):
                    message = f"{export.source} cannot be found, so what it exports is missing from the facts"
                    hint = "Correct the path of the module."
                    self.diagnostics.append(Diagnostic("unresolved", Location(path, export.span), message, hint))

    def _leads_nowhere(self, source: str, path: str) -> bool:
        return source.startswith(".") and self.program.resolve(source, path) is None


def _imports(module: Module | None, *, declaring: bool = False) -> bool:
    """Whether the module imports from a dialect's package; with `declaring`, one of the functions that make tables."""
    if module is None:
        return False
    return any(
        one.source.startswith(_PACKAGES) and (not declaring or one.name == "*" or _makes_tables(one.name))
        for one in imported(module)
    )


_PACKAGES = (*(rules.package for rules in DIALECTS), *UNREAD)


def _makes_tables(name: str) -> bool:
    return any(name in rules.factories for rules in DIALECTS)


def _declares_relations(module: Module | None) -> bool:
    return module is not None and any(is_orm(one.source) and one.name in FUNCTIONS for one in imported(module))


def _place(files: Sequence[str], found: Declarations) -> str:
    """The file of a source, or the common folder of those that declare something; of a barrel the folder."""
    named = list(files) if len(files) == 1 else sorted(found.files.intersection(files) or files)
    if len(named) > 1 or (posixpath.basename(named[0]).startswith("index.") and found.files != {named[0]}):
        return posixpath.commonpath([posixpath.dirname(path) for path in named]) or "."
    return named[0]


def _distinct(sources: Iterable[Source]) -> list[Source]:
    """Sources of one place told apart: by dialect, then by configuration."""
    result = _marked(list(sources), lambda source: source.dialect)
    return sorted(_marked(result, lambda source: source.config or ""), key=lambda source: source.id)


def _marked(sources: list[Source], mark: Callable[[Source], str]) -> list[Source]:
    ids = [source.id for source in sources]
    return [
        source._replace(id=f"{source.id}:{mark(source)}") if ids.count(source.id) > 1 else source for source in sources
    ]
