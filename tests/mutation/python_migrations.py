"""Migrations of Alembic and of Django, and their mutants: what somebody does to files that databases have run."""

import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutation.migrations import Files, Mutant

ALEMBIC: Files = {
    "versions/a1_people.py": b"""\
import sqlalchemy as sa
from alembic import op

revision = "a1"
down_revision = None

STATES = ["open", "paid"]


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state"), server_default="open"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name", name="by_name"),
    )
    op.create_index("people_state", "people", ["state"], unique=True)


def downgrade() -> None:
    op.drop_table("people")
""",
    "versions/b2_pets.py": b"""\
import sqlalchemy as sa
from alembic import op

revision = "b2"
down_revision = "a1"


def upgrade() -> None:
    op.create_table("pets", sa.Column("id", sa.Uuid(), primary_key=True), sa.Column("born", sa.Date()))
    for name in ("owner", "keeper"):
        op.add_column("pets", sa.Column(name, sa.Integer(), nullable=True))
    op.create_foreign_key("pets_owner", "pets", "people", ["owner"], ["id"], ondelete="CASCADE")
    op.execute("CREATE INDEX pets_born ON pets (born)")


def downgrade() -> None:
    op.drop_table("pets")
""",
    "versions/c3_changes.py": b"""\
import sqlalchemy as sa
from alembic import op

revision = "c3"
down_revision = "b2"


def upgrade() -> None:
    with op.batch_alter_table("pets") as batch_op:
        batch_op.alter_column("born", type_=sa.DateTime(), nullable=False)
        batch_op.create_check_constraint("apart", "owner <> keeper")
    op.alter_column("people", "name", new_column_name="title")
    op.drop_index("pets_born", table_name="pets")


def downgrade() -> None:
    pass
""",
}

DJANGO: Files = {
    "settings.py": b'INSTALLED_APPS = ["zoo"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n',
    "zoo/__init__.py": b"",
    "zoo/models.py": b"""\
from django.db import models


class Person(models.Model):
    id = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=80, unique=True)
    born = models.DateField()
    state = models.CharField(max_length=9, db_default="open")

    class Meta:
        db_table = "people"


class Pet(models.Model):
    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Person, models.CASCADE)
    weight = models.DecimalField(decimal_places=2, max_digits=6)
    seen = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("owner", "weight"), name="once")]
""",
    "zoo/migrations/__init__.py": b"",
    "zoo/migrations/0001_people.py": b"""\
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("name", models.CharField(max_length=80, unique=True)),
                ("born", models.DateField(null=True, db_index=True)),
                ("state", models.CharField(max_length=9, db_default="open")),
            ],
            options={"db_table": "people"},
        ),
    ]
""",
    "zoo/migrations/0002_pets.py": b"""\
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zoo", "0001_people")]

    operations = [
        migrations.CreateModel(
            name="Pet",
            fields=[
                ("id", models.UUIDField(primary_key=True)),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="zoo.person")),
                ("weight", models.DecimalField(decimal_places=2, max_digits=6)),
            ],
        ),
        migrations.AddIndex(model_name="pet", index=models.Index(fields=["weight"], name="by_weight")),
        migrations.AddConstraint(
            model_name="pet",
            constraint=models.UniqueConstraint(fields=("owner", "weight"), name="once"),
        ),
    ]
""",
    "zoo/migrations/0003_changes.py": b"""\
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("zoo", "0002_pets")]

    operations = [
        migrations.AddField(model_name="pet", name="seen", field=models.DateTimeField(null=True)),
        migrations.RenameField(model_name="person", old_name="name", new_name="title"),
        migrations.AlterField(model_name="person", name="born", field=models.DateField(null=False)),
        migrations.RemoveIndex(model_name="pet", name="by_weight"),
        migrations.RunSQL("UPDATE people SET title = 'x'", reverse_sql="SELECT 1"),
    ]
""",
}

_OPERATION = re.compile(
    r"^( +)(?:op|batch_op|migrations)\.(?!batch_alter_table)\w+\((?:.*\),?\n|\n(?:\1 .*\n)*\1\),?\n)", re.MULTILINE
)
"""A statement or element that changes the database, on one line or up to the bracket that stands below its start."""

_WORD = re.compile(r'(?<=")(?<!table_name=")(\w+)(?=")')
"""A name. An index that goes needs no table: its own name is enough for most databases."""

