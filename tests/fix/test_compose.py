"""The first document."""

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import Plan, first_document
from datamodel_check.manifest import read
from datamodel_check.model.snapshot import Snapshot
from tests.fix.vocabulary import planned
from tests.views.hostile import HOSTILE, NAMES
from tests.views.samples import FORUM, ONE, SHOP, TWO


def composed(snapshot: Snapshot, path: str = "docs/data-model.md") -> bytes:
    return first_document(snapshot, path, digest, text_digest)


def outline(content: bytes, path: str = "docs/data-model.md") -> list[str]:
    """Headings and section titles, in order."""
    document = read(path, content)
    assert document.problems == ()
    titles = {section.opening.line: f"[{section.title}]" for section in document.sections}
    lines = enumerate(content.decode().splitlines(), 1)
    return [titles.get(number, line) for number, line in lines if number in titles or line.startswith("#")]


def test_everything_has_its_place() -> None:
    assert outline(composed(ONE)) == [
        "# Data model",
        "## Overview",
        "[tables]",
        "## Diagram",
        "[erd]",
        "## Tables",
        "### `audit.entry`",
        "[table audit.entry]",
        "### `book`",
        "[table book]",
        "### `order`",
        "[table order]",
        "### `order_item`",
        "[table order_item]",
        "### `shipment`",
        "[table shipment]",
        "### `user`",
        "[table user]",
        "### `sales`",
        "[table sales]",
        "## Enums",
        "[enums]",
        "## Relations",
        "[relations]",
        "## Key files",
        "[key-files]",
        "## Technology",
        "[discovery]",
    ]


def test_tables_of_one_name_in_two_sources() -> None:
    snapshot = Snapshot((FORUM, SHOP._replace(tables=SHOP.tables[-1:], enums=(), views=(), relations=())))

    assert outline(composed(snapshot)) == [
        "# Data model",
        "## Overview",
        "[tables]",
        "## Diagram",
        "[erd]",
        "## Tables",
        "### `post`",
        "[table post]",
        "### `user` in `drizzle:apps/forum/schema.ts`",
        "[table user source=drizzle:apps/forum/schema.ts]",
        "### `user` in `drizzle:packages/db/src/schema.ts`",
        "[table user source=drizzle:packages/db/src/schema.ts]",
        "## Key files",
        "[key-files]",
        "## Technology",
        "[discovery]",
    ]


def test_a_repository_without_a_schema() -> None:
    assert outline(composed(Snapshot())) == ["# Data model", "## Technology", "[discovery]"]


def test_it_is_green_at_once() -> None:
    for snapshot in (ONE, TWO, Snapshot()):
        for path in ("docs/data-model.md", "data-model.mdx"):
            assert planned(composed(snapshot, path), snapshot, path=path) == Plan()


def test_it_is_what_markdown_linters_expect() -> None:
    text = composed(ONE).decode()
    headings = [line for line in text.splitlines() if line.startswith("#")]

    assert text.endswith("-->\n")
    assert "\n\n\n" not in text
    assert len(set(headings)) == len(headings)
    assert all(len(line) <= 80 for line in text.split("## Overview")[0].splitlines())
    assert all("|  |" not in line and not line.endswith(" ") for line in text.splitlines())


def test_names_that_try_to_break_out() -> None:
    for path in ("a.md", "a.mdx"):
        document = read(path, composed(HOSTILE, path))

        assert document.problems == ()
        assert [section.arguments[0].value for section in document.sections if section.name == "table"] == [
            *sorted(NAMES),
            "sales",
        ]
        assert planned(document.content, HOSTILE, path=path) == Plan()
