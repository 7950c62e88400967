from django.db import models


class Model:
    name = models.TextField()


class models_:
    class Model:
        pass


class Fake(Model):
    id = models.IntegerField(primary_key=True)


class Other(models_.Model):
    id = models.IntegerField(primary_key=True)


class Abstract(models.Model):
    class Meta:
        abstract = True


class Real(models.Model):
    id = models.IntegerField(primary_key=True)
    name = models.TextField(null=True)
    missing = "models.TextField()"

    class Meta:
        db_table = "real"
