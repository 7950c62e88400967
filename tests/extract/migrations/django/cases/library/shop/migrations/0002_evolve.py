import django.contrib.postgres.fields
from django.db import migrations, models

TITLE = "by_name"


def fill(apps, schema_editor):
    apps.get_model("shop", "Book").objects.update(position=0)


class Fill(migrations.RunPython):
    def __init__(self):
        super().__init__(fill, migrations.RunPython.noop)


class Migration(migrations.Migration):
    dependencies = [("shop", "0001_initial")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        Fill(),
        migrations.RenameModel("Kind", "Genre"),
        migrations.RenameField(model_name="book", old_name="position", new_name="rank"),
        migrations.AlterField(
            model_name="book",
            name="pages",
            field=models.PositiveIntegerField(db_comment="How many", null=True),
        ),
        migrations.AddField("book", "old", models.TextField(default="")),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL("ALTER TABLE shop_chapter RENAME TO chapters")],
            state_operations=[migrations.AlterModelTable("Chapter", "chapters")],
        ),
        migrations.RunSQL(
            "ALTER TABLE shop_book ADD COLUMN labels varchar(10)[]",
            state_operations=[
                migrations.AddField(
                    "book",
                    "labels",
                    django.contrib.postgres.fields.ArrayField(models.CharField(max_length=10), default=list),
                )
            ],
        ),
        migrations.AddIndex("book", models.Index(fields=["state", "-price"], name=TITLE)),
        migrations.CreateModel("Gone", [("id", models.AutoField(primary_key=True))]),
    ]
