from django.db import models


class PlainJsonField(models.JSONField):
    def db_type(self, connection):
        return "json"


class Message(models.Model):
    id = models.IntegerField(primary_key=True)
    payload = models.JSONField()
    raw = PlainJsonField(null=True)

    class Meta:
        db_table = "message"
