"""Models → tables: what `sync()` would create.

Sources: sequelize/src/model.js, `sync`; src/dialects/*/query-generator.js, `createTableQuery` and `attributeToSQL`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from datamodel_check.extract.schema.sequelize.attributes import Attribute, References, TableName, is_nothing
from datamodel_check.extract.schema.sequelize.defaults import Default, default
from datamodel_check.extract.schema.sequelize.dialects.dialect import Dialect
from datamodel_check.extract.schema.sequelize.dialects.postgres import serial
from datamodel_check.extract.schema.sequelize.indexes import indexes as indexes_of
from datamodel_check.extract.schema.sequelize.inflection import underscore
from datamodel_check.extract.schema.sequelize.models import Model
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.schema.sequelize.types import Type
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.schema import (
    Check,
    Column,
    Enum,
    ForeignKey,
    Identity,
    Index,
    IndexColumn,
    Reference,
    Relation,
    Table,
    Unique,
    qualified,
)
from datamodel_check.model.values import Unresolved, Value


class Context:
    """One database, and the models in it."""

    def __init__(self, reader: Reader, dialect: Dialect, model: Callable[[Value], Model | None]) -> None:
        self.reader = reader
        self.dialect = dialect
        self.model = model

    def table_name(self, table: TableName) -> tuple[str | None, str]:
        """The schema where it is none that goes without saying, and the name."""
        schema, name = table.schema, table.name
        if schema and not self.dialect.has_schemas:
            return None, f"{schema}.{name}"
        return (None if schema == self.dialect.default_schema else schema or None), name

    def key(self, table: TableName) -> str:
        return qualified(*self.table_name(table))

    def referred(self, references: References, model: Model) -> str | None:
        """The key of the table that a column refers to; names without a schema are in the one of the model."""
        table = references.table
        if isinstance(table, TableName):
            return self.key(table)
        named = string(table)
        if named is not None:
            return self.key(TableName(named, model.table.schema))
        name = string(entry(table, "tableName"))
        if name is not None:
            return self.key(TableName(name, string(entry(table, "schema"))))
        found = self.model(table)
        return self.key(found.table) if found is not None else None


def table(context: Context, model: Model) -> Table:
    """The table of one model."""
    schema, name = context.table_name(model.table)
    stored = [attribute for attribute in model.attributes.values() if not attribute.is_virtual]
    uniques = _uniques(context, model, stored)
    indexes = tuple(indexes_of(context.reader, context.dialect, model, name))
    if model.seven:  # there uniques are indexes
        indexes, uniques = (*(_index(name, one) for one in uniques), *indexes), ()
    alone = _alone(uniques, indexes)
    columns = tuple(_column(context, model, attribute, alone) for attribute in stored)
    return Table(
        schema=schema,
        name=name,
        code_name=model.name,
        location=model.location,
        columns=columns,
        primary_key=tuple(column.name for column in columns if column.primary_key),
        uniques=uniques,
        indexes=indexes,
        foreign_keys=tuple(_foreign_keys(context, model, stored)),
        checks=tuple(_checks(context, stored)),
        comment=model.options.text("comment") if context.dialect.name in {"postgresql", "mysql"} else None,
    )


# --- columns ---------------------------------------------------------------------------------------------------------


def _column(context: Context, model: Model, attribute: Attribute, alone: Collection[str]) -> Column:
    dialect = context.dialect
    type_ = attribute.type
    checked = _is_checked(dialect, type_)
    found = _default(context, model, attribute)
    if checked and found.text is not None:
        found = Default(by_sequelize=True)
    enum = _enum(type_) if dialect.enums_are_types else None
    text = _type_text(context, model, attribute)
    name = attribute.field or attribute.name
    nullable = not attribute.primary_key and (attribute.allow_null is not False or checked)
    numbered = bool(attribute.auto_increment)
    references = None if checked else _reference(context, model, attribute)
    choices = _enum(type_) if dialect.name in {"sqlite", "sqlserver"} else None
    return Column(
        name=name,
        code_name=attribute.name,
        type=text,
        nullable=nullable and not (numbered and dialect.name == "postgresql"),
        location=attribute.location,
        primary_key=bool(attribute.primary_key),
        unique=name in alone,
        has_default=found.text is not None or (numbered and _is_default(dialect, attribute)),
        default=found.text,
        client_default=found.by_sequelize,
        autoincrement=numbered and dialect.name != "postgresql",
        identity=Identity(always=False) if numbered and attribute.identity and dialect.name == "postgresql" else None,
        enum=qualified(context.table_name(model.table)[0], _enum_name(model, name)) if enum is not None else None,
        allowed_values=choices.values if choices is not None else (),
        comment=attribute.comment if dialect.name in {"postgresql", "mysql"} else None,
        references=references,
    )


def _is_default(dialect: Dialect, attribute: Attribute) -> bool:
    """Whether the database numbers the rows, other than by a type (`serial`) or on its own account (SQLite)."""
    return dialect.name in {"mysql", "sqlserver"} or (dialect.name == "postgresql" and bool(attribute.identity))


def _is_checked(dialect: Dialect, type_: Type | Unresolved | None) -> bool:
    """Of an enum, SQL Server's query generator says nothing but the type and its values."""
    return dialect.name == "sqlserver" and isinstance(type_, Type) and type_.key == "ENUM"


