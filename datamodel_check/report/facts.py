"""The snapshot as JSON, version 1: public, described by `schemas/facts.v1.json`, additions only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datamodel_check.model.layers import DomainType, Operation, Route, Service, State
    from datamodel_check.model.location import Location
    from datamodel_check.model.migrations import History, Irregularity
    from datamodel_check.model.schema import (
        Column,
        Enum,
        ForeignKey,
        Index,
        Policy,
        Relation,
        Sequence,
        Source,
        Table,
        View,
    )
    from datamodel_check.model.snapshot import Detection, Diagnostic, Snapshot

VERSION = 1


def render(snapshot: Snapshot) -> str:
    """The facts as text."""
    import json

    return json.dumps(facts(snapshot), indent=2, ensure_ascii=True) + "\n"


def facts(snapshot: Snapshot) -> dict[str, Any]:
    """The facts as plain values."""
    return {
        "version": VERSION,
        "sources": {source.id: _source(source) for source in snapshot.sources},
        "migrations": [_history(history) for history in snapshot.migrations],
        "detections": [_detection(detection) for detection in snapshot.detections],
        "routes": [_route(route) for route in snapshot.routes],
        "services": [_service(service) for service in snapshot.services],
        "state": [_state(state) for state in snapshot.state],
        "types": [_type(one) for one in snapshot.types],
        "lineage": [_lists(one._asdict()) for one in snapshot.lineage],
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in snapshot.diagnostics],
        "passed_over": [place._asdict() for place in snapshot.passed_over],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "system": source.system,
        "dialect": source.dialect,
        "files": list(source.files),
        "config": source.config,
        "migrations_folder": source.migrations_folder,
        "enums": _enums(source.enums),
        "tables": {table.key: _table(table) for table in source.tables},
        "views": {view.key: _view(view) for view in source.views},
        "sequences": {sequence.key: _sequence(sequence) for sequence in source.sequences},
        "relations": [_relation(relation) for relation in source.relations],
    }


def _history(history: History) -> dict[str, Any]:
    return {
        "tool": history.tool,
        "folder": history.folder,
        "dialect": history.dialect,
        "entries": [
            {"id": entry.id, "path": entry.location.path, "operations": list(entry.operations)}
            for entry in history.entries
        ],
        "sources": list(history.sources),
        "pending": [each.text for each in history.pending],
        "unsure": history.unsure,
        "irregularities": [_irregularity(each) for each in history.irregularities],
        "baseline": history.baseline,
        "enums": _enums(history.enums),
        "tables": {table.key: _table(table) for table in history.tables},
        "views": {view.key: _view(view) for view in history.views},
        "sequences": {sequence.key: _sequence(sequence) for sequence in history.sequences},
    }


def _irregularity(irregularity: Irregularity) -> dict[str, Any]:
    return {"kind": irregularity.kind, "message": irregularity.message, **_place(irregularity.location)}


def _enums(enums: tuple[Enum, ...]) -> dict[str, list[str]]:
    return {enum.key: list(enum.values) for enum in enums}


def _table(table: Table) -> dict[str, Any]:
    return {
        "schema": table.schema,
        "name": table.name,
        "code_name": table.code_name,
        "comment": table.comment,
        **_place(table.location),
        "columns": {column.name: _column(column) for column in table.columns},
        "primary_key": list(table.primary_key),
        "primary_key_name": table.primary_key_name,
        "uniques": [
            {"name": unique.name, "columns": list(unique.columns), "nulls_not_distinct": unique.nulls_not_distinct}
            for unique in table.uniques
        ],
        "indexes": [_index(index) for index in table.indexes],
        "foreign_keys": [_foreign_key(key) for key in table.foreign_keys],
        "checks": [
            {"name": check.name, "expression": check.expression, "parameters": list(check.parameters)}
            for check in table.checks
        ],
        "policies": [_policy(policy) for policy in table.policies],
        "row_level_security": table.row_level_security,
        "virtuals": list(table.virtuals),
    }


def _column(column: Column) -> dict[str, Any]:
    return {
        "code_name": column.code_name,
        "type": column.type,
        "nullable": column.nullable,
        "primary_key": column.primary_key,
        "unique": column.unique,
        "has_default": column.has_default,
        "default": column.default,
        "client_default": column.client_default,
        "autoincrement": column.autoincrement,
        "generated": column.generated._asdict() if column.generated else None,
        "identity": (
            {"always": column.identity.always, "options": dict(column.identity.options)} if column.identity else None
        ),
        "on_update": column.on_update,
        "enum": column.enum,
        "allowed_values": list(column.allowed_values),
        "comment": column.comment,
        "references": column.references._asdict() if column.references else None,
        "line": column.location.line,
    }


def _index(index: Index) -> dict[str, Any]:
    return {
        "name": index.name,
        "columns": [column.text for column in index.columns],
        "expression": any(column.expression for column in index.columns),
        "unique": index.unique,
        "method": index.method,
        "where": index.where,
        "parts": [column._asdict() for column in index.columns],
        "options": dict(index.options),
        "parameters": list(index.parameters),
    }


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    return {
        "name": key.name,
        "columns": list(key.columns),
        "table": key.table,
        "ref_columns": list(key.ref_columns),
        "on_delete": key.on_delete,
        "on_update": key.on_update,
        "enforced": key.enforced,
    }


def _policy(policy: Policy) -> dict[str, Any]:
    return policy._asdict() | {"roles": list(policy.roles)}


def _view(view: View) -> dict[str, Any]:
    return {
        "schema": view.schema,
        "name": view.name,
        "code_name": view.code_name,
        **_place(view.location),
        "columns": {column.name: _column(column) for column in view.columns},
        "definition": view.definition,
        "materialized": view.materialized,
        "options": dict(view.options),
    }


def _sequence(sequence: Sequence) -> dict[str, Any]:
    return {
        "schema": sequence.schema,
        "name": sequence.name,
        **_place(sequence.location),
        "options": dict(sequence.options),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "from": relation.table,
        "name": relation.name,
        "kind": relation.kind,
        "to": relation.to,
        "columns": list(relation.columns),
        "ref_columns": list(relation.ref_columns),
        "through": relation.through,
        "relation_name": relation.relation_name,
    }


def _detection(detection: Detection) -> dict[str, Any]:
    return detection._asdict() | {"evidence": [evidence._asdict() for evidence in detection.evidence]}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "path": diagnostic.location.path,
        "line": diagnostic.location.line,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def _route(route: Route) -> dict[str, Any]:
    return _lists(_placed(route._asdict()))


def _service(service: Service) -> dict[str, Any]:
    return _placed(service._asdict()) | {"operations": [_operation(one) for one in service.operations]}


def _operation(operation: Operation) -> dict[str, Any]:
    return _lists(_placed(operation._asdict()))


def _state(state: State) -> dict[str, Any]:
    members = [member._asdict() for member in state.members]
    return _lists(_placed(state._asdict())) | {"members": members}


def _type(one: DomainType) -> dict[str, Any]:
    members = {member.name: {"type": member.type, "optional": member.optional} for member in one.members}
    return _placed(one._asdict()) | {"members": members}


def _placed(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a fact, its location as file and line."""
    location = fields.pop("location")
    return fields | _place(location)


def _lists(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a fact, tuples as lists."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _place(location: Location) -> dict[str, Any]:
    return {"file": location.path, "line": location.line}
