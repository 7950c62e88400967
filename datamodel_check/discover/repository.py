"""The repository that a run stands in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.discover import git, trees
from datamodel_check.errors import RepositoryError

if TYPE_CHECKING:
    from datamodel_check.model.tree import Tree


class Repository(NamedTuple):
    """A folder, with git or without. `notice` says what a reader should know about how it is read."""

    root: str
    has_git: bool
    notice: str | None = None

    def ignores(self, path: str) -> bool:
        """Whether git ignores a path, so that a file there would never be part of the repository."""
        if not self.has_git:
            return False
        try:
            git.run(self.root, "check-ignore", "--quiet", "--no-index", "--", path)
        except git.GitError:
            return False  # that is how it says no
        return True

    def tree(self, *, staged: bool) -> Tree:
        """The state to judge: the index if `staged`, else the work tree.

        Raises `RepositoryError` where git cannot say.
        """
        if not self.has_git:
            if staged:
                raise RepositoryError(
                    f"{self.root} is no git repository, so nothing can be staged",
                    hint="Leave out --staged, or run it inside the repository.",
                )
            return trees.folder(self.root)
        return trees.index(self.root) if staged else trees.work_tree(self.root)

    def revision(self, name: str) -> Tree:
        """What a commit holds, by any name that git takes for it. Raises `RepositoryError`."""
        return trees.revision(self.root, self._commit(name))

    def changed_since(self, name: str, *, staged: bool) -> frozenset[str]:
        """The files of a commit that are changed or gone now. Raises `RepositoryError`."""
        where = ("--cached",) if staged else ()
        commit = self._commit(name)
        listed = git.run(
            self.root, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=MDT", *where, commit, "--"
        )
        return frozenset(git.records(listed))

    def fork_point(self, name: str, head: str = "HEAD") -> str | None:
        """The commit where the work of `head` on top of `name` began; None where git does not know one.

        So it is where two histories have nothing in common, or a shallow clone does not reach back far enough.
        Raises `RepositoryError` where one of the two is no commit.
        """
        commits = self._commit(name), self._commit(head)
        try:
            return git.run(self.root, "merge-base", *commits).decode().strip() or None
        except git.GitError:
            return None

    def wrote(self, text: str, path: str) -> str | None:
        """The last commit that brought a text into a file; None where git knows none."""
        try:
            found = git.run(self.root, "log", "-1", "--format=%H", "-S", text, "--", path)
        except git.GitError:
            return None
        return found.decode().strip() or None

    @property
    def is_merging(self) -> bool:
        """Whether a merge is under way, so that what is staged is not the work of one branch."""
        try:
            git.run(self.root, "rev-parse", "--quiet", "--verify", "MERGE_HEAD")
        except git.GitError:
            return False
        return True

    @property
    def has_commits(self) -> bool:
        try:
            self._commit("HEAD")
        except RepositoryError:
            return False
        return True

    def _commit(self, name: str) -> str:
        if not self.has_git:
            raise RepositoryError(f"{self.root} is no git repository, so it has no revision {name}")
        try:
            found = git.run(self.root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}")
        except git.GitError as error:
            from datamodel_check.discover import missing

            raise RepositoryError(f"git knows no commit {name}", hint=missing.hint(self.root, name)) from error
        return found.decode().strip()


def find(start: str) -> Repository:
    """The repository around a folder; the folder itself where git knows of none.

    Raises `RepositoryError` where there is no such folder.
    """
    if not os.path.isdir(start):
        raise RepositoryError(f"there is no folder {start}", hint="Name an existing folder.")
    try:
        top = git.run(start, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n")
    except git.GitError as error:
        root = _root(os.path.abspath(start))
        return Repository(root, has_git=False, notice=_notice(error.reason, root))
    return Repository(top, has_git=True)


def _root(start: str) -> str:
    """The nearest folder around `start` that looks like a repository; `start` itself where none does."""
    folder = start
    while not os.path.exists(os.path.join(folder, ".git")):
        if folder == os.path.dirname(folder):
            return start
        folder = os.path.dirname(folder)
    return folder


def _notice(reason: str, root: str) -> str | None:
    """Why git is not asked, where it should have been; None where there is just no repository."""
    if "dubious ownership" in reason:
        cure = f"git config --global --add safe.directory {root}"
        return f"git distrusts the owner of {root}, so all files below it are read. To use git: {cure}"
    if "not a git repository" in reason and "GIT_DIR" not in os.environ:
        return None
    failure = reason if reason.startswith("cannot be run") else f"cannot list the files ({reason.splitlines()[0]})"
    return f"git {failure}, so all files below {root} are read"
