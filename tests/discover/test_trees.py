"""Which files belong to a state of a repository."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from datamodel_check.discover import Repository, find
from datamodel_check.errors import RepositoryError, UnreadableFileError
from datamodel_check.model.tree import Tree
from tests.repository import Repository as Folder

FILES = {"a.ts": "a", "b/c.ts": "c", ".gitignore": "ignored\n"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return Folder(str(tmp_path / "repository"), FILES)


def tree(folder: Folder, *, staged: bool = False) -> Tree:
    return find(folder.root).tree(staged=staged)


# --- the work tree ---------------------------------------------------------------------------------------------------


def test_tracked_and_untracked_but_not_ignored(folder: Folder) -> None:
    folder.write("new.ts", "new")
    folder.write("ignored/x.ts", "x")

    assert tree(folder).paths == (".gitignore", "a.ts", "b/c.ts", "new.ts")
    assert tree(folder).read("new.ts") == b"new"
    assert "ignored/x.ts" not in tree(folder)


def test_deleted_files_are_gone(folder: Folder) -> None:
    folder.remove("a.ts")

    assert "a.ts" not in tree(folder)
    assert "a.ts" in tree(folder, staged=True)


def test_the_disk_counts(folder: Folder) -> None:
    folder.write("a.ts", "changed")

    assert tree(folder).read("a.ts") == b"changed"
    assert tree(folder, staged=True).read("a.ts") == b"a"


def test_links_pipes_and_submodules_are_no_files(folder: Folder, tmp_path: Path) -> None:
    folder.write("../outside/x.ts", "x")
    os.symlink("../outside/x.ts", folder.path("out.ts"))
    os.symlink("a.ts", folder.path("in.ts"))
    os.symlink("nowhere", folder.path("dangling.ts"))
    os.symlink("../outside", folder.path("folder"))
    os.mkfifo(folder.path("pipe.ts"))
    Folder(str(tmp_path / "repository" / "sub"), {"x.ts": "x"})
    folder.git("add", "out.ts", "in.ts", "dangling.ts", "folder")

    assert tree(folder).paths == (".gitignore", "a.ts", "b/c.ts")
    assert tree(folder, staged=True).paths == (".gitignore", "a.ts", "b/c.ts")


def test_a_folder_that_became_a_link(folder: Folder) -> None:
    folder.write("../outside/c.ts", "other")
    folder.remove("b/c.ts")
    os.rmdir(folder.path("b"))
    os.symlink("../outside", folder.path("b"))

    assert "b/c.ts" not in tree(folder)


@pytest.mark.parametrize(
    "name", ["with space.ts", "tab\there.ts", "line\nbreak.ts", '"quotes".ts', "ümlaut.ts", "-x.ts"]
)
def test_names_of_all_kinds(folder: Folder, name: str) -> None:
    folder.write(name, "x")
    folder.git("add", "--all")

    assert tree(folder).read(name) == b"x"
    assert tree(folder, staged=True).read(name) == b"x"


def test_a_file_that_cannot_be_read(folder: Folder) -> None:
    listed = tree(folder)
    folder.remove("a.ts")

    with pytest.raises(UnreadableFileError, match=r"^a\.ts: No such file or directory$"):
        listed.read("a.ts")


# --- the index -------------------------------------------------------------------------------------------------------


def test_what_is_not_staged_does_not_count(folder: Folder) -> None:
    folder.write("new.ts", "new")
    folder.git("rm", "--quiet", "--cached", "a.ts")

    assert tree(folder, staged=True).paths == (".gitignore", "b/c.ts")


def test_of_an_unmerged_file_our_side_counts(folder: Folder) -> None:
    folder.git("commit", "--quiet", "--message", "base")
    base = folder.git("branch", "--show-current").strip()
    folder.git("checkout", "--quiet", "-b", "theirs")
    folder.write("a.ts", "theirs")
    folder.git("commit", "--quiet", "--all", "--message", "theirs")
    folder.git("checkout", "--quiet", base)
    folder.write("a.ts", "ours")
    folder.git("commit", "--quiet", "--all", "--message", "ours")
    with pytest.raises(Exception, match="merge"):
        folder.git("merge", "theirs")

    assert tree(folder, staged=True).read("a.ts") == b"ours"
    assert tree(folder).paths == (".gitignore", "a.ts", "b/c.ts")


def lost(folder: Folder, path: str) -> None:
    oid = folder.git("rev-parse", f":{path}").strip()
    os.remove(folder.path(f".git/objects/{oid[:2]}/{oid[2:]}"))


def test_a_missing_object(folder: Folder) -> None:
    listed = tree(folder, staged=True)
    lost(folder, "a.ts")
    folder.write("a.ts", "another")

    with pytest.raises(UnreadableFileError, match="is missing from the repository"):
        listed.read("a.ts")
    assert listed.read("b/c.ts") == b"c"


def test_what_lies_on_the_disk_counts_where_it_is_what_is_staged(folder: Folder) -> None:
    listed = tree(folder, staged=True)
    lost(folder, "a.ts")

    assert listed.read("a.ts") == b"a"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("b/c.ts", path)])
def test_what_lies_there_instead_is_nothing(folder: Folder, make: Callable[[str], None]) -> None:
    listed = tree(folder, staged=True)
    os.remove(folder.path("a.ts"))
    make(folder.path("a.ts"))

    assert listed.read("a.ts") == b"a"


# --- which repository ------------------------------------------------------------------------------------------------


def test_from_a_subdirectory(folder: Folder) -> None:
    assert find(folder.path("b")) == Repository(os.path.realpath(folder.root), has_git=True)


def test_a_linked_work_tree(folder: Folder, tmp_path: Path) -> None:
    folder.git("commit", "--quiet", "--message", "base")
    folder.git("worktree", "add", "--quiet", str(tmp_path / "other"))

    other = find(str(tmp_path / "other"))

    assert other.tree(staged=False).paths == (".gitignore", "a.ts", "b/c.ts")
    assert other.tree(staged=True).read("a.ts") == b"a"


def test_gits_variables_are_honoured(folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`git commit --only` hands its hooks an index of its own."""
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))

    assert tree(folder, staged=True).paths == ()


def test_a_folder_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    plain = Folder(str(tmp_path), {"a.ts": "a", "node_modules/x.ts": "x", "dist/y.ts": "y", "z/b.ts": "b"}, git=False)

    found = find(plain.root)

    assert found == Repository(plain.root, has_git=False)
    assert found.tree(staged=False).paths == ("a.ts", "z/b.ts")
    with pytest.raises(RepositoryError, match="is no git repository, so nothing can be staged"):
        found.tree(staged=True)


def test_git_distrusts_the_owner(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("HOME", folder.path(".."))

    found = find(folder.path("b"))

    assert (found.root, found.has_git) == (folder.root, False)
    assert found.notice == (
        f"git distrusts the owner of {folder.root}, so all files below it are read. "
        f"To use git: git config --global --add safe.directory {folder.root}"
    )
    assert "a.ts" in found.tree(staged=False)


def test_git_is_not_installed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", folder.root)

    found = find(folder.root)

    assert not found.has_git
    assert found.notice == (f"git cannot be run (No such file or directory), so all files below {folder.root} are read")


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError, match="there is no folder"):
        find(str(tmp_path / "nowhere"))
