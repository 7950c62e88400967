"""Which entities are one schema: first what data sources name, then what is left."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract import problems
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.imports import imported
from datamodel_check.extract.protocol import Extraction, Settings
from datamodel_check.extract.schema.typeorm.arguments import Arguments
from datamodel_check.extract.schema.typeorm.builder import build
from datamodel_check.extract.schema.typeorm.classes import is_entity
from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.data_sources import DataSource, data_sources, installed
from datamodel_check.extract.schema.typeorm.drivers import DRIVERS
from datamodel_check.extract.schema.typeorm.metadata import Entity, Target
from datamodel_check.extract.schema.typeorm.naming import NamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader, entity_schema, is_typeorm
from datamodel_check.extract.schema.typeorm.relation_facts import relations
from datamodel_check.extract.schema.typeorm.storage import Storage, target_name
from datamodel_check.extract.schema.typeorm.tables import enums, table, view
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Class, Name
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import PassedOver
from datamodel_check.model.values import ClassValue, Value


def extract(program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
    """Every source of the repository."""
    search = _Search(program, candidates, settings)
    search.configured()
    search.unconfigured()
    search.pass_over_decoys()
    return Extraction(
        tuple(_distinct(search.sources)), tuple(search.reader.diagnostics), tuple(sorted(search.passed_over))
    )


class _Search:
    """What was found so far, and what a source has already claimed."""

    def __init__(self, program: Program, candidates: Sequence[str], settings: Settings) -> None:
        self.program = program
        self.reader = Reader(program)
        self.storage = Storage(self.reader)
        self.sources: list[Source] = []
        self.passed_over: set[PassedOver] = set()
        self.claimed: set[Target] = set()
        self.configs: dict[str, str] = {}
        """Package directory → a data source in it."""
        reasons = {path: decoy(path, settings) for path in candidates}
        self.candidates = [path for path, reason in reasons.items() if reason is None]
        self.decoys = {path: reason for path, reason in reasons.items() if reason is not None}
        self.declared = {path: found for path in self.candidates if (found := self._declared(path))}

    def _declared(self, path: str) -> list[Arguments]:
        """The entities that a module declares."""
        found: list[Arguments] = []
        for value in self._likely(path):
            if isinstance(value, ClassValue):
                if is_entity(self.reader, value):
                    found.append(self.storage.of(value))
            elif entity_schema(value) is not None:
                arguments = self.storage.add(value)
                found += [arguments] if arguments is not None and arguments not in found else []
        return found

    def _likely(self, path: str) -> Iterator[Value]:
        """The decorated classes of a module, and what may be an entity schema; nothing else is evaluated."""
        module = self.program.module(path)
        schemas = b"EntitySchema" in self.program.tree.read(path)
        for statement in module.statements if module is not None else ():
            if not isinstance(statement, Binding):
                continue
            decorated = isinstance(statement.value, Class) and bool(statement.value.decorators)
            if decorated or (schemas and isinstance(statement.value, Call)):
                yield self.program.evaluate(Name(statement.name, statement.span), self.program.scope(path))

    # --- with a data source ------------------------------------------------------------------------------------------

    def configured(self) -> None:
        """Data sources of the same entities are one source: the code of an application is written for one schema."""
        groups: dict[frozenset[Target], list[DataSource]] = {}
        declared: dict[frozenset[Target], list[Arguments]] = {}
        for path in self.candidates:
            for found in data_sources(self.reader, path):
                entities = self._entities(found)
                key = frozenset(each.target for each in entities)
                self.configs.setdefault(self._package(path), path)
                groups.setdefault(key, []).append(found)
                declared[key] = entities
        for key, found_here in groups.items():
            if key and not any(key < other for other in groups):
                self._add_configured(found_here, declared[key])

    def _entities(self, found: DataSource) -> list[Arguments]:
        """The entities that a data source names; else those of its package, else all."""
        if found.entities is not None:
            named = [self.storage.add(value) for value in found.entities]
            return [each for each in named if each is not None and each.tables]
        here = [
            each
            for path, entities in self.declared.items()
            if self._package(path) == self._package(found.path)
            for each in entities
        ]
        return here or [each for entities in self.declared.values() for each in entities]

    def _add_configured(self, found: Sequence[DataSource], entities: Sequence[Arguments]) -> None:
        kinds = [kind for kind in DRIVERS if any(kind in each.types for each in found)]
        kind = kinds[0] if kinds else self._assumed(found[0].location)
        matching = [each for each in found if kind in each.types] or list(found)
        chosen = min(matching, key=lambda each: (each.migrations is None, len(each.path), each.path))
        dialects = list(dict.fromkeys(DRIVERS[each].dialect for each in kinds))
        if len(dialects) > 1 or not any(each.certain for each in found):
            known = f": {', '.join(dialects)}" if len(dialects) > 1 else ""
            message = f"the database of the data source depends on the environment{known}"
            hint = f"The facts are those of {DRIVERS[kind].dialect}."
            self.reader.remark(message, chosen.location, hint)
        self._add(kind, entities, chosen)

    def _assumed(self, place: Location) -> str:
        hint = "The facts are those of PostgreSQL. Write the `type` of the data source as a literal."
        self.reader.remark("the database of the entities cannot be told", place, hint)
        return "postgres"

    # --- without -----------------------------------------------------------------------------------------------------

    def unconfigured(self) -> None:
        """Entities that no data source names: a source per package that has none, else passed over."""
        groups: dict[str, list[Arguments]] = {}
        for path, entities in self.declared.items():
            left = [each for each in entities if each.target not in self.claimed]
            config = self.configs.get(self._package(path))
            if left and config is not None:
                self.passed_over.add(PassedOver(path, f"not among the entities of {config}"))
            elif left:
                groups.setdefault(self._package(path), []).extend(left)
        for entities in groups.values():
            place = entities[0].tables[0].location
            kinds = installed(self.program, place.path)
            self._add(kinds[0] if kinds else self._assumed(place), entities, None)

    # --- both --------------------------------------------------------------------------------------------------------

    def _add(self, kind: str, entities: Sequence[Arguments], found: DataSource | None) -> None:
        self.claimed |= {each.target for each in entities}
        entities = self._one_per_table(entities)
        context = Context(
            self.reader,
            self.storage,
            DRIVERS[kind](),
            found.naming if found is not None else NamingStrategy(),
            {},
            found.schema if found is not None else None,
            found.prefix if found is not None else "",
            found.uuid if found is not None else None,
        )
        made = build(context, entities)
        files = self._files(entities)
        self.reader.diagnostics.update(dict.fromkeys(problems.of_modules(self.program, files)))
        tables = [entity for entity in made if entity.kind != "view" and entity.synchronize]
        self.sources.append(
            Source(
                id=f"typeorm:{_place(entities)}",
                system="typeorm",
                dialect=context.driver.dialect,
                files=files,
                tables=tuple(sorted((table(context, entity) for entity in tables), key=lambda each: each.key)),
                config=found.path if found is not None else None,
                enums=enums(context, tables),
                views=tuple(sorted((view(context, each) for each in _views(made)), key=lambda each: each.key)),
                relations=relations(context, made),
                migrations_folder=found.migrations if found is not None else None,
            )
        )

    def _one_per_table(self, entities: Sequence[Arguments]) -> list[Arguments]:
        """Of entities that are called alike, as those written for several databases are, the first; and say so."""
        kept: dict[tuple[str, str | None, str | None], Arguments] = {}
        for each in sorted(entities, key=_depth):
            options = each.tables[0].options
            key = (target_name(each.target), each.tables[0].name, options.text("schema"))
            first = kept.setdefault(key, each)
            if first is not each:
                there = first.tables[0].location.path
                message = f"{key[0]} is also an entity of {there}; which of them is used cannot be told"
                self.reader.remark(message, each.tables[0].location, f"The facts are those of {there}.")
        return [each for each in entities if each in kept.values()]

    def _files(self, entities: Iterable[Arguments]) -> tuple[str, ...]:
        """The modules of the entities, their bases included."""
        paths = {each.tables[0].location.path for each in entities}
        for each in entities:
            paths |= {
                target.scope.path for target in self.storage.lineage(each.target) if isinstance(target, ClassValue)
            }
        return tuple(sorted(paths))

    def _package(self, path: str) -> str:
        package = self.program.package(path)
        return package.directory if package is not None else ""

    def pass_over_decoys(self) -> None:
        """Those that declare entities, and that no data source has named."""
        named = {path for source in self.sources for path in source.files}
        for path, reason in self.decoys.items():
            if path not in named and self._looks_like_entities(path):
                self.passed_over.add(PassedOver(path, reason))

    def _looks_like_entities(self, path: str) -> bool:
        module = self.program.module(path)
        names = {one.name for one in imported(module) if is_typeorm(one.source)} if module is not None else set()
        return not names.isdisjoint({"ChildEntity", "Entity", "EntitySchema", "ViewEntity"})


def _depth(entity: Arguments) -> tuple[int, str]:
    path = entity.tables[0].location.path
    return path.count("/"), path


def _views(entities: Iterable[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity.kind == "view"]


def _place(entities: Sequence[Arguments]) -> str:
    """The file of the entities, or their common folder."""
    paths = sorted({each.tables[0].location.path for each in entities})
    if len(paths) == 1:
        return paths[0]
    return posixpath.commonpath([posixpath.dirname(path) for path in paths]) or "."


def _distinct(sources: Iterable[Source]) -> list[Source]:
    """Sources of one place told apart: by dialect, then by data source."""
    found = list(sources)
    for mark in ("dialect", "config"):
        ids = [source.id for source in found]
        found = [
            source._replace(id=f"{source.id}:{getattr(source, mark) or ''}") if ids.count(source.id) > 1 else source
            for source in found
        ]
    return sorted(found, key=lambda source: source.id)
