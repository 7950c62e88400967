from django.db import models


class Page(models.Model):
    id = models.IntegerField(primary_key=True)
    site = models.IntegerField()
    path = models.TextField()
    locale = models.TextField(null=True)

    class Meta:
        db_table = "page"
        unique_together = [("site", "path"), ["locale"]]
        constraints = [
            models.UniqueConstraint(fields=["path", "site", "locale"], name="page_locale_key", nulls_distinct=False)
        ]
