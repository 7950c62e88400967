"""What the tests of extractors are written in: `extracts(files, expected)` and `detects(files, expected)`."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent

from datamodel_check.extract.protocol import Settings
from datamodel_check.model.schema import Column, ForeignKey, Index, Policy, Source, Table
from datamodel_check.model.snapshot import Snapshot
from tests.vocabulary import read


def snapshot(files: Mapping[str, str], settings: Settings | None = None) -> Snapshot:
    """What is found in a tree of these files; their text may be indented."""
    return read({path: dedent(text).encode() for path, text in files.items()}, settings)


def extracts(files: Mapping[str, str], expected: str, settings: Settings | None = None) -> None:
    """The sources, diagnostics and places passed over that come of `files`, as text; all of it is compared."""
    assert described(snapshot(files, settings)) == dedent(expected).strip("\n")


def detects(files: Mapping[str, str], expected: str, settings: Settings | None = None) -> None:
    """The verdicts that come of `files`, the systems without any evidence left out."""
    lines: list[str] = []
    for detection in snapshot(files, settings).detections:
        if detection.evidence:
            version = f" {detection.version}" if detection.version else ""
            lines.append(f"{detection.system}{version}" if detection.detected else f"not {detection.system}")
        lines += [
            f"  {one.path}:{one.line} {one.what}{' *' if one.anchor else ' ~' if one.trait else ''}"
            for one in detection.evidence
        ]
    assert "\n".join(lines) == dedent(expected).strip("\n")


def described(found: Snapshot) -> str:
    lines = [line for source in found.sources for line in _source(source)]
    lines += [f"{one.code} {one.location}: {one.message}" for one in found.diagnostics]
    lines += [f"passed over {one.path}: {one.reason}" for one in found.passed_over]
    return "\n".join(lines)


def _source(source: Source) -> Iterator[str]:
    yield " ".join(filter(None, [source.id, source.dialect, source.config, source.migrations_folder]))
    for table in source.tables:
        yield from _table(table)
    for enum in source.enums:
        yield f"  enum {enum.key} ({enum.code_name}): {', '.join(enum.values)}"
    for view in source.views:
        kind = "materialized view" if view.materialized else "view"
        yield f"  {kind} {view.key} ({view.code_name}) as {view.definition}{_options(view.options)}"
        yield from (f"    {_column(column)}" for column in view.columns)
    for sequence in source.sequences:
        yield f"  sequence {sequence.key}{_options(sequence.options)}"
    for one in source.relations:
        ends = f" ({', '.join(one.columns)} → {', '.join(one.ref_columns)})" if one.columns else ""
        extra = "".join(
            f" {word} {value}" for word, value in (("through", one.through), ("named", one.relation_name)) if value
        )
        yield f"  relation {one.table}.{one.name}: {one.kind} {one.to}{ends}{extra}"


def _table(table: Table) -> Iterator[str]:
    yield f"  table {table.key} ({table.code_name}){' with row level security' if table.row_level_security else ''}"
    yield from (f"    {_column(column)}" for column in table.columns)
    if len(table.primary_key) > 1 or table.primary_key_name:
        yield f"    primary key {table.primary_key_name} ({', '.join(table.primary_key)})"
    for unique in table.uniques:
        nulls = " nulls not distinct" if unique.nulls_not_distinct else ""
        yield f"    unique {unique.name} ({', '.join(unique.columns)}){nulls}"
    yield from (f"    {_index(index)}" for index in table.indexes)
    yield from (f"    {_foreign_key(key)}" for key in table.foreign_keys)
    for check in table.checks:
        yield f"    check {check.name}: {check.expression}{_parameters(check.parameters)}"
    yield from (f"    {_policy(policy)}" for policy in table.policies)


def _column(column: Column) -> str:
    words = [f"{column.name}:", column.type]
    words += ["null"] if column.nullable else []
    words += ["primary key"] if column.primary_key else []
    words += ["unique"] if column.unique else []
    words += ["autoincrement"] if column.autoincrement else []
    words += [f"default {column.default}"] if column.default is not None else []
    words += ["filled by the ORM"] if column.client_default else []
    words += [f"on update {column.on_update}"] if column.on_update else []
    if column.generated:
        words.append(f"{'stored' if column.generated.stored else 'virtual'} as {column.generated.expression}")
    if column.identity:
        words.append(
            f"identity {'always' if column.identity.always else 'by default'}{_options(column.identity.options)}"
        )
    words += [f"enum {column.enum}"] if column.enum else []
    words += [f"of {'|'.join(column.allowed_values)}"] if column.allowed_values else []
    words += [f"→ {column.references.table}.{column.references.column}"] if column.references else []
    words += [f"({column.code_name})"] if column.code_name != column.name else []
    return " ".join(words)


def _index(index: Index) -> str:
    columns = [
        " ".join(
            filter(
                None,
                [
                    f"({column.text})" if column.expression else column.text,
                    column.operator_class,
                    column.order,
                    column.nulls and f"nulls {column.nulls}",
                ],
            )
        )
        for column in index.columns
    ]
    words = [f"{'unique ' if index.unique else ''}index {index.name} ({', '.join(columns)})"]
    words += [f"using {index.method}"] if index.method else []
    words += [f"where {index.where}"] if index.where else []
    return " ".join(words) + _options(index.options) + _parameters(index.parameters)


def _foreign_key(key: ForeignKey) -> str:
    rules = [
        f" on {event} {rule}"
        for event, rule in (("delete", key.on_delete), ("update", key.on_update))
        if rule != "no action"
    ]
    ends = f"({', '.join(key.columns)}) → {key.table} ({', '.join(key.ref_columns)})"
    return f"foreign key {key.name} {ends}{''.join(rules)}"


def _policy(policy: Policy) -> str:
    kind = "" if policy.permissive else "restrictive "
    using = f" using {policy.using}" if policy.using else ""
    checked = f" with check {policy.with_check}" if policy.with_check else ""
    return f"{kind}policy {policy.name} for {policy.command} to {', '.join(policy.roles)}{using}{checked}"


def _options(options: Sequence[tuple[str, str]]) -> str:
    return f" {{{', '.join(f'{name}={value}' for name, value in options)}}}" if options else ""


def _parameters(parameters: Sequence[str]) -> str:
    return f" [{', '.join(parameters)}]" if parameters else ""
