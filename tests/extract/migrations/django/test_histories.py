"""In which order Django's migrations run, what they do, and what is wrong with them."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.model.snapshot import Snapshot
from tests.extract.vocabulary import snapshot

MODELS = """
    from django.db import models

    class Author(models.Model):
        name = models.CharField(max_length=100)
    """

INITIAL = """
    from django.db import migrations, models

    class Migration(migrations.Migration):
        operations = [
            migrations.CreateModel(
                "Author",
                [
                    ("id", models.AutoField(primary_key=True)),
                    ("name", models.CharField(max_length=100)),
                ],
            )
        ]
    """


def later(*operations: str, after: str = '("shop", "0001_initial")', more: str = "") -> str:
    return f"""
    from django.conf import settings
    from django.contrib.postgres.operations import TrigramExtension
    from django.db import migrations, models

    class Migration(migrations.Migration):
        dependencies = [{after}]
        {more}
        operations = [{", ".join(operations)}]
    """


def shop(models: str = MODELS, **migrations: str) -> Mapping[str, str]:
    return {"shop/models.py": models} | {
        f"shop/migrations/{name.removeprefix('m')}.py": text for name, text in migrations.items()
    }


def told(found: Snapshot) -> str:
    lines: list[str] = []
    for history in found.migrations:
        lines.append(f"{history.folder} ({', '.join(table.key for table in history.tables)})")
        lines += [f"  {one.id}: {', '.join(one.operations)}" for one in history.entries]
        lines += [f"  {one.kind}: {one.message}" for one in history.irregularities]
        lines += [f"  {one.kind} {one.subject}: {one.text}" for one in history.pending]
    lines += [f"{one.code} {one.location}: {one.message}" for one in found.diagnostics]
    return "\n".join(lines)


def tells(files: Mapping[str, str], expected: str) -> None:
    assert told(snapshot(files)) == dedent(expected).strip("\n")


def test_nothing() -> None:
    tells(shop(), "")
    tells(shop(m__init__=""), "")


def test_migrations_that_agree() -> None:
    tells(
        shop(m0001_initial=INITIAL),
        """
        shop/migrations (shop_author)
          0001_initial: create model Author
        """,
    )


def test_a_model_that_has_moved_on() -> None:
    models = MODELS + "    born = models.DateField(null=True)\n\n    class Book(models.Model):\n        pass\n"
    tells(
        shop(models.replace("100", "120").replace("    born", "        born"), m0001_initial=INITIAL),
        """
        shop/migrations (shop_author)
          0001_initial: create model Author
          added shop_book: create model Book
          added shop_author.born: add field born to author
          changed shop_author.name: alter field name on author
        """,
    )


def test_what_operations_do() -> None:
    change = later(
        'migrations.RenameModel("Author", "Writer")',
        'migrations.RenameField("writer", "name", "title")',
        "TrigramExtension()",
        'migrations.AlterModelTable("writer", "writers")',
        'migrations.AlterModelOptions("writer", {"verbose_name": "x"})',
        'migrations.RunSQL("select 1")',
    )
    tells(
        shop(
            MODELS.replace("Author", "Writer").replace("name", "title") + WRITERS, m0001_initial=INITIAL, m0002_x=change
        ),
        """
        shop/migrations (writers)
          0001_initial: create model Author
          0002_x: rename model Author to Writer, rename field name on writer to title, rename table for writer to \
writers, change Meta options on writer, raw SQL operation
        """,
    )


WRITERS = """
        class Meta:
            db_table = "writers"
    """


def test_several_leaves() -> None:
    first, second = (later(f'migrations.AddField("author", "{name}", models.TextField())') for name in "ab")
    tells(
        shop(m0001_initial=INITIAL, m0002_a=first, m0002_b=second),
        """
        shop/migrations (shop_author)
          0001_initial: create model Author
          0002_a: add field a to author
          0002_b: add field b to author
          fork: conflicting migrations: multiple leaf nodes in the migration graph (0002_a, 0002_b in shop)
        """,
    )


def test_a_migration_that_is_missing() -> None:
    change = later('migrations.AddField("author", "a", models.TextField())', after='("shop", "0002_gone")')
    tells(
        shop(m0001_initial=INITIAL, m0003_a=change),
        """
        shop/migrations (shop_author)
          0001_initial: create model Author
          0003_a: add field a to author
          fork: conflicting migrations: multiple leaf nodes in the migration graph (0001_initial, 0003_a in shop)
          missing: migration shop.0003_a depends on shop.0002_gone, which is not there
        """,
    )


def test_squashed_migrations_stand_for_those_that_they_replace() -> None:
    change = later('migrations.AddField("author", "a", models.TextField())')
    squashed = INITIAL.replace(
        "operations", 'replaces = [("shop", "0001_initial"), ("shop", "0002_a")]\n        operations'
    ).replace("max_length=100)", "max_length=100)), ('a', models.TextField()")
    last = later('migrations.RemoveField("author", "a")', after='("shop", "0002_a")')
    tells(
        shop(m0001_initial=INITIAL, m0002_a=change, m0001_squashed_0002_a=squashed, m0003_b=last),
        """
        shop/migrations (shop_author)
          0001_squashed_0002_a: create model Author
          0003_b: remove field a from author
        """,
    )


def test_other_apps_wait_for_one_another() -> None:
    books = MODELS.replace("name", "author").replace(
        "models.CharField(max_length=100)", 'models.ForeignKey("shop.Author", models.CASCADE)'
    )
    initial = later(
        'migrations.CreateModel("Author", [("id", models.AutoField(primary_key=True)), '
        '("author", models.ForeignKey("shop.Author", models.CASCADE))])',
        after='("shop", "__first__"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)',
    )
    files = {"books/models.py": books, "books/migrations/0001_initial.py": initial, **shop(m0001_initial=INITIAL)}
    tells(
        files,
        """
        books/migrations (books_author)
          0001_initial: create model Author
        shop/migrations (shop_author)
          0001_initial: create model Author
        """,
    )


def test_an_operation_that_nobody_knows_is_said_and_nothing_is_compared() -> None:
    change = later("Secret()").replace("from django.db", "from secrets_of_others import Secret\n    from django.db")
    tells(
        shop(MODELS.replace("100", "120"), m0001_initial=INITIAL, m0002_secret=change),
        """
        shop/migrations (shop_author)
          0001_initial: create model Author
          0002_secret:\N{SPACE}
        unreadable shop/migrations/0002_secret.py:10: an operation of the migration 0002_secret: Secret() is not known
        """,
    )


def test_models_that_somebody_else_migrates() -> None:
    unmanaged = INITIAL.replace("),\n                ],", '),\n                ],\n                {"managed": False},')
    assert unmanaged != INITIAL
    models = MODELS.replace("100)", "120)\n\n        class Meta:\n            managed = False")
    tells(
        shop(models, m0001_initial=unmanaged),
        """
        shop/migrations ()
          0001_initial: create model Author
        unresolved shop/migrations/0001_initial.py:2: Django is used here, but no table was found
        """,
    )
