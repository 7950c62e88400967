"""Fields as code writes them: `models.CharField("Name", max_length=80)`, or an instance of a class of its own."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.kinds import KINDS, lineage
from datamodel_check.extract.schema.django.metadata import Field
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, ClassValue, Constant, Value


class _Class(NamedTuple):
    """What class a field has: Django's own, and those of the repository between it and that, the nearest first."""

    kind: str
    written: str
    own: Sequence[ClassValue] = ()


class Fields:
    """Reads fields."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, name: str, value: Value | None, location: Location) -> Field | None:
        """The field that a value is; None of what is no field, as far as anybody can know."""
        if not isinstance(value, Application):
            return None
        found = self._class(value.callee)
        if found is None:
            return None
        options = {**_given(found.kind), **_bound(found.kind, value)}
        return Field(name, found.kind, options, location, found.written)

    def _class(self, value: Value) -> _Class | None:
        if not isinstance(value, ClassValue):
            kind = _kind(value)
            return _Class(kind, known.dotted(value) or kind) if kind else None
        order = self._reader.program.mro(value)
        for position, base in enumerate(order):
            kind = _kind(base)
            if kind:
                own = [one for one in order[:position] if isinstance(one, ClassValue)]
                return _Class(kind, self._reader.program.describe(value), own)
        return None


def _kind(value: Value) -> str | None:
    found = known.name(value)
    return found if found in KINDS else None


def _given(kind: str) -> Mapping[str, Value]:
    """The options that the constructors of Django's own classes set."""
    found: dict[str, Value] = {}
    for one in reversed(list(lineage(kind))):
        found.update({name: Constant(value) for name, value in KINDS[one].given.items()})  # type: ignore[arg-type]
    return found


def _bound(kind: str, call: Application) -> Mapping[str, Value]:
    """The arguments of a constructor by their names."""
    return {**dict(zip(KINDS[kind].parameters, call.arguments, strict=False)), **call.keywords}
