"""One project: its apps, and their models by app and name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App
from datamodel_check.extract.schema.django.contrib import CLASSES
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Application, ClassValue, Value

_DEEPEST = 40


class Project(NamedTuple):
    """The models of the apps that are installed together."""

    apps: Sequence[App]
    models: Mapping[Key, Model]
    dialect: Dialect = "postgresql"
    user_model: str = "auth.User"
    by_class: Mapping[int, Key] = {}
    """The models by the identity of their classes."""

    def target(self, field: Field, model: Model) -> Key | None:
        """The model that a relation points to; None where it cannot be told."""
        return self.meant(field.option("to"), model)

    def meant(self, value: Value | None, model: Model) -> Key | None:
        """The model that a class, its name or `settings.AUTH_USER_MODEL` stands for."""
        key = self._named(value, model)
        found = self.models.get(key) if key else None
        if found is not None and string(found.options.get("swappable")) == "AUTH_USER_MODEL" and found.outside:
            return _key(self.user_model, model)
        return key

    def _named(self, value: Value | None, model: Model) -> Key | None:
        if isinstance(value, ClassValue):
            return self.by_class.get(id(value))
        if (dotted := known.dotted(value)) in CLASSES:
            return CLASSES[dotted or ""]
        text = self.user_model if _is_user(value) else _swapped(value) or string(value)
        if text == "settings.AUTH_USER_MODEL":
            text = self.user_model
        return None if text is None else _key(text, model)

    def concrete(self, key: Key) -> Model | None:
        """A model, of a proxy the one that it stands for."""
        found = self.models.get(key)
        for _ in range(_DEEPEST):
            if found is None or not known.is_true(found.options.get("proxy")) or not found.parents:
                return found
            found = self.models.get(found.parents[0])
        return found

    def field(self, model: Model, name: str) -> tuple[Model, Field] | None:
        """A field of a model or of one that it extends, and whose it is."""
        pending = [model]
        for _ in range(_DEEPEST):
            if not pending:
                return None
            here = pending.pop(0)
            found = here.field(name)
            if found is not None:
                return here, found
            pending += [above for key in here.parents if (above := self.models.get(key))]
        return None


def _key(text: str, model: Model) -> Key:
    if text == "self":
        return model.key
    app, _, name = text.rpartition(".")
    return app or model.app, name.lower()


def _swapped(value: Value | None) -> str | None:
    """`swapper.get_model_name("shop", "Order")`, of a model that projects may replace."""
    if not isinstance(value, Application) or known.dotted(value.callee) not in _SWAPPER:
        return None
    app, name = (string(one) for one in (*value.arguments, None, None)[:2])
    return f"{app}.{name}" if app and name else None


_SWAPPER = frozenset({"swapper.get_model_name", "swapper.load_model"})


def _is_user(value: Value | None) -> bool:
    callee = value.callee if isinstance(value, Application) else value
    return known.dotted(callee) in _USER


_USER = frozenset({"django.conf.settings.AUTH_USER_MODEL", "django.contrib.auth.get_user_model"})
