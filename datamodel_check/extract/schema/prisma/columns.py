"""Fields → columns. A relation is no column; a composite type of MongoDB is one for each of its fields."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.schema.prisma.database import Database, DeclaredModel, mapped
from datamodel_check.extract.schema.prisma.defaults import default
from datamodel_check.extract.schema.prisma.types import column_type
from datamodel_check.model.prisma import Field
from datamodel_check.model.schema import Column


def columns(database: Database, declared: DeclaredModel, outer: Sequence[str] = ()) -> Iterator[Column]:
    """The columns of a model or composite type, in order of declaration; `outer` are the types that hold it."""
    for field in declared.model.fields:
        target = database.models.get(field.type.name)
        if target is None:
            yield _column(database, declared, field)
        elif target.model.kind == "type":
            yield from _composite(database, declared, field, target, outer)


def is_relation(database: Database, field: Field) -> bool:
    target = database.models.get(field.type.name)
    return target is not None and target.model.kind != "type"


def _composite(
    database: Database, declared: DeclaredModel, field: Field, target: DeclaredModel, outer: Sequence[str]
) -> Iterator[Column]:
    """`address`, `address.city`, of a list `items.$.name`. A type inside itself is entered once."""
    name = mapped(field)
    is_list = field.type.arity == "list"
    yield Column(
        name=name,
        code_name=field.name,
        type="object[]" if is_list else "object",
        nullable=field.type.arity == "optional",
        location=declared.at(field.span),
    )
    if target.model.name not in outer:
        prefix = f"{name}.$." if is_list else f"{name}."
        code = f"{field.name}."
        for column in columns(database, target, (*outer, target.model.name)):
            yield column._replace(name=prefix + column.name, code_name=code + column.code_name)


def _column(database: Database, declared: DeclaredModel, field: Field) -> Column:
    made = column_type(database, declared, field)
    given = default(database, declared, field, made)
    is_list = field.type.arity == "list"
    dialect = database.provider.dialect
    is_type = made.enum is not None and database.provider.enums == "types"
    only_here = made.enum is not None and database.provider.enums == "none"
    return Column(
        name=mapped(field),
        code_name=field.name,
        type=(given.type or made.text) + ("[]" if is_list else ""),
        # Prisma writes no NOT NULL for lists (postgres/renderer.rs).
        nullable=field.type.arity == "optional" or (is_list and dialect != "mongodb"),
        location=declared.at(field.span),
        has_default=given.given,
        default=given.sql,
        client_default=given.client or (field.attribute("updatedAt") is not None and not given.given),
        autoincrement=given.autoincrement,
        identity=given.identity,
        enum=database.enum_key(made.enum) if made.enum is not None and is_type else None,
        allowed_values=tuple(map(mapped, made.enum.values)) if made.enum is not None and only_here else (),
    )
