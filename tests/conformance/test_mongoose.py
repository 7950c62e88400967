"""The facts are what Mongoose itself says of the same models, for every rosetta case and every case of the extractor.

What is not compared: the order of paths, defaults that are functions, and indexes that a discriminator has in common
with its base.
"""

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from datamodel_check.model.schema import Column, Index, Source, Table
from tests.cases import cases
from tests.conformance.judge import HERE
from tests.vocabulary import ROOT, Json, differences, folder, read

RECORDED = Path(ROOT, "tests", "extract", "schema", "mongoose", "cases")

CASES = {
    **{f"rosetta {case}": (case.path, case.files, [case.schema]) for case in cases("mongoose")},
    **{
        path.name: (
            str(path),
            dict(folder(str(path))),
            sorted(name for name in folder(str(path)) if name != "expected.txt"),
        )
        for path in sorted(RECORDED.iterdir())
        if path.is_dir()
    },
}

CALLED = {"functions": "require('./lazy').getModel(require('mongoose'))"}
"""What calls the functions that make models."""

Record = Callable[[str, object], None]


def mongoose(jobs: list[dict[str, object]]) -> dict[str, Json]:
    """What Mongoose says of each job, by its id (the jobs are described in `mongoose.mjs`)."""
    program = os.path.join(HERE, "mongoose.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="module")
def truth() -> dict[str, Json]:
    return mongoose([job(name) for name in CASES])


def job(name: str) -> dict[str, object]:
    root, _, files = CASES[name]
    return {
        "id": name,
        "root": root,
        "files": [os.path.join(root, file) for file in files],
        "after": CALLED.get(name, ""),
    }


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, truth: dict[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    snapshot = read({path: content for path, content in CASES[name][1].items() if not path.endswith(".txt")})
    assert snapshot.diagnostics == ()
    found = list(differences(expected(truth[name]), said(snapshot.sources)))
    record_property("conformance", (not found, 1))
    assert found == []


# --- both sides in one form ------------------------------------------------------------------------------------------


def expected(answer: Json) -> Json:
    for table in answer["tables"].values():
        table["columns"] = dict(sorted(table["columns"].items()))
        for column in table["columns"].values():
            column["choices"].sort()
        table["indexes"] = sorted(table["indexes"], key=json.dumps)
    return answer


def said(sources: tuple[Source, ...]) -> Json:
    relations = [[one.table, one.name, one.kind, one.to] for source in sources for one in source.relations]
    tables = {table.name: _table(table) for source in sources for table in source.tables}
    return {"tables": tables, "relations": sorted(relations)}


def _table(table: Table) -> Json:
    return {
        "columns": {column.name: _column(column) for column in sorted(table.columns)},
        "indexes": sorted(map(_index, table.indexes), key=json.dumps),
        "references": sorted(f"{key.columns[0]},{key.table}" for key in table.foreign_keys),
        "virtuals": list(table.virtuals),
    }


def _column(column: Column) -> Mapping[str, object]:
    function = column.default is None or not column.default.startswith(tuple("'[{-0123456789tfn"))
    return {
        "type": column.type,
        "required": not column.nullable,
        "sometimes": "required by a condition" in (column.comment or ""),
        "has_default": column.has_default,
        "default": None if function else column.default,
        "choices": sorted(column.allowed_values),
    }


def _index(index: Index) -> Json:
    def order(text: str | None, kind: str | None) -> str:
        return kind or {"desc": "-1"}.get(text or "", "1")

    return {
        "name": index.name,
        "keys": [[part.text, order(part.order, part.operator_class)] for part in index.columns],
        "unique": index.unique,
        "where": index.where,
        "options": dict(index.options),
    }
