"""Two revisions between which everything happens that can be told."""

from datamodel_check.model.layers import DomainType, Member, Operation, Route, Service, State, TypeMember
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.migrations import History, Migration
from datamodel_check.model.schema import (
    Check,
    Column,
    Enum,
    ForeignKey,
    Generated,
    Identity,
    Index,
    IndexColumn,
    Policy,
    Reference,
    Source,
    Table,
    Unique,
    View,
)
from datamodel_check.model.snapshot import Snapshot

OLD = Location("before.ts", NOWHERE)
NEW = Location("after.ts", NOWHERE)


def column(name: str, type_: str = "text", *, null: bool = True, default: str | None = None) -> Column:
    return Column(name, name, type_, null, OLD, has_default=default is not None, default=default)


def table(name: str, *columns: Column, schema: str | None = None) -> Table:
    return Table(schema, name, name, OLD, columns, (columns[0].name,))


def source(*tables: Table, **more: tuple[Enum, ...] | tuple[View, ...]) -> Source:
    return Source("drizzle:schema.ts", "drizzle", "postgresql", ("schema.ts",), tables)._replace(**more)  # type: ignore[arg-type]


def later(one: Source) -> Source:
    """The same facts, as the later revision says them."""

    def moved(before: Table) -> Table:
        columns = tuple(column._replace(location=NEW) for column in before.columns)
        return before._replace(location=NEW, columns=columns)

    return one._replace(
        tables=tuple(map(moved, one.tables)),
        enums=tuple(enum._replace(location=NEW) for enum in one.enums),
        views=tuple(view._replace(location=NEW) for view in one.views),
    )


ID = column("id", "uuid", null=False)
PLAIN = ID, column("a"), column("b")

TYPES = (
    ("wider", "varchar(10)", "varchar(20)"),
    ("narrower", "bigint", "integer"),
    ("other", "text", "integer"),
    ("scaled", "numeric(10,2)", "numeric(10,4)"),
    ("unbounded", "varchar(10)", "varchar"),
)

COLUMNS = (
    (column("null_allowed", null=False), column("null_allowed")),
    (column("null_forbidden"), column("null_forbidden", null=False)),
    (column("default_added"), column("default_added", default="1")),
    (column("default_removed", default="1"), column("default_removed")),
    (column("default_needed", null=False, default="1"), column("default_needed", null=False)),
    (column("default_other", default="1"), column("default_other", default="2")),
    (column("orm_fills"), column("orm_fills")._replace(client_default=True)),
    (column("orm_stops")._replace(client_default=True), column("orm_stops")),
    (column("orm_instead", default="1"), column("orm_instead")._replace(client_default=True)),
    (column("orm_no_more")._replace(client_default=True), column("orm_no_more", default="1")),
    (column("computed"), column("computed")._replace(generated=Generated("a || b", stored=True))),
    (column("stored")._replace(generated=Generated("a", stored=True)), column("stored")),
    (column("chosen"), column("chosen")._replace(allowed_values=("x", "y"))),
    (column("fewer")._replace(allowed_values=("x", "y")), column("fewer")._replace(allowed_values=("x",))),
    (column("more")._replace(allowed_values=("x",)), column("more")._replace(allowed_values=("x", "y"))),
    (column("free")._replace(allowed_values=("x",)), column("free")),
    (column("touched"), column("touched")._replace(on_update="now()")),
    (column("untouched")._replace(on_update="now()"), column("untouched")),
    (column("noted"), column("noted")._replace(comment="a note")),
    (column("unnoted")._replace(comment="a note"), column("unnoted")),
    (column("called"), column("called")._replace(code_name="isCalled")),
    (column("counting"), column("counting")._replace(identity=Identity(always=True))),
    (column("counted")._replace(autoincrement=True), column("counted")),
    *((column(name, old), column(name, new)) for name, old, new in TYPES),
)

ARRIVING = (
    column("new_null"),
    column("new_needed", null=False),
    column("new_default", null=False, default="0"),
    column("new_counting", null=False)._replace(autoincrement=True),
    column("new_identity", null=False)._replace(identity=Identity(always=False)),
    column("new_computed", null=False)._replace(generated=Generated("1", stored=True)),
)

