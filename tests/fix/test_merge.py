"""Documents under a real `git merge`."""

import subprocess
from pathlib import Path

import pytest

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import apply, first_document
from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from tests.fix.vocabulary import planned
from tests.views.samples import SHOP, column

PAGE = "docs.md"


def git(folder: Path, *arguments: str) -> int:
    identity = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=False).returncode


def with_column(source: Source, table: str, name: str) -> Source:
    added = (one._replace(columns=(*one.columns, column(name))) if one.name == table else one for one in source.tables)
    return source._replace(tables=tuple(added))


def repaired(content: bytes, source: Source) -> bytes:
    return apply(content, planned(content, Snapshot((source,)), path=PAGE).edits)


def merge(folder: Path, ours: Source, theirs: Source) -> tuple[bool, bytes]:
    """Two branches change the code and run `--fix`; whether git merges them by itself, and what comes of it."""
    base = first_document(Snapshot((SHOP,)), PAGE, digest, text_digest)
    page = folder / PAGE
    git(folder, "init", "-q", "-b", "main")
    for branch, content in (("main", base), ("ours", repaired(base, ours)), ("theirs", repaired(base, theirs))):
        git(folder, "checkout", "-q", *(("-B", branch, "main") if branch != "main" else ("-B", "main")))
        page.write_bytes(content)
        git(folder, "add", PAGE)
        git(folder, "commit", "-q", "--allow-empty", "-m", branch)
    git(folder, "checkout", "-q", "ours")
    return git(folder, "merge", "-q", "--no-edit", "theirs") == 0, page.read_bytes()


def test_changes_of_different_tables_merge_cleanly(tmp_path: Path) -> None:
    ours, theirs = with_column(SHOP, "book", "pages"), with_column(SHOP, "user", "nick")
    clean, content = merge(tmp_path, ours, theirs)

    assert clean
    assert planned(content, Snapshot((with_column(ours, "user", "nick"),)), path=PAGE) == ((), ())


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_changes_of_one_table_conflict_and_fix_resolves_them(tmp_path: Path, style: str) -> None:
    ours, theirs = with_column(SHOP, "book", "pages"), with_column(SHOP, "book", "weight")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "merge.conflictStyle", style)
    clean, content = merge(tmp_path, ours, theirs)
    both = with_column(ours, "book", "weight")

    assert not clean
    assert b"<<<<<<<" in content
    assert repaired(content, both) == repaired(first_document(Snapshot((SHOP,)), PAGE, digest, text_digest), both)
