from django.db import models
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3"}}, INSTALLED_APPS=["app"])


class Event(models.Model):
    id = models.IntegerField(primary_key=True)

    class Meta:
        db_table = "event"


class Ticket(models.Model):
    id = models.AutoField(primary_key=True)

    class Meta:
        db_table = "ticket"
