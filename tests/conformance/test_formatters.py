"""Formatters may run over documents: no section goes stale or counts as edited, and `--fix` does not fight them."""

import functools
import tempfile
from pathlib import Path

import pytest

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import Plan, first_document
from datamodel_check.manifest import read
from datamodel_check.markdown import Layout
from tests.conformance.documents import FORMATTERS, formatted, run
from tests.fix.vocabulary import planned
from tests.views.hostile import HOSTILE
from tests.views.samples import TWO

SNAPSHOTS = {"plain": TWO, "hostile": HOSTILE}
LAYOUTS = {"guarded": Layout(), "bare": Layout(guards=()), "aligned": Layout("aligned", guards=())}
PAGES = {
    f"{layout}-{name}.{suffix}": first_document(snapshot, f"a.{suffix}", digest, text_digest, LAYOUTS[layout])
    for layout in LAYOUTS
    for name, snapshot in SNAPSHOTS.items()
    for suffix in ("md", "mdx")
}
MDX = {"prettier", "prettier --prose-wrap always", "prettier --prose-wrap never"}
"""The formatters that know MDX."""

HEED_GUARDS = {"prettier", "prettier --prose-wrap always", "prettier --tab-width 4"}
STABLE = {
    "guarded-plain.md": HEED_GUARDS | {"markdownlint"},
    "guarded-plain.mdx": {"prettier", "prettier --prose-wrap always"},
    "bare-plain.md": {"markdownlint"},
    "aligned-plain.md": HEED_GUARDS | {"dprint", "markdownlint", "mdformat"},
}
"""Which formatters leave which page as it is, byte for byte."""


@functools.cache
def after(formatter: str) -> dict[str, bytes]:
    pages = {name: page for name, page in PAGES.items() if name.endswith(".md") or formatter in MDX}
    with tempfile.TemporaryDirectory() as folder:
        return formatted(formatter, pages, folder)


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_nothing_is_left_to_repair(formatter: str) -> None:
    for page, content in after(formatter).items():
        snapshot = SNAPSHOTS[page.partition(".")[0].partition("-")[2]]

        assert read(page, content).problems == (), page
        assert planned(content, snapshot, path=page) == Plan(), page
        assert entries(page, content) == entries(page, PAGES[page])


@pytest.mark.parametrize(("page", "formatter"), [(page, one) for page in STABLE for one in sorted(STABLE[page])])
def test_no_byte_changes(page: str, formatter: str) -> None:
    assert after(formatter)[page] == PAGES[page]


def test_markdownlint_finds_nothing(tmp_path: Path) -> None:
    pages = [page for page in PAGES if page.endswith("plain.md")]
    for page in pages:
        (tmp_path / page).write_bytes(PAGES[page])
    # Long lines in tables and diagrams are allowed in nearly every project: they cannot be broken.
    (tmp_path / ".markdownlint.json").write_text('{"MD013": {"tables": false, "code_blocks": false}}')
    done = run(["markdownlint-cli2"], str(tmp_path), pages)

    assert (done.returncode, done.stderr) == (0, ""), done.stderr + done.stdout


def entries(page: str, content: bytes) -> list[tuple[str, object]]:
    return [(section.title, section.entry) for section in read(page, content).sections]
