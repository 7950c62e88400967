from django.db import models


class User(models.Model):
    id = models.IntegerField(primary_key=True)
    email = models.TextField(unique=True)
    handle = models.TextField(null=True, unique=True)
    phone = models.TextField(null=True)
    code = models.TextField(null=True)

    class Meta:
        db_table = "user"
        unique_together = ("code",)
        constraints = [models.UniqueConstraint(fields=["phone"], name="user_phone_key", nulls_distinct=False)]
