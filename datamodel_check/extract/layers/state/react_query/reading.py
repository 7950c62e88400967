"""Queries and mutations as facts: their names, keys, endpoints, and what they make stale."""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.react_query.declared import Declared, declared
from datamodel_check.extract.layers.state.react_query.keys import key_text
from datamodel_check.extract.layers.state.react_query.known import PACKAGES, hook
from datamodel_check.extract.layers.state.react_query.stale import stale
from datamodel_check.extract.layers.state.react_query.wrappers import Wrappers
from datamodel_check.extract.layers.state.requests import Requests
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import State
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic


def queries(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The queries and mutations that the application's own files declare."""
    found = _Found(program, settings)
    own = [path for path in candidates if found.counts(path)]
    for path in sorted({*own, *found.borrowers(own)}):
        for one in declared(program, path):
            found.add(one)
    return States(tuple(found.states), tuple(found.diagnostics))


class _Found:
    def __init__(self, program: Program, settings: Settings) -> None:
        self._program = program
        self._settings = settings
        self._requests = Requests(program)
        self._wrappers = Wrappers(program, self._requests, self.counts)
        self.states: list[State] = []
        self.diagnostics: list[Diagnostic] = []

    def counts(self, path: str) -> bool:
        return decoy(path, self._settings) is None

    def borrowers(self, paths: Sequence[str]) -> set[str]:
        """The files that have the library's hooks from one of `paths`, whatever they are called there."""
        lenders = [path for path in paths if self._lends(path)]
        return {one for path in lenders for one in self._wrappers.users(path) if self.counts(one)}

    def _lends(self, path: str) -> bool:
        module = self._program.module(path)
        if module is None:
            return False
        sources = {one.source for one in module.imports} | {one.source for one in module.exports}
        return bool(sources & PACKAGES) and any(hook(one.value) is not None for one in self._program.exports(path))

    def add(self, one: Declared) -> None:
        """A query as its own function has it, or where their parameters decide what it is, as the callers have it."""
        others = self._wrappers.through(one)
        self.states += [self._state(each) for each in others or [one]]
        self.diagnostics += [] if others else self._unknown(one)

    def _state(self, one: Declared) -> State:
        options = one.options
        changes: Iterator[str] = iter(())
        if one.hook.kind == "mutation":
            called = (*options.callbacks, *((options.function,) if options.function is not None else ()))
            changes = stale(self._program, self._requests, called)
        return State(
            "react-query",
            one.hook.kind,
            stem(one.place.path).rpartition("/")[2] if one.holder in {"", "default"} else one.holder,
            one.place,
            key=key_text(options.key) if options.key is not None else None,
            endpoints=self._requests.endpoints_of(options.function),
            invalidates=tuple(changes),
            options=one.hook.options,
        )

    def _unknown(self, one: Declared) -> Iterator[Diagnostic]:
        if one.hook.kind == "query" and one.options.key is None and one.options.function is None:
            message = f"the key of the query in {one.holder or one.place.path} is not known"
            hint = "Write `queryKey` where the hook is called, or in `queryOptions`."
            yield Diagnostic("unresolved", one.place, message, hint)
