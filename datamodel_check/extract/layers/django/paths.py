"""Paths and regular expressions of patterns, in the form that routes of all frameworks share.

Sources: django/urls/resolvers.py, https://docs.djangoproject.com/en/stable/topics/http/urls/#path-converters.
"""

import re

_CONVERTER = re.compile(r"(?<!\$)<(?:(?P<kind>[^<>:]+):)?(?P<name>[^<>]+)>")

_GROUP = re.compile(r"\((?P<capture>\?P<(?P<name>\w+)>|\?:|(?!\?))")
_ANCHORS = re.compile(r"(?<![\\\[])[\^$]|\\[AZ]")
_ANYTHING = re.compile(r"(?<!\\)\.[*+]")
_ANY_SLASHES = re.compile(r"(?<!\\)/[?*+]")


def of_route(route: str) -> str:
    """`users/<int:pk>/` as `users/:pk/`."""
    return _CONVERTER.sub(lambda found: f":{found['name']}{'*' if found['kind'] == 'path' else ''}", route)


def of_expression(expression: str) -> str:
    """`^users/(?P<pk>\\d+)/$` as `users/:pk/`; groups without a name are counted."""
    return _Expression(expression).path()


class _Expression:
    """Reads a regular expression from left to right, groups by recursion."""

    def __init__(self, expression: str) -> None:
        self._text = _ANY_SLASHES.sub("/", _ANCHORS.sub("", expression))
        self._count = 0

    def path(self) -> str:
        return re.sub(r"\\(.)", r"\1", self._part(self._text))

    def _part(self, text: str) -> str:
        found: list[str] = []
        start = 0
        for group in _GROUP.finditer(text):
            if group.start() < start or text[: group.start()].endswith("\\"):
                continue
            end = _closing(text, group.start())
            inside, sign = text[group.end() : end], text[end + 1 : end + 2]
            sign = sign if sign in ("?", "*") else ""
            found += [self._plain(text[start : group.start()]), self._group(group, inside, optional=bool(sign))]
            start = end + 1 + len(sign)
        return "".join(found) + self._plain(text[start:])

    def _plain(self, text: str) -> str:
        """Text in which `.*` stands for whatever comes."""
        while (found := _ANYTHING.search(text)) is not None:
            text = f"{text[: found.start()]}:{self._count}*{'?' if found[0].endswith('*') else ''}{text[found.end() :]}"
            self._count += 1
        return text

    def _group(self, group: "re.Match[str]", inside: str, *, optional: bool) -> str:
        if group["capture"] == "?:":
            path = self._part(inside)
            return re.sub(r"(:\w+\*?)(?!\?)", r"\1?", path) if optional else path
        name = group["name"] or str(self._count)
        self._count += not group["name"]
        rest = "*" if _holds_slashes(inside) else ""
        return f":{name}{rest}{'?' if optional else ''}"


def _closing(text: str, start: int) -> int:
    """Where the group that begins at `start` ends."""
    depth, position, listed = 0, start, False
    while position < len(text):
        sign = text[position]
        if sign == "\\":
            position += 1
        elif listed:
            listed = sign != "]"
        elif sign == "[":
            listed = True
        else:
            depth += (sign == "(") - (sign == ")")
            if not depth:
                return position
        position += 1
    return len(text)


def _holds_slashes(expression: str) -> bool:
    """Whether what a group matches may hold a slash."""
    return re.search(r"(?<!\\)\.[*+]|\[\^?[^]]*/[^]]*\][*+]", expression) is not None and "[^/" not in expression
