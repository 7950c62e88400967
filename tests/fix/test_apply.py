"""How a document reaches the disk."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from datamodel_check.errors import WriteError
from datamodel_check.fix import diff, write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_holds_the_new_bytes_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"old\r\n")
    write(str(page), b"old\r\n", b"new\xff\n")

    assert page.read_bytes() == b"new\xff\n"
    assert names(tmp_path) == ["a.md"]


def test_a_new_file(tmp_path: Path) -> None:
    write(str(tmp_path / "a.md"), None, b"new")

    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


def test_no_file_is_overwritten_by_a_new_one(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"mine")

    with pytest.raises(WriteError, match=r"a\.md: there is a file already"):
        write(str(page), None, b"new")
    assert page.read_bytes() == b"mine"


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"old")
    page.chmod(mode)
    write(str(page), b"old", b"new")

    assert stat.S_IMODE(page.stat().st_mode) == mode


def test_a_symbolic_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "a.md"
    real.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(Path("real") / "a.md")
    write(str(link), b"old", b"new")

    assert (link.is_symlink(), os.readlink(link), real.read_bytes()) == (True, "real/a.md", b"new")
    assert (names(tmp_path), names(tmp_path / "real")) == (["link.md", "real"], ["a.md"])


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"newer")

    with pytest.raises(WriteError, match=r"a\.md: was changed while it was being checked"):
        write(str(page), b"old", b"new")
    assert page.read_bytes() == b"newer"


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"old")
    page.chmod(0o444)

    with pytest.raises(WriteError, match=r"a\.md: is write-protected") as caught:
        write(str(page), b"old", b"new")
    assert caught.value.hint == f"Run `chmod u+w {page}` if it may be written."
    assert (page.read_bytes(), names(tmp_path)) == (b"old", ["a.md"])


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"a\.md: cannot be written: No such file or directory"):
        write(str(tmp_path / "a.md"), b"old", b"new")
    with pytest.raises(WriteError, match=r"a\.md: cannot be written: No such file or directory"):
        write(str(tmp_path / "gone" / "a.md"), None, b"new")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "a.md"
    page.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left on device"):
        write(str(page), b"old", b"new")
    assert (page.read_bytes(), names(tmp_path)) == (b"old", ["a.md"])


def test_the_file_changes_at_one_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the last step, a rename, the old bytes stand there whole; the new ones are on the disk by then."""
    page = tmp_path / "a.md"
    page.write_bytes(b"old")
    seen = []
    rename = os.replace

    def watched(source: str, target: str) -> None:
        seen.append((page.read_bytes(), Path(source).read_bytes(), Path(source).parent == tmp_path))
        rename(source, target)

    monkeypatch.setattr(os, "replace", watched)
    write(str(page), b"old", b"new")

    assert (seen, page.read_bytes()) == ([(b"old", b"new", True)], b"new")


def test_diff() -> None:
    assert diff("docs/a.md", b"one\r\ntwo\nend", b"one\r\nTWO\nend") == (
        "--- a/docs/a.md\n+++ b/docs/a.md\n@@ -1,3 +1,3 @@\n one\r\n-two\n+TWO\n end\n\\ No newline at end of file\n"
    )
    assert diff("docs/a.md", b"same", b"same") == ""


@pytest.mark.parametrize(
    "name", ["a b.md", " a .md", "tab\there.md", 'a"b.md', "a\\b.md", "new\nline.md", "ü.md", "\u202e.md", "\udcff.md"]
)
def test_git_applies_a_diff(name: str, tmp_path: Path) -> None:
    before, after = (f"one\r\n{word}\x0c\u2028\x85\nend".encode() for word in ("two", "2"))
    (tmp_path / name).write_bytes(before)
    patch = diff(name, before, after).encode()
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True, capture_output=True)

    assert (tmp_path / name).read_bytes() == after
