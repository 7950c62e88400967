"""Which file of a package a specifier names: `exports`, `imports`, `main` and their like.

https://nodejs.org/api/packages.html#package-entry-points
"""

from collections.abc import Iterator, Mapping
from typing import Any

_LATE = frozenset({"browser", "deno", "edge-light", "react-native", "react-server", "worker", "workerd"})
"""Conditions of special places: asked last. All others are taken as they stand, whoever they are for."""

_MAIN = ("source", "module", "main", "types", "typings")

_DEEPEST = 20


def exported(manifest: Mapping[str, Any], subpath: str) -> tuple[str, ...]:
    """The files, relative to the package, that `subpath` (`.` or `./x`) may mean, the best first."""
    exports = manifest.get("exports")
    if exports is None:
        if subpath != ".":
            return (subpath,)
        fields = (manifest.get(field) for field in _MAIN)
        return (*(field for field in fields if isinstance(field, str)), "./index")
    if not isinstance(exports, dict) or not any(key.startswith(".") for key in exports):
        exports = {".": exports}
    found = matched(exports, subpath)
    # Where modules are resolved as before Node 12, `exports` is not looked at.
    return found or (() if subpath == "." else (subpath,))


def imported(manifest: Mapping[str, Any], specifier: str) -> tuple[str, ...]:
    """What a package's own `#specifier` may mean: files relative to the package (`./x`), or other packages."""
    imports = manifest.get("imports")
    return matched(imports, specifier) if isinstance(imports, dict) else ()


def matched(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The targets of the entry that matches a key: the same, else the `*` pattern with the longest beginning."""
    if key in table and "*" not in key:
        return tuple(_targets(table[key], 0))
    best: tuple[str, str, str] | None = None
    for pattern in table:
        beginning, star, end = pattern.partition("*")
        if not star and pattern.endswith("/"):
            beginning, star = pattern, "*"
        fits = star and len(key) > len(beginning) and key.startswith(beginning) and key.endswith(end)
        if fits and len(key) >= len(beginning) + len(end) and (best is None or len(beginning) > len(best[1])):
            best = (pattern, beginning, end)
    if best is None:
        return ()
    pattern, beginning, end = best
    between = key[len(beginning) : len(key) - len(end)]
    return tuple(
        target.replace("*", between) if "*" in target else target + between * target.endswith("/")
        for target in _targets(table[pattern], 0)
    )


def _targets(value: Any, depth: int) -> Iterator[str]:
    """The files that an entry leads to, under whatever conditions."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _targets(item, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        for condition in sorted(value, key=lambda name: name in _LATE):
            yield from _targets(value[condition], depth + 1)
