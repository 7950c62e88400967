"""What migrations do, in words."""

from datamodel_check.model.schema import Check, Column, ForeignKey, Index, IndexColumn, Unique


def column(column: Column) -> str:
    """`email varchar(255) not null default 'x'`."""
    words = [column.name, column.type]
    if not column.nullable:
        words.append("not null")
    if column.default is not None:
        words.append(f"default {column.default}")
    if column.autoincrement:
        words.append("autoincrement")
    if column.identity is not None:
        words.append(f"generated {'always' if column.identity.always else 'by default'} as identity")
    if column.generated is not None:
        words.append(f"generated always as ({column.generated.expression})")
    return " ".join(word for word in words if word)


def columns(names: tuple[str, ...]) -> str:
    return f"({', '.join(names)})"


def primary_key(names: tuple[str, ...]) -> str:
    return f"primary key {columns(names)}"


def unique(unique: Unique) -> str:
    distinct = " nulls not distinct" if unique.nulls_not_distinct else ""
    return f"unique{distinct} {columns(unique.columns)}"


def foreign_key(key: ForeignKey) -> str:
    text = f"foreign key {columns(key.columns)} references {key.table} {columns(key.ref_columns)}"
    if key.on_delete != "no action":
        text += f" on delete {key.on_delete}"
    if key.on_update != "no action":
        text += f" on update {key.on_update}"
    return text


def check(check: Check) -> str:
    return f"check ({check.expression})"


def index(index: Index, table: str = "") -> str:
    """`unique index user_email on user (lower(email)) where deleted_at IS NULL`."""
    name = f" {index.name}" if index.name else ""
    on = f" on {table}" if table else ""
    method = f" using {index.method}" if index.method else ""
    where = f" where {index.where}" if index.where else ""
    parts = ", ".join(_index_column(each) for each in index.columns)
    return f"{'unique ' if index.unique else ''}index{name}{on}{method} ({parts}){where}"


def _index_column(column: IndexColumn) -> str:
    nulls = f"nulls {column.nulls}" if column.nulls else None
    return " ".join(word for word in (column.text, column.operator_class, column.order, nulls) if word)
