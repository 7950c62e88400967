"""The arguments of every class and schema that is asked for, and which of them count for an entity.

Source: typeorm/src/metadata-args/MetadataArgsStorage.ts. A class inherits what its bases declare; where both declare a
property, the base is met first and counts.
"""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.schema.typeorm.arguments import (
    Arguments,
    ColumnArguments,
    EmbeddedArguments,
    RelationArguments,
)
from datamodel_check.extract.schema.typeorm.classes import arguments
from datamodel_check.extract.schema.typeorm.entity_schemas import schema_arguments, schema_target
from datamodel_check.extract.schema.typeorm.metadata import Target
from datamodel_check.extract.schema.typeorm.reader import Reader, class_name, entity_schema
from datamodel_check.model.values import Application, ClassValue, Value


class Storage:
    """Asked for one class after the other; what is found stays."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._found: dict[Target, Arguments] = {}
        self._lineages: dict[ClassValue, Sequence[ClassValue]] = {}

    def add(self, value: Value) -> Arguments | None:
        """The arguments of a class or an entity schema; None of anything else."""
        if isinstance(value, ClassValue):
            return self.of(value)
        if isinstance(value, Application) and entity_schema(value) is not None:
            target = schema_target(self.reader, value)
            if target not in self._found or isinstance(target, ClassValue):
                self._found[target] = schema_arguments(self.reader, value)
            return self._found[target]
        return None

    def of(self, target: Target) -> Arguments:
        if target not in self._found:
            made = arguments(self.reader, target) if isinstance(target, ClassValue) else Arguments(target)
            self._found[target] = made
        return self._found[target]

    def lineage(self, target: Target) -> Sequence[Target]:
        """The target and its bases, the nearest first."""
        if not isinstance(target, ClassValue):
            return [target]
        if target not in self._lineages:
            self._lineages[target] = self.reader.lineage(target)
        return self._lineages[target]

    def inherits(self, target: Target, base: Target) -> bool:
        return target is not base and base in self.lineage(target)

    # --- what counts for several targets -----------------------------------------------------------------------------

    def columns(self, targets: Iterable[Target]) -> Iterator[tuple[Target, ColumnArguments]]:
        """Each property once; the first one counts."""
        seen: set[str] = set()
        for target in targets:
            for column in self.of(target).columns:
                if column.property_name not in seen:
                    seen.add(column.property_name)
                    yield target, column

    def relations(self, targets: Sequence[Target]) -> Iterator[tuple[Target, RelationArguments]]:
        """Each property once: the base's, with the type that the nearest class gives it."""
        found: dict[str, tuple[Target, RelationArguments]] = {}
        for target in targets:
            for relation in self.of(target).relations:
                earlier = found.get(relation.property_name)
                if earlier is None:
                    found[relation.property_name] = (target, relation)
                elif target is not earlier[0] and self.inherits(target, earlier[0]):
                    found[relation.property_name] = (earlier[0], earlier[1]._replace(type=relation.type))
        yield from found.values()

    def embeddeds(self, targets: Iterable[Target]) -> Iterator[EmbeddedArguments]:
        seen: set[tuple[str, str | None]] = set()
        for target in targets:
            for embedded in self.of(target).embeddeds:
                key = (embedded.property_name, embedded.prefix)
                if key not in seen:
                    seen.add(key)
                    yield embedded


def target_name(target: Target) -> str:
    return class_name(target) if isinstance(target, ClassValue) else target
