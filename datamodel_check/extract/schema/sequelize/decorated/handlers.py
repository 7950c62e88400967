"""One function per decorator: what it notes of a class.

Sources: sequelize-typescript/src/model/{table,column,index}, src/associations; for version 7
sequelize/packages/core/src/decorators/legacy.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from datamodel_check.extract.reflection import Reflection
from datamodel_check.extract.schema.sequelize.decorated.decorators import Decoration
from datamodel_check.extract.schema.sequelize.decorated.metadata import (
    Association,
    ForeignKey,
    Metadata,
    as_object,
    options,
    with_entries,
)
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import argument, string, truthy
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.values import ClassValue, Closure, Constant, External, ObjectValue, Unresolved, Value

_INFERRED: Mapping[object, str] = {
    "BigInt": "BIGINT",
    "Boolean": "BOOLEAN",
    "Buffer": "BLOB",
    "Date": "DATE",
    "Number": "INTEGER",
    "String": "STRING",
}
"""`inferDataType`: constructors and the data types that they stand for."""

TYPESCRIPT = "sequelize-typescript"


class Member(NamedTuple):
    """What a decorator is applied to: a class, or one of its properties with the type that is written there."""

    reader: Reader
    made: Metadata
    name: str
    annotation: Expression | None
    location: Location
    decoration: Decoration

    @property
    def label(self) -> str:
        return f"{self.made.target.declaration.name}.{self.name}"

    def argument(self, index: int) -> Value | None:
        return argument(self.decoration.arguments, index)

    def set(self, **entries: Value) -> None:
        """Add to the options of the attribute, which sequelize-typescript demands to be there."""
        self.made.attributes[self.name] = with_entries(self.made.attributes.get(self.name, ObjectValue({})), **entries)
        self.made.places.setdefault(self.name, self.location)


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(member: Member) -> None:
    given = as_object(member.argument(0))
    member.made.is_table = "abstract" not in member.made.target.declaration.modifiers
    member.made.name = string(given.entries.get("modelName")) or member.made.target.declaration.name
    member.made.add_options(given)


def _abstract(member: Member) -> None:
    member.made.add_options(as_object(member.argument(0)))


def _time(option: str) -> Callable[[Member], None]:
    """`@CreatedAt` and the like name the property that Sequelize fills."""

    def handle(member: Member) -> None:
        paranoid: dict[str, str | bool] = {"paranoid": True} if option == "deletedAt" else {}
        member.made.add_options(options(**{option: member.name}, timestamps=True, **paranoid))

    return handle


def _version(member: Member) -> None:
    member.made.add_options(options(version=member.name))


# --- columns ---------------------------------------------------------------------------------------------------------


def _column(member: Member) -> None:
    """`@Column`, `@Column(DataType.TEXT)`, `@Column({ … })`."""
    given = member.argument(0)
    if given is not None and not isinstance(given, ObjectValue):
        made = ObjectValue({"type": given})
    else:
        made = given if given is not None else ObjectValue({})
        if not truthy(made.entries.get("type")):
            made = with_entries(made, **_inferred(member))
    before = member.made.attributes.get(member.name)
    if before is not None and member.decoration.package != TYPESCRIPT:  # there `@Column` starts anew
        made = ObjectValue({**before.entries, **made.entries}, made.open, made.places)
    member.made.attributes[member.name] = made
    member.made.places[member.name] = member.location


def _inferred(member: Member) -> dict[str, Value]:
    """The data type that `design:type` stands for."""
    scope, parameters = member.made.target.scope, member.made.target.declaration.type_parameters
    found = Reflection(member.reader.program).design_type(member.annotation, scope, parameters)
    if isinstance(found, Unresolved):
        return {"type": found}
    if isinstance(found, ClassValue) or found not in _INFERRED:
        name = found.declaration.name if isinstance(found, ClassValue) else found
        reason = f"{name} at run time stands for none of Sequelize's data types"
        return {"type": Unresolved(reason, str(name), member.location)}
    return {"type": External("sequelize", ("DataTypes", _INFERRED[found]))}


def _option(name: str, usual: Constant) -> Callable[[Member], None]:
    """A decorator that sets one option: to what it is given, else to the usual."""

    def handle(member: Member) -> None:
        given = member.argument(0)
        member.set(**{name: usual if given is None else given})

    return handle


def _flag(name: str, *, value: bool) -> Callable[[Member], None]:
    def handle(member: Member) -> None:
        member.set(**{name: Constant(value)})

    return handle


def _options(member: Member) -> None:
    """`addAttributeOptions(target, name, options)`."""
    given = as_object(member.argument(0))
    member.set(**given.entries)


def _index(member: Member) -> None:
    """`@Index`, `@Index("name")`, `@Index({ … })`: options of the index and of the column in one object."""
    given = member.argument(0)
    known = as_object(given)
    if string(given) is not None:
        known = ObjectValue({"name": Constant(string(given))})
    of_field = {name: value for name, value in known.entries.items() if name in {"length", "order", "collate"}}
    of_index = {name: value for name, value in known.entries.items() if name not in of_field and name != "attribute"}
    name = string(known.entries.get("name"))
    key: object = name if name is not None else object()
    field = ObjectValue({"name": Constant(member.name), **of_field})
    member.made.add_to_index(key, ObjectValue(of_index, known.open, known.places), field)


def _made_index(member: Member) -> None:
    """`@One` of `const One = createIndexDecorator(options)`; of version 7 `createIndexDecorator(name, options)`."""
    maker = member.decoration.made_by
    if maker is None:
        return
    first, second = argument(maker.arguments, 0), argument(maker.arguments, 1)
    known = as_object(second if string(first) is not None else first)
    if string(first) is not None:
        known = with_entries(known, name=Constant(string(first)))
    field = with_entries(as_object(member.argument(0)), name=Constant(member.name))
    name = string(known.entries.get("name"))
    member.made.add_to_index(name if name is not None else maker.location, known, field)


# --- associations ----------------------------------------------------------------------------------------------------


def _foreign_key(member: Member) -> None:
    target = member.argument(0)
    if target is not None:
        member.made.foreign_keys.append(ForeignKey(target, member.name))


def _association(kind: str) -> Callable[[Member], None]:
    """`@HasMany(() => Post, "authorId")`, `@HasMany(() => Post, { … })`."""

    def handle(member: Member) -> None:
        given = member.argument(1)
        if string(given) is not None:
            _associate(member, kind, ObjectValue({"foreignKey": Constant(string(given))}))
        else:
            _associate(member, kind, as_object(given))

    return handle


def _belongs_to_many(member: Member) -> None:
    """`@BelongsToMany(() => Tag, () => PostTag, "postId", "tagId")`; or all of it in one object."""
    given = member.argument(1)
    if not isinstance(given, Closure) and string(given) is None:
        _associate(member, "belongsToMany", as_object(given))
        return
    assert given is not None
    keys = {"foreignKey": member.argument(2), "otherKey": member.argument(3)}
    found = {"through": given, **{name: value for name, value in keys.items() if value is not None}}
    _associate(member, "belongsToMany", ObjectValue(found))


def _associate(member: Member, kind: str, given: ObjectValue) -> None:
    target = member.argument(0)
    if target is None:
        return
    if "as" not in given.entries:
        given = with_entries(given, **{"as": Constant(member.name)})
    finds_key = member.decoration.package == TYPESCRIPT
    member.made.associations.append(Association(kind, target, given, member.location, finds_key))


_HANDLERS: Mapping[str, Callable[[Member], None]] = {
    "AllowNull": _option("allowNull", Constant(value=True)),
    "Attribute": _column,
    "AutoIncrement": _flag("autoIncrement", value=True),
    "BelongsTo": _association("belongsTo"),
    "BelongsToMany": _belongs_to_many,
    "Column": _column,
    "ColumnName": _option("field", Constant(None)),
    "Comment": _option("comment", Constant(None)),
    "CreatedAt": _time("createdAt"),
    "Default": _option("defaultValue", Constant(None)),
    "DeletedAt": _time("deletedAt"),
    "ForeignKey": _foreign_key,
    "HasMany": _association("hasMany"),
    "HasOne": _association("hasOne"),
    "Index": _index,
    "NotNull": _flag("allowNull", value=False),
    "PrimaryKey": _flag("primaryKey", value=True),
    "Table": _table,
    "Table.Abstract": _abstract,
    "Unique": _option("unique", Constant(value=True)),
    "UpdatedAt": _time("updatedAt"),
    "Version": _version,
    "addAttribute": _column,
    "addAttributeOptions": _options,
    "createIndexDecorator": _made_index,
}


def apply(member: Member) -> None:
    """Note what one decorator says; of those that say nothing of tables, nothing."""
    handler = _HANDLERS.get(member.decoration.name)
    if handler is not None:
        handler(member)
