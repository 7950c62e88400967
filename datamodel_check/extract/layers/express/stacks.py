"""Applications and routers: stacks of what they do with a request, in turn.

Source: router/index.js and express/lib/application.js.
"""

from typing import NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.values import Value


class Running(NamedTuple):
    """A function that runs for a request; it is the `position`th argument of a call, counted from its end."""

    function: Value
    position: int
    call: Location


class Mounted(NamedTuple):
    """`use(paths, …)`: middleware and routers for everything below the paths."""

    paths: tuple[str, ...]
    chain: "tuple[Router | Running, ...]"


class Declared(NamedTuple):
    """A route: `get(paths, …)`. `method` is in capitals, `*` for all."""

    method: str
    paths: tuple[str, ...]
    chain: tuple[Running, ...]
    call: Location


Layer: TypeAlias = Mounted | Declared


class Router:
    """An application or router; it is told from others by identity."""

    def __init__(
        self, location: Location, *, application: bool = False, typed: bool = False, unknown: str | None = None
    ) -> None:
        self.location = location
        self.application = application
        self.typed = typed
        """Whether nothing but its type is known."""
        self.unknown = unknown
        """Of one that a function is given by nobody knows whom: the parameter's name."""
        self.layers: list[Layer] = []
        self.used = False
        """Whether something mounts it."""


class Path(NamedTuple):
    """What `route(paths)` returns."""

    router: Router
    paths: tuple[str, ...]
