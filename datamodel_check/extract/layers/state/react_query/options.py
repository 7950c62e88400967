"""The options of a query or mutation, in whichever way they are given: https://tanstack.com/query/v5/docs."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.layers.state.react_query import trpc
from datamodel_check.extract.layers.state.react_query.known import gives_back
from datamodel_check.model.values import (
    Access,
    Application,
    Constant,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_CALLBACKS = ("onMutate", "onSuccess", "onError", "onSettled")


class Options(NamedTuple):
    """A query's or mutation's key and function, and what is called around it. None stands for what is not given."""

    key: Value | None
    function: Value | None
    callbacks: tuple[Value, ...] = ()


def of_query(arguments: tuple[Value, ...]) -> Options:
    """`useQuery(options)`, or as until version 4 `useQuery(key, function, options)`, `useQuery(key, options)`."""
    first, *others = arguments or (ObjectValue({}),)
    if not _is_key(first):
        return Options(option(first, "queryKey"), option(first, "queryFn"))
    function = next((one for one in others if not isinstance(one, ObjectValue)), None)
    options = (one for one in others if isinstance(one, ObjectValue))
    return Options(first, function or next((option(one, "queryFn") for one in options), None))


def of_mutation(arguments: tuple[Value, ...]) -> Options:
    """`useMutation(options)`, or as until version 4 `useMutation(function, options)`, with or without a key first."""
    key = arguments[0] if arguments and _is_key(arguments[0]) else None
    rest = arguments[1:] if key is not None else arguments
    first = seen(rest[0]) if rest else ObjectValue({})
    if isinstance(first, ObjectValue | Unresolved) and len(rest) < _WITH_FUNCTION:
        return Options(key or option(first, "mutationKey"), option(first, "mutationFn"), tuple(_callbacks(first)))
    options = rest[1] if len(rest) > 1 else ObjectValue({})
    return Options(key or option(options, "mutationKey"), first, tuple(_callbacks(options)))


_WITH_FUNCTION = 2


def of_procedure(callee: Value, arguments: tuple[Value, ...]) -> Options | None:
    """`trpc.post.byId.useQuery(input, options)`, `trpc.post.add.useMutation(options)`; None of other calls."""
    path = trpc.procedure(callee.object) if isinstance(callee, Access) else None
    if not path:
        return None
    return Options(trpc.key(path), None, tuple(_callbacks(arguments[0])) if arguments else ())


def _is_key(value: Value) -> bool:
    return isinstance(value, ListValue | Constant) or (isinstance(value, Unresolved) and bool(value.parts))


def _callbacks(options: Value) -> Iterator[Value]:
    for name in _CALLBACKS:
        found = option(options, name)
        if found is not None:
            yield found


def seen(value: Value) -> Value:
    """The options behind `queryOptions(…)`, and behind what is known of a value that is not known as a whole."""
    while True:
        inner = value.value if isinstance(value, Unresolved) and value.value is not None else value
        given = trpc.options(inner) or gives_back(inner)
        if given is None:
            return value
        value = given


def option(options: Value, name: str) -> Value | None:
    """A member of options. What a caller may add to them is taken not to replace what they have."""
    options = seen(options)
    if not isinstance(options, ObjectValue):
        return None
    if name in options.entries and name not in options.uncertain:
        return _given(options.entries[name])
    for spread in reversed(options.open):
        found = option(spread.value, name) if spread.value is not None else None
        if found is not None:
            return found
    return _given(options.entries.get(name))


def _given(value: Value | None) -> Value | None:
    return None if isinstance(value, Constant) and value.undefined else value


def behind(value: Value) -> Value:
    """The key of `queryOptions(…).queryKey`."""
    made = trpc.key_of(value)
    if made is not None:
        return made
    if isinstance(value, Access) and isinstance(value.object, Application):
        return option(value.object, value.name) or value
    return value
