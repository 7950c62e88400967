"""What stands above the database: the facts of the family `layers`."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.location import Location

Backend: TypeAlias = Literal["nextjs", "express", "nestjs", "fastapi", "django"]

StateSystem: TypeAlias = Literal["react-query", "zustand", "react-context", "redux", "mobx", "jotai"]


class Route(NamedTuple):
    """One way into the back end.

    `path` is the whole path with parameters as `:id` (`:rest*` for catch-alls, `:rest*?` for optional ones). `auth`
    says by what callers are known (`getServerSession`, `JwtAuthGuard`). `reads` and `writes` are keys of tables,
    through whatever the handler calls; `calls` are the services that it calls itself.
    """

    framework: Backend
    kind: Literal["endpoint", "page", "action"]
    method: str
    """In capitals; `*` for all, and empty for pages and server actions."""
    path: str
    """Of a server action the path of its file."""
    handler: str
    location: Location
    auth: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`GET /api/users/:id`."""
        return f"{self.method} {self.path}" if self.method else f"{self.path}#{self.handler}"


class Operation(NamedTuple):
    """A function or method of a service: the tables that it touches, and the services that it calls, itself."""

    name: str
    location: Location
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()


class Service(NamedTuple):
    """A module or class that holds logic or accesses data. `name` is the class, or the module's path."""

    kind: Literal["module", "class", "repository", "controller"]
    name: str
    location: Location
    operations: tuple[Operation, ...] = ()


class Member(NamedTuple):
    """A field, action or computed value of a store; `type` as the code writes it."""

    name: str
    kind: Literal["field", "action", "computed"] = "field"
    type: str | None = None


class State(NamedTuple):
    """One piece of client state.

    `key` is a query's key or a slice's name, `endpoints` the routes that it calls (`GET /api/user/profile`),
    `invalidates` the keys of queries that a mutation makes stale.
    """

    system: StateSystem
    kind: Literal["store", "query", "mutation", "context", "slice", "atom", "api"]
    name: str
    location: Location
    members: tuple[Member, ...] = ()
    key: str | None = None
    endpoints: tuple[str, ...] = ()
    invalidates: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    """What else matters: the middlewares of a store (`persist`), the kind of an atom (`derived`, `family`)."""


class TypeMember(NamedTuple):
    """A member of a type; `type` as the code writes it."""

    name: str
    type: str
    optional: bool = False


class DomainType(NamedTuple):
    """An exported interface, type alias, zod schema or class."""

    kind: Literal["interface", "type", "zod", "class"]
    name: str
    location: Location
    members: tuple[TypeMember, ...] = ()
    definition: str | None = None
    """Of a type without members: what it stands for."""


class Lineage(NamedTuple):
    """The thread from a table to the screen: names and keys of what touches it, directly or through the former."""

    table: str
    services: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
