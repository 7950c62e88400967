"""Formatters may run over documents: no section goes stale or counts as edited, and `--fix` does not fight them."""

import os
from pathlib import Path

import pytest

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import Plan, first_document
from datamodel_check.manifest import read
from datamodel_check.markdown import Layout
from datamodel_check.model.snapshot import Snapshot
from tests.conformance.documents import FORMATTERS, formatted, run
from tests.fix.vocabulary import planned
from tests.views.hostile import HOSTILE
from tests.views.samples import TWO

LAYOUTS = {"guarded": Layout(), "bare": Layout(guards=()), "aligned": Layout("aligned", guards=())}

STABLE = {
    "guarded": {"prettier", "prettier --prose-wrap always", "prettier --tab-width 4", "oxfmt", "markdownlint"},
    "bare": {"markdownlint"},
    "aligned": {
        *("prettier", "prettier --prose-wrap always", "prettier --tab-width 4", "oxfmt", "markdownlint"),
        *("dprint", "mdformat"),
    },
}
"""Which formatters leave which layout as it is, byte for byte."""


def document(snapshot: Snapshot, layout: str, page: str = "data-model.md") -> bytes:
    return first_document(snapshot, page, digest, text_digest, LAYOUTS[layout])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("formatter", FORMATTERS)
@pytest.mark.parametrize("snapshot", [TWO, HOSTILE], ids=["plain", "hostile"])
def test_nothing_to_repair(formatter: str, layout: str, snapshot: Snapshot, tmp_path: Path) -> None:
    if formatter.startswith("mdformat"):
        pytest.importorskip("mdformat_gfm", reason="mdformat and its GFM plug-in are not installed")
    before = document(snapshot, layout)
    after = formatted(formatter, before, str(tmp_path), "data-model.md")

    assert read("data-model.md", after).problems == ()
    assert planned(after, snapshot, path="data-model.md") == Plan()
    assert entries(after) == entries(before)


@pytest.mark.parametrize(
    ("layout", "formatter"), [(layout, formatter) for layout in LAYOUTS for formatter in sorted(STABLE[layout])]
)
def test_no_byte_changes(formatter: str, layout: str, tmp_path: Path) -> None:
    if formatter.startswith("mdformat"):
        pytest.importorskip("mdformat_gfm", reason="mdformat and its GFM plug-in are not installed")
    content = document(TWO, layout)

    assert formatted(formatter, content, str(tmp_path), "data-model.md") == content


@pytest.mark.parametrize(
    "formatter", ["prettier", "prettier --prose-wrap always", "prettier --prose-wrap never", "oxfmt"]
)
@pytest.mark.parametrize("snapshot", [TWO, HOSTILE], ids=["plain", "hostile"])
def test_mdx(formatter: str, snapshot: Snapshot, tmp_path: Path) -> None:
    after = formatted(formatter, document(snapshot, "bare", "data-model.mdx"), str(tmp_path), "data-model.mdx")

    assert read("data-model.mdx", after).problems == ()
    assert planned(after, snapshot, path="data-model.mdx") == Plan()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_markdownlint_finds_nothing(layout: str, tmp_path: Path) -> None:
    (tmp_path / "data-model.md").write_bytes(document(TWO, layout))
    # Long lines in tables and diagrams are allowed in nearly every project: they cannot be broken.
    (tmp_path / ".markdownlint.json").write_text('{"MD013": {"tables": false, "code_blocks": false}}')
    done = run(["markdownlint-cli2"], str(tmp_path), "data-model.md")

    assert (done.returncode, done.stderr) == (0, ""), done.stderr + done.stdout


def entries(content: bytes) -> list[tuple[str, object]]:
    return [(section.title, section.entry) for section in read("data-model.md", content).sections]


def test_the_formatters_are_those_of_the_tests() -> None:
    packages = os.listdir(os.path.join(os.path.dirname(__file__), "node_modules", ".bin"))

    assert {"markdownlint-cli2", "oxfmt", "prettier"} <= set(packages)
