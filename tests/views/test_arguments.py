"""What opening lines may say, and what they are told otherwise."""
# ruff: noqa: E501

import pytest

from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import VIEWS
from tests.views.samples import ONE, TWO
from tests.views.vocabulary import fingerprint, refuses, shows


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("tables sorce=x", "`sorce=` means nothing here", "Did you mean `source`?"),
        ("key-files user", "`user` means nothing here", "Known are `source`, `category`."),
        ("key-files category=stat", "there is no `category=stat`", "Known are `database`, `auth`, `backend`, `frontend-state`, `services`."),
        ("discovery user", "`user` means nothing here", "Known are `category`."),
        ("discovery category=datbase", "there is no `category=datbase`", "Did you mean `database`?"),
        ("tables source=drizzle:packages/db", "there is no schema `drizzle:packages/db`", "Did you mean `drizzle:packages/db/src/schema.ts`?"),
        ("tables bokk", "no table matches `bokk`", "Did you mean `book`?"),
        ("tables table=zzz*", "no table matches `zzz*`", "Known are `audit.entry`, `book`, `order`, `order_item`, `shipment`, …."),
        ("tables schema=adit", "no table is in the schema `adit`", "Did you mean `audit`?"),
        ("table", "`table` takes the name of one table", "Write `table NAME`; `tables` shows all."),
        ("table book user", "`table` takes the name of one table", "Write `table NAME`; `tables` shows all."),
        ("table boook", "there is no table `boook`", "Did you mean `book`?"),
        ("table zzz", "there is no table `zzz`", "Delete the section if the table is gone."),
        ("enums zzz", "no enum matches `zzz`", "Delete it from the opening line if the enum is gone."),
        ("erd columns=some", "there is no `columns=some`", "Write one of keys, all, none."),
    ],
)  # fmt: skip
def test_refused(title: str, message: str, hint: str) -> None:
    assert refuses(title, ONE) == (message, hint)


@pytest.mark.parametrize("title", ["tables", "table user", "enums", "relations", "erd", "key-files"])
def test_no_schema(title: str) -> None:
    assert refuses(title, Snapshot()) == (
        "no schema was found in this repository",
        "Run `datamodel-check detect` to see what was looked at.",
    )


def test_a_bare_name_in_several_schemas() -> None:
    shop = ONE.sources[0]
    other = shop.tables[0]._replace(schema="log")
    snapshot = Snapshot((shop._replace(tables=(*shop.tables, other)),))

    assert refuses("table entry", snapshot) == (
        "several tables are called `entry`",
        "Write one of `audit.entry`, `log.entry`.",
    )
    assert shows("table log.entry", snapshot) == shows("table audit.entry", snapshot)


def test_source_chooses_one_of_several() -> None:
    chosen = "source=drizzle:packages/db/src/schema.ts"

    for title in ("tables", "table user", "enums", "relations", "erd", "key-files"):
        assert fingerprint(f"{title} {chosen}", TWO) == fingerprint(title, ONE)


def test_names_with_signs_that_globs_know_match_themselves() -> None:
    shop = ONE.sources[0]
    odd = shop.tables[1]._replace(name="a[b]*")
    snapshot = Snapshot((shop._replace(tables=(odd,)),))

    assert "`a[b]*`" in shows("tables a[b]*", snapshot)


def test_the_registry_is_complete_and_sorted() -> None:
    import pkgutil

    from datamodel_check import views

    modules = {module.name.replace("_", "-") for module in pkgutil.iter_modules(views.__path__)}

    assert list(VIEWS) == sorted(VIEWS)
    assert set(VIEWS) <= modules
    assert all(view.name == name and view.summary and not view.summary.endswith(".") for name, view in VIEWS.items())
