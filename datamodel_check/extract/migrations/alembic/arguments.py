"""What the functions of `op` call their arguments, and what is given for them.

https://alembic.sqlalchemy.org/en/latest/ops.html; in a batch the table is that of the batch, and is not given again.
"""

from collections.abc import Mapping, Sequence

from datamodel_check.extract.symbols import string, symbol
from datamodel_check.model.values import Access, Application, ListValue, Value

SIGNATURES: Mapping[str, tuple[str, ...]] = {
    "add_column": ("table_name", "column"),
    "alter_column": ("table_name", "column_name"),
    "create_check_constraint": ("constraint_name", "table_name", "condition"),
    "create_exclude_constraint": ("constraint_name", "table_name"),
    "create_foreign_key": ("constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"),
    "create_index": ("index_name", "table_name", "columns"),
    "create_primary_key": ("constraint_name", "table_name", "columns"),
    "create_table": ("table_name",),
    "create_table_comment": ("table_name", "comment"),
    "create_unique_constraint": ("constraint_name", "table_name", "columns"),
    "drop_column": ("table_name", "column_name"),
    "drop_constraint": ("constraint_name", "table_name", "type_"),
    "drop_index": ("index_name", "table_name"),
    "drop_table": ("table_name",),
    "drop_table_comment": ("table_name",),
    "rename_table": ("old_table_name", "new_table_name"),
}

SILENT = frozenset(
    {
        *("bulk_insert", "f", "get_bind", "get_context", "implementation_for", "inline_literal", "invoke"),
        *("register_operation", "run_async", "batch_alter_table"),
        *("create_entity", "drop_entity", "replace_entity", "revert_entity"),
    }
)
"""What changes no table. The entities of alembic_utils are functions, triggers, extensions, policies and views."""

_TABLES = frozenset({"table_name", "source_table"})


class Given:
    """The arguments of one call, by their names; `place` is the call."""

    def __init__(self, operation: str, call: Application, table: Value | None, schema: Value | None) -> None:
        names = SIGNATURES[operation]
        if table is not None:
            names = tuple(name for name in names if name not in _TABLES)
        self.call = call
        self.place = call.location
        self.rest = call.arguments[len(names) :]
        self._values = {**dict(zip(names, call.arguments, strict=False)), **call.keywords}
        if table is not None:
            self._values |= dict.fromkeys(_TABLES, table)
        if schema is not None and "schema" not in self._values:
            self._values["schema"] = schema

    def value(self, name: str) -> Value | None:
        found = self._values.get(name)
        return None if found is None else plain(found)

    def text(self, *names: str) -> str | None:
        """A name, under the first of these arguments that is given."""
        return next((text for name in names if (text := string(self.value(name))) is not None), None)

    def texts(self, name: str) -> tuple[str, ...] | None:
        """A list of names; None where one of them is not known, or is none."""
        value = self.value(name)
        if not isinstance(value, ListValue) or value.open:
            return None
        found = [string(plain(item)) for item in value.items]
        return tuple(one for one in found if one is not None) if None not in found else None


def plain(value: Value) -> Value:
    """A value without `op.f(…)`, which says that a name follows the convention already, at any depth."""
    match value:
        case Application() if _is_formatted(value) and value.arguments:
            return plain(value.arguments[0])
        case Application():
            made = Application(
                value.callee,
                tuple(map(plain, value.arguments)),
                value.location,
                keywords={name: plain(one) for name, one in value.keywords.items()},
                open=value.open,
                new=value.new,
            )
            return made if _differs(value, made) else value
        case ListValue() if any(plain(item) is not item for item in value.items):
            return ListValue(tuple(map(plain, value.items)), value.open)
        case _:
            return value


def _is_formatted(value: Application) -> bool:
    found = symbol(value.callee)
    if found is not None:
        return found.package == "alembic" and found.path[-1] == "f"
    return isinstance(value.callee, Access) and value.callee.name == "f"


def _differs(before: Application, after: Application) -> bool:
    pairs: Sequence[tuple[Value, Value]] = (
        *zip(before.arguments, after.arguments, strict=True),
        *((one, after.keywords[name]) for name, one in before.keywords.items()),
    )
    return any(one is not other for one, other in pairs)
