from django.db import models

SHORT = 20
LEVELS = ["low", "high"]


class Size(models.TextChoices):
    SMALL = "small", "Small"
    LARGE = "large"


class FixedField(models.CharField):
    def db_type(self, connection):
        return "char" if self.max_length is None else f"char({self.max_length})"


class Words(models.Model):
    id = models.IntegerField(primary_key=True)
    plain = models.TextField(null=True)
    limited = models.CharField(max_length=255, null=True)
    unlimited = models.CharField(null=True)
    constant = models.CharField(max_length=SHORT * 2, null=True)
    fixed = FixedField(max_length=3, null=True)
    letter = FixedField(null=True)
    level = models.TextField(choices=[(level, level.title()) for level in LEVELS], null=True)
    size = models.CharField(max_length=10, choices=Size.choices, null=True)

    class Meta:
        db_table = "words"
