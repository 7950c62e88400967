from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from .fields import CodeField


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    SOLD = "sold", "Sold"


class Stamped(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Shelf(models.Model):
    name = models.CharField(max_length=20, unique=True)


class Genre(models.Model):
    name = models.CharField(max_length=40)
    parent = models.ForeignKey("self", models.CASCADE, null=True)


class Book(Stamped):
    title = models.CharField("Title", max_length=100, db_index=True)
    code = CodeField(unique=True)
    state = models.CharField(max_length=5, choices=State.choices, default=State.DRAFT)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    pages = models.PositiveIntegerField(null=True, db_comment="How many")
    rank = models.IntegerField(db_default=0)
    labels = ArrayField(models.CharField(max_length=10), default=list)
    shelf = models.ForeignKey(Shelf, on_delete=models.PROTECT, related_name="books")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    genres = models.ManyToManyField(Genre, related_name="books")

    class Meta:
        db_table_comment = "All books"
        unique_together = [("title", "shelf")]
        indexes = [
            models.Index(fields=["state", "-price"], name="by_state"),
            models.Index(Lower("title"), name="by_title"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0) & ~Q(title=""), name="price_not_negative"),
            models.CheckConstraint(condition=Q(state="sold") | Q(pages__isnull=True, rank__lt=5), name="ranked"),
            models.UniqueConstraint(fields=["title"], condition=Q(state="sold"), name="sold_once"),
        ]


class Novel(Book):
    plot = models.TextField(blank=True)


class Chapter(models.Model):
    book = models.ForeignKey(Book, models.CASCADE)
    number = models.SmallIntegerField()

    class Meta:
        db_table = "chapters"
        order_with_respect_to = "book"
