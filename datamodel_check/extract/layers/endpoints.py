"""Which route answers a request, by its method and path."""

from collections.abc import Sequence

from datamodel_check.model.layers import Route


class Endpoints:
    """The routes of all back ends."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._routes = [(route, _segments(route.path)) for route in routes if route.kind == "endpoint"]

    def routes(self, endpoint: str) -> list[Route]:
        """The routes that `GET /api/users/:id` means; of several that fit those with the fewest parameters."""
        method, _, path = endpoint.partition(" ")
        wanted = _segments(path.partition("?")[0].partition("#")[0])
        fitting = [
            (_parameters(segments), route)
            for route, segments in self._routes
            if route.method in ("*", method) and _fits(segments, wanted)
        ]
        least = min((count for count, _ in fitting), default=0)
        return [route for count, route in fitting if count == least]


def _segments(path: str) -> tuple[str, ...]:
    return tuple(segment for segment in path.split("/") if segment)


def _parameters(segments: tuple[str, ...]) -> tuple[int, int]:
    """Catch-alls fit last, then those with more parameters."""
    return sum("*" in one for one in segments), sum(one.startswith(":") for one in segments)


def _fits(route: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a path that is asked for is the route's; a parameter of the request needs one of the route."""
    for position, segment in enumerate(route):
        if segment.startswith(":") and "*" in segment:
            return len(wanted) > position or segment.endswith("?")
        if position >= len(wanted):
            return segment.startswith(":") and segment.endswith("?")
        if not segment.startswith(":") and segment != wanted[position]:
            return False
    return len(route) == len(wanted)
