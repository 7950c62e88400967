"""What the view `types` says."""

import pytest

from datamodel_check.model.layers import TypeMember
from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import LAYERS, MOVED, TYPES
from tests.views.vocabulary import fingerprint, refuses, shows


def test_an_overview() -> None:
    assert (
        shows("types", LAYERS)
        == """\
| Type | Kind | Members | Definition |
| --- | --- | --- | --- |
| [`Order`](../common/src/types/order.ts) | interface | `id`, `note?` | — |
| [`Role`](../common/src/types/role.ts) | type | — | `'admin' \\| 'user'` |
| [`orderSchema`](../common/src/schemas/order.ts) | zod schema | `id` | — |"""
    )


@pytest.mark.parametrize("title", ["types Order Role", "types by=member path=common/src/types/**"])
def test_a_row_for_each_member(title: str) -> None:
    assert (
        shows(title, LAYERS)
        == """\
| Type | Member | Definition | Optional |
| --- | --- | --- | --- |
| [`Order`](../common/src/types/order.ts) | `id` | `string` | no |
| [`Order`](../common/src/types/order.ts) | `note` | `string \\| null` | yes |
| [`Role`](../common/src/types/role.ts) | — | `'admin' \\| 'user'` | — |"""
    )


def test_none() -> None:
    assert shows("types", Snapshot()) == "No types."


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("types Ordr", "no type matches `Ordr`", "Did you mean `Order`?"),
        ("types kind=zodd", "no type matches `kind=zodd`", "Did you mean `zod`?"),
        ("types by=members", "there is no `by=members`", "Did you mean `member`?"),
    ],
)
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, LAYERS) == (message, hint)


def test_what_is_said_goes_stale_and_nothing_else() -> None:
    order = TYPES[0]
    changed = order._replace(members=(TypeMember("id", "number"), *order.members[1:]))
    moved = order._replace(location=order.location._replace(span=MOVED.span), members=order.members[::-1])

    def stale(title: str, *types: object) -> bool:
        return fingerprint(title, LAYERS._replace(types=types)) != fingerprint(title, LAYERS)  # type: ignore[arg-type]

    assert not stale("types", changed, *TYPES[1:])
    assert stale("types Order", changed, *TYPES[1:])
    assert stale("types", order._replace(members=order.members[:1]), *TYPES[1:])
    for title in ("types", "types Order", "types by=member"):
        assert not stale(title, *TYPES[1:], moved)
