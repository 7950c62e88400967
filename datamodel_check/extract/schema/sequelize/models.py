"""Models: attributes and options, as `Model.init` puts them together.

Source: sequelize/src/model.js, `init`, `_addDefaultAttributes`, `refreshAttributes`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.extract.schema.sequelize.attributes import Attribute, TableName
from datamodel_check.extract.schema.sequelize.inflection import pluralize, singularize, underscore
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Constant, ListValue, ObjectValue, Value

if TYPE_CHECKING:
    from datamodel_check.extract.schema.sequelize.many_to_many import Half


class Association(NamedTuple):
    """An association, by the name that its source has for it."""

    name: str
    kind: str
    source: "Model"
    target: "Model"
    location: Location
    foreign_key: str
    """The attribute of the source (`BelongsTo`), of the target, or of the model between."""
    key: str
    """The attribute that it refers to."""
    through: "Model | None" = None


class Options:
    """The options of a model, on top of what `new Sequelize({ define })` says for all."""

    def __init__(self, reader: Reader, label: str, place: Location, *given: Value | None) -> None:
        self._reader = reader
        self._label = label
        self._place = place
        self._given: list[ObjectValue] = []
        for options in given:
            if isinstance(options, ObjectValue):
                reader.open(options, f"the options of {label}", place)
                self._given.append(options)
            elif options is not None and not (isinstance(options, Constant) and options.value is None):
                reader.unresolved(f"the options of {label}", options, place)

    def value(self, name: str) -> Value | None:
        """What is given last counts."""
        found = (entry(options, name) for options in reversed(self._given))
        return next((value for value in found if value is not None), None)

    def flag(self, name: str) -> bool | None:
        return self._reader.flag(self._one(name), name, self._label, self._place)

    def text(self, name: str) -> str | None:
        return self._reader.text(self._one(name), name, self._label, self._place)

    def items(self, name: str) -> list[Value]:
        """The items of lists, which add up: `Utils.merge`."""
        found: list[Value] = []
        for options in self._given:
            value = entry(options, name)
            if isinstance(value, ListValue):
                found = [*value.items, *value.open, *found]
            elif value is not None:
                self._reader.unresolved(f"`{name}` of {self._label}", value, self._place)
        return found

    def _one(self, name: str) -> ObjectValue:
        for options in reversed(self._given):
            if entry(options, name) is not None:
                return options
        return ObjectValue({})


class Model:
    """A model that was initialised."""

    def __init__(self, name: str, options: Options, location: Location, file: str, *, seven: bool = False) -> None:
        self.name = name
        self.seven = seven
        """Whether it is one of version 7."""
        self.options = options
        self.location = location
        self.file = file
        """The module that was run when the model was made."""
        self.underscored = bool(options.flag("underscored"))
        self.singular, self.plural = _names(options, name)
        self.table = TableName(self._table_name(), options.text("schema"))
        self.attributes: dict[str, Attribute] = {}
        self.associations: dict[str, Association] = {}
        self.halves: list[Half] = []
        """What `belongsToMany` was called for."""

    def _table_name(self) -> str:
        given = self.options.text("tableName")
        if given:
            return given
        if self.options.flag("freezeTableName"):
            return self.name
        plural = pluralize(self.name)
        return underscore(plural) if self.underscored else plural

    def fill(self, attributes: Mapping[str, Attribute]) -> None:
        """The attributes that are given, behind and before them those that Sequelize adds."""
        head = {} if any(one.primary_key for one in attributes.values()) else {"id": self._id()}
        self.attributes = {**head, **attributes}
        for name, attribute in self._tail().items():
            self.attributes.setdefault(name, attribute)
        self.refresh()

    def refresh(self) -> None:
        """Names of columns are decided once."""
        for attribute in self.attributes.values():
            attribute.field = attribute.column(underscored=self.underscored)

    def _added(self, name: str, type_: Type, *, allow_null: bool | None = False) -> Attribute:
        made = Attribute(name, self.location)
        made.type, made.allow_null, made.generated = type_, allow_null, True
        return made

    def _id(self) -> Attribute:
        made = self._added("id", Type("INTEGER"))
        made.primary_key = made.auto_increment = True
        return made

    def _tail(self) -> dict[str, Attribute]:
        """The times, and the version."""
        found: dict[str, Attribute] = {}
        if self.options.flag("timestamps") is not False:
            for option in ("createdAt", "updatedAt", "deletedAt"):
                name = _renamed(self.options.value(option), option)
                deleted = option == "deletedAt"
                if name is not None and (not deleted or self.options.flag("paranoid")):
                    type_ = Type("DATE", "6" if self.seven else None)
                    found[name] = self._added(name, type_, allow_null=None if deleted else False)
        if self.options.flag("version"):
            name = string(self.options.value("version")) or "version"
            found[name] = self._added(name, Type("INTEGER"))
            found[name].default = Constant(0)
        return found

    # --- answers -----------------------------------------------------------------------------------------------------

    @property
    def primary_keys(self) -> list[Attribute]:
        return [attribute for attribute in self.attributes.values() if attribute.primary_key]

    @property
    def primary_key(self) -> str:
        """The attribute that associations refer to."""
        return next((attribute.name for attribute in self.primary_keys), "id")

    def column(self, attribute: str) -> str:
        """The column of an attribute."""
        found = self.attributes.get(attribute)
        return found.column(underscored=self.underscored) if found is not None else attribute


def _renamed(value: Value | None, usual: str) -> str | None:
    """The name that an option such as `createdAt` gives; None where it is false."""
    if isinstance(value, Constant) and value.value is False:
        return None
    return string(value) or usual


def _names(options: Options, name: str) -> tuple[str, str]:
    """The names of a model in associations."""
    given = options.value("name")
    singular = string(entry(given, "singular")) or singularize(name)
    return singular, string(entry(given, "plural")) or pluralize(name)
