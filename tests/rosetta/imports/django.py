import django.db.models
from django.db import models as orm
from django.db.models import IntegerField, Model as Base, OneToOneField
from django.db.models.fields import TextField


class First(Base):
    id = IntegerField(primary_key=True)
    text = TextField(null=True)

    class Meta:
        db_table = "first"


class Second(orm.Model):
    id = OneToOneField(First, orm.CASCADE, primary_key=True, db_column="id")

    class Meta:
        db_table = "second"


class Third(django.db.models.Model):
    id = django.db.models.IntegerField(primary_key=True)

    class Meta:
        db_table = "third"


class Fourth(Base):
    id = IntegerField(primary_key=True)

    class Meta:
        db_table = "fourth"
