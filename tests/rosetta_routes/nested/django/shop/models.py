from django.db import models


class Book(models.Model):
    class Meta:
        db_table = "books"


class Loan(models.Model):
    class Meta:
        db_table = "loans"
