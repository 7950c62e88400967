"""Everything that was found in one state of a repository."""

from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.model.layers import DomainType, Lineage, Route, Service, State
from datamodel_check.model.location import Location
from datamodel_check.model.migrations import History
from datamodel_check.model.schema import Source

Category: TypeAlias = Literal["database", "backend", "frontend-state", "services", "auth"]

DiagnosticCode: TypeAlias = Literal["unresolved", "unreadable"]


class Evidence(NamedTuple):
    """Why a system counts as detected: `what` is a short phrase (`dependency drizzle-orm`, `config`, `schema`).

    An `anchor` is a place that a document should name (schema, config, migration folder), a `trait` says how the system
    is used (`server actions`, `adapter DrizzleAdapter`); the rest only proves.
    """

    path: str
    line: int
    what: str
    anchor: bool = False
    trait: bool = False


class Detection(NamedTuple):
    """The verdict on one system. `version` is the range as the package that uses it declares it."""

    category: Category
    system: str
    detected: bool
    version: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Diagnostic(NamedTuple):
    """Something in the code that could not be resolved (DM901) or read (DM902). `hint` says what to do."""

    code: DiagnosticCode
    location: Location
    message: str
    hint: str | None = None


class PassedOver(NamedTuple):
    """A place that looks like a source but is not taken for one, and why."""

    path: str
    reason: str


class Snapshot(NamedTuple):
    """Sorted by id, folder, category and system, and place; layers by name or key, and place."""

    sources: tuple[Source, ...] = ()
    migrations: tuple[History, ...] = ()
    detections: tuple[Detection, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    routes: tuple[Route, ...] = ()
    services: tuple[Service, ...] = ()
    state: tuple[State, ...] = ()
    types: tuple[DomainType, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    packages: tuple[str, ...] = ()
    """The folders of the packages of a repository, as far as something was detected in it."""
