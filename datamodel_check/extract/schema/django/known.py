"""What comes from Django, by the name under which it is known."""

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Application, Constant, External, Value

INDEX = External("django", ("db", "models", "Index"))
"""Stands for the class of plain indexes."""

_HOLDERS = (
    ("contrib", "auth"),
    ("contrib", "contenttypes"),
    ("contrib", "gis", "db"),
    ("contrib", "postgres"),
    ("contrib", "sites"),
    ("core",),
    ("db",),
)
"""Packages of Django whose names mean the same wherever in them they are imported from."""


def dotted(value: Value | None) -> str | None:
    """The whole name of something outside the repository: `django.db.models.CharField`."""
    found = symbol(value) if value is not None else None
    return None if found is None else ".".join((found.package, *found.path))


def name(value: Value | None) -> str | None:
    """What a value is called in Django: `CharField`, `CASCADE`; None of what does not come from there."""
    found = symbol(value) if value is not None else None
    if found is None or found.package != "django" or not any(found.path[: len(h)] == h for h in _HOLDERS):
        return None
    return found.path[-1]


def called(value: Value | None) -> str | None:
    """The class or function of Django that is called."""
    return name(value.callee) if isinstance(value, Application) else None


def is_true(value: Value | None) -> bool:
    """Whether a value is known to be true in Python's sense."""
    return isinstance(value, Constant) and bool(value.value)


def is_none(value: Value | None) -> bool:
    """Whether nothing is given, or `None` itself."""
    return value is None or (isinstance(value, Constant) and value.value is None)


def number(value: Value | None) -> int | None:
    known = value.value if isinstance(value, Constant) else None
    return known if isinstance(known, int) and not isinstance(known, bool) else None


def is_false(value: Value | None) -> bool:
    """Whether a value is given and known to be false."""
    return isinstance(value, Constant) and not value.value
