"""Associations as version 7 makes them: each makes the one that leads back as well.

Sources: sequelize/packages/core/src/associations/{belongs-to,has-one,has-many,belongs-to-many,helpers}.ts. Of what
`belongsToMany` makes, the associations with the model between are left out: they say nothing that its keys do not.
"""

from collections.abc import Callable

from datamodel_check.extract.schema.sequelize.associations import Call
from datamodel_check.extract.schema.sequelize.attributes import Attribute, References
from datamodel_check.extract.schema.sequelize.inflection import camelize, singularize
from datamodel_check.extract.schema.sequelize.models import Association, Model
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.values import Constant, ObjectValue, Value


def associate(kind: str, call: Call, between: Callable[[Value], Model | None]) -> list[Association]:
    """The association, and the one that leads back."""
    if kind == "belongsToMany":
        return _belongs_to_many(call, between)
    return _belongs_to(call) if kind == "belongsTo" else _has(kind, call)


def _belongs_to(call: Call) -> list[Association]:
    source, target = call.source, call.target
    name = call.text("as") or _lower(target.singular)
    key = call.text("targetKey") or target.primary_key
    foreign_key, given = call.key("foreignKey", _key(name, key))
    _add(call, target, source, foreign_key, given, key)
    made = [Association(name, "BelongsTo", source, target, call.location, foreign_key, key)]
    inverse = entry(call.options, "inverse")
    kind = {"hasMany": "HasMany", "hasOne": "HasOne"}.get(string(entry(inverse, "type")) or "")
    if kind is not None:
        usual = source.plural if kind == "HasMany" else source.singular
        back = string(entry(inverse, "as")) or _lower(usual)
        made.append(Association(back, kind, target, source, call.location, foreign_key, key))
    return made


def _has(kind: str, call: Call) -> list[Association]:
    source, target = call.source, call.target
    many = kind == "hasMany"
    name = call.alias()[1] if many else call.text("as")
    back = _inverse(call) or _lower(source.singular)
    key = call.text("sourceKey") or source.primary_key
    foreign_key, given = call.key("foreignKey", _key(back, key))
    _add(call, source, target, foreign_key, given, key)
    name = name or _lower(target.plural if many else target.singular)
    return [
        Association(name, "HasMany" if many else "HasOne", source, target, call.location, foreign_key, key),
        Association(back, "BelongsTo", target, source, call.location, foreign_key, key),
    ]


def _belongs_to_many(call: Call, between: Callable[[Value], Model | None]) -> list[Association]:
    through = entry(call.options, "through")
    options = through if isinstance(through, ObjectValue) else None
    written = entry(options, "model") or through
    model = between(written) if written is not None else None
    if model is None:
        call.reader.unresolved(f"the model between of {call.label}", written, call.location)
        return []
    source, target = call.source, call.target
    name = call.alias()[1] or _lower(target.plural)
    back = _inverse(call) or _lower(source.plural)
    source_key, target_key = call.text("sourceKey") or source.primary_key, call.text("targetKey") or target.primary_key
    to_itself = source is target
    own, own_given = call.key("foreignKey", _key(singularize(back) if to_itself else source.singular, source_key))
    other, other_given = call.key("otherKey", _key(singularize(name) if to_itself else target.singular, target_key))
    for owner, attribute, given, key in (
        (target, other, other_given, target_key),
        (source, own, own_given, source_key),
    ):
        given.allow_null = False if given.allow_null is None else given.allow_null
        _add(call, owner, model, attribute, given, key)
    _make_unique(model, other, own, options)
    return [
        Association(name, "BelongsToMany", source, target, call.location, own, source_key, model),
        Association(back, "BelongsToMany", target, source, call.location, other, target_key, model),
    ]


def _make_unique(model: Model, first: str, second: str, options: Value | None) -> None:
    """The two keys are the primary key where the model has none of its own; else they are unique together."""
    others = [name for name, one in model.attributes.items() if one.primary_key and name not in {first, second}]
    for name in others:
        if model.attributes[name].generated:
            del model.attributes[name]
    keys = (model.attributes[first], model.attributes[second])
    unique = entry(options, "unique")
    if not any(name in model.attributes for name in others):
        keys[0].primary_key = keys[1].primary_key = True
    elif not (isinstance(unique, Constant) and unique.value is False):
        usual = "_".join((model.table.name, *sorted((first, second)), "unique"))
        keys[0].unique = keys[1].unique = string(unique) or usual
    model.refresh()


def _add(call: Call, owner: Model, holder: Model, name: str, given: Attribute, key: str) -> None:
    """Give `holder` the foreign key `name`, which refers to `key` of `owner`."""
    referred, existing = owner.attributes.get(key), holder.attributes.get(name)
    made = Attribute(name, call.location)
    made.type = referred.type if referred is not None else Type("INTEGER")
    made.override(given)
    if existing is not None and existing.allow_null is not None:
        made.allow_null = existing.allow_null
    if call.constrained:
        made.references = References(owner.table, owner.column(key))
        made.on_delete = given.on_delete or ("CASCADE" if made.allow_null is False else "SET NULL")
        made.on_update = given.on_update or "CASCADE"
    if existing is None:
        holder.attributes[name] = made
    else:
        existing.complete(made)
    holder.refresh()


def _key(name: str, key: str) -> str:
    return _lower(camelize(f"{name}_{key}"))


def _inverse(call: Call) -> str | None:
    given = entry(call.options, "inverse")
    return string(given) or string(entry(given, "as"))


def _lower(name: str) -> str:
    """`lowerFirst`."""
    return name[:1].lower() + name[1:]