KEYS = table("keys", *PLAIN, column("c"), column("d"))
OLD_KEYS = KEYS._replace(
    uniques=(Unique("u1", ("a",)), Unique("same", ("b",)), Unique("u_d", ("d",))),
    indexes=(
        Index("i1", (IndexColumn("a"),)),
        Index("i_same", (IndexColumn("b"),)),
        Index("i_unique", (IndexColumn("c"),), unique=True),
        Index("i_d", (IndexColumn("d"),)),
        Index("i_part", (IndexColumn("a"),), unique=True, where="a > 0"),
    ),
    checks=(Check("c1", "a > 0"), Check("c_same", "b > 0")),
    foreign_keys=(
        ForeignKey("f1", ("a",), "gone", ("id",)),
        ForeignKey("f_delete", ("b",), "columns", ("id",), "restrict"),
        ForeignKey("f_update", ("c",), "columns", ("id",)),
        ForeignKey("f_null", ("a", "b"), "columns", ("id", "a"), "cascade"),
    ),
    policies=(Policy("p_gone"), Policy("p_other"), Policy("p_same")),
)
NEW_KEYS = KEYS._replace(
    columns=(*PLAIN, column("c"), column("e")),
    primary_key=("id", "a"),
    uniques=(
        Unique("renamed", ("b",)),
        Unique("u2", ("a", "b")),
        Unique("u3", ("a",), nulls_not_distinct=True),
        Unique("u_e", ("e",)),
    ),
    indexes=(
        Index("i_renamed", (IndexColumn("b"),)),
        Index("i2", (IndexColumn("lower(a)", expression=True), IndexColumn("b")), where="b > 0"),
        Index("i_some", (IndexColumn("c"),), unique=True, where="c > 0"),
        Index("i_e", (IndexColumn("e"),)),
    ),
    checks=(Check("c_renamed", "b > 0"), Check("c2", "a > 1")),
    foreign_keys=(
        ForeignKey("f2", ("b",), "come", ("id",)),
        ForeignKey("f_delete", ("b",), "columns", ("id",), "cascade"),
        ForeignKey("f_update", ("c",), "columns", ("id",), on_update="cascade"),
        ForeignKey("f_null", ("a", "b"), "columns", ("id", "a"), "set null", "restrict"),
    ),
    policies=(Policy("p_come"), Policy("p_other", command="select"), Policy("p_same")),
    row_level_security=True,
    comment="about keys",
)

SHARED = ID, column("first"), column("second"), column("third"), column("fourth")
OLD_NAMES = table("old_name", *SHARED, column("first_column"), column("z", "json"))._replace(
    uniques=(Unique("u", ("first_column",)),),
    indexes=(Index("i", (IndexColumn("first_column"), IndexColumn("lower(first_column)", expression=True))),),
    foreign_keys=(ForeignKey("f", ("first_column",), "old_name", ("first_column",)),),
    primary_key=("id", "first_column"),
)
NEW_NAMES = table("new_name", *SHARED, column("first_columns"), schema="app")._replace(
    uniques=(Unique("u", ("first_columns",)),),
    indexes=(Index("i", (IndexColumn("first_columns"), IndexColumn("lower(first_column)", expression=True))),),
    foreign_keys=(ForeignKey("f", ("first_columns",), "app.new_name", ("first_columns",)),),
    primary_key=("id", "first_columns"),
)

POINTING = column("points", "uuid")._replace(references=Reference("old_name", "id"))
POINTED = column("pointing", "uuid")._replace(references=Reference("app.new_name", "id"))

SECURED = table("secured", *PLAIN)._replace(row_level_security=True)


def enum(name: str, *values: str) -> Enum:
    return Enum(None, name, name, values, OLD)


def view(name: str, definition: str | None, *, materialized: bool = False) -> View:
    return View(None, name, name, OLD, (), definition, materialized)


BEFORE_SCHEMA = source(
    table("columns", ID, *(old for old, _ in COLUMNS), column("goes"), POINTING),
    table("gone", *PLAIN),
    table("gone_unused", ID, column("x"), column("y")),
    OLD_KEYS,
    OLD_NAMES,
    SECURED,
    enums=(enum("gone_enum", "a"), enum("level", "low", "mid", "high"), enum("same", "a")),
    views=(
        view("gone_view", "select 1"),
        view("other", "select 1"),
        view("kept", "select 2"),
        view("made", "select 3"),
    ),
)
AFTER_SCHEMA = later(
    source(
        table("columns", ID, *(new for _, new in COLUMNS), *ARRIVING, POINTED),
        table("come", ID, column("p", "json"), column("q", "json")),
        NEW_KEYS,
        NEW_NAMES,
        SECURED._replace(row_level_security=False),
        enums=(enum("come_enum", "a", "b"), enum("level", "high", "low", "top"), enum("same", "a")),
        views=(
            *(view("come_view", "select 1"), view("other", "select 2"), view("kept", "select 2")),
            view("made", "select 3", materialized=True),
        ),
    )
)

