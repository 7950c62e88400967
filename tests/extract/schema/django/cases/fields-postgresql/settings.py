import os

SECRET_KEY = "secret"
INSTALLED_APPS = ["app"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ.get("DATABASE", "app")}}
SILENCED_SYSTEM_CHECKS = ["fields.E210"]
