"""`belongsToMany`: the foreign keys of the model between.

Source: sequelize/src/associations/belongs-to-many.js.
"""

from collections.abc import Callable

from datamodel_check.extract.schema.sequelize.associations import Call
from datamodel_check.extract.schema.sequelize.attributes import Attribute, References
from datamodel_check.extract.schema.sequelize.inflection import camelize, singularize
from datamodel_check.extract.schema.sequelize.models import Association, Model
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.values import Constant, ObjectValue, Value


def belongs_to_many(call: Call, between: Callable[[Value], Model | None]) -> Association | None:
    """`between` gives the model that `through` means, which it makes where only a name is given."""
    written = entry(call.options, "through")
    if isinstance(written, ObjectValue) and "model" in written.entries:
        written = written.entries["model"]
    model = between(written) if written is not None else None
    if model is None:
        call.reader.unresolved(f"the model between of {call.label}", written, call.location)
        return None
    half = Half(call, model, string(written) or model)
    half.pair()
    half.inject()
    kind, location = "BelongsToMany", call.location
    return Association(
        half.name, kind, call.source, call.target, location, half.foreign_key, half.source_key, half.through
    )


class Half:
    """One call of `belongsToMany`; a later one, in the other direction, may change what it has come to."""

    def __init__(self, call: Call, through: Model, written: str | Model) -> None:
        self.call = call
        self.source = call.source
        self.target = call.target
        self.name = call.alias()[1] or call.target.plural
        self.through = through
        self.written = written
        """What `through` says: halves belong together where they say the same."""
        self.source_key = call.text("sourceKey") or call.source.primary_key
        self.target_key = call.text("targetKey") or call.target.primary_key
        self.guesses_target_key = call.text("targetKey") is None
        self.guesses_other_key = entry(call.options, "otherKey") is None
        self.makes_key = False
        """Whether the foreign keys are the primary key."""
        self.name_keys()
        call.source.halves.append(self)

    def name_keys(self) -> None:
        """`_createForeignAndOtherKeys`."""
        usual = camelize(f"{self.source.singular}_{self.source_key}")
        self.foreign_key, self.given = self.call.key("foreignKey", usual)
        target = singularize(self.name) if self.source is self.target else self.target.singular
        self.other_key, self.other_given = self.call.key("otherKey", camelize(f"{target}_{self.target_key}"))

    # --- the other half ----------------------------------------------------------------------------------------------

    def pair(self) -> None:
        """What the other half says, or guesses, of the keys."""
        others = [one for one in self.target.halves if one.target is self.source and one.written == self.written]
        other = next((one for one in reversed(others) if one is not self), None)
        if other is None:
            return
        if self.guesses_target_key:
            self.target_key = other.source_key
            self.name_keys()
        again = other.guesses_target_key and other.target_key != self.source_key
        if again:
            self.through.attributes.pop(other.other_key, None)
            other.target_key = self.source_key
            other.name_keys()
        if self.guesses_other_key:
            self.other_key = other.foreign_key
        if other.guesses_other_key and other.other_key != self.foreign_key:
            self.through.attributes.pop(other.other_key, None)
            other.other_key = self.foreign_key
            again = True
        if again:
            other.inject()

    # --- the model between -------------------------------------------------------------------------------------------

    def inject(self) -> None:
        """`_injectAttributes`."""
        self._drop_own_key()
        source = self._attribute(self.source, self.source_key, self.given)
        target = self._attribute(self.target, self.target_key, self.other_given)
        if self.makes_key:
            source.primary_key = target.primary_key = True
        elif self._is_unique():
            usual = f"{self.through.table.name}_{self.foreign_key}_{self.other_key}_unique"
            source.unique = target.unique = self.call.text("uniqueKey") or usual
        own = self._existing(self.foreign_key), self._existing(self.other_key)
        if self.call.constrained:
            on_delete, on_update = self.call.text("onDelete"), self.call.text("onUpdate")
            source.references = References(self.source.table, self.source.column(self.source_key))
            source.on_delete = on_delete or own[0].on_delete or "CASCADE"
            source.on_update = on_update or own[0].on_update or "CASCADE"
            target.references = References(self.target.table, self.target.column(self.target_key))
            target.on_delete = own[1].on_delete or on_delete or "CASCADE"
            target.on_update = own[1].on_update or on_update or "CASCADE"
        own[0].override(source)
        own[1].override(target)
        self.through.refresh()

    def _drop_own_key(self) -> None:
        """A model whose key Sequelize has made needs no other than the foreign keys."""
        attributes = self.through.attributes
        for name, attribute in list(attributes.items()):
            if attribute.primary_key and attribute.generated:
                if name in {self.foreign_key, self.other_key}:
                    attribute.primary_key = False
                else:
                    del attributes[name]
                self.makes_key = True

    def _attribute(self, owner: Model, key: str, given: Attribute) -> Attribute:
        made = Attribute(key, self.call.location)
        referred = owner.attributes.get(key)
        made.type = referred.type if referred is not None else Type("INTEGER")
        made.override(given)
        return made

    def _existing(self, name: str) -> Attribute:
        attributes = self.through.attributes
        if name not in attributes:
            attributes[name] = Attribute(name, self.call.location)
            attributes[name].generated = True
        return attributes[name]

    def _is_unique(self) -> bool:
        value = entry(entry(self.call.options, "through"), "unique")
        return not (isinstance(value, Constant) and value.value is False)
