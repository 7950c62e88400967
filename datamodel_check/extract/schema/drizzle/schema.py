"""What schema files export: drizzle-kit collects exports, so what is not exported is not there.

Source: drizzle-kit/src/serializer/{pg,mysql,sqlite,singlestore}Imports.ts (`prepareFromExports`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.drizzle.columns import sequence_options
from datamodel_check.extract.schema.drizzle.dialects import POSTGRESQL, DialectRules, rules_for
from datamodel_check.extract.schema.drizzle.enums import enum, enum_call
from datamodel_check.extract.schema.drizzle.policies import linked_policy
from datamodel_check.extract.schema.drizzle.reader import Reader, table_call
from datamodel_check.extract.schema.drizzle.relations import relation_call, relations, subjects
from datamodel_check.extract.schema.drizzle.sharing import follow
from datamodel_check.extract.schema.drizzle.tables import table
from datamodel_check.extract.schema.drizzle.views import view, view_call
from datamodel_check.extract.symbols import Symbol, argument, callee, chain
from datamodel_check.model.program import Export
from datamodel_check.model.schema import Enum, Policy, Relation, Table, View
from datamodel_check.model.schema import Sequence as DatabaseSequence
from datamodel_check.model.values import Application, ObjectValue, Unresolved, Value


class Declarations(NamedTuple):
    """The facts of one schema, and the calls that made its tables."""

    tables: tuple[Table, ...]
    enums: tuple[Enum, ...]
    views: tuple[View, ...]
    sequences: tuple[DatabaseSequence, ...]
    relations: tuple[Relation, ...]
    applications: frozenset[Application]

    @property
    def files(self) -> frozenset[str]:
        """Where they are declared."""
        facts: Iterable[Table | Enum | View | DatabaseSequence | Relation] = (
            *self.tables,
            *self.enums,
            *self.views,
            *self.sequences,
            *self.relations,
        )
        return frozenset(fact.location.path for fact in facts)


def declarations(
    reader: Reader, files: Sequence[str], exports: Sequence[Export], more_relations: Sequence[Export] = ()
) -> Declarations:
    """The facts among `exports`; `more_relations` are looked through for relations alone."""
    follow(reader, files, exports)
    tables: dict[Application, Table] = {}
    others: dict[Application, Enum | View | DatabaseSequence] = {}
    policies: list[tuple[str, Policy]] = []
    for export in exports:
        call = table_call(export.value)
        if call is not None:
            known = tables.get(call.application)
            if known is None and call.rules is reader.rules:
                tables[call.application] = table(reader, call, export.name, export.location)
            elif known is not None and call.row_level_security:
                tables[call.application] = known._replace(row_level_security=True)
            continue
        other = _other(reader, export)
        if other is not None:
            others.setdefault(other[0], other[1])
            continue
        linked = linked_policy(reader, export.value)
        if linked is not None:
            policies.append((linked[0].key, linked[1]))
            continue
        _report_opaque(reader, export)
    found = [_with_policies(each, policies) for each in tables.values()]
    return Declarations(
        tables=tuple(sorted({each.key: each for each in found}.values(), key=lambda each: each.key)),
        enums=_sorted(each for each in others.values() if isinstance(each, Enum)),
        views=_sorted(each for each in others.values() if isinstance(each, View)),
        sequences=_sorted(each for each in others.values() if isinstance(each, DatabaseSequence)),
        relations=_relations(reader, [*exports, *more_relations], frozenset(tables)),
        applications=frozenset(tables),
    )


def declares_table(value: Value) -> DialectRules | None:
    """The dialect of a table or view."""
    call = table_call(value) or view_call(value)
    return call.rules if call is not None else None


def declares(value: Value) -> DialectRules | None:
    """The dialect of anything that drizzle-kit collects: tables and views, PostgreSQL's enums and sequences."""
    if enum_call(value) is not None or _sequence_call(value) is not None:
        return POSTGRESQL
    return declares_table(value)


