"""Path patterns: `*` and `?` within a folder, `**` over folders, `[abc]`, `{a,b}`, as in node's minimatch.

They come from repositories that nobody vouches for, so no pattern may take long. A wildcard takes as little as lets
match what stands between it and the next one, and is never asked again (an atomic group): a later wildcard can take all
that a longer match would have. Only the last one tries several ends. For that, braces are expanded beforehand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple


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


EXPANSIONS = 200
"""How many patterns braces may stand for; what is above is not expanded. Bash and minimatch allow more."""


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("|".join(map(_translate, _expand(pattern))), re.DOTALL)


@lru_cache(maxsize=256)
def _together(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    alternatives = [_translate(one) for pattern in patterns for one in _expand(pattern)]
    return re.compile("|".join(alternatives), re.DOTALL) if patterns else None


# --- braces ----------------------------------------------------------------------------------------------------------

_INNERMOST = re.compile(r"\{([^{}]*)\}")


def _expand(pattern: str) -> list[str]:
    """The patterns without braces that a pattern stands for."""
    found = [pattern]
    while any(_INNERMOST.search(one) for one in found):
        more = [one for outer in found for one in _alternatives(outer)]
        if len(more) > EXPANSIONS:
            break
        found = more
    return found


def _alternatives(pattern: str) -> Iterator[str]:
    braces = _INNERMOST.search(pattern)
    for word in braces[1].split(",") if braces else [""]:
        yield f"{pattern[: braces.start()]}{word}{pattern[braces.end() :]}" if braces else pattern


# --- wildcards -------------------------------------------------------------------------------------------------------

_TOKEN = re.compile(r"(?:^|(?<=/))\*\*/|\*\*|\*|\?|\[[^\]]+\]|[^*?\[]+|\[")
_CROSSING = {"**/": "(?:[^/]+/)*", "**": ".*"}


class _Stretch(NamedTuple):
    """What stands between two wildcards that cross folders: it begins with the first, and `*` separates its blocks."""

    crossing: str
    blocks: list[str]

    def shortest(self) -> str:
        crossing = f"{self.crossing}?" if self.crossing else ""
        return f"(?>{crossing}{self.blocks[0]}{_atomic(self.blocks[1:])})"

    def last(self) -> str:
        first, *middle = self.blocks
        end = f"[^/]*{middle.pop()}" if middle else ""
        return f"{self.crossing}{first}{_atomic(middle)}{end}"


_ANYTHING = _Stretch(_CROSSING["**"], [""])


def _translate(pattern: str) -> str:
    stretches = [_Stretch("", [""])]
    for part in _TOKEN.findall(pattern):
        if part in _CROSSING:
            stretches.append(_Stretch(_CROSSING[part], [""]))
        elif part == "*":
            if stretches[-1] != _ANYTHING:
                stretches[-1].blocks.append("")
        else:
            stretches[-1].blocks[-1] += _fixed(part)
    *before, last = stretches
    return "".join([*(one.shortest() for one in before), last.last()])


def _atomic(blocks: Sequence[str]) -> str:
    return "".join(f"(?>[^/]*?{block})" for block in blocks)


def _fixed(part: str) -> str:
    """A part that takes a fixed number of signs."""
    if part == "?":
        return "[^/]"
    if part.startswith("[") and part.endswith("]"):
        return _sign(part[1:-1])
    return re.escape(part)


def _sign(body: str) -> str:
    """One sign of a class: `abc`, `a-z`, `!abc`."""
    negated = body[0] in "!^" and len(body) > 1
    ranges = re.findall(r"(.)-(.)|(.)", body[negated:], re.DOTALL)
    signs = "".join(
        re.escape(one) if one else f"{re.escape(first)}-{re.escape(last)}"
        for first, last, one in ranges
        if one or first <= last
    )
    if not signs:
        return "[^/]" if negated else "(?!)"
    return f"(?!/)[{'^' if negated else ''}{signs}]"
