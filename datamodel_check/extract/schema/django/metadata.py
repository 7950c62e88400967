"""Models as Django has them once all classes are there, whether from classes or from migrations."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.values import ClassValue, Value

Key: TypeAlias = tuple[str, str]
"""A model: the label of its app and its name in lower case."""


class Field(NamedTuple):
    """A field: Django's own class that it comes down to, and the options that its constructor gets, by name."""

    name: str
    kind: str
    options: Mapping[str, Value]
    location: Location
    written: str = ""
    """The class as the code names it, by its whole name."""
    db_type: str | None = None
    """What a class of the repository says that the type is, whatever its base says."""
    auto_created: bool = False

    def option(self, name: str) -> Value | None:
        return self.options.get(name)


class Model(NamedTuple):
    """A model with a table of its own, or a proxy of one; `fields` are its own, not those of concrete parents."""

    app: str
    name: str
    fields: tuple[Field, ...]
    options: Mapping[str, Value]
    location: Location
    parents: tuple[Key, ...] = ()
    """Concrete models that it inherits from, each the target of a field with `parent_link`."""
    declared: ClassValue | None = None
    outside: bool = False
    """Whether it is a package's, which makes its table by itself."""
    open: bool = False
    """Whether a base class is not known, which may declare more."""
    between: bool = False
    """Whether Django made it for a many-to-many field."""

    @property
    def key(self) -> Key:
        return self.app, self.name.lower()

    @property
    def label(self) -> str:
        return f"{self.app}.{self.name}"

    def field(self, name: str) -> Field | None:
        return next((field for field in self.fields if field.name == name), None)
