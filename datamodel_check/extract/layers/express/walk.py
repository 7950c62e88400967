"""The routes that applications answer: whole paths, and all that runs on the way to a handler."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.express.handing import Handing
from datamodel_check.extract.layers.express.stacks import Declared, Mounted, Router, Running
from datamodel_check.extract.layers.url_patterns import covers, joined
from datamodel_check.model.location import Location

_DEEPEST = 30


class Answer(NamedTuple):
    """A route under its whole path; `before` is what runs before the route's own functions."""

    method: str
    path: str
    before: tuple[Running, ...]
    chain: tuple[Running, ...]
    call: Location


class _Before(NamedTuple):
    """Middleware for everything below a path, or for one method of it.

    A router's own runs for what other routers answer below the same path, where these are mounted behind it.
    """

    method: str
    path: str
    functions: tuple[Running, ...]


def answers(root: Router, handing: Handing) -> Iterator[Answer]:
    """What an application answers, in the order in which its layers are tried."""
    found: dict[tuple[str, str], Answer] = {}
    for answer in _answers(root, handing, "", [], ()):
        key = (answer.method, answer.path)
        found[key] = _both(found[key], answer, handing) if key in found else answer
    yield from found.values()


def _both(first: Answer, second: Answer, handing: Handing) -> Answer:
    """One route that is declared twice: the second runs where the first hands on."""
    if not first.chain or not handing.on(first.chain[-1].function) or first.call == second.call:
        return first
    chain = [*first.chain, *(one for one in second.chain if one not in first.chain)]
    return second._replace(before=tuple(dict.fromkeys((*first.before, *second.before))), chain=tuple(chain))


def _answers(
    router: Router, handing: Handing, prefix: str, before: list[_Before], above: tuple[Router, ...]
) -> Iterator[Answer]:
    if router in above or len(above) > _DEEPEST:
        return
    for layer in router.layers:
        for path in layer.paths:
            whole = joined(prefix, path)
            if isinstance(layer, Declared):
                yield _answer(layer, handing, whole, before)
            else:
                yield from _mounted(layer, handing, whole, before, (*above, router))


def _mounted(
    layer: Mounted, handing: Handing, path: str, before: list[_Before], above: tuple[Router, ...]
) -> Iterator[Answer]:
    for one in layer.chain:
        if isinstance(one, Router):
            yield from _answers(one, handing, path, before, above)
        elif handing.on(one.function):
            before.append(_Before("*", path, (one,)))


def _answer(layer: Declared, handing: Handing, path: str, before: list[_Before]) -> Answer:
    running = tuple(
        function
        for one in before
        if one.method in ("*", layer.method) and covers(one.path, path)
        for function in one.functions
    )
    if path.endswith(("*", "*?")):  # a route for all below a path is a guard for what is declared behind it
        before.append(_Before(layer.method, path, tuple(one for one in layer.chain if handing.on(one.function))))
    return Answer(layer.method, path, running, layer.chain, layer.call)