def _sorted(facts: Iterable[Enum] | Iterable[View] | Iterable[DatabaseSequence]) -> tuple:  # type: ignore[type-arg]
    return tuple(sorted({fact.key: fact for fact in facts}.values(), key=lambda fact: fact.key))


def _other(reader: Reader, export: Export) -> tuple[Application, Enum | View | DatabaseSequence] | None:
    made_enum = enum_call(export.value)
    if made_enum is not None:
        if reader.rules.dialect != "postgresql":
            return None
        return made_enum.application, enum(reader, made_enum, export.name, export.location)
    made_view = view_call(export.value)
    if made_view is not None:
        if made_view.rules is not reader.rules:
            return None
        return made_view.application, view(reader, made_view, export.name, export.location)
    return _sequence(reader, export)


def _sequence_call(value: Value) -> tuple[Application, Value | None] | None:
    """The call of `pgSequence(…)` or `pgSchema("x").sequence(…)`, and the schema's name."""
    root, steps = chain(value)
    function = callee(root)
    role = POSTGRESQL.role(function) if function is not None else None
    if not isinstance(root, Application):
        return None
    if role == "schema" and len(steps) == 1 and steps[0].name == "sequence":
        return steps[0].call, argument(root.arguments, 0)
    return (root, None) if role == "sequence" else None


def _sequence(reader: Reader, export: Export) -> tuple[Application, DatabaseSequence] | None:
    """pg-core/sequence.ts."""
    found = _sequence_call(export.value)
    if found is None or reader.rules is not POSTGRESQL:
        return None
    call, schema = found
    schema_name = None if schema is None else reader.text(schema, "the schema's name", call.location)
    name = reader.text(argument(call.arguments, 0), "the sequence's name", call.location)
    options = sequence_options(reader, argument(call.arguments, 1), f"an option of the sequence {name}", call.location)
    return call, DatabaseSequence(schema_name, name, export.location, options)


def _with_policies(each: Table, policies: Sequence[tuple[str, Policy]]) -> Table:
    linked = [policy for key, policy in policies if key == each.key]
    if not linked:
        return each
    return each._replace(policies=tuple(sorted((*each.policies, *linked), key=lambda policy: policy.name)))


def _relations(reader: Reader, exports: Iterable[Export], applications: frozenset[Application]) -> tuple[Relation, ...]:
    """Those of these very tables, not of others with the same names; each once (drizzle-orm/relations.ts)."""
    found = {
        (relation.table, relation.name): relation
        for export in exports
        for relation in _declared(reader, export, applications)
    }
    return tuple(found[key] for key in sorted(found))


def _declared(reader: Reader, export: Export, applications: frozenset[Application]) -> Iterator[Relation]:
    call = relation_call(export.value)
    if call is None:
        return
    known = {reader.table_name(table).key for table in subjects(reader, call) if table.application in applications}
    if known:
        yield from (relation for relation in relations(reader, call, export.location) if relation.table in known)


def _report_opaque(reader: Reader, export: Export) -> None:
    """An export that is probably a table, but made by something that cannot be followed: report it, it is missing."""
    value = export.value
    if isinstance(value, Unresolved):
        if "Table(" in value.text or ".table(" in value.text:
            reader.unresolved(f"the export {export.name}", value, export.location, _MISSING)
        return
    root, _ = chain(value)
    if isinstance(root, Application) and any(_holds_columns(argument) for argument in root.arguments):
        maker = callee(root)
        by = f", made by {maker.name}() of {maker.package}," if maker else ""
        reader.unresolved(f"the export {export.name}{by}", value, export.location, _MISSING)


_MISSING = "If it is a table, it is missing from the facts; declare it with Drizzle's own function to have it read."


def _holds_columns(value: Value) -> bool:
    if not isinstance(value, ObjectValue):
        return False
    makers = (callee(chain(entry)[0]) for entry in value.entries.values())
    return any(_is_builder(maker) for maker in makers if maker is not None)


def _is_builder(function: Symbol) -> bool:
    rules = rules_for(function)
    return rules is not None and function.name in rules.builders
