"""The facts are what Sequelize itself makes of the same models, for every rosetta case and every case of the extractor.

Types, defaults and foreign keys are taken from the SQL that `sync()` would create a column with.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from datamodel_check.model.schema import Column, Index, IndexColumn, Source, Table
from tests.cases import cases
from tests.conformance.judge import HERE
from tests.vocabulary import ROOT, Json, differences, folder, pruned, read

RECORDED = Path(ROOT, "tests", "extract", "schema", "sequelize", "cases")


def main(path: Path) -> str:
    """The file that is run."""
    return next(name for name in ("index.ts", "index.js") if (path / name).exists())


CASES: Mapping[str, tuple[str, Mapping[str, bytes], str]] = {
    **{f"rosetta {case}": (case.path, case.files, case.schema) for case in cases("sequelize")},
    **{
        path.name: (
            str(path),
            {name: content for name, content in folder(str(path)).items() if name != "expected.txt"},
            main(path),
        )
        for path in sorted(RECORDED.iterdir())
    },
}

DIALECTS = {"mariadb": "mysql", "mssql": "sqlserver", "postgres": "postgresql"}

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "root": root, "files": [file]} for name, (root, _, file) in CASES.items()]
    program = os.path.join(HERE, "sequelize", "models.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_case(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    _, files, _ = CASES[name]
    (source,) = [source for source in read(files).sources if source.system == "sequelize"]
    found = list(differences(pruned(expected(truth[name])), pruned(facts(source))))
    record_property("conformance", (not found, 1))
    assert found == []


# --- Sequelize's answer ----------------------------------------------------------------------------------------------


def expected(answer: Json) -> Json:
    dialect = DIALECTS.get(answer["dialect"], answer["dialect"])
    tables = {table["key"]: expected_table(dialect, table) for table in answer["tables"]}
    return {"dialect": dialect, "tables": tables, "relations": by_name(answer["relations"])}


def expected_table(dialect: str, table: Json) -> Json:
    named = dialect in {"mysql", "sqlserver"}
    columns = {column["name"]: expected_column(dialect, column) for column in table["columns"]}
    alone = [one["columns"] for one in table["uniques"]]
    alone += [
        [part["text"] for part in one["columns"]] for one in table["indexes"] if one["unique"] and not one["where"]
    ]
    for name, column in columns.items():
        column["unique"] = [name] in alone
        column["nullable"] = column["nullable"] and name not in table["primary_key"]
    return {
        "code_name": table["code_name"],
        "columns": {name: {**column, "foreign_key": None} for name, column in columns.items()},
        "primary_key": table["primary_key"],
        "uniques": by_name([{**one, "name": one["name"] if named else None} for one in table["uniques"]]),
        "indexes": by_name([{**one, "method": method(dialect, one["method"])} for one in table["indexes"]]),
        "foreign_keys": by_name(
            [{"columns": [name], **column["foreign_key"]} for name, column in columns.items() if column["foreign_key"]]
        ),
        "comment": table["comment"] if dialect in {"mysql", "postgresql"} else None,
    }


def method(dialect: str, given: str | None) -> str | None:
    return given if dialect in {"mysql", "postgresql"} and given not in {"btree", "unique"} else None


END = re.compile(
    r" ?\b(NOT NULL|NULL|DEFAULT|UNIQUE|PRIMARY KEY|REFERENCES|AUTO_?INCREMENT|IDENTITY|GENERATED|COMMENT|CHECK)\b.*",
    re.DOTALL | re.IGNORECASE,
)

DEFAULT = re.compile(r"(?<!BY) DEFAULT (.*?)(?= +(?:UNIQUE|PRIMARY KEY|REFERENCES|COMMENT)\b|$)", re.DOTALL)

KEY = re.compile(
    r" REFERENCES (\S+) \((.+?)\)(?: ON DELETE (NO ACTION|SET \w+|\w+))?(?: ON UPDATE (NO ACTION|SET \w+|\w+))?"
)


def expected_column(dialect: str, column: Json) -> Json:
    says = column["sql"].strip()
    default = DEFAULT.search(says)
    return {
        "code_name": column["code_name"],
        "type": spelled(dialect, END.sub("", column["sql"])),
        "nullable": "NOT NULL" not in says,
        "default": plain(default[1], column["sql"]) if default else None,
        "client_default": column["client_default"],
        "autoincrement": bool(re.search(r"AUTO_?INCREMENT|\bIDENTITY\(", says, re.IGNORECASE)),
        "identity": "AS IDENTITY" in says,
        "values": column["values"] if dialect != "mysql" else None,
        "foreign_key": key(says),
        "comment": column["comment"] if dialect in {"mysql", "postgresql"} else None,
    }


def plain(default: str, type_: str) -> str | None:
    """Quotes as the standard has them, numbers without; no default is none."""
    text = default.strip().replace("\\'", "''").removeprefix("N" if default.startswith("N'") else "")
    if re.match(r"decimal|double|float|numeric|real", type_, re.IGNORECASE):
        text = text.strip("'")
    return None if text == "NULL" else text


def key(says: str) -> Json:
    found = KEY.search(says)
    if found is None:
        return None
    table, column, on_delete, on_update = (
        None if part is None else re.sub(r'[`"\[\]]', "", part) for part in found.groups()
    )
    return {
        "table": table,
        "ref_columns": [column],
        "on_delete": (on_delete or "no action").lower(),
        "on_update": (on_update or "no action").lower(),
    }


def spelled(dialect: str, type_: str) -> str:
    """Lower case but for values, in PostgreSQL's usual spelling, an enum by its name alone."""
    if "'" in type_:
        return (
            re.sub(r"^\w+", lambda found: found[0].lower(), type_.strip()).replace("\\'", "''").replace("', '", "','")
        )
    type_ = type_.strip().lower()
    if dialect == "mysql":
        return re.sub(r"^integer", "int", type_).replace("double precision", "double")
    if dialect == "sqlserver":
        return re.sub(r"^integer", "int", type_)
    if dialect == "postgresql":
        type_ = re.sub(
            r"^decimal(\((\d+),(\d+)\))?", lambda m: f"numeric({m[2]}, {m[3]})" if m[1] else "numeric", type_
        )
        return type_.rsplit(".", 1)[-1].replace('"', "")
    return type_


