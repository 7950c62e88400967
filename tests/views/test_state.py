"""What the view `state` says."""

import pytest

from datamodel_check.model.layers import Member
from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import LAYERS, MOVED, STATE
from tests.views.vocabulary import fingerprint, refuses, shows


def test_all_kinds() -> None:
    assert (
        shows("state", LAYERS)
        == """\
| Store | Fields | Computed | Actions | Notes |
| --- | --- | --- | --- | --- |
| [`useCart`](../web/src/cart.ts) | `items: CartItem[]` | `total` | `add`, `clear` | persist |

| Query | Key | Calls |
| --- | --- | --- |
| [`useOrders`](../web/src/orders.ts) | `['orders', id]` | `GET /api/orders` |

| Mutation | Calls | Makes stale |
| --- | --- | --- |
| [`useCreateOrder`](../web/src/orders.ts) | `POST /api/orders` | `['orders']` |

| Context | Fields |
| --- | --- |
| [`ThemeContext`](../web/src/theme.tsx) | `theme: 'dark' \\| 'light'` |

| Atom | Notes |
| --- | --- |
| [`sizeAtom`](../web/src/atoms.ts) | derived |"""
    )


def test_none() -> None:
    assert shows("state", Snapshot()) == "No client state."


def test_the_library_is_told_where_there_are_several() -> None:
    other = STATE[0]._replace(system="mobx", name="Session", members=(), options=())
    text = shows("state kind=store", LAYERS._replace(state=(*STATE, other)))
    assert "| [`Session`](../web/src/cart.ts) | MobX | — | — | — | — |" in text
    assert "| [`useCart`](../web/src/cart.ts) | Zustand |" in text


def test_a_long_type_is_not_told() -> None:
    store = STATE[0]._replace(members=(Member("a", type="x" * 100), Member("b", type="string")))
    assert "| `a`, `b: string` |" in shows("state useCart", LAYERS._replace(state=(store,)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("state useCart", ["useCart"]),
        ("state use*", ["useCart", "useOrders", "useCreateOrder"]),
        ("state system=react-query", ["useOrders", "useCreateOrder"]),
        ("state path=web/src/*.tsx", ["ThemeContext"]),
        ("state endpoint=/api/orders", ["useOrders", "useCreateOrder"]),
        ("state kind=atom", ["sizeAtom"]),
    ],
)
def test_filters(title: str, expected: list[str]) -> None:
    rows = [line for line in shows(title, LAYERS).splitlines() if line.startswith("| [")]
    assert [row.split("`")[1] for row in rows] == expected


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("state useCard", "no state matches `useCard`", "Did you mean `useCart`?"),
        ("state system=zustnd", "no state matches `system=zustnd`", "Did you mean `zustand`?"),
    ],
)
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, LAYERS) == (message, hint)


def test_lines_and_order_say_nothing() -> None:
    state = tuple(
        one._replace(location=one.location._replace(span=MOVED.span), members=one.members[::-1]) for one in STATE[::-1]
    )
    assert fingerprint("state", LAYERS._replace(state=state)) == fingerprint("state", LAYERS)


@pytest.mark.parametrize(
    "change",
    [
        {"members": (*STATE[0].members, Member("remove", "action"))},
        {"members": STATE[0].members[1:]},
        {"members": (STATE[0].members[0]._replace(type="Item[]"), *STATE[0].members[1:])},
        {"options": ()},
        {"name": "useBasket"},
    ],
)
def test_what_a_store_holds_is_told(change: dict[str, object]) -> None:
    state = (STATE[0]._replace(**change), *STATE[1:])  # type: ignore[arg-type]
    assert fingerprint("state", LAYERS._replace(state=state)) != fingerprint("state", LAYERS)
