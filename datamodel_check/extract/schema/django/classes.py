"""Classes → models: what `ModelBase.__new__` makes of a class and those that it inherits from.

https://github.com/django/django/blob/stable/5.2.x/django/db/models/base.py
"""

from collections.abc import Iterator, Mapping, Sequence

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.fields import Fields
from datamodel_check.extract.schema.django.metadata import Field
from datamodel_check.extract.schema.django.reader import Reader
from datamodel_check.model.program import Attribute
from datamodel_check.model.values import ClassValue, Value

_MODEL = ("django.db.models.Model", "django.db.models.base.Model", "django.contrib.gis.db.models.Model")


def is_model_class(value: Value) -> bool:
    return known.dotted(value) in _MODEL


class Classes:
    """What classes say of models."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._fields = Fields(reader)

    def is_model(self, value: Value) -> bool:
        """Whether a class is a model, abstract or not."""
        return isinstance(value, ClassValue) and any(map(is_model_class, self._reader.program.mro(value)))

    def own_fields(self, value: ClassValue) -> Iterator[Field]:
        """The fields that the body of a class declares."""
        for attribute in self._reader.program.attributes(value):
            field = self._fields.read(attribute.name, attribute.value, attribute.location)
            if field is not None:
                yield field

    def meta(self, value: ClassValue) -> Mapping[str, Value]:
        """What the class `Meta` says that counts for a model."""
        written = self._meta_class(value)
        if written is None:
            return {}
        found: dict[str, Value] = {}
        for holder in reversed(self._reader.program.mro(written)):
            if isinstance(holder, ClassValue):
                found.update(self._options(self._reader.program.attributes(holder), own=holder is written))
        return found

    def _options(self, attributes: Sequence[Attribute], *, own: bool) -> Mapping[str, Value]:
        return {one.name: one.value for one in attributes if one.value is not None and (own or one.name != "abstract")}

    def _meta_class(self, value: ClassValue) -> ClassValue | None:
        for attribute in self._reader.program.attributes(value):
            if attribute.name == "Meta" and isinstance(attribute.value, ClassValue):
                return attribute.value
        return None
