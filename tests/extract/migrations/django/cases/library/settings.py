SECRET_KEY = "secret"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "people", "shop"]
DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "library"}}
AUTH_USER_MODEL = "people.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
