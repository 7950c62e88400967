"""Why git knows no commit by a name, and what to do about it."""

from datamodel_check.discover import git


def hint(root: str, name: str) -> str:
    """The cure, as the clone and the name tell it."""
    if set(name) == {"0"}:
        return "That is git's name for no commit: there was none before. Name another one."
    if _is_known(root, f"refs/remotes/origin/{name}"):
        return f"Did you mean `origin/{name}`?"
    if _is_shallow(root):
        return (
            "This clone is shallow. Fetch the rest: `git fetch --unshallow`; in GitHub Actions give checkout "
            "`fetch-depth: 0`, in GitLab CI set `GIT_DEPTH: 0`."
        )
    return "`git branch --all` and `git tag` list names; what others have pushed comes with `git fetch`."


def _is_known(root: str, reference: str) -> bool:
    try:
        git.run(root, "rev-parse", "--quiet", "--verify", "--end-of-options", reference)
    except git.GitError:
        return False
    return True


def _is_shallow(root: str) -> bool:
    return git.run(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
