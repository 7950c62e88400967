"""The facts are what SQLAlchemy, SQLModel and Flask-SQLAlchemy themselves say: `MetaData`, and the SQL made of it.

Every case of the extractor and every case of Rosetta is loaded by the real libraries.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from sqlalchemy import dialects

from datamodel_check.model.schema import Column, Index, Source, Table
from tests.cases import Case, cases
from tests.conformance.judge import HERE
from tests.vocabulary import ROOT, Json, differences, folder, pruned, read

RECORDED = Path(ROOT, "tests", "extract", "schema", "sqlalchemy", "cases")

CASES = sorted(path.name for path in RECORDED.iterdir())

ROSETTA = list(cases("sqlalchemy"))

DIALECT = dialects.registry.load("postgresql")()

Record = Callable[[str, object], None]


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, record_property: Record) -> None:
    judge(RECORDED / name, record_property)


@pytest.mark.parametrize("case", ROSETTA, ids=str)
def test_rosetta(case: Case, tmp_path: Path, record_property: Record) -> None:
    (tmp_path / "models.py").write_bytes(case.files[case.schema])
    judge(tmp_path, record_property)


def judge(root: Path, record_property: Record) -> None:
    source = only(files(root))
    found = list(differences(pruned(truth(root, source.dialect)), pruned(facts(source))))
    record_property("conformance", (not found, 1))
    assert found == []


def truth(root: Path, dialect: str) -> Json:
    program = Path(HERE, "sqlalchemy", "facts.py")
    done = subprocess.run([sys.executable, str(program), str(root), dialect], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def files(root: Path) -> Mapping[str, bytes]:
    return {path: content for path, content in folder(str(root)).items() if path.endswith(".py")}


def only(found: Mapping[str, bytes]) -> Source:
    snapshot = read(found)
    assert [one.message for one in snapshot.diagnostics] == []
    (source,) = snapshot.sources
    return source


def facts(source: Source) -> Json:
    enums = {enum.key: list(enum.values) for enum in source.enums}
    return {
        "tables": {table.key: of_table(table, enums) for table in source.tables},
        "relations": sorted(
            [one.table, one.name, one.kind, one.to, *([one.through] if one.through else [])] for one in source.relations
        ),
    }


def of_table(table: Table, enums: Mapping[str, list[str]]) -> Json:
    return {
        "columns": {column.name: of_column(column, enums) for column in table.columns},
        "primary_key": list(table.primary_key),
        "primary_key_name": table.primary_key_name,
        "uniques": sorted([unique.name or "", list(unique.columns)] for unique in table.uniques),
        "foreign_keys": sorted(
            [key.name or "", list(key.columns), key.table, list(key.ref_columns), key.on_delete, key.on_update]
            for key in table.foreign_keys
        ),
        "checks": sorted([check.name or "", check.expression] for check in table.checks),
        "indexes": sorted(of_index(index, table) for index in table.indexes),
        "comment": table.comment,
    }


def of_column(column: Column, enums: Mapping[str, list[str]]) -> Json:
    return {
        "type": in_schema(column),
        "nullable": column.nullable,
        "default": column.default,
        "client_default": column.client_default,
        "generated": column.generated.expression if column.generated else None,
        "identity": column.identity.always if column.identity else None,
        "comment": column.comment,
        "values": enums[column.enum] if column.enum else list(column.allowed_values),
    }


def in_schema(column: Column) -> str:
    """The type with the schema that an enumeration is in, which the facts tell apart."""
    if column.enum is None:
        return column.type.lower()
    return column.type.replace(column.enum.rpartition(".")[2], column.enum, 1)


def of_index(index: Index, table: Table) -> str:
    """The statement that makes an index, of what is known of it."""
    parts = ", ".join(
        " ".join(
            filter(
                None,
                (
                    quoted(part.text) if not part.expression else part.text,
                    part.operator_class,
                    part.order and part.order.upper(),
                    part.nulls and f"NULLS {part.nulls.upper()}",
                ),
            )
        )
        for part in index.columns
    )
    options = dict(index.options)
    given = [f"{name.removeprefix('with.')} = {value}" for name, value in index.options if name.startswith("with.")]
    words = (
        "CREATE UNIQUE INDEX" if index.unique else "CREATE INDEX",
        "CONCURRENTLY" if "concurrently" in options else "",
        quoted(index.name or ""),
        f"ON {'.'.join(map(quoted, filter(None, (table.schema, table.name))))}",
        f"USING {index.method}" if index.method else "",
        f"({parts})",
        f"INCLUDE ({options['include']})" if "include" in options else "",
        "NULLS NOT DISTINCT" if "nulls not distinct" in options else "",
        f"WITH ({', '.join(given)})" if given else "",
        f"WHERE {index.where}" if index.where else "",
    )
    return " ".join(filter(None, words))


def quoted(name: str) -> str:
    """A name as SQLAlchemy writes it: in quotes where it has to be."""
    return str(DIALECT.identifier_preparer.quote(name))
