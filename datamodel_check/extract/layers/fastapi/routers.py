"""Applications and routers: what was declared on them, in turn.

Source: fastapi/routing.py (`APIRouter`), fastapi/applications.py (`FastAPI`). An included router answers what is
declared on it later too (`_IncludedRouter`); older releases copied what there was at that moment.
"""

from typing import NamedTuple, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.values import ClassValue, Value


class Declared(NamedTuple):
    """A route. `methods` are in capitals; `dependencies` are calls of `Depends` and `Security`."""

    methods: tuple[str, ...]
    path: str
    endpoint: Value
    dependencies: tuple[Value, ...]
    location: Location
    owner: ClassValue | None = None
    """Of a method the class that it stands in."""


class Included(NamedTuple):
    """`include_router`, or `mount` of another application: with what stands before its routes."""

    router: "Router"
    prefix: str
    dependencies: tuple[Value, ...]
    location: Location
    mounted: bool = False


Item: TypeAlias = Declared | Included


class Router:
    """An application or a router; it is told from others by identity."""

    def __init__(self, location: Location, *, application: bool = False, name: str = "") -> None:
        self.location = location
        self.application = application
        self.name = name
        self.prefix = ""
        self.dependencies: tuple[Value, ...] = ()
        self.layers: list[Item] = []
        self.used = False
        """Whether another one includes or mounts it."""
