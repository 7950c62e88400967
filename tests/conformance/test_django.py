"""The facts are what Django itself says of the same models: `_meta`, and what its schema editor would write."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from datamodel_check.model.schema import Column, Index, Table
from tests.conformance.judge import HERE
from tests.vocabulary import ROOT, Json, differences, folder, pruned, read

RECORDED = Path(ROOT, "tests", "extract", "schema", "django", "cases")

CASES = sorted(path.name for path in RECORDED.iterdir())

Record = Callable[[str, object], None]


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, record_property: Record) -> None:
    root = RECORDED / name
    found = list(differences(pruned(truth(root)), pruned(facts(files(root)))))
    record_property("conformance", (not found, 1))
    assert found == []


def truth(root: Path) -> Json:
    program = Path(HERE, "django", "facts.py")
    done = subprocess.run([sys.executable, str(program), str(root)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def files(root: Path) -> Mapping[str, bytes]:
    return {path: content for path, content in folder(str(root)).items() if path.endswith(".py")}


def facts(found: Mapping[str, bytes]) -> Json:
    snapshot = read(found)
    assert [one.message for one in snapshot.diagnostics] == []
    (source,) = snapshot.sources
    return {table.key: of_table(table) for table in source.tables}


def of_table(table: Table) -> Json:
    return {
        "columns": {column.name: of_column(column) for column in table.columns},
        "primary_key": list(table.primary_key),
        "uniques": [[unique.name, list(unique.columns)] for unique in table.uniques],
        "indexes": [of_index(index) for index in table.indexes],
        "foreign_keys": [[key.name, key.columns[0], key.table, key.ref_columns[0]] for key in table.foreign_keys],
        "checks": [[check.name, check.expression] for check in table.checks],
        "comment": table.comment,
    }


def of_column(column: Column) -> Json:
    found = {
        "type": column.type,
        "nullable": column.nullable,
        "comment": column.comment,
        "allowed_values": list(column.allowed_values),
        "client_default": column.client_default,
    }
    if column.default is not None:
        found["default"] = column.default
    if column.generated is not None:
        found["generated"] = list(column.generated)
    return found


def of_index(index: Index) -> Json:
    return [index.name, [one.text for one in index.columns if not one.expression], index.unique, index.where]
