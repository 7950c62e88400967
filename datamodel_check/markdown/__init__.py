"""Blocks ⇄ Markdown: the one place where text is escaped, and where what a formatter did to it is undone."""

from datamodel_check.markdown.printing import Layout, print_blocks
from datamodel_check.markdown.reading import read_blocks
from datamodel_check.markdown.words import words

__all__ = ["Layout", "print_blocks", "read_blocks", "words"]