def by_name(constraints: list[Json]) -> list[Json]:
    return sorted(constraints, key=lambda each: (each.get("name") or "", json.dumps(each, sort_keys=True)))


# --- the facts in the same form --------------------------------------------------------------------------------------


def facts(source: Source) -> Json:
    relations = [
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
    ]
    return {
        "dialect": source.dialect,
        "tables": {table.key: table_facts(source, table) for table in source.tables},
        "relations": by_name(relations),
    }


def table_facts(source: Source, table: Table) -> Json:
    keys = [
        {
            "columns": list(key.columns),
            "table": key.table,
            "ref_columns": list(key.ref_columns),
            "on_delete": key.on_delete,
            "on_update": key.on_update,
        }
        for key in table.foreign_keys
    ]
    return {
        "code_name": table.code_name,
        "columns": {column.name: column_facts(source, column) for column in table.columns},
        "primary_key": list(table.primary_key),
        "uniques": by_name([{"name": one.name, "columns": list(one.columns)} for one in table.uniques]),
        "indexes": by_name([index_facts(index) for index in table.indexes]),
        "foreign_keys": by_name(keys),
        "comment": table.comment,
    }


def index_facts(index: Index) -> Json:
    columns = [
        {"text": part.text, "expression": part.expression, "order": order(part), "operator": part.operator_class}
        for part in index.columns
    ]
    return {
        "name": index.name,
        "columns": columns,
        "unique": index.unique,
        "method": index.method,
        "where": index.where,
    }


def order(part: IndexColumn) -> str | None:
    """As Sequelize is given it: `desc nulls last`."""
    if part.nulls is None:
        return part.order
    return f"{part.order or 'asc'} nulls {part.nulls}"


def column_facts(source: Source, column: Column) -> Json:
    values = column.allowed_values
    if column.enum is not None:
        values = next(enum.values for enum in source.enums if enum.key == column.enum)
    return {
        "code_name": column.code_name,
        "type": column.type,
        "nullable": column.nullable,
        "default": plain(column.default, column.type) if column.default else None,
        "client_default": column.client_default,
        "autoincrement": column.autoincrement,
        "identity": column.identity is not None,
        "unique": column.unique,
        "values": list(values),
        "comment": column.comment,
    }
