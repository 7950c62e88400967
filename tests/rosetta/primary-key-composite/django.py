from django.db import models


class Membership(models.Model):
    pk = models.CompositePrimaryKey("team", "person")
    team = models.TextField()
    person = models.IntegerField()
    role = models.TextField(null=True)

    class Meta:
        db_table = "membership"


class Vote(models.Model):
    pk = models.CompositePrimaryKey("voter", "poll")
    poll = models.IntegerField()
    voter = models.IntegerField()

    class Meta:
        db_table = "vote"


class Single(models.Model):
    id = models.IntegerField(primary_key=True)

    class Meta:
        db_table = "single"
