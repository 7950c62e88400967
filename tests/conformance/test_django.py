"""The facts are what Django itself says of the same models: `_meta`, and what its schema editor would write."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
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


def truth(root: Path, name: str = "facts.py") -> Json:
    program = Path(HERE, "django", name)
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


# --- migrations ------------------------------------------------------------------------------------------------------

LIBRARY = Path(ROOT, "tests", "extract", "migrations", "django", "cases", "library")

EDITS: Sequence[tuple[str, str]] = [
    ("", ""),
    ("models.CharField(max_length=20, unique=True)", "models.CharField(max_length=21, unique=True)"),
    ("models.CharField(max_length=20, unique=True)", "models.CharField(max_length=20)"),
    ("models.CharField(max_length=40)", "models.CharField(max_length=40, null=True)"),
    ("models.CharField(max_length=40)", 'models.CharField(max_length=40, db_column="label")'),
    ("models.CharField(max_length=40)", 'models.TextField(default="")'),
    ('models.ForeignKey("self", models.CASCADE, null=True)', 'models.ForeignKey("Shelf", models.CASCADE, null=True)'),
    ("models.ForeignKey(Book, models.CASCADE)", "models.ForeignKey(Book, models.CASCADE, db_constraint=False)"),
    ("models.ForeignKey(Book, models.CASCADE)", "models.ForeignKey(Book, models.CASCADE, db_index=False)"),
    ("models.DateTimeField(auto_now_add=True)", "models.DateTimeField(null=True)"),
    ("max_digits=8", "max_digits=9"),
    ('db_comment="How many"', 'db_comment="How few"'),
    ("db_default=0", "db_default=1"),
    ("models.CharField(max_length=10)", "models.CharField(max_length=11)"),
    ("    number = models.SmallIntegerField()\n", ""),
    (
        "    number = models.SmallIntegerField()\n",
        "    number = models.SmallIntegerField()\n    more = models.DateField(null=True)\n",
    ),
    ("    number = models.SmallIntegerField()\n", "    number = models.SmallIntegerField(db_index=True)\n"),
    ('kwargs["max_length"] = 7', 'kwargs["max_length"] = 8'),
    ('unique_together = [("title", "shelf")]', 'unique_together = [("title", "owner")]'),
    ('db_table = "chapters"', 'db_table = "chapter"'),
    ('"All books"', '"Some books"'),
    ('name="by_state"', 'name="state_idx"'),
    ('fields=["state", "-price"]', 'fields=["state", "price"]'),
    ('models.Index(Lower("title"), name="by_title"),\n', ""),
    ('~Q(title="")', '~Q(title="x")'),
    ("price__gte=0", "price__gt=0"),
    ('condition=Q(state="sold"), name="sold_once"', 'name="sold_once"'),
    ('name="ranked"', 'name="rank"'),
    ("class Novel(Book):", "class Story(Book):"),
    ('    genres = models.ManyToManyField(Genre, related_name="books")\n', ""),
    ("max_length=30, blank=True", "max_length=31, blank=True"),
]
"""Changes of the models, of which each is one that the database is told, or none at all."""


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit[1] or edit[0] or "nothing")
def test_pending(edit: tuple[str, str], tmp_path: Path, record_property: Record) -> None:
    for path, content in files(LIBRARY).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content.decode().replace(*edit) if edit[0] else content.decode(), encoding="utf-8")
    expected = truth(tmp_path, "pending.py")
    histories = read(files(tmp_path)).migrations
    words = sorted(one.text for history in histories for one in history.pending)
    assert words == sorted(f"{one[0].lower()}{one[1:]}" for found in expected["pending"].values() for one in found)
    tables = {table.key: of_table(table) for history in histories for table in history.tables}
    found = list(differences(unordered(expected["tables"]), unordered(tables)))
    record_property("conformance", (not found, 1))
    assert found == []


def unordered(tables: Json) -> Json:
    """Django takes a renamed field for the last one; the table keeps it where it is."""
    columns = {key: dict(sorted(table["columns"].items())) for key, table in tables.items()}
    return pruned(
        {
            key: table | {"columns": columns[key], "indexes": sorted(table["indexes"], key=str)}
            for key, table in tables.items()
        }
    )
