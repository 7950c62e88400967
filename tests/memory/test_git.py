"""What git's own files say is what git says, or it is left to git."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from datamodel_check.memory import git
from tests.repository import Repository

FILES = {"a.ts": "a\n", "b/c.ts": "c\n", "b/d/e.md": "e\n", "docs/x.md": "x\n"}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    made = Repository(str(tmp_path / "repository"), FILES)
    made.git("commit", "--quiet", "--message", "Start")
    return made


def ours(repository: Repository) -> dict[bytes, bytes] | None:
    """What is staged as our reader has it; None where it leaves the question to git."""
    try:
        return git.staged(git.find(repository.root))
    except git.UnknownError:
        return None


def theirs(repository: Repository) -> dict[bytes, bytes]:
    listed = subprocess.run(
        ("git", "ls-files", "--stage", "-z"), cwd=repository.root, capture_output=True, check=True
    ).stdout
    found: dict[bytes, bytes] = {}
    for record in listed.split(b"\0")[:-1]:
        head, _, path = record.partition(b"\t")
        mode, oid, stage = head.split()
        assert stage == b"0"
        found[path] = int(mode, 8).to_bytes(4, "big") + bytes.fromhex(oid.decode())
    return found


# --- kinds of indexes ------------------------------------------------------------------------------------------------


def plain(repository: Repository) -> None:
    repository.git("status")


def intent_to_add(repository: Repository) -> None:
    repository.write("later.ts", "x")
    repository.git("add", "--intent-to-add", "later.ts")


def skip_worktree(repository: Repository) -> None:
    repository.git("update-index", "--skip-worktree", "a.ts")


def assumed_unchanged(repository: Repository) -> None:
    repository.git("update-index", "--assume-unchanged", "a.ts")


def version_4(repository: Repository) -> None:
    repository.git("update-index", "--index-version", "4")


def split(repository: Repository) -> None:
    repository.git("update-index", "--split-index")


def sparse(repository: Repository) -> None:
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "docs")


def sparse_without_its_index(repository: Repository) -> None:
    repository.git("sparse-checkout", "set", "--cone", "--no-sparse-index", "docs")


def untracked_cache(repository: Repository) -> None:
    repository.git("update-index", "--force-untracked-cache")
    repository.git("status")


def resolved_conflict(repository: Repository) -> None:
    conflict(repository)
    repository.write("a.ts", "both\n")
    repository.git("add", "a.ts")


def links_and_scripts(repository: Repository) -> None:
    os.symlink("a.ts", repository.path("link.ts"))
    repository.write("run.sh", "#!/bin/sh\n")
    os.chmod(repository.path("run.sh"), 0o700)
    repository.git("add", "--all")


def submodule(repository: Repository) -> None:
    head = repository.git("rev-parse", "HEAD").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},lib")


def long_name(repository: Repository) -> None:
    repository.write("/".join(letter * 250 for letter in "abcdefghijklm"), "x")
    repository.git("add", "--all")


def emptied(repository: Repository) -> None:
    repository.git("rm", "-r", "--quiet", "--cached", ".")


ANSWERED: list[Callable[[Repository], None]] = [
    plain,
    assumed_unchanged,
    skip_worktree,
    sparse_without_its_index,
    untracked_cache,
    resolved_conflict,
    links_and_scripts,
    submodule,
    long_name,
    emptied,
]


@pytest.mark.parametrize("change", ANSWERED, ids=lambda change: change.__name__)
def test_what_is_understood(repository: Repository, change: Callable[[Repository], None]) -> None:
    change(repository)
    assert ours(repository) == theirs(repository)


@pytest.mark.parametrize("change", [intent_to_add, version_4, split, sparse], ids=lambda change: change.__name__)
def test_what_is_left_to_git(repository: Repository, change: Callable[[Repository], None]) -> None:
    assert ours(repository) is not None
    change(repository)
    assert ours(repository) is None


def conflict(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "other")
    repository.write("a.ts", "theirs\n")
    repository.git("commit", "--quiet", "--all", "--message", "Theirs")
    repository.git("checkout", "--quiet", "-")
    repository.write("a.ts", "ours\n")
    repository.git("commit", "--quiet", "--all", "--message", "Ours")
    subprocess.run(("git", "merge", "--quiet", "other"), cwd=repository.root, capture_output=True, check=False)


def test_a_conflict(repository: Repository) -> None:
    conflict(repository)
    assert ours(repository) is None
    with pytest.raises(git.UnknownError):
        git.head(git.find(repository.root))


def test_other_hashes(tmp_path: Path) -> None:
    made = Repository(str(tmp_path), FILES, git=False)
    made.git("init", "--quiet", "--object-format=sha256")
    made.git("add", "--all")
    assert ours(made) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: content[:11],
        lambda content: content[:100],
        lambda content: content[:-21],
        lambda content: b"XXXX" + content[4:],
        lambda content: content[:8] + b"\xff\xff\xff\xff" + content[12:],
        lambda content: content[:-20] + b"must\0\0\0\1x" + content[-20:],
        lambda content: content[:-20] + b"TREE\xff\xff\xff\xff" + content[-20:],
    ],
)
def test_a_damaged_index(repository: Repository, damage: Callable[[bytes], bytes]) -> None:
    index = Path(repository.path(".git/index"))
    index.write_bytes(damage(index.read_bytes()))
    assert ours(repository) is None


def test_no_index(repository: Repository) -> None:
    os.remove(repository.path(".git/index"))
    assert ours(repository) is None


@given(content=st.binary(max_size=400), number=st.sampled_from([2, 3]), count=st.integers(0, 5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_may_stand_there(repository: Repository, content: bytes, number: int, count: int) -> None:
    header = b"DIRC" + number.to_bytes(4, "big") + count.to_bytes(4, "big")
    Path(repository.path(".git/index")).write_bytes(header + content)
    found = ours(repository)
    assert found is None or all(len(value) == 24 for value in found.values())


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0/"), min_size=1, max_size=12).filter(
    lambda name: name not in {".", ".."} and ".git" not in name.lower() and "git~" not in name.lower()
)


@given(paths=st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), min_size=1, max_size=12, unique=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_names(repository: Repository, paths: list[str]) -> None:
    repository.git("read-tree", "--empty")
    blob = repository.git("hash-object", "-w", "a.ts").strip()
    records = "".join(f"100644 {blob}\t{path}\0" for path in paths)
    subprocess.run(
        ("git", "-c", "core.protectNTFS=false", "-c", "core.protectHFS=false", "update-index", "-z", "--index-info"),
        cwd=repository.root,
        input=records.encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
    assert ours(repository) == theirs(repository)


# --- where it is -----------------------------------------------------------------------------------------------------


def test_the_index_of_a_commit_with_paths(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """`git commit a.ts` gives hooks an index of its own, by a path from the root."""
    repository.write("new.ts", "new")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other")
    for command in ("read-tree HEAD", "add new.ts"):
        subprocess.run(("git", *command.split()), cwd=repository.root, check=True)
    monkeypatch.chdir(repository.path("b"))
    found = ours(repository)
    assert found is not None
    assert b"new.ts" in found
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert b"new.ts" not in (ours(repository) or {})


def test_a_linked_work_tree(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    side = Repository(str(tmp_path / "side"), {"only.ts": "x"}, git=False)
    side.git("add", "--all")
    place = git.find(side.root)
    assert b"only.ts" in git.staged(place)
    assert ours(side) == theirs(side)
    assert git.head(place) == side.git("rev-parse", "HEAD").strip()
    assert os.path.samefile(place.common, repository.path(".git"))


def test_a_submodule_is_a_repository_of_its_own(repository: Repository, tmp_path: Path) -> None:
    other = Repository(str(tmp_path / "other"), {"o.ts": "o"})
    other.git("commit", "--quiet", "--message", "Start")
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.root, "lib")
    inside = Repository(repository.path("lib"), {}, git=False)
    assert set(ours(inside) or {}) == {b"o.ts"}
    assert ours(repository) == theirs(repository)


@pytest.mark.parametrize("name", ["GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"])
def test_variables_that_place_it_elsewhere(repository: Repository, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, repository.root)
    assert ours(repository) is None


def test_gits_folder_may_be_given(repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_DIR", repository.path(".git"))
    assert ours(repository) is not None
    (tmp_path / "other.git").mkdir()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other.git"))
    assert ours(repository) is None


# --- which commit ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "commands",
    [
        (),
        (("pack-refs", "--all"),),
        (("checkout", "--quiet", "--detach"),),
        (("checkout", "--quiet", "-b", "feature/one"),),
        (("tag", "v1"), ("pack-refs", "--all"), ("commit", "--quiet", "--allow-empty", "--message", "Next")),
    ],
)
def test_the_current_commit(repository: Repository, commands: tuple[tuple[str, ...], ...]) -> None:
    for command in commands:
        repository.git(*command)
    assert git.head(git.find(repository.root)) == repository.git("rev-parse", "HEAD").strip()


def test_before_the_first_commit(tmp_path: Path) -> None:
    made = Repository(str(tmp_path), FILES)
    assert git.head(git.find(made.root)) == ""


def test_references_in_tables_are_left_to_git(repository: Repository) -> None:
    os.mkdir(repository.path(".git/reftable"))
    with pytest.raises(git.UnknownError):
        git.head(git.find(repository.root))
