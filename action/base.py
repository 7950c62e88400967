"""The revision that a change is told against: what the event that started the workflow says, where the clone has it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from action import tool

NEW = "0" * 40
"""What a push of a new branch was before."""


class BaseError(Exception):
    """The base is known by name but is not in the clone; the message says what to do."""


def find(given: str, environment: Mapping[str, str]) -> str | None:
    """The base that the workflow names, else the event's; None where the event has none. Raises `BaseError`."""
    if given:
        return given
    event = environment.get("GITHUB_EVENT_NAME", "")
    if event.startswith("pull_request") and _is_merge(environment.get("GITHUB_SHA", "")):
        return _short("HEAD^1")
    name = _name(event, _payload(environment.get("GITHUB_EVENT_PATH", "")))
    if name is None:
        return None
    if _has(name):
        return _short(name)
    depth = 2 if event.startswith("pull_request") else 0
    raise BaseError(
        f"The base {name[:12]} is not in this clone, so nothing is compared with it. "
        f"Give actions/checkout `fetch-depth: {depth}`."
    )


def _is_merge(commit: str) -> bool:
    """Whether what is checked out is GitHub's own merge of the pull request: its first parent is the base."""
    head, *parents = (tool.git("rev-list", "--parents", "-n1", "HEAD") or "").split(" ")
    return head == commit and len(parents) == 2 and _has(parents[0])


def _short(commit: str) -> str:
    """A commit as people write it: the summary names it."""
    return tool.git("rev-parse", "--short=12", commit) or commit


def _has(commit: str) -> bool:
    return tool.git("cat-file", "-e", f"{commit}^{{commit}}") is not None


def _name(event: str, payload: Any) -> str | None:
    try:
        if event.startswith("pull_request"):
            name = payload["pull_request"]["base"]["sha"]
        else:
            name = payload["merge_group"]["base_sha"] if event == "merge_group" else payload["before"]
    except (KeyError, TypeError):
        return None
    is_commit = isinstance(name, str) and re.fullmatch(r"[0-9a-f]{40}([0-9a-f]{24})?", name)
    return name if is_commit and not name.startswith(NEW) else None


def _payload(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None
