"""Keys, uniques, indexes and checks of one table between two revisions. What they are called is no change."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple

from datamodel_check.model.change import Event, FactChange, Risk
from datamodel_check.model.schema import ForeignKey, Index, Table


class Kind(NamedTuple):
    """Why it matters that one of these comes or goes."""

    added: tuple[Risk, str]
    removed: tuple[Risk, str]


_KINDS = {
    "unique": Kind(("risky", "it fails where rows hold the same"), ("risky", "rows may hold the same from now on")),
    "unique index": Kind(
        ("risky", "it fails where rows hold the same"), ("risky", "rows may hold the same from now on")
    ),
    "index": Kind(("safe", ""), ("safe", "queries may be slower")),
    "check": Kind(("risky", "it fails where rows do not hold to it"), ("safe", "")),
    "foreign key": Kind(
        ("risky", "it fails where rows point to nothing"), ("risky", "rows may point to nothing from now on")
    ),
}


def of_constraints(before: Table, after: Table) -> Iterator[FactChange]:
    """What goes with a column that goes is not told again, and what comes with a new column has no rows to fail on."""
    kept = {column.name for column in before.columns} & {column.name for column in after.columns}
    yield from _of_primary_key(before, after)
    yield from _of_rules(before, after)
    for kind, (old, new) in {
        "unique": (_uniques(before), _uniques(after)),
        "unique index": (_indexes(before, unique=True), _indexes(after, unique=True)),
        "index": (_indexes(before), _indexes(after)),
        "check": (_checks(before), _checks(after)),
        "foreign key": (_foreign_keys(before), _foreign_keys(after)),
    }.items():
        for meaning in old.keys() - new.keys():
            if not old[meaning].columns - kept:
                yield _change(after, f"{kind} {old[meaning].text} removed", "removed", *_KINDS[kind].removed)
        for meaning in new.keys() - old.keys():
            risk = _KINDS[kind].added if new[meaning].columns <= kept else ("safe", "")
            yield _change(after, f"{kind} {new[meaning].text} added", "added", *risk)


def _change(table: Table, text: str, kind: Event, risk: Risk, reason: str) -> FactChange:
    return FactChange(kind, "tables", table.key, text, risk, reason, table.location)


def _of_primary_key(before: Table, after: Table) -> Iterator[FactChange]:
    if before.primary_key != after.primary_key:
        text = f"primary key {_names(before.primary_key)} → {_names(after.primary_key)}"
        yield _change(after, text, "changed", "breaking", "rows are told apart by something else")


def _of_rules(before: Table, after: Table) -> Iterator[FactChange]:
    """What happens to a row when the one that it points to is deleted or gets another key."""
    old = {_target(key): key for key in before.foreign_keys}
    for key in after.foreign_keys:
        known = old.get(_target(key))
        if known is None:
            continue
        for word, was, is_ in (("delete", known.on_delete, key.on_delete), ("update", known.on_update, key.on_update)):
            if was != is_:
                text = f"foreign key {_names(key.columns)} to {key.table}: on {word} {was} → {is_}"
                yield _change(after, text, "changed", *_risk(word, is_))


def _risk(word: str, rule: str) -> tuple[Risk, str]:
    if rule == "cascade":
        does = "deletes rows here" if word == "delete" else "changes rows here"
        return "breaking" if word == "delete" else "risky", f"what {word}s a row there now {does} too"
    return "risky", f"what {word}s a row there now does something else here"


# --- what they mean --------------------------------------------------------------------------------------------------


class Said(NamedTuple):
    """A constraint in words, and the columns that it stands on, as far as they are known."""

    text: str
    columns: frozenset[str] = frozenset()


def _names(names: Iterable[str]) -> str:
    return f"({', '.join(names)})"


def _target(key: ForeignKey) -> Hashable:
    return key.columns, key.table, key.ref_columns, key.enforced


def _uniques(table: Table) -> Mapping[Hashable, Said]:
    uniques: dict[Hashable, Said] = {
        (unique.columns, unique.nulls_not_distinct): _said(
            unique.columns, " nulls not distinct" if unique.nulls_not_distinct else ""
        )
        for unique in table.uniques
    }
    columns = (_columns(index) for index in table.indexes if _is_constraint(index))
    return uniques | {(names, False): _said(names) for names in columns}


def _is_constraint(index: Index) -> bool:
    """Whether a unique index says no more than a unique constraint."""
    return index.unique and index.where is None and not any(column.expression for column in index.columns)


def _columns(index: Index) -> tuple[str, ...]:
    return tuple(column.text for column in index.columns)


def _indexes(table: Table, *, unique: bool = False) -> Mapping[Hashable, Said]:
    found: dict[Hashable, Said] = {}
    for index in table.indexes:
        if index.unique == unique and not _is_constraint(index):
            where = f" where {index.where}" if index.where else ""
            names = frozenset(column.text for column in index.columns if not column.expression)
            meaning = index._replace(name=None)
            found[meaning] = Said(f"{_names(_columns(index))}{where}", names)
    return found


def _checks(table: Table) -> Mapping[Hashable, Said]:
    return {(check.expression, check.parameters): Said(f"({check.expression})") for check in table.checks}


def _foreign_keys(table: Table) -> Mapping[Hashable, Said]:
    return {_target(key): _said(key.columns, f" to {key.table}") for key in table.foreign_keys}


def _said(columns: tuple[str, ...], more: str = "") -> Said:
    return Said(f"{_names(columns)}{more}", frozenset(columns))
