"""The settings of projects, read and never run: https://docs.djangoproject.com/en/5.2/topics/settings/."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Application, Constant, ListValue, ObjectValue, Unresolved, Value

_NAMED = re.compile(rb"""DJANGO_SETTINGS_MODULE['"]\s*[,\]=]+\s*['"]([\w.]+)['"]""")

_ENGINES: Mapping[str, Dialect] = {
    "cockroach": "cockroachdb",
    "mariadb": "mysql",
    "mysql": "mysql",
    "postgis": "postgresql",
    "postgres": "postgresql",
    "psqlextra": "postgresql",
    "spatialite": "sqlite",
    "sqlite": "sqlite",
}
"""Parts of the names of backends, and of the schemes of URLs."""

_SUPPORTED: frozenset[Dialect] = frozenset({"mysql", "postgresql", "sqlite"})


class Configuration(NamedTuple):
    """What one settings module says."""

    path: str
    values: Mapping[str, Value]

    @property
    def apps(self) -> ListValue | None:
        found = self.values.get("INSTALLED_APPS")
        return found if isinstance(found, ListValue) else None

    @property
    def user_model(self) -> str:
        return string(self.values.get("AUTH_USER_MODEL")) or "auth.User"

    @property
    def auto_field(self) -> Value | None:
        return self.values.get("DEFAULT_AUTO_FIELD")

    @property
    def dialect(self) -> Dialect | None:
        """The database of the alias `default`; None where it cannot be told."""
        databases = self.values.get("DATABASES")
        default = databases.entries.get("default") if isinstance(databases, ObjectValue) else databases
        return next((found for text in _texts(default, 0) if (found := _dialect(text))), None)


def configurations(reader: Reader, files: Sequence[str]) -> list[Configuration]:
    """The settings of the repository: those that programs name, else every module that installs apps."""
    named = [path for file in files for path in _named(reader, file)]
    paths = dict.fromkeys(named or sorted(_likely(reader, files), key=_rank))
    found = [one for path in paths if (one := _configuration(reader, path)) is not None]
    return [*found, *(one for path in files if (one := _configured(reader, path)) is not None)]


def templates(reader: Reader, files: Iterable[str]) -> list[str]:
    """The folders that `startproject --template` fills in: no project of this repository.

    https://docs.djangoproject.com/en/5.2/ref/django-admin/#startproject
    """
    found = []
    for path in files:
        if path.endswith(_PROGRAMS) and b"{{ project_name }}" in reader.program.tree.read(path):
            parts = path.split("/")[:-1]
            depth = next((i for i, part in enumerate(parts, 1) if "template" in part), len(parts))
            found.append("/".join(parts[:depth]))
    return list(dict.fromkeys(one for one in found if one))


_PROGRAMS = ("asgi.py", "base.py", "manage.py", "settings.py", "wsgi.py")


def _named(reader: Reader, path: str) -> Iterator[str]:
    """The modules that `os.environ.setdefault("DJANGO_SETTINGS_MODULE", …)` names."""
    if path.rpartition("/")[2] not in ("asgi.py", "celery.py", "manage.py", "wsgi.py"):
        return
    for name in _NAMED.findall(reader.program.tree.read(path)):
        found = reader.program.resolve(name.decode(), path)
        if found is not None and found.endswith(".py"):
            yield found


def _likely(reader: Reader, files: Iterable[str]) -> Iterator[str]:
    for path in files:
        likely = "settings" in path or "config" in path or path.endswith("/base.py")
        if likely and b"INSTALLED_APPS" in reader.program.tree.read(path):
            yield path


def _rank(path: str) -> tuple[int, int, str]:
    """The settings of production before those of tests and of a developer's machine."""
    name = path.rpartition("/")[2].removesuffix(".py")
    order = {"production": 0, "prod": 0, "settings": 1, "__init__": 1, "base": 2, "common": 2}
    return order.get(name, 5 if name.startswith(("dev", "local", "test")) else 3), path.count("/"), path


def _configuration(reader: Reader, path: str) -> Configuration | None:
    values = {one.name: one.value for one in reader.program.exports(path) if one.name.isupper()}
    return Configuration(path, values) if "INSTALLED_APPS" in values else None


def _configured(reader: Reader, path: str) -> Configuration | None:
    """`settings.configure(INSTALLED_APPS=[…])`."""
    if b"settings.configure" not in reader.program.tree.read(path):
        return None
    for effect in reader.program.effects(path):
        if isinstance(effect, Application) and known.dotted(effect.callee) == "django.conf.settings.configure":
            return Configuration(path, effect.keywords)
    return None


# --- databases -------------------------------------------------------------------------------------------------------


def _texts(value: Value | None, depth: int) -> Iterator[str]:
    """The texts that may say which database it is: `ENGINE`, or the URL that a function is given."""
    if depth > _DEEPEST:
        return
    match value:
        case Constant(str() as text):
            yield text
        case ObjectValue():
            yield from _texts(value.entries.get("ENGINE"), depth + 1)
            for unknown in value.open:
                yield from _texts(unknown, depth + 1)
        case Application():
            for one in (*value.arguments, *value.keywords.values()):
                yield from _texts(one, depth + 1)
        case Unresolved():
            yield from (part for part in value.parts if isinstance(part, str))
            for inner in (value.value, *value.alternatives):
                yield from _texts(inner, depth + 1)
        case _:
            return


_DEEPEST = 12


def _dialect(text: str) -> Dialect | None:
    named = text.partition(":")[0].lower() if "://" in text else text.lower() if "." in text else ""
    return next((dialect for part, dialect in _ENGINES.items() if part in named and dialect in _SUPPORTED), None)


# --- apps ------------------------------------------------------------------------------------------------------------


def installed(reader: Reader, configuration: Configuration) -> tuple[dict[str, str | None], bool]:
    """The folders of the installed apps, each with the `AppConfig` that is named; and whether there may be more."""
    listed = configuration.apps
    if listed is None:
        return {}, True
    found: dict[str, str | None] = {}
    for item in listed.items:
        name = string(item)
        place = _folder(reader, name, configuration.path) if name else None
        if place is not None:
            found[place[0]] = place[1]
    return found, bool(listed.open) or any(string(item) is None for item in listed.items)


def _folder(reader: Reader, name: str, importer: str) -> tuple[str, str | None] | None:
    """`shop` and `shop.apps.ShopConfig` → the folder of `shop`, and the class."""
    found = reader.program.resolve(name, importer)
    if found is not None:
        return _directory(found), None
    module, _, config = name.rpartition(".")
    path = reader.program.resolve(module, importer) if module else None
    return None if path is None else (path.rpartition("/")[0], config)


def _directory(path: str) -> str:
    return path.rstrip("/") if path.endswith("/") else path.rpartition("/")[0]


def place_of(configuration: Configuration) -> Location:
    return Location(configuration.path, NOWHERE)
