"""What a script seems to import: found in its text, so that any file may be asked about."""

import re

_SPECIFIER = re.compile(rb"""(?:\bfrom|\bimport|\brequire)\s*\(?\s*(["'])([^"'\n]+)\1""")


def specifiers(content: bytes) -> frozenset[str]:
    """What stands where a module would be named; in a comment or a text it may name none."""
    return frozenset(found[2].decode("utf-8", "replace") for found in _SPECIFIER.finditer(content))
