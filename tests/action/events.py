"""What GitHub checks out for a pull request, a push and a merge group, made with git."""

from pathlib import Path

from tests.action.steps import Event
from tests.application import Application


def pull_request(repository: Application, *, branch: str = "feature") -> Event:
    """Merges a branch into the base as GitHub does, checks the merge out, and tells of it."""
    base = repository.git("rev-parse", "main").strip()
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", f"Merge {branch} into main", branch)
    payload = {"pull_request": {"base": {"sha": base, "ref": "main"}, "head": {"repo": {"fork": True}}}}
    return Event("pull_request", payload, repository.git("rev-parse", "HEAD").strip())


def push(repository: Application, before: str) -> Event:
    return Event("push", {"before": before}, repository.git("rev-parse", "HEAD").strip())


def clone(repository: Application, folder: Path, *, depth: int) -> Application:
    """What actions/checkout makes of `fetch-depth`: the commit that is checked out, and so many before it."""
    copy = Application(folder, {})
    commit = repository.git("rev-parse", "HEAD").strip()
    copy.git("fetch", "--quiet", f"--depth={depth}", repository.folder.as_uri(), commit)
    copy.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
    return copy
