"""The documents: Markdown and MDX files with directives, wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.snapshot import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable

    from datamodel_check.model.tree import Tree

SUFFIXES = (".md", ".mdx")
MARK = b"datamodel:"

_PAST = re.compile(
    r"(?i)(?:^|/)(?:change-?logs?(?:[-_][^/]*)?|changes|history|news|releases?(?:[-_]notes)?|blogs?|posts|whats-?new|archived?"
    r"|[^/]*(?:upgrad|migrati(?:ng|on)-(?:from|guide|to))[^/]*)(?:\.mdx?$|/|-[^/]*\.mdx?$)"
)


def tells_the_past(path: str) -> bool:
    """Whether a document, by its path, says what was: change logs, posts of a blog, guides for upgrades."""
    return _PAST.search(path) is not None


class Documents(NamedTuple):
    """Path and bytes of each Markdown file that may hold directives, and those files of which nobody can say."""

    found: tuple[tuple[str, bytes], ...]
    diagnostics: tuple[Diagnostic, ...]


def documents(tree: Tree, included: Callable[[str], bool], wanted: Callable[[str], bool]) -> Documents:
    """The documents among those files of `tree` that `included` lets through, and those that are `wanted` anyway."""
    found = []
    diagnostics = []
    for path in tree.paths:
        if path.endswith(SUFFIXES) and "node_modules/" not in path and (included(path) or wanted(path)):
            try:
                content = tree.read(path)
            except UnreadableFileError as error:
                message = f"the document cannot be read: {error.reason}"
                hint = "Mend that, or name the file in `exclude` of the configuration."
                diagnostics.append(Diagnostic("unreadable", Location(path, NOWHERE), message, hint))
                continue
            if MARK in content or wanted(path):
                found.append((path, content))
    return Documents(tuple(found), tuple(diagnostics))
