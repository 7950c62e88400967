from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
    label = "folk"
    default_auto_field = "django.db.models.AutoField"
