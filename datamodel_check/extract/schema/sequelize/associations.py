"""Associations, and the columns that they add.

Sources: sequelize/src/associations/{mixin,helpers,belongs-to,has-one,has-many,belongs-to-many}.js.
"""

from collections.abc import Callable, Mapping

from datamodel_check.extract.schema.sequelize.attributes import Attribute, References, read_options
from datamodel_check.extract.schema.sequelize.inflection import camelize, singularize
from datamodel_check.extract.schema.sequelize.models import Association, Model
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.types import Type, data_type
from datamodel_check.extract.symbols import entry, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.values import Constant, ObjectValue, Unresolved, Value


class Call:
    """A call such as `source.belongsTo(target, options)`, and what it says."""

    def __init__(self, reader: Reader, source: Model, target: Model, options: Value | None, location: Location) -> None:
        self.reader = reader
        self.source = source
        self.target = target
        self.options = options
        self.location = location
        self.label = f"an association of {source.name} with {target.name}"
        if options is not None and not isinstance(options, ObjectValue | Constant):
            reader.unresolved(f"the options of {self.label}", options, location)
        reader.open(options, f"the options of {self.label}", location)

    def text(self, name: str) -> str | None:
        return self.reader.text(self.options, name, self.label, self.location)

    @property
    def constrained(self) -> bool:
        """Whether the database is to know of it."""
        option = "foreignKeyConstraints" if self.source.seven else "constraints"
        return self.reader.flag(self.options, option, self.label, self.location) is not False

    @property
    def is_constrained_anyway(self) -> bool:
        return truthy(entry(self.options, "foreignKeyConstraint"))

    def alias(self) -> tuple[str | None, str | None]:
        """`as`, for one and for many."""
        given = entry(self.options, "as")
        if isinstance(given, ObjectValue):
            return string(entry(given, "singular")), string(entry(given, "plural"))
        known = self.text("as")
        return (None, None) if known is None else (singularize(known), known)

    def key(self, option: str, usual: str) -> tuple[str, Attribute]:
        """The name of a foreign key, and what its options say."""
        given = entry(self.options, option)
        if isinstance(given, ObjectValue):
            name = string(entry(given, "name")) or string(entry(given, "fieldName")) or usual
        else:
            name = self.text(option) or usual
        made = Attribute(name, self.location)
        if isinstance(given, ObjectValue):
            type_ = data_type(entry(given, "type"))
            made.type = type_ if type_ is not None else made.type
            read_options(self.reader, made, given, f"{self.source.name}.{name}")
        return name, made

    def key_type(self) -> Type | Unresolved | None:
        return data_type(entry(self.options, "keyType"))


def _add(call: Call, owner: Model, holder: Model, name: str, given: Attribute, key: str, *, strict: str) -> None:
    """Give `holder` the foreign key `name`, which refers to `key` of `owner`.

    `strict` is what deleting does where the column must have a value.
    """
    referred = owner.attributes.get(key)
    made = Attribute(name, call.location)
    made.type = call.key_type() or (referred.type if referred is not None else Type("INTEGER"))
    made.allow_null = True
    made.override(given)
    existing = holder.attributes.get(name)
    _constrain(call, made, owner, owner.column(key), "SET NULL" if (existing or made).allow_null else strict)
    if existing is None:
        holder.attributes[name] = made
    else:
        existing.complete(made)
    holder.refresh()


def _constrain(call: Call, made: Attribute, owner: Model, key: str, usual: str) -> None:
    """`addForeignKeyConstraints`; `usual` is what deleting does unless the options say otherwise."""
    on_delete, on_update = call.text("onDelete"), call.text("onUpdate")
    if call.constrained:
        on_delete, on_update = on_delete or usual, on_update or "CASCADE"
    if not (call.is_constrained_anyway or on_delete or on_update):
        return
    keys = [one.column(underscored=owner.underscored) for one in owner.primary_keys]
    if len(keys) == 1 or key not in keys:
        made.references = References(owner.table, key or keys[0])
        made.on_delete, made.on_update = on_delete, on_update


def belongs_to(call: Call) -> Association:
    source, target = call.source, call.target
    alias = call.text("as")
    name = alias or target.singular
    key = call.text("targetKey") or target.primary_key
    foreign_key, given = call.key("foreignKey", camelize(f"{name}_{target.primary_key}"))
    _add(call, target, source, foreign_key, given, key, strict="NO ACTION")
    return Association(name, "BelongsTo", source, target, call.location, foreign_key, key)


def has_one(call: Call) -> Association:
    source, target = call.source, call.target
    alias = call.text("as")
    key = call.text("sourceKey") or source.primary_key
    usual = camelize(f"{singularize(alias or source.name)}_{source.primary_key}")
    foreign_key, given = call.key("foreignKey", usual)
    _add(call, source, target, foreign_key, given, key, strict="CASCADE")
    return Association(alias or target.singular, "HasOne", source, target, call.location, foreign_key, key)


def has_many(call: Call) -> Association:
    source, target = call.source, call.target
    _, alias = call.alias()
    key = call.text("sourceKey") or source.primary_key
    key = key if key in source.attributes else source.primary_key
    foreign_key, given = call.key("foreignKey", camelize(f"{source.singular}_{source.primary_key}"))
    _add(call, source, target, foreign_key, given, key, strict="CASCADE")
    return Association(alias or target.plural, "HasMany", source, target, call.location, foreign_key, key)


SINGLE: Mapping[str, Callable[[Call], Association]] = {
    "belongsTo": belongs_to,
    "hasMany": has_many,
    "hasOne": has_one,
}
