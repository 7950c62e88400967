"""What the view `services` says."""

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import LAYERS, MOVED, SERVICES
from tests.views.vocabulary import fingerprint, refuses, shows


def test_a_row_for_each_service() -> None:
    assert (
        shows("services", LAYERS)
        == """\
| Service | Operations | Reads | Writes |
| --- | --- | --- | --- |
| [`Mailer`](../packages/mail/mailer.service.ts) | `send` | — | — |
| [`packages/billing/src/orders.ts`](../packages/billing/src/orders.ts) | `createOrder`, `findOrder` | `book`, `order` \
| `order`, `order_item` |"""
    )


def test_a_row_for_each_operation() -> None:
    assert (
        shows("services by=operation table=order_item", LAYERS)
        == """\
| Service | Operation | Reads | Writes | Calls |
| --- | --- | --- | --- | --- |
| [`packages/billing/src/orders.ts`](../packages/billing/src/orders.ts) | `createOrder` | `book` \
| `order`, `order_item` | `Mailer` |
| [`packages/billing/src/orders.ts`](../packages/billing/src/orders.ts) | `findOrder` | `order` | — | — |"""
    )


def test_none() -> None:
    assert shows("services", Snapshot()) == "No services."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("services Mailer", ["Mailer"]),
        ("services path=packages/**", ["Mailer", "packages/billing/src/orders.ts"]),
        ("services path=packages/mail/**", ["Mailer"]),
        ("services kind=module", ["packages/billing/src/orders.ts"]),
        ("services table=order*", ["packages/billing/src/orders.ts"]),
    ],
)
def test_filters(title: str, expected: list[str]) -> None:
    rows = [line for line in shows(title, LAYERS).splitlines() if line.startswith("| [")]
    assert [row.split("`")[1] for row in rows] == expected


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("services Mailr", "no service matches `Mailr`", "Did you mean `Mailer`?"),
        ("services by=operations", "there is no `by=operations`", "Did you mean `operation`?"),
        ("services pth=x", "`pth=` means nothing here", "Did you mean `path`?"),
    ],
)
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, LAYERS) == (message, hint)


def test_calls_and_lines_are_told_only_where_they_are_asked_for() -> None:
    first, *others = SERVICES
    changed = first._replace(
        location=first.location._replace(span=MOVED.span),
        operations=tuple(one._replace(location=MOVED, calls=()) for one in first.operations[::-1]),
    )
    after = LAYERS._replace(services=(*others, changed))

    assert fingerprint("services", after) == fingerprint("services", LAYERS)
    assert fingerprint("services by=operation", after) != fingerprint("services by=operation", LAYERS)
