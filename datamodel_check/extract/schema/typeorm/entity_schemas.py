"""`new EntitySchema(options)` → its `Arguments` (typeorm/src/entity-schema/EntitySchemaTransformer.ts)."""

from collections.abc import Iterator

from datamodel_check.extract.schema.typeorm.arguments import (
    Arguments,
    ColumnArguments,
    EmbeddedArguments,
    ForeignKeyArguments,
    IndexArguments,
    Inheritance,
    RelationArguments,
    TableArguments,
    TreeArguments,
)
from datamodel_check.extract.schema.typeorm.classes import join_column, join_table
from datamodel_check.extract.schema.typeorm.metadata import (
    CheckOf,
    Doubt,
    JoinColumn,
    Mode,
    RelationKind,
    TableKind,
    Target,
)
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.extract.schema.typeorm.reader import Reader, constructor, entity_schema
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, ClassValue, Constant, ListValue, ObjectValue, Value

_MODES: tuple[tuple[str, Mode], ...] = (
    ("virtualProperty", "virtual-property"),
    ("objectId", "objectId"),
    ("treeLevel", "treeLevel"),
    ("version", "version"),
    ("deleteDate", "deleteDate"),
    ("updateDate", "updateDate"),
    ("createDate", "createDate"),
)

_KINDS: dict[str, RelationKind] = {
    "many-to-many": "many-to-many",
    "many-to-one": "many-to-one",
    "one-to-many": "one-to-many",
    "one-to-one": "one-to-one",
}
_TABLES: dict[str, TableKind] = {"entity-child": "entity-child", "view": "view"}


def schema_target(reader: Reader, value: Application) -> Target:
    """What the entity of a schema is known by: its class, else its name."""
    options = entity_schema(value) or ObjectValue({})
    target = options.entries.get("target")
    if isinstance(target, ClassValue):
        return target
    name = options.entries.get("name")
    if string(name) is None:
        reader.unresolved("the name of an entity schema", name, value.location)
    return string(name) or reader.program.describe(value)


def schema_arguments(reader: Reader, value: Application) -> Arguments:
    """What an entity schema states."""
    target = schema_target(reader, value)
    made = Arguments(target)
    given = entity_schema(value) or ObjectValue({})
    name = string(given.entries.get("name")) or ""
    options = Options(reader, given, name or "an entity schema", value.location)
    kind = _TABLES.get(options.text("type") or "", "regular")
    # A schema without a name of the table is called what the schema is called.
    made.tables.append(TableArguments(kind, options.text("tableName"), options, value.location, name))
    _Transformer(reader, made, value.location).transform(options)
    return made