MOVED_OLD = Source(
    *("drizzle:old/schema.ts", "drizzle", "postgresql", ("old/schema.ts",)),
    (table("moved", *PLAIN), table("moved_too", ID, column("k"), column("l"))),
)
MOVED_NEW = MOVED_OLD._replace(id="drizzle:new/schema.ts", tables=(*later(MOVED_OLD).tables, table("beside", ID)))
DROPPED = Source("prisma:gone.prisma", "prisma", "mysql", ("gone.prisma",), (table("dropped", *PLAIN),))
BROUGHT = Source("prisma:come.prisma", "prisma", "mysql", ("come.prisma",), (table("brought", ID, column("z")),))


def history(place: Location, *entries: Migration) -> History:
    return History("drizzle", "migrations", "postgresql", tuple(entry._replace(location=place) for entry in entries))


def migration(name: str, digest: str, *operations: str) -> Migration:
    return Migration(name, OLD, operations, digest)


OLD_HISTORY = history(
    OLD,
    *(migration("0000_kept", "k"), migration("0001_edited", "e1"), migration("0002_gone", "g")),
    *(migration("0003_renamed", "r"), migration("0004_empty", "")),
)
NEW_HISTORY = history(
    NEW,
    *(migration("0000_kept", "k"), migration("0001_edited", "e2"), migration("0003_other", "r")),
    *(migration("0005_silent", ""), migration("0006_few", "f", "create table a", "drop table b")),
    migration("0007_many", "m", *(f"drop column a.c{number}" for number in range(9))),
)


def route(
    path: str, place: Location, auth: tuple[str, ...] = (), reads: tuple[str, ...] = (), writes: tuple[str, ...] = ()
) -> Route:
    return Route("express", "endpoint", "GET", path, "handle", place, auth, reads, writes)


def service(name: str, place: Location, *operations: Operation) -> Service:
    return Service("class", name, place, operations)


def state(name: str, place: Location, *members: Member, key: str | None = None, **more: tuple[str, ...]) -> State:
    return State("zustand", "store", name, place, members, key, **more)


def domain(
    name: str, *members: TypeMember, definition: str | None = None, place: str = "types.ts", line: int = 1
) -> DomainType:
    location = Location(place, NOWHERE._replace(line=line))
    return DomainType("type" if definition else "interface", name, location, members, definition)


ELSEWHERE = Location("store.ts", NOWHERE._replace(line=1)), Location("store.ts", NOWHERE._replace(line=2))

BEFORE = Snapshot(
    sources=(BEFORE_SCHEMA, MOVED_OLD, DROPPED),
    migrations=(OLD_HISTORY,),
    routes=(
        route("/kept", OLD, reads=("gone", "columns"), writes=("gone",)),
        route("/opened", OLD, auth=("session",), reads=("columns",)),
        route("/handed", OLD, auth=("session",), reads=("columns",)),
        route("/gone", OLD, reads=("columns",), writes=("columns",)),
    ),
    services=(
        service("Gone", OLD),
        service("Users", OLD, Operation("find", OLD, ("a",), ("b",)), Operation("drop", OLD), Operation("keep", OLD)),
    ),
    state=(
        state("useGone", ELSEWHERE[0]),
        state(
            *("useAll", ELSEWHERE[0], Member("kept"), Member("gone"), Member("turned")),
            key="old",
            endpoints=("GET /a",),
            invalidates=("x",),
        ),
    ),
    types=(
        domain("Gone", TypeMember("a", "string")),
        domain("Order", TypeMember("a", "string"), TypeMember("b", "string"), TypeMember("c", "string")),
        domain("Kind", definition="'a' | 'b'"),
        domain("Opened", definition="string"),
    ),
)
AFTER = Snapshot(
    sources=(AFTER_SCHEMA, MOVED_NEW, BROUGHT),
    migrations=(NEW_HISTORY,),
    routes=(
        route("/kept", NEW, auth=("token",), reads=("columns", "come"), writes=("come",)),
        route("/opened", NEW, reads=("columns",)),
        route("/handed", NEW, auth=("token",), reads=("columns",)),
        route("/come", NEW),
    ),
    services=(
        service("Come", NEW),
        service("Users", NEW, Operation("find", NEW, ("c",), ("d",)), Operation("come", NEW), Operation("keep", NEW)),
    ),
    state=(
        state("useCome", ELSEWHERE[1]),
        state(
            *("useAll", ELSEWHERE[1], Member("kept"), Member("come"), Member("turned", "action")),
            key="new",
            endpoints=("GET /b",),
            invalidates=("y",),
        ),
    ),
    types=(
        domain("Come", TypeMember("a", "string")),
        domain("Order", TypeMember("a", "number"), TypeMember("b", "string"), TypeMember("d", "x" * 70), line=2),
        domain("Kind", definition="'a' | 'c'", line=2),
        domain("Opened", TypeMember("a", "string"), line=2),
    ),
)
