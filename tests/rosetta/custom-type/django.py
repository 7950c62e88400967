from django.db import models


class CitextField(models.TextField):
    def db_type(self, connection):
        return "citext"


class MoneyField(models.Field):
    def __init__(self, *args, places=2, **kwargs):
        kwargs.update(decimal_places=places, max_digits=12)
        super().__init__(*args, **kwargs)

    def get_internal_type(self):
        return "DecimalField"


class Account(models.Model):
    id = models.IntegerField(primary_key=True)
    email = CitextField(unique=True)
    balance = MoneyField(places=4, null=True)
    limit = MoneyField(null=True)
    key = models.BinaryField(null=True)

    class Meta:
        db_table = "account"
