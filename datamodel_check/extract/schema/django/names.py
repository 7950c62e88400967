"""The names that Django gives to tables, indexes and constraints.

django/db/models/options.py, django/db/models/indexes.py, django/db/backends/base/schema.py
"""

from collections.abc import Sequence

from datamodel_check.extract.schema.django.metadata import Model
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Dialect

_LONGEST = {"postgresql": 63, "mysql": 64}
"""`connection.ops.max_name_length()`."""


def digest(*parts: str, length: int) -> str:
    """`names_digest` in django/db/backends/utils.py."""
    from hashlib import md5

    return md5("".join(parts).encode(), usedforsecurity=False).hexdigest()[:length]


def truncated(name: str, dialect: Dialect) -> str:
    """`truncate_name` in django/db/backends/utils.py."""
    longest = _LONGEST.get(dialect)
    return name if longest is None else shortened(name, longest)


def shortened(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    return f"{name[: longest - 4]}{digest(name, length=4)}"


def table_name(model: Model, dialect: Dialect) -> str:
    """`Options.contribute_to_class`."""
    given = string(model.options.get("db_table"))
    return given or truncated(f"{model.app}_{model.name.lower()}", dialect)


def index_name(table: str, columns: Sequence[str], suffix: str, dialect: Dialect) -> str:
    """`_create_index_name`: of the indexes and constraints that nobody names."""
    table = table.rpartition(".")[2]
    ending = f"{digest(table, *columns, length=8)}{suffix}"
    longest = _LONGEST.get(dialect, 200)
    name = "_".join((table, "_".join(columns), ending))
    if len(name) <= longest:
        return name
    if len(ending) > longest // 3:
        ending = ending[: longest // 3]
    other = (longest - len(ending)) // 2 - 1
    name = f"{table[:other]}_{'_'.join(columns)[:other]}_{ending}"
    return f"D{name[:-1]}" if name[0] == "_" or name[0].isdigit() else name


def meta_index_name(table: str, columns: Sequence[str], descending: Sequence[bool], suffix: str) -> str:
    """`Index.set_name_with_model`: of an index in `Meta.indexes` without a name."""
    table = table.rpartition(".")[2]
    ordered = [f"-{column}" if desc else column for column, desc in zip(columns, descending, strict=True)]
    name = f"{table[:11]}_{columns[0][:7]}_{digest(table, *ordered, suffix, length=6)}_{suffix}"
    return f"D{name[1:]}" if name[0] == "_" or name[0].isdigit() else name
