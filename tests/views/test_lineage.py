"""What the view `lineage` says, and `table` when it is asked."""

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import LAYERS, LINEAGE, ONE
from tests.views.vocabulary import fingerprint, refuses, shows


def test_a_row_for_each_table_that_is_touched() -> None:
    assert (
        shows("lineage", LAYERS)
        == """\
| Table | Services | Routes | Client state | Components |
| --- | --- | --- | --- | --- |
| `book` | `packages/billing/src/orders.ts` | `GET /books/:isbn`, `POST /api/orders` | — | — |
| `order` | `packages/billing/src/orders.ts` | `GET /api/orders`, `POST /api/orders` | `useCreateOrder`, `useOrders` \
| `web/src/orders.tsx#Orders` |"""
    )


def test_a_table_that_is_named_is_told_even_when_nothing_touches_it() -> None:
    assert shows("lineage user", LAYERS) == "| Table |\n| --- |\n| `user` |"
    assert shows("lineage", Snapshot()) == "Nothing touches the tables."
    assert shows("lineage exclude=b* exclude=o*", LAYERS) == "Nothing touches the tables."


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("lineage oder", "no table matches `oder`", "Did you mean `order`?"),
        ("lineage path=x", "`path=` means nothing here", "Known are `table`, `exclude`."),
        ("table order with=linage", "there is no `with=linage`", "Did you mean `lineage`?"),
    ],
)
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, LAYERS) == (message, hint)


def test_a_table_tells_what_uses_it_on_request() -> None:
    told = """\
| Used by | Names |
| --- | --- |
| Services | `packages/billing/src/orders.ts` |
| Routes | `GET /books/:isbn`, `POST /api/orders` |"""

    assert shows("table book with=lineage", LAYERS).endswith(f"\n\n{told}")
    assert told not in shows("table book", LAYERS)
    assert fingerprint("table book", LAYERS) == fingerprint("table book", ONE)
    assert fingerprint("table user with=lineage", LAYERS) == fingerprint("table user", ONE)
    assert fingerprint("table book with=lineage", LAYERS) != fingerprint("table book", ONE)


def test_only_the_thread_of_a_table_turns_its_section_stale() -> None:
    after = LAYERS._replace(lineage=(LINEAGE[0], LINEAGE[1]._replace(routes=())))

    assert fingerprint("table book with=lineage", after) == fingerprint("table book with=lineage", LAYERS)
    assert fingerprint("table order with=lineage", after) != fingerprint("table order with=lineage", LAYERS)
    assert fingerprint("lineage", after) != fingerprint("lineage", LAYERS)
