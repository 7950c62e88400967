"""What git remembers of names and lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.discover import git
from datamodel_check.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Collection

    from datamodel_check.discover.repository import Repository
    from datamodel_check.model.tree import Tree

PROSE = ("*.md", "*.mdc", "*.mdx", "*.markdown", "*.rst", "*.txt", "*.adoc")
"""Files in which a name proves nothing: another document may be as old."""

_PROSE = tuple(pattern.removeprefix("*") for pattern in PROSE)
_EVERYTHING_ELSE = tuple(f":(exclude,glob)**/{pattern}" for pattern in PROSE)


def words(tree: Tree, names: Collection[str]) -> frozenset[str]:
    """Which of the names stand as whole words in any file that is no prose.

    `git grep` takes minutes for thousands of names, as it tries each of them on each line.
    """
    wanted = {name.encode(): name for name in names}
    left = set(wanted)
    for path in tree.paths if left else ():
        if not path.endswith(_PROSE):
            left.difference_update(_WORD.findall(_text(tree, path)))
            if not left:
                break
    return frozenset(name for word, name in wanted.items() if word not in left)


_WORD = re.compile(rb"\w+")
_LARGEST = 2_000_000
"""Bytes of a file that is read for names: larger ones are data."""


def _text(tree: Tree, path: str) -> bytes:
    try:
        content = tree.read(path)
    except UnreadableFileError:
        return b""
    return content if len(content) <= _LARGEST and b"\0" not in content[:8000] else b""


def words_of(repository: Repository, names: Collection[str], commit: str) -> frozenset[str]:
    """Which of a few names stood as whole words in any file of a commit that is no prose."""
    if not names:
        return frozenset()
    options = ("-I", "-o", "-h", "-w", "-F", *(part for name in sorted(names) for part in ("-e", name)))
    try:
        found = git.run(repository.root, "grep", *options, commit, "--", *_EVERYTHING_ELSE)
    except git.GitError:
        return frozenset()  # that is how it says that there is none
    return frozenset(found.decode("utf-8", "replace").splitlines()) & frozenset(names)


def declared_in(repository: Repository, names: Collection[str], commit: str, *, members: bool = True) -> frozenset[str]:
    """Which of a few names some file of a commit declared: a function, class, type or variable.

    With `members` methods, properties and options count as well.
    """
    if not names:
        return frozenset()
    any_name = "|".join(map(re.escape, sorted(names)))
    patterns = (pattern.format(any_name) for pattern in (_DECLARATIONS if members else _DECLARATIONS[:1]))
    options = ("-I", "-h", "-E", *(part for pattern in patterns for part in ("-e", pattern)))
    try:
        found = git.run(repository.root, "grep", *options, commit, "--", *_EVERYTHING_ELSE, *_EXAMPLES)
    except git.GitError:
        return frozenset()  # that is how it says that there is none
    return frozenset(re.findall(r"\w+", found.decode("utf-8", "replace"))) & frozenset(names)


_DECLARATIONS = (
    r"(function\*?|const|let|var|class|interface|type|enum|def|func|fn|struct|trait)[[:space:]]+({0})([^A-Za-z0-9_]|$)",
    r"^[[:space:]]*(([a-z]+)[[:space:]]+)*({0})\??[[:space:]]*(<[^>]*>)?(\(.*\{{[[:space:]]*$|[:=])",
)
_EXAMPLES = tuple(
    f":(exclude,glob)**/{folder}/**"
    for folder in ("example*", "sample*", "demo*", "playground*", "fixtures", "test*", "__tests__", "e2e", "references")
)
"""Folders in which nothing is declared that a document would speak of."""


class Addition(NamedTuple):
    """What a commit wrote into a file."""

    commit: str
    text: str


def additions(repository: Repository, path: str) -> tuple[Addition, ...]:
    """What each commit wrote into a file, through its renames, the oldest first."""
    mark = "\x01"
    options = ("--follow", "--no-color", "--no-ext-diff", "-p", "-U0", "--diff-merges=off", f"--format={mark}%H")
    told = _said(repository, "log", *options, "--", path) or ""
    found = []
    for part in told.split(mark)[1:]:
        commit, _, patch = part.partition("\n")
        lines = (line[1:] for line in patch.splitlines() if line.startswith("+") and not line.startswith("+++ "))
        found.append(Addition(commit.strip(), "\n".join(lines)))
    return tuple(reversed(found))


def files(repository: Repository, commit: str) -> frozenset[str]:
    """The paths that a commit holds."""
    try:
        return frozenset(git.records(git.run(repository.root, "ls-tree", "-r", "-z", "--name-only", commit)))
    except git.GitError:
        return frozenset()


def last_removal(repository: Repository, name: str, since: str) -> str | None:
    """The last commit after another one that changed how often a name stands outside of prose, abbreviated."""
    options = ("-1", "--format=%h", "-S", name, f"{since}..HEAD", "--", *_EVERYTHING_ELSE)
    return _said(repository, "log", *options)


def last_deletion(repository: Repository, path: str) -> str | None:
    """The commit that deleted or moved a file, abbreviated."""
    return _said(repository, "log", "-1", "--format=%h", "--diff-filter=D", "--no-renames", "--", path)


def moved(repository: Repository, path: str, commit: str) -> str | None:
    """Where a commit moved a file, if that is what it did."""
    try:
        listed = git.run(
            repository.root, "diff-tree", "-r", "-z", "-M", "--no-commit-id", "--name-status", "--diff-filter=R", commit
        )
    except git.GitError:
        return None
    records = list(git.records(listed))
    return next((new for _, old, new in zip(*[iter(records)] * 3, strict=False) if old == path), None)


def _said(repository: Repository, *arguments: str) -> str | None:
    try:
        return git.run(repository.root, *arguments).decode("utf-8", "replace").strip() or None
    except git.GitError:
        return None
