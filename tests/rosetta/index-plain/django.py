from django.db import models


class Log(models.Model):
    id = models.IntegerField(primary_key=True)
    actor = models.TextField(null=True)
    action = models.TextField(null=True, unique=True)
    level = models.IntegerField(null=True)

    class Meta:
        db_table = "log"
        indexes = [models.Index(fields=["actor"], name="log_actor_idx"), models.Index(fields=["actor", "action"])]
        constraints = [models.UniqueConstraint(fields=["level", "action"], name="log_level_idx")]
