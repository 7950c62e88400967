"""Names and types as Mermaid's `erDiagram` takes them.

Its lexer (packages/mermaid/src/diagrams/er/parser/erDiagram.jison) allows in quoted names all but `"`, `%`, `\\` and
line breaks, and in attributes few signs.
"""

import re

from datamodel_check.markdown.escaping import visible

UNQUOTABLE = {'"': "\u2033", "%": "\u066a", "\\": "\u29f5", "`": "\u2032"}
"""Look-alikes, so that different names stay different."""
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
    return f'"{"".join(UNQUOTABLE.get(char, char) for char in visible(name)) or " "}"'


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
    return f"_{bare}" if re.match(r"[^A-Za-z_\u00c0-\uffff]", bare) or KEYWORD.fullmatch(bare) else bare
