"""Functions that declare a query or mutation for those who call them: what it is, the callers say."""

from collections.abc import Callable, Iterator, Sequence

from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.layers.state.clients import request
from datamodel_check.extract.layers.state.react_query.declared import Declared, called, through
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.layers.state.sites import Site, sites
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Closure, Constant, ListValue, ObjectValue, Unresolved, Value

_DEEPEST = 4
"""Wrappers around wrappers."""


class Wrappers:
    """Answers for one program; `counts` tells which files are the application's own."""

    def __init__(self, program: Program, requests: Requests, counts: Callable[[str], bool]) -> None:
        self._program = program
        self._requests = requests
        self._counts = counts
        self._importers: Importers | None = None
        self._sites: dict[str, list[tuple[Site, Closure]]] = {}

    def lacks(self, one: Declared, endpoints: Sequence[str]) -> bool:
        """Whether a parameter of the function around decides what a query asks for; `endpoints` are those known.

        Options (`queryOptions`) are declared for others in any case.
        """
        wrapper = self._around(one)
        if wrapper is None or one.hook.is_options:
            return False
        parameters = _Parameters(wrapper)
        key, function = one.options.key, one.options.function
        if one.hook.kind == "query" and (key is None or parameters.decide(key, of_list=True)):
            return True
        if endpoints or function is None:
            return False
        if isinstance(function, Unresolved):
            return parameters.decide(function)
        return any(self._unknown(function, parameters))

    def _unknown(self, function: Value, parameters: "_Parameters") -> Iterator[bool]:
        """Of a function's calls those of a parameter, and requests whose address is one."""
        for call in self._requests.calls_of(function):
            sent = request(call.callee, call.arguments)
            if sent is not None:
                yield parameters.decide(sent.address) and not any(self._requests.endpoints(sent))
            else:
                yield parameters.decide(call.callee)

    def through(self, one: Declared, depth: int = 0) -> list[Declared]:
        """What callers declare through the function around a query, where that only says how; else nothing."""
        endpoints = self._requests.endpoints_of(one.options.function)
        if depth > _DEEPEST or not self.lacks(one, endpoints):
            return []
        found = list(self._callers(one, depth))
        return found if any(self._tells(other) > self._tells(one) for other in found) else []

    def _tells(self, one: Declared) -> tuple[bool, bool]:
        """Whether the beginning of a key, and an endpoint, are known."""
        key = one.options.key
        if isinstance(key, ListValue) and not key.open:
            key = key.items[0] if key.items else Constant(None)
        return isinstance(key, Constant | ListValue | ObjectValue), bool(
            self._requests.endpoints_of(one.options.function)
        )

    def _callers(self, one: Declared, depth: int) -> Iterator[Declared]:
        wrapper = self._around(one)
        if wrapper is None:
            return
        for path in sorted({one.place.path} | self.users(one.place.path)):
            for site, function in self._called(path):
                if _is_same(function, wrapper) and (path, site.holder) != (one.place.path, one.holder):
                    for found in through(self._program, wrapper, one.calls, site):
                        yield from self.through(found, depth + 1) or [found]

    def _around(self, one: Declared) -> Closure | None:
        """The top-level function around a query, where it has parameters."""
        for binding in self._program.bindings(one.place.path):
            if binding.name == one.holder:
                value = binding.value
                return value if isinstance(value, Closure) and value.function.parameters else None
        return None

    def users(self, path: str) -> set[str]:
        """The files that import a module, or what hands it on."""
        if self._importers is None:
            scripts = (one for one in self._program.tree.paths if one.endswith(SCRIPTS) and self._counts(one))
            self._importers = Importers(self._program, scripts)
        return self._importers.through(path)

    def _called(self, path: str) -> list[tuple[Site, Closure]]:
        """The calls of the repository's hooks in a module."""
        if path not in self._sites:
            found = ((site, called(self._program, site.call, site.scope)) for site in sites(self._program, path))
            self._sites[path] = [(site, one) for site, one in found if isinstance(one, Closure)]
        return self._sites[path]


def _is_same(one: Closure, other: Closure) -> bool:
    return (one.scope.path, one.function.span) == (other.scope.path, other.function.span)


class _Parameters:
    """Of the function around a query."""

    def __init__(self, wrapper: Closure) -> None:
        self._path = wrapper.scope.path
        self._spans = {parameter.span for parameter in wrapper.function.parameters}

    def decide(self, value: Value, *, of_list: bool = False) -> bool:
        """Whether a parameter decides what a value is; of a list what it begins with."""
        if of_list and isinstance(value, ListValue):
            return any(map(self.decide, (*value.items[:1], *value.open)))
        if isinstance(value, Access):
            return self.decide(value.object)
        if not isinstance(value, Unresolved):
            return False
        if value.parts and not of_list:
            return any(self.decide(part) for part in value.parts if not isinstance(part, str))
        is_own = value.location.path == self._path and value.location.span in self._spans
        return is_own and not value.parts and not value.alternatives
