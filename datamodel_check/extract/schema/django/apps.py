"""The apps of a repository: https://docs.djangoproject.com/en/5.2/ref/applications/."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Constant, Value


class App(NamedTuple):
    """An app: the folder of its package, its label, and the class of fields for keys that nobody declares."""

    folder: str
    label: str
    location: Location
    auto_field: Value | None = None

    def holds(self, path: str) -> bool:
        return not self.folder or path.startswith(f"{self.folder}/")


def apps_of_tree(reader: Reader, modules: Iterable[str], files: Sequence[str]) -> list[App]:
    """The apps that the folders of a repository are: those with an `AppConfig`, and those that hold `models`.

    `modules` are the files that may declare models, `files` all that concern Django.
    """
    found = {app.folder: app for path in files for app in configured(reader, path)}
    for path in modules:
        folder = _of_models(path)
        if folder != path and folder not in found:
            found[folder] = App(folder, folder.rpartition("/")[2], Location(path, NOWHERE))
    return [found[folder] for folder in sorted(found)]


def _of_models(path: str) -> str:
    """The folder of the app whose models a file holds by its name; of any other file that itself."""
    return path.partition("/models/")[0] if "/models/" in path else path.removesuffix("/models.py")


def configured(reader: Reader, path: str) -> Iterator[App]:
    """The apps that the classes of an `apps.py` configure."""
    if not path.endswith(("/apps.py", "/__init__.py")) and path != "apps.py":
        return
    for binding in reader.program.bindings(path):
        if isinstance(binding.value, ClassValue) and _is_config(reader, binding.value):
            yield _app(reader, binding.value, path)


def _is_config(reader: Reader, value: ClassValue) -> bool:
    return any(known.dotted(base) in _CONFIGS for base in reader.program.mro(value)[1:])


_CONFIGS = ("django.apps.AppConfig", "django.apps.config.AppConfig")


def _app(reader: Reader, value: ClassValue, path: str) -> App:
    folder = path.rpartition("/")[0]
    label = string(attribute(reader, value, "label")) or _name(reader, value, folder).rpartition(".")[2]
    place = Location(path, value.declaration.span)
    return App(folder, label, place, attribute(reader, value, "default_auto_field"))


def _name(reader: Reader, value: ClassValue, folder: str) -> str:
    return string(attribute(reader, value, "name")) or folder.replace("/", ".")


def attribute(reader: Reader, value: ClassValue, name: str) -> Value | None:
    """What a class, or one that it inherits from, says of a name; None where nobody does."""
    for holder in reader.program.mro(value):
        for one in reader.program.attributes(holder) if isinstance(holder, ClassValue) else ():
            if one.name == name and one.value is not None:
                return one.value
    return None


def usual_key(program: Program, path: str) -> Value | None:
    """The class of keys that nobody declares: since Django 6.0 a big one.

    https://docs.djangoproject.com/en/6.0/releases/6.0/#default-auto-field-setting-now-defaults-to-bigautofield
    """
    folder = path.rpartition("/")[0]
    while True:
        for name in _REQUIREMENTS:
            file = f"{folder}/{name}" if folder else name
            asked = _DJANGO.search(program.tree.read(file)) if file in program.tree else None
            if asked:
                return Constant("django.db.models.BigAutoField") if int(asked[1]) >= _BIG else None
        if not folder:
            return None
        folder = folder.rpartition("/")[0]


_REQUIREMENTS = ("pyproject.toml", "requirements.txt", "requirements/base.txt", "setup.cfg", "setup.py", "Pipfile")

_DJANGO = re.compile(
    rb"""^[ \t"'-]{0,20}django["']? {0,4}(?:\[[\w,]{0,40}\])? {0,4}[=~>]{1,2} {0,4}["']?[=^~>]{0,2} {0,4}(\d{1,4})""",
    re.IGNORECASE | re.MULTILINE,
)
"""`Django==6.0.8`, `"django>=6.0,<7"`, `django = "^6.0"`."""

_BIG = 6
"""The first version of Django whose keys are big."""


def containing(apps: Iterable[App], path: str) -> App | None:
    """The app that a module belongs to: the innermost whose package holds it."""
    return max((app for app in apps if app.holds(path)), key=lambda app: len(app.folder), default=None)
