import os

SECRET_KEY = "secret"
INSTALLED_APPS = ["app"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ.get("DATABASE", "app")}}
SILENCED_SYSTEM_CHECKS = ["fields.E210"]
