"""What of packages asks for data and changes it."""

from typing import Literal, NamedTuple

from datamodel_check.extract.layers.state.react_query import trpc
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Access, Application, Value

PACKAGES = frozenset({"@tanstack/react-query", "@tanstack/query-core", "react-query"})


class Hook(NamedTuple):
    """A function that declares queries or mutations; `many` that take a list of them."""

    kind: Literal["query", "mutation"]
    options: tuple[str, ...] = ()
    many: bool = False
    is_options: bool = False
    """Whether it only says what others may ask for."""


_HOOKS = {
    "useQuery": Hook("query"),
    "useSuspenseQuery": Hook("query", ("suspense",)),
    "useInfiniteQuery": Hook("query", ("infinite",)),
    "useSuspenseInfiniteQuery": Hook("query", ("infinite", "suspense")),
    "useQueries": Hook("query", many=True),
    "useSuspenseQueries": Hook("query", ("suspense",), many=True),
    "queryOptions": Hook("query", ("query options",), is_options=True),
    "infiniteQueryOptions": Hook("query", ("infinite", "query options"), is_options=True),
    "useMutation": Hook("mutation"),
    "mutationOptions": Hook("mutation", ("mutation options",), is_options=True),
}

_OPTIONS = {"queryOptions", "infiniteQueryOptions", "mutationOptions"}

STALE = frozenset(
    {
        *("invalidateQueries", "refetchQueries", "removeQueries", "resetQueries"),
        *("setQueryData", "setQueriesData"),
    }
)
"""Methods of a client after which what was fetched is fetched again, or replaced.

https://tanstack.com/query/latest/docs/reference/QueryClient
"""


def hook(value: Value) -> Hook | None:
    """What a function of the library declares."""
    called = symbol(value)
    if called is not None:
        return _HOOKS.get(called.path[-1]) if called.package in PACKAGES and called.path else None
    if isinstance(value, Access) and value.name.startswith("use") and trpc.procedure(value.object):
        return _HOOKS.get(value.name)
    return None


def gives_back(value: Value) -> Value | None:
    """The options that `queryOptions` and its like return as they came."""
    called = symbol(value.callee) if isinstance(value, Application) else None
    is_known = called is not None and called.package in PACKAGES and called.path[-1:] and called.path[-1] in _OPTIONS
    return value.arguments[0] if is_known and isinstance(value, Application) and value.arguments else None


def is_other_client(value: Value) -> bool:
    """Whether something certainly is no client of the library: it comes from another package."""
    while isinstance(value, Access | Application):
        value = value.object if isinstance(value, Access) else value.callee
    made = symbol(value)
    return made is not None and made.package not in PACKAGES and made.package != ""