class _Transformer:
    def __init__(self, reader: Reader, made: Arguments, place: Location) -> None:
        self.reader = reader
        self.made = made
        self.place = place

    def transform(self, options: Options) -> None:
        for name, column in self._members(options, "columns"):
            self._column(name, column)
        for name, relation in self._members(options, "relations"):
            self._relation(name, relation)
        for index in self._items(options, "indices"):
            self.made.indices.append(self._index(index))
        for unique in self._items(options, "uniques"):
            self.made.uniques.append(self._index(unique))
        for check in self._items(options, "checks"):
            self.made.checks.append(CheckOf(check.text("name"), check.text("expression") or ""))
        for exclusion in self._items(options, "exclusions"):
            self.made.exclusions.append(CheckOf(exclusion.text("name"), exclusion.text("expression") or ""))
        for key in self._items(options, "foreignKeys"):
            self._foreign_key(key, None)
        for name, embedded in self._members(options, "embeddeds"):
            self._embedded(name, embedded)
        for tree in self._items(options, "trees"):
            nested = self._options(tree.given("options"), tree.of)
            self.made.tree = self.made.tree or TreeArguments(tree.text("type") or "", nested)
        self._inheritance(options)

    # --- columns -----------------------------------------------------------------------------------------------------

    def _column(self, name: str, column: Options) -> None:
        mode: Mode = next((mode for option, mode in _MODES if column.flag(option)), "regular")
        given = column.given("type")
        type_ = constructor(given) or ""
        doubt = None
        if given is not None and not type_:
            type_, doubt = self.reader.program.describe(given), Doubt("the type of {} cannot be resolved", given)
        if mode == "objectId":
            entries: dict[str, Value] = {**column.value.entries, "name": Constant("_id")}
            column = Options(self.reader, ObjectValue(entries), column.of, column.place)
        self.made.columns.append(ColumnArguments(name, mode, type_, column, column.place, doubt))
        generated = column.given("generated")
        if generated is not None and column.flag("generated"):
            self.made.generations.setdefault(name, string(generated) or "increment")
        if column.flag("unique"):
            self.made.uniques.append(IndexArguments(None, (name,), column.place))
        if column.given("foreignKey") is not None:
            self._foreign_key(self._options(column.given("foreignKey"), column.of), name)

    def _embedded(self, name: str, options: Options) -> None:
        prefix = options.given("prefix")
        given = None if prefix is None or (isinstance(prefix, Constant) and prefix.value is True) else string(prefix)
        if isinstance(prefix, Constant) and prefix.value is False:
            given = ""
        schema = options.given("schema")
        if schema is None:
            self.reader.unresolved(f"the schema of {options.of}", schema, options.place)
            return
        self.made.embeddeds.append(EmbeddedArguments(name, schema, given, options.place))

    def _inheritance(self, options: Options) -> None:
        inheritance = options.given("inheritance")
        if inheritance is None:
            return
        given = self._options(inheritance, options.of)
        column = given.given("column")
        if isinstance(column, Constant) and isinstance(column.value, str):
            column = ObjectValue({"name": column})
        made = None if column is None else self._options(column, f"the discriminator of {options.of}")
        self.made.inheritance = Inheritance(given.text("pattern") or "STI", made)

    # --- relations ---------------------------------------------------------------------------------------------------

    def _relation(self, name: str, relation: Options) -> None:
        kind = _KINDS.get(relation.text("type") or "")
        if kind is None:
            self.reader.unresolved(f"the kind of relation {relation.of}", relation.given("type"), relation.place)
            return
        target, inverse = relation.given("target"), relation.given("inverseSide")
        parent, children = bool(relation.flag("treeParent")), bool(relation.flag("treeChildren"))
        made = RelationArguments(name, kind, target, inverse, relation, relation.place, parent, children)
        self.made.relations.append(made)
        columns = list(self._joins(relation, "joinColumn"))
        if columns:
            self.made.join_columns[name] = columns
        table = relation.given("joinTable")
        if table is not None and not (isinstance(table, Constant) and not table.value):
            given = None if isinstance(table, Constant) else table
            self.made.join_tables[name] = join_table(self._options(given, relation.of))

    def _joins(self, relation: Options, name: str) -> Iterator[JoinColumn]:
        given = relation.given(name)
        if given is None or (isinstance(given, Constant) and not given.value):
            return
        for item in given.items if isinstance(given, ListValue) else (given,):
            yield join_column(self._options(None if isinstance(item, Constant) else item, relation.of))

    # --- keys --------------------------------------------------------------------------------------------------------

    def _index(self, index: Options) -> IndexArguments:
        return IndexArguments(
            index.text("name"),
            index.names("columns"),
            index.place,
            unique=bool(index.flag("unique")),
            where=index.text("where"),
            spatial=bool(index.flag("spatial")),
            fulltext=bool(index.flag("fulltext")),
            parser=index.text("parser"),
            synchronize=index.flag("synchronize") is not False,
        )

    def _foreign_key(self, key: Options, property_name: str | None) -> None:
        target = key.given("target")
        if target is None:
            self.reader.unresolved(f"the target of a foreign key of {key.of}", target, key.place)
            return
        self.made.foreign_keys.append(
            ForeignKeyArguments(
                key.text("name"),
                target,
                property_name,
                key.given("inverseSide"),
                key.names("columnNames"),
                key.names("referencedColumnNames"),
                key.text("onDelete"),
                key.text("onUpdate"),
                key.place,
            )
        )

    # --- members -----------------------------------------------------------------------------------------------------

    def _options(self, value: Value | None, of: str) -> Options:
        return Options(self.reader, value, of, self.place)

    def _members(self, options: Options, name: str) -> Iterator[tuple[str, Options]]:
        given = Options(self.reader, options.given(name), f"{options.of}'s {name}", self.place)
        for key, value in given.value.entries.items():
            place = given.value.places.get(key, self.place)
            yield key, Options(self.reader, value, f"{options.of}.{key}", place)

    def _items(self, options: Options, name: str) -> Iterator[Options]:
        given = options.given(name)
        if given is not None and not (isinstance(given, ListValue) and not given.open):
            options.report(name, given)
        for item in given.items if isinstance(given, ListValue) else ():
            yield self._options(item, options.of)
