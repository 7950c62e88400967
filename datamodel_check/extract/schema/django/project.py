"""One project: its apps, and their models by app and name."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.apps import App
from datamodel_check.extract.schema.django.metadata import Field, Key, Model
from datamodel_check.extract.symbols import string
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Application, ClassValue, Value


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
        if isinstance(value, ClassValue):
            return self.by_class.get(id(value))
        text = self.user_model if _is_user(value) else string(value)
        if text == "self":
            return model.key
        if text is None:
            return None
        app, _, name = text.rpartition(".")
        return app or model.app, name.lower()


def _is_user(value: Value | None) -> bool:
    callee = value.callee if isinstance(value, Application) else value
    return known.dotted(callee) in _USER


_USER = frozenset({"django.conf.settings.AUTH_USER_MODEL", "django.contrib.auth.get_user_model"})
