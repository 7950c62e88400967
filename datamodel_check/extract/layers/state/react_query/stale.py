"""What a mutation makes stale: the keys that its callbacks hand to the client's methods."""

from collections.abc import Iterator

from datamodel_check.extract.layers.state.react_query import trpc
from datamodel_check.extract.layers.state.react_query.keys import key_text
from datamodel_check.extract.layers.state.react_query.known import STALE, is_other_client
from datamodel_check.extract.layers.state.react_query.options import option
from datamodel_check.extract.layers.state.requests import Called, Requests
from datamodel_check.model.module import Member
from datamodel_check.model.program import Program
from datamodel_check.model.values import ObjectValue, Unresolved, Value


def stale(program: Program, requests: Requests, functions: tuple[Value, ...]) -> Iterator[str]:
    """The keys, each once; `*` for all queries."""
    found: dict[str, None] = {}
    for function in functions:
        for call in requests.calls_of(function):
            procedure = trpc.stale(call.callee)
            if procedure is not None:
                found[key_text(procedure)] = None
            elif _is_of_client(program, call):
                found[_key(call.arguments)] = None
    yield from found


def _is_of_client(program: Program, called: Called) -> bool:
    callee = called.call.callee
    if not isinstance(callee, Member) or callee.name not in STALE:
        return False
    return not is_other_client(program.evaluate(callee.object, called.scope))


def _key(arguments: tuple[Value, ...]) -> str:
    """`invalidateQueries({ queryKey })`, or as until version 4 `invalidateQueries(queryKey)`."""
    if not arguments:
        return "*"
    if isinstance(arguments[0], ObjectValue | Unresolved):
        key = option(arguments[0], "queryKey")
        if key is not None or isinstance(arguments[0], ObjectValue):
            return "*" if key is None else key_text(key)
    return key_text(arguments[0])
