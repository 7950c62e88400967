"""What turns a section stale, and what does not."""

from collections.abc import Callable

import pytest

from datamodel_check.model.schema import Column, Source, Table, Unique
from datamodel_check.model.snapshot import Evidence, Snapshot
from datamodel_check.views.discovery import major
from tests.views.samples import BOOK, DETECTIONS, LAYERS, MOVED, ONE, SHOP, key
from tests.views.vocabulary import fingerprint

GOLDEN = {
    "discovery": "e43d448a58ac8fa4",
    "enums": "273312943fe93a55",
    "erd": "67d592e56c1f687d",
    "erd columns=all": "eca753c8caa03516",
    "key-files": "9620a274b5cbc652",
    "relations": "be43a6fd1813557e",
    "table book": "ef9cd5ef44b2b84f",
    "table order": "013d42e0cee2888b",
    "table sales": "39552b67bdfa38e0",
    "table user": "0e25a121eaecfcea",
    "tables": "f19182fea2048923",
}
"""These may never change within scheme v1: a change would turn every user's documents stale."""
GOLDEN_OF_LAYERS = {
    "discovery": "cf9f414ecd1e5edc",
    "lineage": "e21ad48ec387ab89",
    "routes": "1c991603e9876659",
    "services by=operation": "7aedd17ebaa3d04e",
    "services": "a6a8ff9657d0ebf2",
    "state": "1d66b5b4a4f0f5b6",
    "table book with=lineage": "51132d42177f8d80",
    "types by=member": "c1616bcd3aef9adc",
    "types": "48b5df8738be9dee",
}
SECTIONS = tuple(GOLDEN)


def stale(change: Callable[[Source], Source]) -> set[str]:
    """The sections that a change of the schema turns stale."""
    after = ONE._replace(sources=(change(SHOP),))
    return {title for title in SECTIONS if fingerprint(title, ONE) != fingerprint(title, after)}


def with_tables(change: Callable[[Table], Table]) -> Callable[[Source], Source]:
    return lambda source: source._replace(tables=tuple(map(change, source.tables)))


def with_columns(change: Callable[[Column], Column]) -> Callable[[Source], Source]:
    return with_tables(lambda table: table._replace(columns=tuple(map(change, table.columns))))


def with_table(table_name: str, **fields: object) -> Callable[[Source], Source]:
    return with_tables(lambda table: table._replace(**fields) if table.name == table_name else table)  # type: ignore[arg-type]


def with_column(column_name: str, **fields: object) -> Callable[[Source], Source]:
    return with_columns(lambda column: column._replace(**fields) if column.name == column_name else column)  # type: ignore[arg-type]


def test_golden_digests() -> None:
    assert {title: fingerprint(title, ONE) for title in SECTIONS} == GOLDEN
    assert {title: fingerprint(title, LAYERS) for title in GOLDEN_OF_LAYERS} == GOLDEN_OF_LAYERS


@pytest.mark.parametrize(
    "change",
    [
        with_columns(lambda column: column._replace(code_name="renamed", location=MOVED)),
        with_tables(lambda table: table._replace(code_name="renamed", location=MOVED)),
        with_tables(lambda table: table._replace(columns=table.columns[::-1])),
        with_tables(lambda table: table._replace(indexes=table.indexes[::-1], foreign_keys=table.foreign_keys[::-1])),
        with_tables(
            lambda table: table._replace(foreign_keys=tuple(k._replace(name=None) for k in table.foreign_keys))
        ),
        with_tables(lambda table: table._replace(primary_key_name="pk")),
        with_table("user", uniques=()),
        with_table("user", uniques=(Unique("other_name", ("email",)),)),
        lambda source: source._replace(
            id="drizzle:elsewhere", enums=tuple(e._replace(code_name="x") for e in source.enums)
        ),
        lambda source: source._replace(relations=tuple(r._replace(location=MOVED) for r in source.relations)),
    ],
)
def test_nothing_goes_stale(change: Callable[[Source], Source]) -> None:
    assert stale(change) == set()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (with_column("title", type="varchar(9)"), {"table book", "erd columns=all"}),
        (with_column("isbn", nullable=True), {"table book"}),
        (with_column("isbn", default="'x'", has_default=True), {"table book"}),
        (with_column("role", comment=None), {"table user"}),
        (with_column("role", allowed_values=()), {"table user"}),
        (with_column("search", generated=None), {"table book"}),
        (with_column("updated_at", client_default=False), {"table order"}),
        (with_table("book", checks=()), {"table book"}),
        (with_table("book", indexes=BOOK.indexes[:1]), {"table book"}),
        (with_table("book", uniques=()), {"table book", "tables"}),
        (with_table("order", policies=()), {"table order"}),
        (with_table("order", row_level_security=False), {"table order"}),
        (with_table("order", comment="New"), {"table order", "tables"}),
        (with_table("order", foreign_keys=(key("user_id", "user"),)), {"table order", "relations"}),
        (
            with_table("order", foreign_keys=()),
            {"table order", "relations", "tables", "erd", "erd columns=all"},
        ),
        (with_column("user_id", nullable=True), {"table order", "erd", "erd columns=all"}),
        (with_table("user", primary_key=("email",)), {"table user", "tables", "erd", "erd columns=all"}),
        (
            with_table("shipment", name="parcel"),
            {"tables", "erd", "erd columns=all", "relations"},
        ),
        (
            lambda source: source._replace(
                enums=(source.enums[0]._replace(values=("paperback", "hardcover", "ebook")),)
            ),
            {"enums"},
        ),
        (lambda source: source._replace(relations=()), {"relations"}),
        (lambda source: source._replace(config="drizzle.config.js"), {"key-files"}),
        (lambda source: source._replace(files=("schema.ts",)), {"key-files"}),
        (lambda source: source._replace(dialect="mysql"), {"discovery"}),
        (
            lambda source: source._replace(views=(source.views[0]._replace(definition="select 1"),)),
            {"table sales"},
        ),
    ],
)
def test_exactly_what_says_it_goes_stale(change: Callable[[Source], Source], expected: set[str]) -> None:
    assert stale(change) == expected


def test_another_version_or_more_uses_of_a_technology() -> None:
    django, drizzle, prisma = DETECTIONS
    used = Evidence("apps/web/lib/db.ts", 3, "import drizzle-orm")

    def verdicts(version: str, *evidence: Evidence) -> str:
        detection = drizzle._replace(version=version, evidence=(*drizzle.evidence, *evidence))
        return fingerprint("discovery", Snapshot((SHOP,), detections=(django, detection, prisma)))

    assert verdicts("~0.45.9", used) == fingerprint("discovery", ONE)
    assert verdicts("^0.46.0") != fingerprint("discovery", ONE)
    assert verdicts("^0.45.1", used._replace(anchor=True)) != fingerprint("discovery", ONE)


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        ("^0.45.1", "0.45"),
        ("~1.2.3", "1"),
        ("v5", "5"),
        (">=17 <19", "17"),
        ("npm:drizzle2@^0.30.1", "0.30"),
        ("workspace:*", ""),
        ("catalog:", ""),
        ("latest", ""),
        (None, ""),
        ("0.0.7", "0.0"),
        ("1.0.0-beta.2", "1"),
        ("github:owner/name#v2", "2"),
    ],
)
def test_major(range_: str | None, expected: str) -> None:
    assert major(range_) == expected
