from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("shop", "0002_evolve")]

    operations = [
        migrations.DeleteModel("Gone"),
        migrations.RemoveField("book", "old"),
        migrations.RenameIndex("book", new_name="by_state", old_name="by_name"),
        migrations.AddIndex(model_name="book", index=models.Index(Lower("title"), name="by_title")),
        migrations.AddConstraint(
            model_name="book",
            constraint=models.CheckConstraint(
                condition=models.Q(("price__gte", 0), models.Q(("title", ""), _negated=True)),
                name="price_not_negative",
            ),
        ),
        migrations.AddConstraint(
            model_name="book",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "sold"), models.Q(("pages__isnull", True), ("rank__lt", 5)), _connector="OR"
                ),
                name="ranked",
            ),
        ),
        migrations.AddConstraint(
            model_name="book",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "sold")), fields=("title",), name="sold_once"
            ),
        ),
        migrations.AlterUniqueTogether(name="book", unique_together={("title", "shelf")}),
    ]
