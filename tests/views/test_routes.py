"""What the view `routes` says."""

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import LAYERS, MOVED, ROUTES
from tests.views.vocabulary import fingerprint, refuses, shows


def test_all_kinds() -> None:
    assert (
        shows("routes", LAYERS)
        == """\
| Route | Handler | Auth | Reads | Writes |
| --- | --- | --- | --- | --- |
| [`GET /api/orders`](../web/app/api/orders/route.ts) | — | `auth` | `order` | — |
| [`POST /api/orders`](../web/app/api/orders/route.ts) | — | `auth` | `book` | `order`, `order_item` |
| [`GET /books/:isbn`](../api/books.ts) | `getBook` | — | `book` | — |

| Server action | Writes |
| --- | --- |
| [`cancel`](../web/app/actions.ts) | `order` |

| Page | Reads |
| --- | --- |
| [`/orders/:id`](../web/app/orders/%5Bid%5D/page.tsx) | `order` |"""
    )


def test_none() -> None:
    assert shows("routes", Snapshot()) == "No routes."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("routes path=/api/**", ["GET /api/orders", "POST /api/orders"]),
        ("routes path=/api/orders/**", ["GET /api/orders", "POST /api/orders"]),
        ("routes path=/books/*", ["GET /books/:isbn"]),
        ("routes framework=express", ["GET /books/:isbn"]),
        ("routes kind=page", ["/orders/:id"]),
        ("routes table=order_item", ["POST /api/orders"]),
        ("routes table=book path=/api/**", ["POST /api/orders"]),
        ("routes path=/books/* path=/orders/*", ["GET /books/:isbn", "/orders/:id"]),
    ],
)
def test_filters(title: str, expected: list[str]) -> None:
    rows = [line for line in shows(title, LAYERS).splitlines() if line.startswith("| [")]
    assert [row.split("`")[1] for row in rows] == expected


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("routes path=/api/ordrs", "no route matches `path=/api/ordrs`", "Did you mean `/api/orders`?"),
        ("routes framework=nestjs", "no route matches `framework=nestjs`", "Did you mean `nextjs`?"),
        ("routes table=zzz", "no route matches `table=zzz`", "Known are `book`, `order`, `order_item`."),
        ("routes tabel=order", "`tabel=` means nothing here", "Did you mean `table`?"),
        ("routes orders", "`orders` means nothing here", "Known are `path`, `framework`, `kind`, `table`."),
    ],
)
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, LAYERS) == (message, hint)


def test_lines_order_and_what_is_called_say_nothing() -> None:
    routes = tuple(
        route._replace(location=route.location._replace(span=MOVED.span), calls=(), reads=route.reads[::-1])
        for route in ROUTES[::-1]
    )
    assert fingerprint("routes", LAYERS._replace(routes=routes)) == fingerprint("routes", LAYERS)


def test_routes_of_one_name_are_told_apart_by_their_files() -> None:
    first = ROUTES[0]
    other = first._replace(location=first.location._replace(path="admin/app/api/orders/route.ts"))

    text = shows("routes", LAYERS._replace(routes=(first, other)))
    assert "| `GET /api/orders` in [`admin/app/api/orders/route.ts`](../admin/app/api/orders/route.ts) |" in text
