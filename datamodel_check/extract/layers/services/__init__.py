"""Services: exported functions and classes that access data, or call what does."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from datamodel_check.extract.layers.naming import MODULES, stem
from datamodel_check.extract.layers.reach import Reach, Reached
from datamodel_check.extract.layers.reach.functions import Identity, identity
from datamodel_check.extract.layers.services.drafts import Draft, DraftOperation, Search
from datamodel_check.extract.protocol import Handled, Marks, Settings
from datamodel_check.model.layers import Operation, Route, Service
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source

MARKS = Marks(
    paths=tuple(
        f"**/*.{word}.{ending}" for word in ("service", "repository", "controller") for ending in ("ts", "js", "mjs")
    )
    + tuple(
        f"**/{folder}/**/*.{ending}"
        for folder in ("services", "repositories", "controllers")
        for ending in ("ts", "js")
    ),
    suffixes=MODULES,
    literals=(
        b"drizzle-orm",
        b"prisma",
        b"Prisma",
        b"typeorm",
        b"sequelize",
        b"mongoose",
        b"sqlalchemy",
        b"sqlmodel",
        b"django.db",
        b".objects.",
    ),
)
"""Files by which services are found: the rest import these."""


class Services(NamedTuple):
    """The services, and who is who among the functions that they consist of."""

    services: tuple[Service, ...]
    reach: Reach
    operations: Mapping[Identity, str]

    def complete(self, handled: Handled) -> Route:
        """A route with what its handlers read, write and call."""
        functions = [
            self.reach.objects.bound_to(bound, handled.this)
            for value in handled.handlers
            for bound in self.reach.objects.called(value)
        ]
        total = self.reach.total(functions)
        itself = self.reach.itself(functions, self.operations.__contains__)
        calls = frozenset(self.operations[one] for one in itself.calls)
        calls |= {self.operations[one] for bound in functions if (one := identity(bound.closure)) in self.operations}
        return handled.route._replace(reads=_sorted(total.reads), writes=_sorted(total.writes), calls=_sorted(calls))


def services(program: Program, candidates: Sequence[str], sources: Sequence[Source], settings: Settings) -> Services:
    """The services of a repository; `candidates` are the files that `MARKS` selects."""
    reach = Reach(program, sources)
    drafts = Search(program, reach, sources, settings).drafts(candidates)
    names = _names(drafts)
    operations: dict[Identity, str] = {}
    for at_home in (False, True):  # a function is called by the name that it has in its own module
        for position, draft in reversed(list(enumerate(drafts))):
            for operation in draft.operations:
                for bound in operation.functions:
                    if at_home == (bound.location.path == draft.location.path):
                        operations[identity(bound.closure)] = _reference(names[position], draft, operation)
    found = [_service(draft, names[position], reach, operations) for position, draft in enumerate(drafts)]
    return Services(tuple(sorted(found, key=lambda one: (one.name, one.location))), reach, operations)


def _names(drafts: Sequence[Draft]) -> list[str]:
    """Classes have their own names where these are unique, modules their paths."""
    classes = [draft.class_name for draft in drafts]
    found: list[str] = []
    for draft in drafts:
        module = stem(draft.location.path)
        if draft.class_name is None:
            found.append(module)
        else:
            unique = classes.count(draft.class_name) == 1
            found.append(draft.class_name if unique else f"{module}#{draft.class_name}")
    return found


def _reference(name: str, draft: Draft, operation: DraftOperation) -> str:
    return f"{name}{'#' if draft.class_name is None else '.'}{operation.name}"


def _service(draft: Draft, name: str, reach: Reach, operations: Mapping[Identity, str]) -> Service:
    own = {identity(bound.closure) for one in draft.operations for bound in one.functions}
    elsewhere = operations.keys() - own
    found = [
        _finished(one, reach.itself(one.functions, elsewhere.__contains__), operations) for one in draft.operations
    ]
    return Service(draft.kind, name, draft.location, tuple(sorted(found, key=lambda one: (one.name, one.location))))


def _finished(operation: DraftOperation, itself: Reached, operations: Mapping[Identity, str]) -> Operation:
    calls = frozenset(operations[one] for one in itself.calls)
    return Operation(operation.name, operation.location, _sorted(itself.reads), _sorted(itself.writes), _sorted(calls))


def _sorted(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
