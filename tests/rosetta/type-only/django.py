from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from shop.models import Currency


class Price(models.Model):
    id = models.IntegerField(primary_key=True)
    amount: int | None = models.IntegerField(null=True)
    currency: Currency | None = models.TextField(null=True, choices={"eur": "Euro", "usd": "Dollar"}, db_default="eur")
    note: str

    class Meta:
        db_table = "price"
