"""The apps of a repository: https://docs.djangoproject.com/en/5.2/ref/applications/."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.values import ClassValue, Value


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


def containing(apps: Iterable[App], path: str) -> App | None:
    """The app that a module belongs to: the innermost whose package holds it."""
    return max((app for app in apps if app.holds(path)), key=lambda app: len(app.folder), default=None)