_EDITS = (
    ("length=80", "length=81"),
    ("max_length=80", "max_length=81"),
    ("sa.Date()", "sa.Time()"),
    ("sa.DateTime()", "sa.Time()"),
    ("sa.Uuid()", "sa.Text()"),
    ("models.DateField", "models.TimeField"),
    ("models.UUIDField", "models.TextField"),
    ("decimal_places=2", "decimal_places=3"),
    ("nullable=False", "nullable=True"),
    ("nullable=True", "nullable=False"),
    ("null=True", "null=False"),
    ("null=False", "null=True"),
    ("unique=True", "unique=False"),
    (", db_index=True", ""),
    (', ondelete="CASCADE"', ', ondelete="SET NULL"'),
    ('        sa.PrimaryKeyConstraint("id"),\n', ""),
    (', server_default="open"', ""),
    (', db_default="open"', ""),
    ('"paid"]', '"paid", "void"]'),
    ("<>", "<"),
    ("pets (born)", "pets (id)"),
)


def semantic(sample: Files) -> Iterator[Mutant]:
    for path in _modules(sample):
        name, text = _called(path), sample[path].decode()
        start, end = _body(text)
        for one in _OPERATION.finditer(text, start, end):
            without = text[: one.start()] + text[one.end() :]
            if _OPERATION.search(without, start) or name[0] == "0":
                yield _edited(sample, path, f"drop {' '.join(one[0].split())[:60]}", without)
        for word in _WORD.finditer(text, start, end):
            if word[1] not in _MEANING_NOTHING_ELSE:
                other = f"{text[: word.start()]}{word[1]}_other{text[word.end() :]}"
                yield _edited(sample, path, f"call {word[1]} at {word.start()} otherwise", other)
        for old, new in _EDITS:
            if old in text[:end]:
                yield _edited(sample, path, f"{old.strip()} to {new.strip() or 'nothing'}", text.replace(old, new, 1))


_MEANING_NOTHING_ELSE = {"CASCADE"}
"""Words that are no names."""


def _body(text: str) -> tuple[int, int]:
    """From where on the database is changed, and up to where."""
    start = text.find("def upgrade") if "def upgrade" in text else text.index("operations = [")
    end = text.find("def downgrade")
    return start, end if end > 0 else len(text)


def _edited(sample: Files, path: str, what: str, text: str) -> Mutant:
    return Mutant(f"{_called(path)}: {what}", {**sample, path: text.encode()}, _called(path))


def _called(path: str) -> str:
    """What an entry is called: Alembic's as its revision."""
    name = path.rpartition("/")[2].removesuffix(".py")
    return name if name[0] == "0" else name[:2]


def _modules(sample: Files) -> list[str]:
    return sorted(path for path in sample if re.search(r"/[abc0]\w+\.py$", path))


_SAME: Mapping[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "byte order mark": lambda text: f"\N{ZERO WIDTH NO-BREAK SPACE}{text}",
    "comments": lambda text: re.sub(r"\n( +)(?=[a-z])", r"\n\1# It's so.\n\1", text),
    "docstring": lambda text: f'"""What this is for."""\n{text}',
    "indentation": lambda text: re.sub(r"^( +)", r"\1\1", text, flags=re.MULTILINE),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "module's name": lambda text: re.sub(r"\bsa\.", "sqlalchemy.", text.replace("sqlalchemy as sa", "sqlalchemy")),
    "name of models": lambda text: re.sub(r"(?<!\.)models\.", "m.", text.replace("s, models", "s, models as m")),
    "quotes": lambda text: text if "'" in text else text.replace('"', "'"),
    "sums": lambda text: text.replace("80", "40 * 2").replace('"pets"', '"pe" + "ts"'),
    "way down": lambda text: re.sub(
        r"(?<=def downgrade\(\) -> None:\n)[\s\S]*", "    raise NotImplementedError\n", text
    ),
    "word before": lambda text: text.replace("def upgrade() -> None:\n", 'def upgrade() -> None:\n    print("next")\n'),
}


def cosmetic(sample: Files) -> Iterator[Mutant]:
    for path in _modules(sample):
        text = sample[path].decode()
        for what, say in _SAME.items():
            if (other := say(text)) != text:
                yield Mutant(f"{what} in {path}", {**sample, path: other.encode()})
