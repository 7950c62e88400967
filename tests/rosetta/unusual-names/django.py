from django.db import models


class OrderItems(models.Model):
    id = models.IntegerField(primary_key=True)
    two = models.TextField(null=True, db_column="2")
    dash_key = models.TextField(null=True, db_column="dash-key")
    ünïcode = models.TextField(null=True)
    UPPER = models.IntegerField(null=True)
    with_quote = models.TextField(null=True, db_column='with"quote')
    a_or_b = models.TextField(null=True, db_column="a|b")
    constructor = models.TextField(null=True)

    class Meta:
        db_table = "Order Items"
        indexes = [models.Index(fields=["UPPER", "dash_key"], name="Upper Index")]
