"""JSON with comments and trailing commas, as `tsconfig.json` is written."""

from typing import Any


def loads(content: bytes) -> Any:
    """What the file says; None where it cannot be read even so."""
    import re
    from json import loads as strictly

    string = r'"(?:[^"\\\n]|\\.)*"'
    text = content.decode("utf-8-sig", "replace")
    text = re.sub(rf"({string})|//[^\n]*|/\*.*?(?:\*/|\Z)", lambda found: found[1] or " ", text, flags=re.DOTALL)
    text = re.sub(rf"({string})|,(?=\s*[}}\]])", lambda found: found[1] or "", text)
    try:
        return strictly(text, strict=False)
    except (ValueError, RecursionError):
        return None
