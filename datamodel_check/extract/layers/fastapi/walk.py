"""The routes that applications answer: whole paths, and the dependencies on the way to an endpoint."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.fastapi.routers import Declared, Included, Router
from datamodel_check.extract.layers.url_patterns import joined
from datamodel_check.model.values import Value

_DEEPEST = 30


class Answer(NamedTuple):
    """A route under its whole path; `dependencies` are resolved in this order before its endpoint is called."""

    method: str
    path: str
    dependencies: tuple[Value, ...]
    declared: Declared


def answers(root: Router) -> Iterator[Answer]:
    """What an application answers; of two routes with one path the first does."""
    found: dict[tuple[str, str], Answer] = {}
    for answer in _answers(root, "", (), ()):
        found.setdefault((answer.method, answer.path), answer)
    yield from found.values()


def _answers(
    router: Router, before: str, dependencies: tuple[Value, ...], above: tuple[Router, ...]
) -> Iterator[Answer]:
    if router in above or len(above) > _DEEPEST:
        return
    prefix, dependencies = f"{before}{router.prefix}", (*dependencies, *router.dependencies)
    for item in router.layers:
        if isinstance(item, Included):
            kept = () if item.mounted else (*dependencies, *item.dependencies)
            yield from _answers(item.router, f"{prefix}{item.prefix}", kept, (*above, router))
        else:
            for method in item.methods:
                path = normalised(f"{prefix}{item.path}")
                yield Answer(method, path, (*dependencies, *item.dependencies), item)


def normalised(path: str) -> str:
    """`/files/{path:path}` as `/files/:path*`: https://www.starlette.io/routing/#path-parameters."""
    return joined(_PARAMETER.sub(lambda found: f":{found[1]}{'*' if found[2] == 'path' else ''}", path))


_PARAMETER = re.compile(r"(?<!\$)\{(\w+)(?::(\w+))?\}")
