"""What a module seems to import: found in its text, so that any file may be asked about.

Of most files no answer depends on more than that: while it stays the same, so do the answers.
"""

import re

_SCRIPT = re.compile(rb"""(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'])([^"'\n]+)\1""")

_PYTHON = re.compile(
    rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n;]*)|import[ \t]+([^\n;]+))", re.MULTILINE
)
_NAME = re.compile(rb"([\w.]+)(?:\s+as\s+\w+)?")
_COMMENT = re.compile(rb"#[^\n]*")


def specifiers(path: str, content: bytes) -> frozenset[str]:
    """What stands where a module would be named; in a comment or a text it may name none.

    Of Python's `from a import b` also `a.b`, which may be a module.
    """
    if path.endswith(".py"):
        return frozenset(one.decode("utf-8", "replace") for one in _of_python(content))
    return frozenset(found[2].decode("utf-8", "replace") for found in _SCRIPT.finditer(content))


def _of_python(content: bytes) -> set[bytes]:
    found: set[bytes] = set()
    for source, names, modules in _PYTHON.findall(content):
        if modules:
            found |= {name[1] for name in _NAME.finditer(_COMMENT.sub(b"", modules))}
        else:
            found.add(source)
            inner = source if source.endswith(b".") else source + b"."
            found |= {inner + name[1] for name in _NAME.finditer(_COMMENT.sub(b"", names))}
    return found
