from django.db import models


class Row(models.Model):
    id = models.IntegerField(primary_key=True)
    one = models.IntegerField(null=True)
    ten = models.IntegerField(null=True)
    zebra = models.TextField(null=True)
    apple = models.TextField(null=True)
    mango = models.TextField(null=True)

    class Meta:
        db_table = "row"
