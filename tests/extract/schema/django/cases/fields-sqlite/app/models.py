import uuid

from django.db import models
from django.db.models import Q

from .fields import CodeField, MoneyField, NumberField, SortedField


class Every(models.Model):
    small_id = models.SmallAutoField(primary_key=True)
    big = models.BigIntegerField()
    binary = models.BinaryField(max_length=20)
    boolean = models.BooleanField(default=False)
    char = models.CharField(max_length=10, db_index=True)
    date = models.DateField(auto_now=True)
    moment = models.DateTimeField("When", null=True)
    decimal = models.DecimalField("Price", "decimal", 9, 3)
    duration = models.DurationField()
    email = models.EmailField(blank=True)
    file = models.FileField(upload_to="files")
    path = models.FilePathField(path="/data")
    float = models.FloatField()
    address = models.GenericIPAddressField()
    image = models.ImageField("Picture", null=True)
    number = models.IntegerField()
    json = models.JSONField(default=dict)
    positive_big = models.PositiveBigIntegerField()
    positive = models.PositiveIntegerField(db_column="plus")
    positive_small = models.PositiveSmallIntegerField()
    slug = models.SlugField()
    small = models.SmallIntegerField()
    text = models.TextField()
    time = models.TimeField()
    url = models.URLField("Link", "url", max_length=300)
    uuid = models.UUIDField(default=uuid.uuid4, unique=True)
    code = CodeField(unique=True)
    money = MoneyField(null=True)
    typed = NumberField()
    sorted = SortedField("char", help_text="Made of char")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(boolean=True) | Q(number__range=(1, 5)), name="true_or_small"),
            models.CheckConstraint(condition=~Q(char="x") & Q(text__isnull=False, number__gt=0), name="joined"),
        ]


class Pointing(models.Model):
    every = models.ForeignKey(Every, models.CASCADE)
    code = models.ForeignKey(Every, models.CASCADE, to_field="code", related_name="+", db_column="every_code")
    other = models.OneToOneField("Keyed", models.CASCADE, null=True, related_name="+")
    many = models.ManyToManyField("Keyed", db_constraint=False)


class Keyed(models.Model):
    id = models.PositiveIntegerField(primary_key=True)


class Chained(models.Model):
    keyed = models.OneToOneField(Keyed, models.CASCADE, primary_key=True)


class ChainedAgain(models.Model):
    chained = models.OneToOneField(Chained, models.CASCADE, primary_key=True)
    big = models.ForeignKey("Pointing", models.CASCADE, null=True)
