"""A decorated class → its `Arguments`: one function per decorator (typeorm/src/decorator/**/*.ts)."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from datamodel_check.extract.decorating import Decorations
from datamodel_check.extract.schema.typeorm.arguments import (
    Arguments,
    ColumnArguments,
    EmbeddedArguments,
    ForeignKeyArguments,
    IndexArguments,
    Inheritance,
    JoinTableArguments,
    RelationArguments,
    TableArguments,
    TreeArguments,
)
from datamodel_check.extract.schema.typeorm.decorators import decorating
from datamodel_check.extract.schema.typeorm.metadata import (
    CheckOf,
    ColumnType,
    Doubt,
    JoinColumn,
    Mode,
    RelationKind,
    TableKind,
)
from datamodel_check.extract.schema.typeorm.options import Options
from datamodel_check.extract.schema.typeorm.reader import Reader, class_name, constructor, orm_call, place_of
from datamodel_check.extract.symbols import argument, string
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Field, Function
from datamodel_check.model.values import (
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)


class Member(NamedTuple):
    """What a decorator is applied to: a class, or one of its properties with the type that is written there."""

    reader: Reader
    made: Arguments
    owner: ClassValue
    name: str
    annotation: Expression | None
    location: Location
    call: Application

    @property
    def label(self) -> str:
        return ".".join(filter(None, (class_name(self.owner), self.name)))

    def argument(self, index: int) -> Value | None:
        return argument(self.call.arguments, index)

    def options(self, value: Value | None) -> Options:
        return Options(self.reader, value, self.label, self.location)

    def design_type(self) -> ColumnType:
        """The column type that `design:type` stands for."""
        parameters = self.owner.declaration.type_parameters
        found = self.reader.reflection.design_type(self.annotation, self.owner.scope, parameters)
        if isinstance(found, Unresolved):
            return ColumnType(found.text, Doubt("the type of {} cannot be resolved", found))
        name = class_name(found) if isinstance(found, ClassValue) else found
        if name in {"Boolean", "Buffer", "Date", "Number", "String"}:
            return ColumnType(name)
        return ColumnType(name, Doubt(f"{{}} is {name} at run time, which is no type of a column", None))


def arguments(reader: Reader, value: ClassValue) -> Arguments:
    """What the class states of itself, its bases left aside."""
    made = Arguments(value)
    declaration = value.declaration
    decorators = decorating(reader)
    for part in declaration.members:
        if isinstance(part, Field | Function) and part.decorators and "static" not in part.modifiers and part.name:
            annotation = part.annotation if isinstance(part, Field) else _of_accessor(part)
            place = Location(value.scope.path, part.span)
            found = decorators.at(part.decorators, value.scope, value, part.name)
            for call in found.known:
                _apply(Member(reader, made, value, part.name, annotation, place, call))
            if not found.known:
                _report_opaque(reader, f"{class_name(value)}.{part.name}", found)
    of_class = decorators.at(declaration.decorators, value.scope, value)
    for call in of_class.known:
        _apply(Member(reader, made, value, "", None, place_of(value), call))
    if made.columns and not of_class.known:
        _report_opaque(reader, class_name(value), of_class)
    return made


def _report_opaque(reader: Reader, label: str, found: Decorations[Application]) -> None:
    """Something is done to what has no decorator of TypeORM, and nobody can tell whether it declares a column."""
    for opaque in found.opaque[:1]:
        message = f"what @{opaque.text} does to {label} cannot be followed"
        reader.doubted(message, opaque, opaque.location, "If it declares a column or a table, that is missing.")


def is_entity(reader: Reader, value: ClassValue) -> bool:
    """Whether a class is decorated as an entity, a child of one, or a view."""
    found = decorating(reader).at(value.declaration.decorators, value.scope, value)
    return any(orm_call(call) in {"ChildEntity", "Entity", "ViewEntity"} for call in found.known)


def _of_accessor(function: Function) -> Expression | None:
    if function.returns is not None or not function.parameters:
        return function.returns
    return function.parameters[0].annotation


def _apply(member: Member) -> None:
    handler = _HANDLERS.get(orm_call(member.call) or "")
    if handler is not None:
        handler(member)


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(kind: TableKind) -> Callable[[Member], None]:
    def handle(member: Member) -> None:
        first = member.argument(0)
        named = not isinstance(first, ObjectValue) and kind != "entity-child"
        options = member.options(None if kind == "entity-child" else member.argument(1) if named else first)
        name = options.text("name")
        if named and first is not None:
            name = string(first)
            if name is None:
                member.reader.unresolved(f"the name of {member.label}", first, member.location)
                name = member.reader.program.describe(first)
        member.made.tables.append(
            TableArguments(kind, name or None, options, member.location, class_name(member.owner))
        )

    return handle


def _inheritance(member: Member) -> None:
    options = member.options(member.argument(0))
    column = options.given("column")
    if isinstance(column, Constant) and isinstance(column.value, str):
        column = ObjectValue({"name": column})
    discriminator = Options(member.reader, column, f"the discriminator of {member.label}", member.location)
    member.made.inheritance = Inheritance(options.text("pattern") or "STI", None if column is None else discriminator)


def _tree(member: Member) -> None:
    kind = string(member.argument(0)) or ""
    member.made.tree = TreeArguments(kind, member.options(member.argument(1)))


# --- columns ---------------------------------------------------------------------------------------------------------


def _column(member: Member) -> None:
    first = member.argument(0)
    if isinstance(first, Closure | ClassValue):
        _embedded(member, first)
        return
    typed = first is not None and not isinstance(first, ObjectValue)
    options = member.options(member.argument(1) if typed else first)
    noted = member.reader.noted_types
    # `@Column(options)` notes the type in the object that it is given: where columns share one, the first decides.
    if options.value not in noted:
        noted[options.value] = _type(member, first if typed else options.given("type"))
    _add(member, "regular", noted[options.value], options)
    if options.flag("unique"):
        member.made.uniques.append(IndexArguments(None, (member.name,), member.location))
    _generated(member, options)


def _primary_column(member: Member) -> None:
    first = member.argument(0)
    typed = first is not None and not isinstance(first, ObjectValue)
    options = member.options(member.argument(1) if typed else first)
    type_ = _type(member, first if typed else options.given("type"))
    _add(member, "regular", type_, _with(options, primary=Constant(value=True)))
    _generated(member, options)


def _primary_generated_column(member: Member) -> None:
    first = member.argument(0)
    strategy = string(first) or "increment"
    if first is not None and string(first) is None and not isinstance(first, ObjectValue):
        member.reader.unresolved(f"how {member.label} is generated", first, member.location)
    options = member.options(first if isinstance(first, ObjectValue) else member.argument(1))
    type_ = constructor(options.given("type")) or {"uuid": "uuid", "rowid": "int"}.get(strategy, "Number")
    _add(member, "regular", ColumnType(type_), _with(options, primary=Constant(value=True)))
    member.made.generations.setdefault(member.name, strategy)


def _special(mode: Mode) -> Callable[[Member], None]:
    def handle(member: Member) -> None:
        options = member.options(member.argument(0))
        given = options.given("type")
        _add(member, mode, ColumnType("") if given is None else _type(member, given), options)

    return handle


def _object_id(member: Member) -> None:
    options = member.options(member.argument(0))
    name = options.given("name") or Constant("_id")
    _add(member, "objectId", ColumnType(""), _with(options, primary=Constant(value=True), name=name))


def _virtual_column(member: Member) -> None:
    _add(member, "virtual-property", ColumnType(""), member.options(None))


def _view_column(member: Member) -> None:
    _add(member, "regular", ColumnType(""), member.options(member.argument(0)))


def _embedded(member: Member, type_: Value) -> None:
    prefix = member.options(member.argument(1)).given("prefix")
    given: str | None = None
    if isinstance(prefix, Constant) and prefix.value is not True:
        given = string(prefix) or ""
    elif prefix is not None and not isinstance(prefix, Constant):
        member.reader.unresolved(f"the prefix of {member.label}", prefix, member.location)
    member.made.embeddeds.append(EmbeddedArguments(member.name, type_, given, member.location))


def _generation(member: Member) -> None:
    member.made.generations.setdefault(member.name, string(member.argument(0)) or "increment")


def _add(member: Member, mode: Mode, type_: ColumnType, options: Options) -> None:
    made = ColumnArguments(member.name, mode, type_.name, options, member.location, type_.doubt)
    member.made.columns.append(made)


def _type(member: Member, given: Value | None) -> ColumnType:
    """The type that is given, else that of the property."""
    if given is None or (isinstance(given, Constant) and not given.value):
        return member.design_type()
    known = constructor(given)
    if known is None:
        return ColumnType(member.reader.program.describe(given), Doubt("the type of {} cannot be resolved", given))
    return ColumnType(known)


def _generated(member: Member, options: Options) -> None:
    generated = options.given("generated")
    if generated is not None and options.flag("generated"):
        member.made.generations.setdefault(member.name, string(generated) or "increment")


def _with(options: Options, **entries: Value) -> Options:
    value = ObjectValue({**options.value.entries, **entries}, places=options.value.places)
    return Options(options.reader, value, options.of, options.place)


# --- relations -------------------------------------------------------------------------------------------------------


def _relation(kind: RelationKind) -> Callable[[Member], None]:
    def handle(member: Member) -> None:
        second = member.argument(1)
        inverse = None if isinstance(second, ObjectValue) else second
        options = member.options(second if inverse is None and second is not None else member.argument(2))
        member.made.relations.append(
            RelationArguments(member.name, kind, member.argument(0), inverse, options, member.location)
        )

    return handle


def _tree_relation(*, parent: bool) -> Callable[[Member], None]:
    kind: RelationKind = "many-to-one" if parent else "one-to-many"

    def handle(member: Member) -> None:
        options = member.options(member.argument(0))
        made = RelationArguments(member.name, kind, None, None, options, member.location, parent, not parent)
        member.made.relations.append(made)

    return handle


def _join_column(member: Member) -> None:
    given = member.argument(0)
    items = given.items if isinstance(given, ListValue) else (given,)
    joined = member.made.join_columns.setdefault(member.name, [])
    joined += [join_column(member.options(item)) for item in items]


def join_column(options: Options) -> JoinColumn:
    return JoinColumn(
        options.text("name"), options.text("referencedColumnName"), options.text("foreignKeyConstraintName")
    )


def _join_table(member: Member) -> None:
    member.made.join_tables.setdefault(member.name, join_table(member.options(member.argument(0))))


def join_table(options: Options) -> JoinTableArguments:
    return JoinTableArguments(
        options.text("name"),
        options.text("schema"),
        options.text("database"),
        _several(options, "joinColumn"),
        _several(options, "inverseJoinColumn"),
    )


def _several(options: Options, name: str) -> tuple[JoinColumn, ...] | None:
    """`joinColumn` or `joinColumns`."""
    one, many = options.given(name), options.given(f"{name}s")
    given = (one,) if one is not None else many.items if isinstance(many, ListValue) else None
    if given is None:
        return None
    return tuple(join_column(Options(options.reader, item, options.of, options.place)) for item in given)


# --- keys ------------------------------------------------------------------------------------------------------------


def _index(member: Member, made: list[IndexArguments]) -> None:
    """`@Index(name?, fields?, options?)` and `@Unique` alike, on a class or a property."""
    name = string(member.argument(0))
    rest = member.call.arguments[1 if name is not None else 0 :]
    fields = next((value for value in rest if isinstance(value, ListValue | Closure)), None)
    options = member.options(next((value for value in rest if isinstance(value, ObjectValue)), None))
    for value in rest:
        if not isinstance(value, ListValue | Closure | ObjectValue | Constant):
            member.reader.unresolved(f"an index of {member.label}", value, member.location)
    managed = options.flag("synchronize") is not False
    properties = (member.name,) if member.name else _fields(member, fields) if fields is not None else ()
    if not properties and fields is None and managed and not rest:
        member.reader.unresolved(f"the columns of an index of {member.label}", None, member.location)
    made.append(
        IndexArguments(
            name,
            properties,
            member.location,
            unique=bool(options.flag("unique")),
            where=options.text("where"),
            spatial=bool(options.flag("spatial")),
            fulltext=bool(options.flag("fulltext")),
            parser=options.text("parser"),
            synchronize=managed,
        )
    )


def _fields(member: Member, fields: Value | None) -> tuple[str, ...]:
    found = None if fields is None else member.reader.property_paths(fields)
    if found is None:
        member.reader.unresolved(f"the columns of an index of {member.label}", fields, member.location)
    return tuple(name.strip() for name in found or ())


def _check(member: Member, made: list[CheckOf]) -> None:
    """`@Check(expression)` or `@Check(name, expression)`; `@Exclusion` alike."""
    texts: list[str] = []
    for value in member.call.arguments[:2]:
        known = string(value)
        if known is None:
            member.reader.unresolved(f"a check of {member.label}", value, member.location)
        texts.append(member.reader.program.describe(value) if known is None else known)
    if texts:
        made.append(CheckOf(texts[0] if len(texts) > 1 else None, texts[-1]))


def _foreign_key(member: Member) -> None:
    """`@ForeignKey(type, inverse | columns | options, …)` (typeorm/src/decorator/ForeignKey.ts)."""
    given = member.call.arguments[1:]
    lists = [value for value in given if isinstance(value, ListValue)]
    options = member.options(next((value for value in given if isinstance(value, ObjectValue)), None))
    inverse = next((value for value in given[:1] if isinstance(value, Closure) or string(value)), None)
    type_ = member.argument(0)
    if type_ is None:
        return
    member.made.foreign_keys.append(
        ForeignKeyArguments(
            options.text("name"),
            type_,
            member.name or None,
            inverse,
            _fields(member, lists[0]) if lists else (),
            _fields(member, lists[1]) if len(lists) > 1 else (),
            options.text("onDelete"),
            options.text("onUpdate"),
            member.location,
        )
    )


_HANDLERS: Mapping[str, Callable[[Member], None]] = {
    "Check": lambda member: _check(member, member.made.checks),
    "ChildEntity": _table("entity-child"),
    "Column": _column,
    "CreateDateColumn": _special("createDate"),
    "DeleteDateColumn": _special("deleteDate"),
    "Entity": _table("regular"),
    "Exclusion": lambda member: _check(member, member.made.exclusions),
    "ForeignKey": _foreign_key,
    "Generated": _generation,
    "Index": lambda member: _index(member, member.made.indices),
    "JoinColumn": _join_column,
    "JoinTable": _join_table,
    "ManyToMany": _relation("many-to-many"),
    "ManyToOne": _relation("many-to-one"),
    "ObjectIdColumn": _object_id,
    "OneToMany": _relation("one-to-many"),
    "OneToOne": _relation("one-to-one"),
    "PrimaryColumn": _primary_column,
    "PrimaryGeneratedColumn": _primary_generated_column,
    "TableInheritance": _inheritance,
    "Tree": _tree,
    "TreeChildren": _tree_relation(parent=False),
    "TreeLevelColumn": _special("treeLevel"),
    "TreeParent": _tree_relation(parent=True),
    "Unique": lambda member: _index(member, member.made.uniques),
    "UpdateDateColumn": _special("updateDate"),
    "VersionColumn": _special("version"),
    "ViewColumn": _view_column,
    "ViewEntity": _table("view"),
    "VirtualColumn": _virtual_column,
}
