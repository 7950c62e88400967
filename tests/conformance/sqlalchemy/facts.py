"""Prints what SQLAlchemy says of the tables that the modules of a folder declare, as its own compiler writes them.

facts.py FOLDER DIALECT [MODULE …]
"""

import contextlib
import importlib
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import dialects
from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.mapper import _all_registries
from sqlalchemy.schema import CreateIndex


def main(root: str, name: str) -> None:
    sys.path.insert(0, root)
    sys.modules["pymysql"] = driver = ModuleType("pymysql")  # an engine wants its driver, but never connects
    driver.__dict__["paramstyle"] = "pyformat"
    modules = [importlib.import_module(module) for module in names(Path(root))]
    configure_mappers()
    dialect = dialects.registry.load(name)()
    tables = [table for metadata in collections(modules) for table in metadata.tables.values()]
    found = {key(table): of_table(table, dialect) for table in tables}
    print(json.dumps({"tables": found, "relations": relations(tables)}))


def names(root: Path) -> list[str]:
    paths = sorted(path.relative_to(root) for path in root.rglob("*.py"))
    return [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths]


def collections(modules: list[Any]) -> list[sa.MetaData]:
    found: dict[int, sa.MetaData] = {}
    for module in modules:
        for value in vars(module).values():
            metadata = value if isinstance(value, sa.MetaData) else getattr(value, "metadata", None)
            if isinstance(metadata, sa.MetaData):
                found[id(metadata)] = metadata
    return list(found.values())


def key(table: Any) -> str:
    return f"{table.schema}.{table.name}" if table.schema else str(table.name)


def of_table(table: Any, dialect: Any) -> Any:
    preparer = dialect.identifier_preparer

    def named(constraint: Any) -> str | None:
        found = None if constraint.name is None else preparer.format_constraint(constraint)
        return None if found is None else found.strip('"')

    def ordered(kind: type) -> list[Any]:
        return [one for one in table.constraints if isinstance(one, kind)]

    inline = [one for column in table.columns for one in column.constraints]
    checks = [*ordered(sa.CheckConstraint), *inline]
    return {
        "columns": {str(column.name): of_column(column, dialect) for column in table.columns},
        "primary_key": [str(column.name) for column in table.primary_key.columns],
        "primary_key_name": named(table.primary_key) if len(table.primary_key.columns) else None,
        "uniques": sorted(
            [named(one) or "", [str(column.name) for column in one.columns]] for one in ordered(sa.UniqueConstraint)
        ),
        "foreign_keys": sorted(of_key(one, named(one)) for one in ordered(sa.ForeignKeyConstraint)),
        "checks": sorted([named(one) or "", sql(one.sqltext, dialect)] for one in checks),
        "indexes": sorted(" ".join(str(CreateIndex(one).compile(dialect=dialect)).split()) for one in table.indexes),
        "comment": table.comment,
    }


def sql(value: Any, dialect: Any) -> str:
    compiled = value.compile(dialect=dialect, compile_kwargs={"literal_binds": True, "include_table": False})
    return str(compiled).replace("%%", "%")


def of_key(one: Any, name: str | None) -> Any:
    elements = list(one.elements)
    rules = [(rule or "no action").lower() for rule in (one.ondelete, one.onupdate)]
    target = key(elements[0].column.table)
    return [name or "", [e.parent.name for e in elements], target, [e.column.name for e in elements], *rules]


def of_column(column: Any, dialect: Any) -> Any:
    compiler = dialect.ddl_compiler(dialect, None)
    written = compiler.get_column_specification(column)
    serial = re.search(r"\b(BIG|SMALL)?SERIAL\b", written)
    default = compiler.get_column_default_string(column)
    return {
        "type": serial[0].lower() if serial else dialect.type_compiler_instance.process(column.type).lower(),
        "nullable": bool(column.nullable),
        "default": None if default is None else default.replace("%%", "%"),
        "client_default": column.default is not None and not column.default.is_sequence,
        "generated": sql(column.computed.sqltext, dialect) if column.computed is not None else None,
        "identity": bool(column.identity.always) if column.identity is not None else None,
        "comment": column.comment,
        "values": values(column.type, dialect),
    }


def values(type_: Any, dialect: Any) -> list[str]:
    """The values of an enumeration, whatever stands around it."""
    with contextlib.suppress(AttributeError):
        type_ = type_.dialect_impl(dialect).impl
    type_ = getattr(type_, "item_type", type_)
    return list(getattr(type_, "enums", None) or ())


def relations(tables: list[Any]) -> list[Any]:
    found = []
    for registry in _all_registries():
        for mapper in registry.mappers:
            found += [
                [key(mapper.local_table), one.key, "many" if one.uselist else "one", key(one.mapper.local_table)]
                + ([key(one.secondary)] if one.secondary is not None else [])
                for one in mapper.relationships
                if one.parent is mapper and mapper.local_table in tables
            ]
    return sorted(found)


main(*sys.argv[1:])
