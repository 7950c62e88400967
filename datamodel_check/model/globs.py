"""Path patterns: `*` and `?` within a folder, `**` over folders, `[abc]`, `{a,b}`, as in node's minimatch."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache


def is_glob(pattern: str) -> bool:
    return any(character in pattern for character in "*?[{")


def matches(pattern: str, path: str) -> bool:
    """Whether the whole of `path` matches."""
    return _compiled(pattern).fullmatch(path) is not None


def matches_any(patterns: Iterable[str], path: str) -> bool:
    """Whether the whole of `path` matches one of them: they are one expression, for there may be many paths."""
    found = _together(tuple(patterns))
    return found is not None and found.fullmatch(path) is not None


def select(pattern: str, paths: Sequence[str]) -> list[str]:
    """Those of `paths` that match, in their order."""
    expression = _compiled(pattern)
    return [path for path in paths if expression.fullmatch(path)]


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_translate(pattern))


@lru_cache(maxsize=256)
def _together(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{_translate(one)})" for one in patterns)) if patterns else None


_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]]+\]|[{},]|[^*?\[{},]+|\[", re.DOTALL)


def _translate(pattern: str) -> str:
    result: list[str] = []
    braces = 0
    for part in _TOKEN.findall(pattern):
        if part == "{" and "}" in pattern:
            braces += 1
            result.append("(?:")
        elif part == "}" and braces:
            braces -= 1
            result.append(")")
        elif part == "," and braces:
            result.append("|")
        else:
            result.append(_PIECES.get(part) or _piece(part))
    return "".join(result)


_PIECES = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _piece(part: str) -> str:
    if part.startswith("[") and part.endswith("]"):
        body = part[1:-1].replace("\\", "\\\\")
        return f"[^{body[1:]}]" if body[0] in "!^" else f"[{body}]"
    return re.escape(part)
