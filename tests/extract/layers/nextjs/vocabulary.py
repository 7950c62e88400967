"""What applications of Next.js answer, one line each route."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check.model.layers import Route
from datamodel_check.model.snapshot import Snapshot
from tests.vocabulary import read

PACKAGE = '{ "dependencies": { "next": "15.5.0", "next-auth": "4.24.0", "drizzle-orm": "^0.45.0" } }'


def snapshot(files: Mapping[str, str]) -> Snapshot:
    """What is read of a repository that depends on Next.js."""
    whole = {"package.json": PACKAGE, **files}
    return read({path: dedent(text).encode() for path, text in whole.items()}, layers={"routes"})


def routes(files: Mapping[str, str]) -> list[str]:
    return list(lines(snapshot(files).routes))


def lines(found: tuple[Route, ...]) -> Iterator[str]:
    for route in found:
        parts = [("by", route.auth), ("reads", route.reads), ("writes", route.writes)]
        words = "; ".join(f"{word} {', '.join(names)}" for word, names in parts if names)
        name = f"page {route.path}" if route.kind == "page" else route.key
        yield f"{name}: {words}" if words else name
