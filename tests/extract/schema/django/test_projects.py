"""Which apps there are, what they are called, and what settings say of all of them."""

from collections.abc import Mapping

import pytest

from datamodel_check.model.schema import Source
from tests.extract.vocabulary import extracts, snapshot

MODEL = """
    from django.db import models

    class Thing(models.Model):
        pass
    """


def sources(files: Mapping[str, str]) -> tuple[Source, ...]:
    return snapshot(files).sources


def tables(files: Mapping[str, str]) -> list[str]:
    return [table.key for source in sources(files) for table in source.tables]


def settings(apps: str, more: str = "") -> str:
    return f"INSTALLED_APPS = {apps}\n{more}"


CONFIG = """
    from django.apps import AppConfig

    class ShopConfig(AppConfig):
        name = "shop"
        label = "store"
    """


@pytest.mark.parametrize(
    ("path", "table"),
    [
        ("shop/models.py", "shop_thing"),
        ("src/project/shop/models.py", "shop_thing"),
        ("shop/models/__init__.py", "shop_thing"),
        ("shop/models/things.py", "shop_thing"),
        ("shop/models/models.py", "shop_thing"),
    ],
)
def test_an_app_is_called_after_its_folder(path: str, table: str) -> None:
    assert tables({path: MODEL}) == [table]


def test_an_app_has_the_label_of_its_configuration() -> None:
    assert tables({"shop/models.py": MODEL, "shop/apps.py": CONFIG}) == ["store_thing"]
    inherited = CONFIG + "\n    class Other(ShopConfig):\n        pass\n"
    assert tables({"shop/models.py": MODEL, "shop/apps.py": inherited}) == ["store_thing"]


def test_models_of_an_app_may_stand_anywhere_in_it() -> None:
    assert tables({"shop/apps.py": CONFIG, "shop/deep/down.py": MODEL}) == ["store_thing"]


def test_the_label_that_a_model_names() -> None:
    labelled = MODEL.replace("pass", "class Meta:\n            app_label = 'other'")
    assert tables({"shop/models.py": labelled}) == ["other_thing"]


@pytest.mark.parametrize(
    "installed",
    [
        '["shop"]',
        '("shop",)',
        '["django.contrib.auth"] + ["shop"]',
        '["shop.apps.ShopConfig"]',
        '[name for name in ["shop"]]',
    ],
)
def test_only_installed_apps_are_read(installed: str) -> None:
    files = {"shop/models.py": MODEL, "shop/apps.py": CONFIG, "other/models.py": MODEL}
    found = snapshot({**files, "project/settings.py": settings(installed)})
    assert [table.key for source in found.sources for table in source.tables] == ["store_thing"]
    assert [f"{one.path}: {one.reason}" for one in found.passed_over] == [
        "other/models.py: not among the apps of project/settings.py"
    ]


def test_settings_that_are_spread_over_files() -> None:
    files = {
        "shop/models.py": MODEL,
        "other/models.py": MODEL,
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.production")\n',
        "project/settings/base.py": settings(
            '["shop"]', "DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql'}}"
        ),
        "project/settings/production.py": 'from .base import *\nINSTALLED_APPS += ["other"]\n',
        "project/settings/local.py": "from .base import *\nINSTALLED_APPS = []\n",
    }
    (source,) = sources(files)
    assert (source.config, source.dialect) == ("project/settings/production.py", "mysql")
    assert [table.key for table in source.tables] == ["other_thing", "shop_thing"]


@pytest.mark.parametrize(
    ("databases", "dialect"),
    [
        ('{"default": {"ENGINE": "django.db.backends.sqlite3"}}', "sqlite"),
        ('{"default": {"ENGINE": "django.contrib.gis.db.backends.postgis"}}', "postgresql"),
        ('{"default": {"ENGINE": "django_prometheus.db.backends.mysql"}}', "mysql"),
        ('{"default": env.db("DATABASE_URL", default="mysql://user@host/name")}', "mysql"),
        ('{"default": dj_database_url.config(default="sqlite:///db.sqlite3")}', "sqlite"),
        ('{"default": {"ENGINE": os.environ["ENGINE"]}}', "postgresql"),
        ("{}", "postgresql"),
    ],
)
def test_databases(databases: str, dialect: str) -> None:
    imports = "import os\nimport dj_database_url\nimport environ\nenv = environ.Env()\n"
    files = {"shop/models.py": MODEL, "settings.py": imports + settings('["shop"]', f"DATABASES = {databases}\n")}
    assert [source.dialect for source in sources(files)] == [dialect]


@pytest.mark.parametrize(
    ("config", "setting", "expected"),
    [
        ("", "", "integer"),
        ("", 'DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n', "bigint"),
        ('        default_auto_field = "django.db.models.SmallAutoField"\n', "", "smallint"),
        (
            '        default_auto_field = "django.db.models.AutoField"\n',
            'DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"\n',
            "integer",
        ),
    ],
)
def test_keys_that_nobody_declares(config: str, setting: str, expected: str) -> None:
    files = {
        "shop/models.py": MODEL,
        "shop/apps.py": CONFIG + config,
        "settings.py": settings('["shop"]', setting),
    }
    ((table,),) = (source.tables for source in sources(files))
    assert table.columns[0].type == expected


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("pyproject.toml", 'dependencies = [\n  "django>=6.0,<7",\n]\n', "bigint"),
        ("requirements.txt", "colorama==0.4.6\nDjango==6.0.8\n", "bigint"),
        ("requirements.txt", "django-filter==26.1\nDjango==5.2.1\n", "integer"),
        ("Pipfile", '[packages]\ndjango = "~=6.1"\n', "bigint"),
    ],
)
def test_keys_of_django_6_are_big(file: str, text: str, expected: str) -> None:
    ((table,),) = (source.tables for source in sources({file: text, "shop/models.py": MODEL}))
    assert table.columns[0].type == expected


def test_a_template_of_projects_is_none() -> None:
    pattern = settings('["shop"]', 'ROOT_URLCONF = "{{ project_name }}.urls"\n')
    extracts(
        {"a/models.py": MODEL, "a/project_template/settings.py": pattern, "a/project_template/home/models.py": MODEL},
        """
        django:a/models.py postgresql
          table a_thing (Thing)
            id: integer primary key identity by default
        passed over a/project_template/home/models.py: a template of projects
        """,
    )


def test_models_that_are_declared_under_a_test() -> None:
    models = """
    from django.db import models
    from shop.loading import is_registered

    if not is_registered("shop", "Order"):
        class Order(models.Model):
            pass
    """
    loading = """
    from django.apps import apps

    def is_registered(app, name):
        try:
            apps.get_registered_model(app, name)
        except LookupError:
            return False
        else:
            return True
    """
    assert tables({"shop/models.py": models, "shop/loading.py": loading}) == ["shop_order"]


def test_options_that_settings_give() -> None:
    models = """
    from django.conf import settings
    from django.db import models

    class Thing(models.Model):
        name = models.CharField(max_length=settings.LONGEST)
    """
    files = {"shop/models.py": models, "settings.py": settings('["shop"]', "LONGEST = 3 * 7\n")}
    assert [column.type for source in sources(files) for column in source.tables[0].columns] == [
        "integer",
        "varchar(21)",
    ]