def _type_text(context: Context, model: Model, attribute: Attribute) -> str:
    type_, dialect = attribute.type, context.dialect
    if isinstance(type_, Unresolved):
        return type_.text
    if type_ is None:
        label = f"{model.name}.{attribute.name}"
        context.reader.remark(f"{label} has no type", attribute.location, "Sequelize demands one; give it a `type`.")
        return ""
    if dialect.enums_are_types and _enum(type_) is not None:
        return _enum_name(model, attribute.field or attribute.name) + ("[]" if type_.key == "ARRAY" else "")
    text = _of_seven(type_, dialect.type_text(type_)) if model.seven else dialect.type_text(type_)
    if not attribute.auto_increment:
        return text
    if dialect.name == "postgresql":
        return text if attribute.identity else serial(text)
    return "integer" if dialect.name == "sqlite" and attribute.primary_key else text


def _of_seven(type_: Type, text: str) -> str:
    """What version 7 has changed of PostgreSQL's types: times have a precision, and `FLOAT` is a single one."""
    if text == "timestamp with time zone" and type_.length:
        return f"timestamp ({type_.length}) with time zone"
    return "real" if type_.key == "FLOAT" else text


def _default(context: Context, model: Model, attribute: Attribute) -> Default:
    type_ = attribute.type if isinstance(attribute.type, Type) else Type("STRING")
    if is_nothing(attribute.default):
        return Default()
    return default(
        context.reader, context.dialect, type_, attribute.default, _label(model, attribute), attribute.location
    )


def _label(model: Model, attribute: Attribute) -> str:
    return f"{model.name}.{attribute.name}"


# --- enums -----------------------------------------------------------------------------------------------------------


def _enum(type_: Type | Unresolved | None) -> Type | None:
    """The enum that a type, or that of an array's items, is."""
    if isinstance(type_, Type) and type_.key == "ARRAY":
        type_ = type_.item
    return type_ if isinstance(type_, Type) and type_.key == "ENUM" else None


def _enum_name(model: Model, column: str) -> str:
    """`Utils.generateEnumName`."""
    return f"enum_{model.table.name}_{column}"


def enums(context: Context, models: Iterable[Model]) -> tuple[Enum, ...]:
    """The types that are created for columns."""
    found: dict[str, Enum] = {}
    for model in models if context.dialect.enums_are_types else ():
        for attribute in model.attributes.values():
            type_ = _enum(attribute.type)
            if type_ is not None:
                name = _enum_name(model, attribute.field or attribute.name)
                made = Enum(context.table_name(model.table)[0], name, name, type_.values, attribute.location)
                found.setdefault(made.key, made)
    return tuple(sorted(found.values(), key=lambda enum: enum.key))


