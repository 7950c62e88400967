"""How two states of a table or enum differ, in the words of what a migration would do.

What databases hold is compared, not what it is called: names of keys, uniques, foreign keys and checks differ without
meaning anything.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations import wording
from datamodel_check.extract.migrations.families import of_columns
from datamodel_check.model.migrations import Pending, PendingKind
from datamodel_check.model.schema import Column, Enum, ForeignKey, Identity, Index, IndexColumn, Table, View
from datamodel_check.model.sql import SqlDialect


def of_enum(key: str, wanted: Enum | None, made: Enum | None, unmanaged: Collection[str]) -> Iterator[Pending]:
    if "enum" in unmanaged:
        return
    if wanted is None:
        yield Pending("removed", key, f"drop enum {key}")
    elif made is None:
        yield Pending("added", key, f"create enum {key} ({', '.join(wanted.values)})")
    elif wanted.values != made.values:
        added = [value for value in wanted.values if value not in made.values]
        gone = [value for value in made.values if value not in wanted.values]
        words = [f"add value {value} to enum {key}" for value in added]
        words += [f"drop value {value} of enum {key}" for value in gone]
        if not words and "enum order" not in unmanaged:
            words = [f"change the order of enum {key} to {', '.join(wanted.values)}"]
        yield from (Pending("changed", key, text) for text in words)


def of_view(key: str, wanted: View | None, made: View | None) -> Iterator[Pending]:
    if wanted is None:
        yield Pending("removed", key, f"drop view {key}")
    elif made is None:
        yield Pending("added", key, f"create view {key}")
    elif (_defined(wanted), wanted.materialized) != (_defined(made), made.materialized):
        yield Pending("changed", key, f"create view {key} anew")


def _defined(view: View) -> str:
    text = (view.definition or "").strip()
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    return text.rstrip(";")


def of_table(wanted: Table, made: Table, dialect: SqlDialect, unmanaged: Collection[str]) -> Iterator[Pending]:
    if "definition" in unmanaged:
        yield from of_columns(wanted, made, dialect)
        return
    key = wanted.key
    columns = {column.name: column for column in made.columns}
    for column in wanted.columns:
        subject = f"{key}.{column.name}"
        if column.name in columns:
            yield from _of_column(subject, column, columns[column.name], wanted, dialect, unmanaged)
        else:
            yield Pending("added", subject, f"add column {key}.{wording.column(column)}")
    names = {column.name for column in wanted.columns}
    for column in made.columns:
        if column.name not in names:
            yield Pending("removed", f"{key}.{column.name}", f"drop column {key}.{column.name}")
    if "primary key" not in unmanaged:
        yield from _of_primary_key(wanted, made)
    for kind, text in _of_constraints(wanted, made, dialect, unmanaged):
        yield Pending(kind, key, text)


def _of_column(
    subject: str, wanted: Column, made: Column, table: Table, dialect: SqlDialect, unmanaged: Collection[str]
) -> Iterator[Pending]:
    changed = _wording_of_change(subject, wanted, made, dialect, unmanaged)
    if dialect == "sqlite" and wanted.name in table.primary_key:
        changed = (text for text in changed if "not null" not in text)
    yield from (Pending("changed", subject, text) for text in changed)


def _wording_of_change(
    subject: str, wanted: Column, made: Column, dialect: SqlDialect, unmanaged: Collection[str]
) -> Iterator[str]:
    sized = "size" not in unmanaged or "(" in wanted.type or wanted.type.endswith("int")
    sized = sized and not (dialect == "sqlite" and "length" in unmanaged)
    if (_type(wanted, sized=sized), wanted.enum) != (_type(made, sized=sized), made.enum):
        yield f"change {subject} from {made.type} to {wanted.type}"
    if wanted.nullable != made.nullable and not ("null of arrays" in unmanaged and wanted.type.endswith("[]")):
        yield f"drop not null of {subject}" if wanted.nullable else f"set {subject} not null"
    if _default(wanted) != _default(made) and "default" not in unmanaged:
        yield (
            f"drop default of {subject}" if wanted.default is None else f"set default of {subject} to {wanted.default}"
        )
    if wanted.generated != made.generated and "generated" not in unmanaged:
        yield (
            f"generate {subject} from {wanted.generated.expression}"
            if wanted.generated
            else f"stop generating {subject}"
        )
    if not _same_identity(wanted.identity, made.identity):
        yield f"make {subject} an identity" if wanted.identity else f"make {subject} no identity"
    if wanted.autoincrement != made.autoincrement and "autoincrement" not in unmanaged:
        yield f"{'count' if wanted.autoincrement else 'stop counting'} {subject} by itself"
    if dialect == "mysql" and (wanted.on_update is None) != (made.on_update is None):
        yield f"{'set' if wanted.on_update else 'stop setting'} {subject} on update"


def _type(column: Column, *, sized: bool) -> str:
    return column.type if sized else column.type.partition("(")[0]


def _same_identity(wanted: Identity | None, made: Identity | None) -> bool:
    """Whether they count alike, as far as the schema says how."""
    if wanted is None or made is None:
        return wanted is made
    options = dict(made.options)
    return wanted.always == made.always and all(options.get(name, value) == value for name, value in wanted.options)


def _default(column: Column) -> str | None:
    """The default; of a counter it says nothing more."""
    if column.default is None or column.autoincrement:
        return None
    if column.type.endswith("[]"):
        return _array(column.default)
    text = column.default.partition("::")[0] if column.default.startswith("'") else column.default
    if _NUMBER.fullmatch(text) and _NUMBERS.match(column.type):
        return text.strip("'")
    return {"CURRENT_TIMESTAMP": "now()", "TRUE": "true", "FALSE": "false"}.get(text.upper(), text)


_NUMBER = re.compile(r"'-?\d+(?:\.\d+)?'")
_NUMBERS = re.compile(r"(?:(?:tiny|small|medium|big)?int|integer|dec(?:imal)?|numeric|float|double|real|money)\b")
_ARRAY = re.compile(r"(?:ARRAY\[(?P<listed>.*?)\]|'\{(?P<written>.*)\}')(?:::.*)?", re.DOTALL)


def _array(default: str) -> str:
    """`ARRAY['a', 'b']::text[]` and `'{a,b}'` as one."""
    found = _ARRAY.fullmatch(default)
    if found is None:
        return default
    items = (found["listed"] or found["written"] or "").split(",")
    return ",".join(item.strip().partition("::")[0].strip("'\"") for item in items)


def _of_primary_key(wanted: Table, made: Table) -> Iterator[Pending]:
    if wanted.primary_key != made.primary_key:
        if made.primary_key:
            yield Pending(
                "changed", wanted.key, f"drop primary key {wording.columns(made.primary_key)} of {wanted.key}"
            )
        if wanted.primary_key:
            yield Pending("changed", wanted.key, f"add {wording.primary_key(wanted.primary_key)} to {wanted.key}")


# --- constraints and indexes -----------------------------------------------------------------------------------------


_IMPLIED = ("_fk", "_fkey", "_key", "_unique")
"""How the names end that ORMs and databases give to foreign keys and uniques."""


class Constraint(NamedTuple):
    """What a constraint means, and how it reads. `name` is None where databases name it."""

    meaning: Hashable
    text: str
    kind: str
    name: str | None


def _of_constraints(
    wanted: Table, made: Table, dialect: SqlDialect, unmanaged: Collection[str]
) -> Iterator[tuple[PendingKind, str]]:
    ought, are = list(_constraints(wanted, dialect)), list(_constraints(made, dialect))
    missing = Counter(each.meaning for each in ought) - Counter(each.meaning for each in are)
    beyond = Counter(each.meaning for each in are) - Counter(each.meaning for each in ought)
    wanted_names = {each.name for each in ought}
    for each in _first(sorted(are, key=lambda one: one.name in wanted_names), beyond):
        if each.kind not in unmanaged:
            yield "removed", f"drop {each.text} of {made.key}"
    for each in _first(ought, missing):
        yield "added", f"add {each.text} to {wanted.key}"
    if "name" not in unmanaged:
        yield from _of_names(wanted.key, [each for each in ought if not _is_unnamed(each, unmanaged)], are)


def _is_unnamed(constraint: Constraint, unmanaged: Collection[str]) -> bool:
    """Whether it does not matter what a constraint is called."""
    sort = "index" if constraint.kind.endswith("index") else "constraint"
    return f"name of {sort}" in unmanaged or ("name of unique" in unmanaged and _is_unique_of_one(constraint))


def _is_unique_of_one(constraint: Constraint) -> bool:
    match constraint.meaning:
        case ("unique", (_,), _):
            return True
        case _:
            return False


def _of_names(table: str, ought: Sequence[Constraint], are: Sequence[Constraint]) -> Iterator[tuple[PendingKind, str]]:
    """Constraints that mean the same and are called otherwise."""
    names: dict[Hashable, list[str]] = defaultdict(list)
    for each in are:
        if each.name is not None:
            names[each.meaning].append(each.name)
    for each in ought:
        known = names.get(each.meaning)
        if known and each.name is not None and each.name not in known and not _is_implied(each.name, table):
            yield "changed", f"rename {each.kind} {known[0]} of {table} to {each.name}"


def _is_implied(name: str, table: str) -> bool:
    """Whether a name looks as if nobody had given it, but the ORM or the database."""
    return name.startswith(f"{table.rpartition('.')[2]}_") and name.endswith(_IMPLIED)


def _first(constraints: Iterable[Constraint], counted: Counter[Hashable]) -> Iterator[Constraint]:
    """As many of each meaning as are counted."""
    left = Counter(counted)
    for each in constraints:
        if left[each.meaning] > 0:
            left[each.meaning] -= 1
            yield each


def _constraints(table: Table, dialect: SqlDialect) -> Iterator[Constraint]:
    for unique in table.uniques:
        meaning = ("unique", unique.columns, unique.nulls_not_distinct)
        yield Constraint(meaning, wording.unique(unique), "unique", unique.name)
    named = {key.name for key in table.foreign_keys if key.name} if dialect == "mysql" else set[str]()
    for index in table.indexes:
        if index.unique or index.name not in named:  # InnoDB makes an index for each foreign key, of its name
            yield _of_index(index, dialect)
    for key in table.foreign_keys:
        yield Constraint(_of_foreign_key(key, dialect), wording.foreign_key(key), "foreign key", key.name)
    for check in table.checks:
        yield Constraint(("check", _unqualified(check.expression)), wording.check(check), "check", check.name)


def _of_index(index: Index, dialect: SqlDialect) -> Constraint:
    computed = any(each.expression for each in index.columns)
    plain = not index.where and not computed and not any(each.operator_class for each in index.columns)
    text = wording.index(index)
    if index.unique and plain and not any(each.order == "desc" for each in index.columns):
        # A unique constraint is a unique index: databases and ORMs say one or the other.
        return Constraint(("unique", tuple(each.text for each in index.columns), False), text, "unique", index.name)
    where = None if index.where is None else _unqualified(index.where)
    columns = tuple(_index_column(each, dialect) for each in index.columns)
    method = None if index.method in {None, "btree"} else index.method
    kind = "index" if plain else "partial index" if not computed else "expression index"
    return Constraint(("index", index.unique, columns, method, where), text, kind, index.name)


def _index_column(column: IndexColumn, dialect: SqlDialect) -> Hashable:
    order = column.order or "asc"
    usual = "first" if order == "desc" else "last"
    nulls = (column.nulls or usual) if dialect == "postgresql" else None
    text = _unqualified(column.text) if column.expression else column.text
    return text, order, nulls, column.operator_class


def _of_foreign_key(key: ForeignKey, dialect: SqlDialect) -> Hashable:
    rules = (key.on_delete, key.on_update)
    if dialect == "mysql":  # InnoDB treats them alike
        rules = (
            "no action" if rules[0] == "restrict" else rules[0],
            "no action" if rules[1] == "restrict" else rules[1],
        )
    return "foreign key", key.columns, key.table, key.ref_columns, rules


_STRING_OR_QUALIFIER = re.compile(
    r"""(?P<string>'(?:[^']|'')*+')|(?:"(?:[^"]|"")*+"|`(?:[^`]|``)*+`|[^\W\d][\w$]*+)\.(?=["`\w](?![\w$]*+\())"""
)


def _unqualified(expression: str) -> str:
    """The expression without names of tables before columns: inside a table there are only its own.

    A table that was made under another name may have left that.
    """
    return _STRING_OR_QUALIFIER.sub(lambda found: found["string"] or "", expression)
