"""The facts are what TypeORM itself says of the same entities, for every rosetta case and every case of the extractor.

Types and defaults are taken from the SQL that TypeORM would create a column with. What is not compared, and why:

- the quotes and parentheses that TypeORM puts around numbers: the facts leave them out;
- PostgreSQL's longer spellings of types (`character varying`): the facts have the usual ones.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from datamodel_check.model.schema import Column, Source, Table
from tests.cases import cases
from tests.conformance.judge import HERE
from tests.vocabulary import ROOT, Json, differences, folder, pruned, read

RECORDED = Path(ROOT, "tests", "extract", "schema", "typeorm", "cases")

CASES: Mapping[str, tuple[str, Mapping[str, bytes], str]] = {
    **{f"rosetta {case}": (case.path, case.files, case.schema) for case in cases("typeorm")},
    **{
        path.name: (
            str(path),
            {name: content for name, content in folder(str(path)).items() if name != "expected.txt"},
            "data-source.ts",
        )
        for path in sorted(RECORDED.iterdir())
    },
}

DIALECTS = {"better-sqlite3": "sqlite", "mariadb": "mysql", "mssql": "sqlserver", "postgres": "postgresql"}

UNNAMED = {"mysql", "sqlite", "mongodb"}
"""Databases in which a primary key has no name of its own."""

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "root": root, "files": [os.path.join(root, file)]} for name, (root, _, file) in CASES.items()]
    program = os.path.join(HERE, "typeorm.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_case(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    _, files, _ = CASES[name]
    (source,) = [source for source in read(files).sources if source.system == "typeorm"]
    found = list(differences(pruned(expected(truth[name])), pruned(facts(source))))
    record_property("conformance", (not found, 1))
    assert found == []


# --- TypeORM's answer ------------------------------------------------------------------------------------------------


def expected(answer: Json) -> Json:
    dialect = DIALECTS.get(answer["dialect"], answer["dialect"])
    tables = {key: expected_table(dialect, table) for key, table in answer["tables"].items()}
    relations = sorted(answer["relations"], key=lambda each: (each["from"], each["name"]))
    return {**answer, "dialect": dialect, "tables": tables, "relations": relations}


def expected_table(dialect: str, table: Json) -> Json:
    named = dialect not in UNNAMED
    return {
        **table,
        "columns": {name: expected_column(dialect, column) for name, column in table["columns"]},
        "primary_key_name": table["primary_key_name"] or (table["usual_primary_key_name"] if named else None),
        "usual_primary_key_name": None,
        "uniques": by_name(table["uniques"]),
        "indexes": by_name(table["indexes"]),
        "foreign_keys": by_name(table["foreign_keys"]),
        "checks": by_name(table["checks"]),
        "exclusions": by_name(table["exclusions"]),
    }


def expected_column(dialect: str, column: Json) -> Json:
    on_update = column["on_update"] and column["on_update"].lower()
    counted = (column["default"] or "").startswith("nextval")
    return {
        **column,
        "type": spelled(dialect, column["type"], column["enum"]),
        "default": None if counted else plain(column["default"], column["type"]),
        "on_update": on_update if dialect == "mysql" else None,
        "enum": column["enum"] if dialect in {"postgresql", "cockroachdb", "sqlite", "sqlserver"} else None,
    }


def spelled(dialect: str, type_: str, enum: list[str] | None) -> str:
    """PostgreSQL's types in their usual spelling; an enum by its name alone; MySQL's options without spaces."""
    if dialect in {"postgresql", "cockroachdb"}:
        type_ = re.sub(r"^int$", "int8", type_).replace('"', "").replace(" array", "[]")
        type_ = type_.replace("character varying", "varchar").replace("character", "char")
        type_ = re.sub(r" without time zone", "", type_)
        type_ = re.sub(r"^(time|timestamp)\((\d)\)", r"\1 (\2)", type_)
        type_ = re.sub(r"^numeric\((\d+),(\d+)\)", r"numeric(\1, \2)", type_)
        return type_.rsplit(".", 1)[-1] if enum else type_
    return re.sub(r"\) \(", ")(", re.sub(r"^(\w+) \(", r"\1(", type_)).replace(", '", ",'")


def plain(default: str | None, type_: str) -> str | None:
    """A number without what TypeORM puts around it."""
    if default is None:
        return None
    number = re.fullmatch(r"\(?'?(-?\d+(?:\.\d+)?)'?\)?", default)
    textual = re.match(r"(varchar|character|char|text|string|nvarchar|enum|\")", type_)
    if number and not textual:
        return number[1]
    return unwrapped(default)


def unwrapped(default: str) -> str:
    while default.startswith("(") and default.endswith(")"):
        default = default[1:-1]
    return default


def by_name(constraints: list[Json]) -> list[Json]:
    return sorted(constraints, key=lambda each: (each["name"] or "", json.dumps(each)))


# --- the facts in the same form --------------------------------------------------------------------------------------


def facts(source: Source) -> Json:
    return {
        "dialect": source.dialect,
        "enums": {enum.key: list(enum.values) for enum in source.enums},
        "tables": {table.key: table_facts(source, table) for table in source.tables},
        "views": {
            view.key: {
                "columns": {column.name: {"code_name": column.code_name} for column in view.columns},
                "definition": view.definition,
            }
            for view in source.views
        },
        "relations": [
            {
                "from": one.table,
                "name": one.name,
                "kind": one.kind,
                "to": one.to,
                "columns": list(one.columns),
                "ref_columns": list(one.ref_columns),
                "through": one.through,
            }
            for one in source.relations
        ],
    }


def table_facts(source: Source, table: Table) -> Json:
    indexes = [
        {
            "name": index.name,
            "columns": [part.text for part in index.columns],
            "unique": index.unique,
            "where": index.where,
            "method": "spatial" if index.method == "gist" else index.method,
        }
        for index in table.indexes
        if index.method != "exclude"
    ]
    exclusions = [
        {"name": index.name, "expression": index.columns[0].text}
        for index in table.indexes
        if index.method == "exclude"
    ]
    return {
        "columns": {column.name: column_facts(source, column) for column in table.columns},
        "primary_key": list(table.primary_key),
        "primary_key_name": table.primary_key_name,
        "uniques": by_name([{"name": one.name, "columns": list(one.columns)} for one in table.uniques]),
        "indexes": by_name(indexes),
        "foreign_keys": by_name(
            [
                {
                    "name": key.name,
                    "columns": list(key.columns),
                    "table": key.table,
                    "ref_columns": list(key.ref_columns),
                    "on_delete": key.on_delete,
                    "on_update": key.on_update,
                }
                for key in table.foreign_keys
            ]
        ),
        "checks": by_name(
            [{"name": one.name, "expression": one.expression} for one in table.checks if not of_enum(one.name)]
        ),
        "exclusions": by_name(exclusions),
        "comment": table.comment,
    }


def of_enum(name: str | None) -> bool:
    """Checks that stand at the column in the SQL."""
    return name is None or name.endswith("_ENUM")


def column_facts(source: Source, column: Column) -> Json:
    choices = column.allowed_values if source.dialect in {"sqlite", "sqlserver"} else ()
    if column.enum is not None:
        choices = next(enum.values for enum in source.enums if enum.key == column.enum)
    return {
        "code_name": column.code_name,
        "type": column.type,
        "nullable": column.nullable,
        "default": column.default if column.enum else plain(column.default, column.type),
        "on_update": column.on_update,
        "generated": column.generated
        and {"expression": column.generated.expression, "stored": column.generated.stored},
        "identity": column.identity and ("ALWAYS" if column.identity.always else "BY DEFAULT"),
        "autoincrement": column.autoincrement,
        "enum": list(choices),
        "comment": column.comment,
    }
