from django.db import models


class Note(models.Model):
    id = models.IntegerField(primary_key=True)
    title = models.TextField()
    body = models.TextField(null=True)

    class Meta:
        db_table = "note"
