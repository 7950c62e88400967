"""Paths as Express and NestJS write them, in the form that routes of all frameworks share.

Sources: path-to-regexp 0.1 (Express 4) and 8 (Express 5), https://expressjs.com/en/guide/migrating-5.html#path-syntax.
"""

import re

_PART = re.compile(
    r"""
    (?P<unknown>\$\{[^{}]*\})
    | \{(?P<slash>/?)(?P<optional>[:*]\w+)\}                            # {/:id}, {*rest} of Express 5
    | :(?P<name>\w+)(?P<pattern>\((?:\\.|[^()\\]|\([^()]*\))*\))?(?P<sign>[?*+]?)    # :id(\d+)? of Express 4
    | \*(?P<rest>\w*)                                                 # *rest of Express 5, * of Express 4
    | \(\.\*\)
    | \\(?P<escaped>.)
    """,
    re.VERBOSE,
)


def joined(*parts: str) -> str:
    """Paths one behind the other, without the slashes that nobody cares for."""
    path = re.sub(r"/{2,}", "/", "/".join(part for part in parts if part))
    return "/" + path.strip("/")


def normalised(path: str) -> str:
    """A path with parameters as `:id`, `:id?`, and `:rest*` for what may hold slashes.

    Stars without a name are counted, as Express 4 does in `req.params`.
    """
    stars = 0

    def part(found: re.Match[str]) -> str:
        nonlocal stars
        if found["unknown"]:
            return found["unknown"]
        if found["optional"]:
            kind, name = found["optional"][0], found["optional"][1:]
            return f"{found['slash']}:{name}{'*?' if kind == '*' else '?'}"
        if found["name"]:
            return f":{found['name']}{_SIGNS[found['sign']]}"
        if found["escaped"]:
            return found["escaped"]
        if found["rest"]:
            return f":{found['rest']}*"
        stars += 1
        return f":{stars - 1}*?"

    return _PART.sub(part, path)


_SIGNS = {"": "", "?": "?", "*": "*?", "+": "*"}


def covers(prefix: str, path: str) -> bool:
    """Whether what is used for `prefix` runs for `path` too: parameters of the prefix stand for any segment."""
    wanted, given = _segments(prefix), _segments(path)
    for position, segment in enumerate(wanted):
        if "*" in segment:
            return len(given) > position or segment.endswith("?")
        if position >= len(given):
            return segment.endswith("?")
        if not segment.startswith(":") and segment.lower() != given[position].lower():
            return False
    return True


def _segments(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment]
