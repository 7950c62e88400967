from django.db import models

STRICT = True
MODES = {"loose": 0, "strict": 1}
LIMIT = 10 if STRICT else 20
NAME = MODES["strict"] == 1 and "strict"


class Rule(models.Model):
    id = models.IntegerField(primary_key=True)
    if STRICT:
        reason = models.TextField()
    else:
        never = models.TextField()
    limit = models.IntegerField(null=True, db_default=LIMIT or 5)

    class Meta:
        db_table = f"rule_{NAME or 'none'}"
