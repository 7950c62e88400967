"""Routes, services, state and types between two revisions."""

from datamodel_check.compare.revisions import difference
from datamodel_check.model.layers import DomainType, Member, Operation, Route, Service, State, TypeMember
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.schema import Column, Source, Table
from datamodel_check.model.snapshot import Snapshot
from tests.compare.revisions.vocabulary import line

PLACE = Location("app.ts", NOWHERE)

ROUTE = Route("express", "endpoint", "GET", "/books", "list", PLACE, auth=("session",), reads=("books",))
SERVICE = Service("module", "lib/books", PLACE, (Operation("list", PLACE, reads=("books",)),))
STATE = State("zustand", "store", "useCart", PLACE, (Member("items"),), key="cart")
TYPE = DomainType("interface", "Book", PLACE, (TypeMember("title", "string"),))

WHOLE = Snapshot(routes=(ROUTE,), services=(SERVICE,), state=(STATE,), types=(TYPE,))


def said(before: Snapshot, after: Snapshot) -> list[str]:
    return [line(change) for change in difference(before, after, "before", "after").changes]


def test_nothing_changed() -> None:
    assert said(WHOLE, WHOLE) == []


def test_what_goes() -> None:
    assert said(WHOLE, Snapshot()) == [
        "breaking: GET /books: route removed (callers get an error)",
        "safe: lib/books: service removed",
        "safe: useCart (app.ts): state removed",
        "safe: Book (app.ts): type removed",
    ]


def test_what_comes() -> None:
    assert said(Snapshot(), WHOLE) == [
        "safe: GET /books: route added",
        "safe: lib/books: service added",
        "safe: useCart (app.ts): state added",
        "safe: Book (app.ts): type added",
    ]


def test_a_guard_that_goes() -> None:
    open_ = WHOLE._replace(routes=(ROUTE._replace(auth=()),))
    assert said(WHOLE, open_) == [
        "breaking: GET /books: session no longer guards it (nothing that is known asks who calls it)"
    ]
    assert said(open_, WHOLE) == ["risky: GET /books: session guards it (callers may be refused)"]


def test_tables_that_are_touched() -> None:
    route = ROUTE._replace(reads=("books", "orders"))
    service = SERVICE._replace(operations=(Operation("list", PLACE, reads=("orders",)),))
    assert said(WHOLE, WHOLE._replace(routes=(route,), services=(service,))) == [
        "safe: GET /books: read of orders added",
        "safe: lib/books.list: read of books removed",
        "safe: lib/books.list: read of orders added",
    ]


def test_members_and_keys() -> None:
    state = STATE._replace(members=(Member("items"), Member("clear", "action")), key="basket")
    type_ = TYPE._replace(members=(TypeMember("title", "string | null"), TypeMember("year", "number")))
    assert said(WHOLE, WHOLE._replace(state=(state,), types=(type_,))) == [
        "safe: useCart (app.ts): its action clear added",
        "risky: useCart (app.ts): key cart → basket (caches and storage know it by the old one)",
        "safe: Book.title: string → string | null",
        "safe: Book.year: added (number)",
    ]


def test_a_table_that_goes_names_the_routes_that_use_it() -> None:
    column = Column("id", "id", "integer", nullable=False, location=PLACE)
    table = Table(None, "books", "books", PLACE, (column, column._replace(name="title", nullable=True)))
    before = WHOLE._replace(sources=(Source("drizzle:app", "drizzle", "postgresql", ("app.ts",), (table,)),))
    assert said(before, before._replace(sources=()))[0] == (
        "breaking: books: table removed (its rows are lost; it is used by GET /books)"
    )
    smaller = before.sources[0]._replace(tables=(table._replace(columns=(column,)),))
    assert said(before, before._replace(sources=(smaller,))) == [
        "breaking: books.title: column removed (its data is lost; the table is used by GET /books)"
    ]
