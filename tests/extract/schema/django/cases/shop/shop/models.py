from django.contrib.auth import get_user_model
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now, Upper

from .base import Owned, Stamped


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    SOLD = "sold"


class Size(models.IntegerChoices):
    SMALL = 1
    LARGE = 2


class Product(Owned, Stamped):
    name = models.CharField("Name", max_length=100)
    slug = models.SlugField(unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    size = models.IntegerField(choices=Size, db_default=Size.SMALL)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    stock = models.PositiveIntegerField(db_column="in_stock", db_comment="How many there are")
    listed_at = models.DateTimeField(db_default=Now())
    total = models.GeneratedField(
        expression=F("price") * F("stock"),
        output_field=models.DecimalField(max_digits=10, decimal_places=2),
        db_persist=True,
    )
    related = models.ManyToManyField("self")
    tags = models.ManyToManyField("Tag", through="Tagging", related_name="products")
    watchers = models.ManyToManyField(get_user_model(), related_name="watched", db_table="watching")

    class Meta(Owned.Meta):
        db_table_comment = "What is sold"
        indexes = [
            models.Index(fields=["name", "-price"]),
            models.Index(fields=["state"], name="sold_idx", condition=Q(state=State.SOLD)),
            models.Index(Lower("name").desc(), Upper("slug"), name="names_idx"),
        ]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(condition=Q(price__gte=0) & ~Q(name=""), name="price_not_negative"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "sold"]) | Q(stock__isnull=True, price__lt=F("stock") + 5),
                name="%(app_label)s_state",
            ),
            models.UniqueConstraint(fields=["name"], condition=Q(state="sold"), name="sold_once"),
        ]


class Tag(models.Model):
    key = models.CharField(primary_key=True, max_length=20)


class Tagging(models.Model):
    product = models.ForeignKey(Product, models.CASCADE, db_constraint=False)
    tag = models.ForeignKey("shop.Tag", on_delete=models.CASCADE)
    weight = models.SmallIntegerField(default=0)

    class Meta:
        unique_together = [("product", "tag")]
        db_table = "a_table_with_a_name_that_is_so_long_that_the_names_of_keys_are"


class Book(Product):
    isbn = models.CharField(max_length=13, unique=True)
    sequel = models.OneToOneField("self", on_delete=models.CASCADE, null=True)


class Comic(Book):
    book = models.OneToOneField(Book, models.CASCADE, parent_link=True, primary_key=True)


class Note(Stamped):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey()
    writer = models.ForeignKey("folk.Manager", on_delete=models.PROTECT, to_field="username", db_index=False)
    updated_at = None

    class Meta(Stamped.Meta):
        db_table = "note"
        unique_together = ("content_type", "object_id")


class Legacy(models.Model):
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "legacy"
