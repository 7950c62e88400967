"""The documents: Markdown and MDX files with directives, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from datamodel_check.model.tree import Tree

SUFFIXES = (".md", ".mdx")
MARK = b"datamodel:"


def documents(tree: Tree, included: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each Markdown file that may hold directives. One that cannot be read cannot hold any."""
    for path in tree.paths:
        if path.endswith(SUFFIXES) and "node_modules/" not in path and included(path):
            try:
                content = tree.read(path)
            except UnreadableFileError:
                continue
            if MARK in content:
                yield path, content