def _checks(context: Context, attributes: Iterable[Attribute]) -> Iterable[Check]:
    for attribute in attributes:
        if _is_checked(context.dialect, attribute.type) and isinstance(attribute.type, Type):
            values = ", ".join(f"N'{value}'" for value in attribute.type.values)
            yield Check(None, f"[{attribute.field}] IN({values})")


# --- keys ------------------------------------------------------------------------------------------------------------


def _shared(model: Model, attributes: Iterable[Attribute]) -> dict[str, list[str]]:
    """Unique constraints that have a name → their columns."""
    found: dict[str, list[str]] = {}
    for attribute in attributes:
        if isinstance(attribute.unique, str):
            found.setdefault(attribute.unique, []).append(attribute.column(underscored=model.underscored))
    return found


def _alone(uniques: Iterable[Unique], indexes: Iterable[Index]) -> set[str]:
    """The columns whose values differ in every row."""
    found = {one.columns[0] for one in uniques if len(one.columns) == 1}
    for index in indexes:
        if index.unique and index.where is None and len(index.columns) == 1 and not index.columns[0].expression:
            found.add(index.columns[0].text)
    return found


def _uniques(context: Context, model: Model, attributes: Sequence[Attribute]) -> tuple[Unique, ...]:
    named = context.dialect.uniques_have_names or model.seven
    alone = [
        Unique(None, (attribute.column(underscored=model.underscored),))
        for attribute in attributes
        if attribute.unique is True and not _is_checked(context.dialect, attribute.type)
    ]
    together = [Unique(name if named else None, tuple(columns)) for name, columns in _shared(model, attributes).items()]
    return tuple(sorted((*alone, *together), key=lambda one: (one.name or "", one.columns)))


def _index(table: str, unique: Unique) -> Index:
    """A unique of version 7."""
    usual = underscore("_".join((table, *unique.columns, "unique")))
    return Index(unique.name or usual, tuple(IndexColumn(column) for column in unique.columns), unique=True)


def _foreign_keys(context: Context, model: Model, attributes: Iterable[Attribute]) -> Iterable[ForeignKey]:
    seen: set[str] = set()
    for attribute in attributes:
        reference = _reference(context, model, attribute)
        if reference is None or _is_checked(context.dialect, attribute.type):
            continue
        on_delete, on_update = attribute.on_delete or "no action", attribute.on_update or "no action"
        if context.dialect.name == "sqlserver":
            # Rules that lead to a table twice, or to itself, are refused there, and so is every rule for updates.
            repeated = reference.table in seen or reference.table == context.key(model.table)
            on_delete, on_update = "no action" if repeated else on_delete, "no action"
            seen.add(reference.table)
        yield ForeignKey(
            None,
            (attribute.field or attribute.name,),
            reference.table,
            (reference.column,),
            on_delete.lower(),
            on_update.lower(),
        )


def _reference(context: Context, model: Model, attribute: Attribute) -> Reference | None:
    if attribute.references is None:
        return None
    found = context.referred(attribute.references, model)
    if found is None:
        what = f"what {_label(model, attribute)} refers to"
        value = attribute.references.table
        context.reader.unresolved(what, None if isinstance(value, TableName) else value, attribute.location)
        return None
    return Reference(found, attribute.references.key or "id")


# --- relations -------------------------------------------------------------------------------------------------------


def relations(context: Context, models: Iterable[Model]) -> tuple[Relation, ...]:
    """The associations by their names."""
    found: dict[tuple[str, str], Relation] = {}
    for model in models:
        for one in model.associations.values():
            own = one.kind == "BelongsTo"
            made = Relation(
                table=context.key(one.source.table),
                name=one.name,
                kind="one" if one.kind in {"BelongsTo", "HasOne"} else "many",
                to=context.key(one.target.table),
                location=one.location,
                columns=(one.source.column(one.foreign_key),) if own else (),
                ref_columns=(one.target.column(one.key),) if own else (),
                through=context.key(one.through.table) if one.through is not None else None,
            )
            found.setdefault((made.table, made.name), made)
    return tuple(found[key] for key in sorted(found))
