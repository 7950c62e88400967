"""What decorators note of a class: sequelize-typescript's metadata, which classes inherit a copy of."""

from typing import NamedTuple

from datamodel_check.model.location import Location
from datamodel_check.model.values import ClassValue, Constant, ListValue, ObjectValue, Unresolved, Value


class Association(NamedTuple):
    """`target` is a function that gives the class."""

    kind: str
    target: Value
    options: ObjectValue
    location: Location
    finds_key: bool
    """Whether the foreign key is the property that `@ForeignKey` names: sequelize-typescript's way."""


class ForeignKey(NamedTuple):
    """A property that refers to a class, which the function `target` gives."""

    target: Value
    attribute: str


class Index(NamedTuple):
    options: ObjectValue
    fields: tuple[ObjectValue, ...]

    @property
    def value(self) -> ObjectValue:
        return with_entries(self.options, fields=ListValue(self.fields))


class Metadata:
    """What is known of one class and those that it extends."""

    def __init__(self, target: ClassValue, base: "Metadata | None") -> None:
        self.target = target
        self.is_table = False
        """Whether the class itself, not one that it extends, is to be a table."""
        self.name: str | None = base.name if base is not None else None
        self.options: ObjectValue | None = base.options if base is not None else None
        self.attributes: dict[str, ObjectValue] = dict(base.attributes) if base is not None else {}
        self.places: dict[str, Location] = dict(base.places) if base is not None else {}
        self.associations: list[Association] = list(base.associations) if base is not None else []
        self.foreign_keys: list[ForeignKey] = list(base.foreign_keys) if base is not None else []
        self.indexes: dict[object, Index] = dict(base.indexes) if base is not None else {}
        """By their names, or by what has made them."""

    def add_options(self, options: ObjectValue) -> None:
        known = self.options or ObjectValue({})
        entries = {**known.entries, **options.entries}
        self.options = ObjectValue(entries, (*known.open, *options.open), {**known.places, **options.places})

    def add_to_index(self, key: object, options: ObjectValue, field: ObjectValue) -> None:
        known = self.indexes.get(key, Index(options, ()))
        self.indexes[key] = Index(known.options, (*known.fields, field))

    @property
    def written_attributes(self) -> ObjectValue:
        return ObjectValue(dict(self.attributes), (), self.places)

    @property
    def written_options(self) -> ObjectValue:
        """The options that the model is initialised with; indexes of `@Table` replace those of properties."""
        own = self.options or ObjectValue({})
        if not self.indexes or "indexes" in own.entries:
            return own
        return with_entries(own, indexes=ListValue(tuple(index.value for index in self.indexes.values())))


def with_entries(value: ObjectValue, **entries: Value) -> ObjectValue:
    return ObjectValue({**value.entries, **entries}, value.open, value.places)


def options(**entries: str | bool) -> ObjectValue:
    return ObjectValue({name: Constant(value) for name, value in entries.items()})


def as_object(value: Value | None) -> ObjectValue:
    """Options that are given; of what is not known, an object of which nothing is."""
    if isinstance(value, ObjectValue):
        return value
    return ObjectValue({}, (value,)) if isinstance(value, Unresolved) else ObjectValue({})
