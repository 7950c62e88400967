"""Names and types as Mermaid's `erDiagram` takes them, and shows them as they are.

Its lexer (packages/mermaid/src/diagrams/er/parser/erDiagram.jison) allows in quoted names all but `"`, `%`, `\\` and
line breaks, and in attributes few signs. Its renderer takes every label for Markdown with HTML
(packages/mermaid/src/rendering-util/createText.ts), unless a sign is written as an entity code
(https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters).
"""

import re
from collections.abc import Callable

from datamodel_check.markdown.escaping import visible

SPECIAL = re.compile(r"""["%\\`<>&*$~#:;]|(?<=direction)\s""", re.IGNORECASE)
"""Signs that mean something to the lexer, to Markdown, to HTML, to icons (`fa:user`) or to formulas (`$$x$$`). A line
that has `direction LR` anywhere is a statement."""
OPENS = re.compile(r"(?<!\w)_++(?=\S)")
CLOSES = re.compile(r"(?<=[^\s_])_++(?!\w)")
"""Underscores that can open and close an emphasis."""
LOW_LINE = "\uff3f"
"""A look-alike, for attributes cannot have entity codes."""
KEYWORD = re.compile(r"(?i)PK|FK|UK")

NOT_IN_ATTRIBUTE = re.compile(r"(?:[^A-Za-z0-9_.,()\[\]\u00c0-\u02ff\u0370-\u1fff\u3040-\ud7ff-]|\s)+")
SHORTER = (
    (re.compile(r"\btime(stamp)?( ?\(\d+\))? with time zone"), r"time\1tz\2"),
    (re.compile(r"\btime(stamp)?( ?\(\d+\))? without time zone"), r"time\1\2"),
    (re.compile(r"\bcharacter varying"), "varchar"),
    (re.compile(r"\bdouble precision"), "double"),
    (re.compile(r"^(enum|set)\s*\(.*\)", re.DOTALL), r"\1"),
)


def quoted(name: str) -> str:
    """The name of an entity, or a label."""
    return f'"{_without_emphasis(SPECIAL.sub(_entity, visible(name)), _entity) or " "}"'


def _entity(found: re.Match[str]) -> str:
    return "".join(f"#{ord(char)};" for char in found[0])


def _look_alike(found: re.Match[str]) -> str:
    return LOW_LINE * len(found[0])


def _without_emphasis(text: str, instead: Callable[[re.Match[str]], str]) -> str:
    last = max((found.start() for found in CLOSES.finditer(text)), default=0)
    return OPENS.sub(lambda found: instead(found) if found.start() < last else found[0], text)


def attribute_name(name: str) -> str:
    return _attribute(name)


def attribute_type(text: str) -> str:
    """A column's type, shortened where SQL is wordy."""
    for pattern, short in SHORTER:
        text = pattern.sub(short, text)
    return _attribute(re.sub(r"\s*([(),])\s*", r"\1", text))


def _attribute(text: str) -> str:
    words = NOT_IN_ATTRIBUTE.sub(" ", text).split()
    bare = "_".join(words).strip("-.") or "_"
    named = f"_{bare}" if re.match(r"[^A-Za-z_\u00c0-\uffff]", bare) or KEYWORD.fullmatch(bare) else bare
    return _without_emphasis(named, _look_alike)
