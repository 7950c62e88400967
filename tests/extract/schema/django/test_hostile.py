"""Whatever the code says, it is read without a crash."""

import pytest

from tests.extract.vocabulary import snapshot

HEAD = "from django.db import models\nfrom django.db.models import Q\n"

A = "class A(models.Model):\n"

META = f"{A}    class Meta:\n"

FIELD = """
class F(models.Field):
    def __init__(self, *a, **k):
        super().__init__(self.f(), **self.g)

    def db_type(self, connection):
        return self.db_type(connection)
"""

MODELS = [
    "class A(A): pass",
    "class A(B): pass\nclass B(A): pass",
    f"{A}    class Meta(A.Meta): pass",
    f"{A}    a = models.ForeignKey()\n    b = models.ManyToManyField()",
    f"{A}    a = models.OneToOneField('self', models.CASCADE, primary_key=True)",
    f"{A}    a = models.ForeignKey('A', models.CASCADE, to_field='a')",
    f"{A}    a = models.DecimalField(max_digits='%s%n')\n    b = models.CharField(max_length=None)",
    f"{META}        indexes = [models.Index(), models.Index(fields=[]), 1, None, models.Index(*x)]",
    f"{META}        constraints = [models.CheckConstraint(), models.UniqueConstraint(fields=None)]",
    f"{META}        constraints = [models.CheckConstraint(condition=Q() | ~Q(), name=1)]",
    f"{META}        unique_together = 3\n        db_table = ['a']\n        app_label = None",
    f"{A}    a = models.ArrayField()\n    b = models.GeneratedField()\n    c = models.IntegerField(choices=3)",
    f"{A}    pk = models.CompositePrimaryKey('x', 'y', *z)",
    f"{FIELD}{A}    a = F(1, 2, 3, *4, **5)",
    f"{META}        proxy = True\nclass B(A):\n    class Meta:\n        proxy = True",
    f"{A}    a = models.IntegerField(db_default=models.F())\n    b = models.ForeignKey(A.b, models.CASCADE)",
]


@pytest.mark.parametrize("body", MODELS)
def test_models(body: str) -> None:
    found = snapshot({"shop/models.py": HEAD + body + "\n"})
    assert [one.message for one in found.diagnostics if "extractor failed" in one.message] == []


OPERATIONS = [
    "migrations.CreateModel()",
    "migrations.CreateModel('A', [1, ('a',), ('b', 3)], 4, 5)",
    "migrations.RenameModel('A')",
    "migrations.RenameIndex('A')",
    "migrations.AddIndex('A', 1), migrations.AddConstraint('A'), migrations.AlterField('A', 'x')",
    "migrations.RunSQL(1, state_operations=3)",
    "migrations.SeparateDatabaseAndState()",
    "*many",
]


@pytest.mark.parametrize("operations", OPERATIONS)
def test_migrations(operations: str) -> None:
    create = "migrations.CreateModel('A', [('id', models.AutoField(primary_key=True))])"
    text = (
        "from django.db import migrations, models\nclass Migration(migrations.Migration):\n"
        f"    dependencies = [('shop', '0001_x'), 3, (1, 2)]\n    operations = [{create}, {operations}]\n"
    )
    found = snapshot({"shop/models.py": f"{HEAD}class A(models.Model): pass\n", "shop/migrations/0001_x.py": text})
    assert [one.message for one in found.diagnostics if "extractor failed" in one.message] == []
