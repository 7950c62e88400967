# class Commented(models.Model): pass
from django.db import models

"""
class Documented(models.Model):
    pass
"""


class Only(models.Model):  # the name
    # title = models.TextField()
    id = models.IntegerField(primary_key=True)

    class Meta:
        db_table = "only"


TEXT = "class Quoted(models.Model): pass"
