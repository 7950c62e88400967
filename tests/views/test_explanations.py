"""What a stale section says has changed, read back from the document as it was."""

import pytest

from datamodel_check.compare.blocks import changes
from datamodel_check.compare.places import Places
from datamodel_check.manifest.syntax import parse
from datamodel_check.markdown import print_blocks, read_blocks
from datamodel_check.model.layers import Member, Operation, TypeMember
from datamodel_check.model.snapshot import Detection, Evidence, Snapshot
from datamodel_check.views import VIEWS
from tests.views.samples import LAYERS, LINEAGE, ROUTES, SERVICES, STATE, TYPES


def explained(title: str, after: Snapshot, before: Snapshot = LAYERS) -> list[str]:
    view, arguments = VIEWS[title.split(maxsplit=1)[0]], parse(title).arguments
    was = read_blocks(print_blocks(view.blocks(view.content(before, arguments)), path="docs/a.md"))
    now = view.blocks(view.content(after, arguments))
    return [change.text for _, change in changes(was, now, title)]


GET, POST, *OTHERS = ROUTES
ORDERS, MAILER = SERVICES
CART, QUERY, MUTATION, *MORE = STATE
ORDER, *TYPES_AFTER = TYPES
REDUX = Detection(
    "frontend-state", "redux", detected=True, evidence=(Evidence("web/store.ts", 1, "store", anchor=True),)
)


@pytest.mark.parametrize(
    ("title", "after", "expected"),
    [
        ("routes", {"routes": ROUTES[::-1]}, []),
        ("routes", {"routes": (GET, *OTHERS)}, ["POST /api/orders: route removed"]),
        (
            "routes",
            {"routes": (GET, POST, GET._replace(path="/api/health", auth=()), *OTHERS)},
            ["GET /api/health: route added"],
        ),
        (
            "routes",
            {"routes": (GET, POST._replace(method="PUT", handler="PUT"), *OTHERS)},
            ["POST /api/orders: route renamed to PUT /api/orders"],
        ),
        ("routes", {"routes": (GET._replace(auth=()), POST, *OTHERS)}, ["GET /api/orders: auth auth → none"]),
        (
            "routes",
            {"routes": (GET._replace(writes=("book",)), POST, *OTHERS)},
            ["GET /api/orders: writes none → book"],
        ),
        (
            "services",
            {"services": (ORDERS, MAILER._replace(operations=(*MAILER.operations, Operation("queue", CART.location))))},
            ["Mailer: operations send → queue, send"],
        ),
        (
            "services by=operation",
            {"services": (ORDERS, MAILER._replace(operations=(MAILER.operations[0]._replace(writes=("user",)),)))},
            ["Mailer.send: writes none → user"],
        ),
        ("services", {"services": (ORDERS,)}, ["Mailer: service removed"]),
        (
            "state",
            {"state": (CART._replace(members=(*CART.members, Member("remove", "action"))), QUERY, MUTATION, *MORE)},
            ["useCart: actions add, clear → add, clear, remove"],
        ),
        (
            "state",
            {"state": (CART._replace(members=CART.members[1:]), QUERY, MUTATION, *MORE)},
            ["useCart: fields items: CartItem[] → none"],
        ),
        (
            "state",
            {"state": (CART, QUERY._replace(key="['orders']"), MUTATION, *MORE)},
            ["useOrders: key ['orders', id] → ['orders']"],
        ),
        (
            "state",
            {"state": (CART, QUERY, MUTATION._replace(invalidates=()), *MORE)},
            ["useCreateOrder: makes stale ['orders'] → none"],
        ),
        ("state", {"state": (CART, QUERY, *MORE)}, ["useCreateOrder: mutation removed"]),
        (
            "types Order Role",
            {"types": (ORDER._replace(members=(TypeMember("id", "number"), *ORDER.members[1:])), *TYPES_AFTER)},
            ["Order.id: definition string → number"],
        ),
        (
            "types by=member",
            {"types": (ORDER._replace(members=ORDER.members[:1]), *TYPES_AFTER)},
            ["Order.note: member removed"],
        ),
        (
            "types",
            {"types": (ORDER._replace(members=ORDER.members[:1]), *TYPES_AFTER)},
            ["Order: members id, note? → id"],
        ),
        (
            "lineage",
            {"lineage": (LINEAGE[0], LINEAGE[1]._replace(routes=("GET /api/orders",)))},
            ["order: routes GET /api/orders, POST /api/orders → GET /api/orders"],
        ),
        (
            "table order with=lineage",
            {"lineage": (LINEAGE[0], LINEAGE[1]._replace(state=()))},
            ["order.Client state: use removed"],
        ),
        (
            "discovery",
            {
                "detections": tuple(REDUX if one.system == REDUX.system else one for one in LAYERS.detections),
            },
            ["Redux: client state added", "Client state: looked for and not found Jotai, Redux → Jotai"],
        ),
    ],
)  # fmt: skip
def test_it_names_what_changed(title: str, after: dict[str, object], expected: list[str]) -> None:
    assert explained(title, LAYERS._replace(**after)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("GET /api/orders", "web/app/api/orders/route.ts:5"),
        ("/orders/:id", "web/app/orders/[id]/page.tsx:5"),
        ("cancel", "web/app/actions.ts:5"),
        ("useCart", "web/src/cart.ts:5"),
        ("useCart in web/src/cart.ts", "web/src/cart.ts:5"),
        ("packages/billing/src/orders.ts.createOrder", "packages/billing/src/orders.ts:5"),
        ("Mailer.unknown", "packages/mail/mailer.service.ts:5"),
        ("Order.note", "common/src/types/order.ts:5"),
        ("user.email", "packages/db/src/schema.ts:1"),
        ("nothing", "None"),
    ],
)
def test_where_the_code_says_it(subject: str, place: str) -> None:
    assert str(Places(LAYERS).find(subject, "")) == place
