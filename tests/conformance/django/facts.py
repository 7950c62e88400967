"""What Django itself makes of the models of a project, as JSON: `python facts.py FOLDER`, where `settings.py` stands.

Nothing is connected: the libraries that talk to PostgreSQL and MySQL are replaced by names without a meaning.
"""

import json
import os
import sys
import types
from collections.abc import Iterator, Mapping
from typing import Any
from unittest.mock import MagicMock

_LIBRARIES: Mapping[str, Mapping[str, object]] = {
    "psycopg2": {"__version__": "2.9.9 (dt)"},
    "psycopg2.errors": {},
    "psycopg2.extensions": {
        "ISOLATION_LEVEL_READ_COMMITTED": 1,
        "ISOLATION_LEVEL_READ_UNCOMMITTED": 4,
        "ISOLATION_LEVEL_REPEATABLE_READ": 2,
        "ISOLATION_LEVEL_SERIALIZABLE": 3,
    },
    "psycopg2.extras": {name: type(name, (), {}) for name in ("DateRange", "DateTimeRange", "DateTimeTZRange", "Inet")}
    | {name: type(name, (), {}) for name in ("Json", "NumericRange", "Range")},
    "psycopg2.sql": {},
    "MySQLdb": {"__version__": "2.2.4", "version_info": (2, 2, 4, "final", 0)},
    "MySQLdb.constants": {"CLIENT": MagicMock(), "FIELD_TYPE": MagicMock()},
    "MySQLdb.converters": {"conversions": {}},
}


def pretend() -> None:
    """Put the libraries of the databases where Django looks for them."""
    for name, members in _LIBRARIES.items():
        module = types.ModuleType(name)
        module.__getattr__ = lambda attribute: type(attribute, (Exception,), {})  # type: ignore[method-assign]
        for member, value in members.items():
            setattr(module, member, value)
        sys.modules[name] = module
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], last, module)


def quoted(value: object) -> str:
    """A value in SQL."""
    if isinstance(value, bool):
        return str(value).lower()
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def ready(folder: str) -> Any:
    """Django with the settings of a folder; the connection, and what writes its schema."""
    pretend()
    sys.path.insert(0, folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    import django
    from django.db import connections

    connection = connections["default"]
    django.setup()
    if connection.vendor == "mysql":
        server = {"version": "8.4.0", "sql_mode": "", "default_storage_engine": "InnoDB", "lower_case_table_names": 0}
        connection.__dict__.update(cursor=MagicMock(), mysql_server_data=server | {"has_zoneinfo_database": True})
        connection.introspection.get_storage_engine = lambda *_: "InnoDB"
    editor = connection.SchemaEditorClass(connection, collect_sql=True)
    editor.quote_value = quoted
    return connection, editor


def main(folder: str) -> Any:
    connection, editor = ready(folder)
    from django.apps import apps

    own = [config.label for config in apps.get_app_configs() if not config.name.startswith("django.contrib.")]
    models = [one for one in apps.get_models(include_auto_created=True) if one._meta.app_label in own]
    tables = [one for one in models if one._meta.managed and not one._meta.proxy and not one._meta.swapped]
    return {one._meta.db_table: table(one, connection, editor) for one in tables}


def table(model: Any, connection: Any, editor: Any) -> Any:
    options = model._meta
    fields = [field for field in options.local_fields if field.column and field.db_type(connection) is not None]
    return {
        "columns": {field.column: column(field, connection, editor) for field in fields},
        "primary_key": [field.column for field in getattr(options, "pk_fields", [options.pk])],
        "uniques": list(uniques(model, editor)),
        "indexes": list(indexes(model, fields, editor)),
        "foreign_keys": [foreign_key(model, field, editor) for field in fields if field.remote_field],
        "checks": list(checks(model, fields, connection, editor)),
        "comment": options.db_table_comment or None,
    }


def column(field: Any, connection: Any, editor: Any) -> Any:
    from django.db.models import NOT_PROVIDED

    found = {"type": field.db_type(connection).lower(), "nullable": field.null, "comment": field.db_comment}
    given = getattr(field, "db_default", NOT_PROVIDED)
    if given is not NOT_PROVIDED:
        sql, parameters = editor.db_default_sql(field)
        found["default"] = sql % tuple(map(quoted, parameters))
    if getattr(field, "generated", False):
        sql, parameters = field.generated_sql(connection)
        found["generated"] = [sql % tuple(map(quoted, parameters)), field.db_persist]
    found["allowed_values"] = [
        str(getattr(value, "value", value)) for value, _ in field.flatchoices if value is not None
    ]
    dated = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    found["client_default"] = field.has_default() or dated
    return found


def columns(model: Any, names: Any) -> list[str]:
    return [model._meta.get_field(name.lstrip("-")).column for name in names]


def uniques(model: Any, editor: Any) -> Iterator[Any]:
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            yield [None, [field.column]]
    for names in model._meta.unique_together:
        here = columns(model, names)
        yield [str(editor._unique_constraint_name(model._meta.db_table, here, quote=False)), here]
    for one in model._meta.constraints:
        plain = ("condition", "include", "opclasses", "expressions")
        if type(one).__name__ == "UniqueConstraint" and not any(getattr(one, name) for name in plain):
            yield [one.name, columns(model, one.fields)]


def indexes(model: Any, fields: Any, editor: Any) -> Iterator[Any]:
    for field in fields:
        for statement in model_indexes(model, field, editor):
            yield [str(statement.parts["name"]).strip('"`'), [field.column], False, None]
    for one in model._meta.indexes:
        where = one._get_condition_sql(model, editor)
        yield [one.name, columns(model, one.fields), False, where]
    for one in model._meta.constraints:
        plain = ("condition", "include", "opclasses", "expressions")
        if type(one).__name__ == "UniqueConstraint" and any(getattr(one, name) for name in plain):
            yield [one.name, columns(model, one.fields), True, one._get_condition_sql(model, editor)]


def model_indexes(model: Any, field: Any, editor: Any) -> Any:
    """The indexes of a field but for those by patterns, which PostgreSQL gets beside them."""
    made = editor._field_indexes_sql(model, field)
    return [one for one in made if "_ops" not in str(one) or "_like" not in str(one.parts["name"])]


def foreign_key(model: Any, field: Any, editor: Any) -> Any:
    target = field.target_field
    name = editor._fk_constraint_name(model, field, "_fk_%(to_table)s_%(to_column)s") if field.db_constraint else ""
    return [str(name).strip('"`') or None, field.column, target.model._meta.db_table, target.column]


def checks(model: Any, fields: Any, connection: Any, editor: Any) -> Iterator[Any]:
    for field in fields:
        check = field.db_parameters(connection)["check"]
        if check:
            yield [None, check]
    for one in model._meta.constraints:
        if type(one).__name__ == "CheckConstraint":
            yield [one.name, one._get_check_sql(model, editor)]


if __name__ == "__main__":
    json.dump(main(sys.argv[1]), sys.stdout)
