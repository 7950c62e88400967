from django.contrib.postgres.fields import ArrayField, BigIntegerRangeField, DateRangeField, DateTimeRangeField
from django.contrib.postgres.fields import DecimalRangeField, HStoreField, IntegerRangeField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Every(models.Model):
    tags = ArrayField(models.CharField(max_length=10), default=list)
    board = ArrayField(ArrayField(models.IntegerField(null=True), size=3), size=3, null=True)
    big = BigIntegerRangeField()
    days = DateRangeField()
    times = DateTimeRangeField()
    prices = DecimalRangeField()
    extra = HStoreField(null=True)
    ages = IntegerRangeField()
    words = SearchVectorField(null=True)
    pair = models.CompositePrimaryKey("tags", "days")

    class Meta:
        indexes = [GinIndex(fields=["words"]), BrinIndex(fields=["days"], name="days_brin")]
        default_related_name = "every"
