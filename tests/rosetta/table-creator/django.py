from django.db import models

PREFIX = "shop"


class Post(models.Model):
    id = models.IntegerField(primary_key=True)
    title = models.TextField(null=True, unique=True)

    class Meta:
        db_table = f"{PREFIX}_post"
        indexes = [models.Index(fields=["title"], name="title_idx")]


class Reply(models.Model):
    id = models.IntegerField(primary_key=True)
    post = models.ForeignKey("Post", models.PROTECT, to_field="title", db_column="post", null=True, db_index=False)

    class Meta:
        db_table = "%s_reply" % PREFIX
