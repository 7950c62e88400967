"""Procedures of tRPC, which React Query's hooks ask for: https://trpc.io/docs/client/tanstack-react-query/usage.

Their keys begin with the procedure's path: `[['post', 'byId']]`.
"""

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.values import Access, Application, Constant, ListValue, ObjectValue, Value

_PACKAGES = {"@trpc/tanstack-react-query", "@trpc/react-query", "@trpc/next"}

_TOLD = {"queryOptions", "infiniteQueryOptions", "mutationOptions", "subscriptionOptions"}
_KEYS = {"queryKey", "infiniteQueryKey", "mutationKey", "pathKey", "queryFilter", "infiniteQueryFilter", "pathFilter"}
_STALE = {"invalidate", "refetch", "reset", "setData", "setInfiniteData"}


def procedure(value: Value) -> tuple[str, ...] | None:
    """The path of a procedure, or of a router of several: `trpc.post.byId`; None of what is none."""
    path: list[str] = []
    while isinstance(value, Access):
        path.append(value.name)
        value = value.object
    if not isinstance(value, Application):
        return None
    if _is_made(value):
        return tuple(reversed(path))
    hook = value.callee  # `useTRPC()`, `trpc.useUtils()`
    inside = hook.object if isinstance(hook, Access) else hook
    return tuple(reversed(path)) if isinstance(inside, Application) and _is_made(inside) else None


def _is_made(value: Application) -> bool:
    made = symbol(value.callee)
    return (
        made is not None and made.package in _PACKAGES and made.path[-1:] != () and made.path[-1].startswith("create")
    )


def options(value: Value) -> ObjectValue | None:
    """What `trpc.post.byId.queryOptions(input, options)` and `mutationOptions(options)` come to."""
    callee = value.callee if isinstance(value, Application) else None
    if not isinstance(value, Application) or not isinstance(callee, Access) or callee.name not in _TOLD:
        return None
    path = procedure(callee.object)
    if not path:
        return None
    given = value.arguments[-1] if value.arguments and callee.name == "mutationOptions" else None
    known = dict(given.entries) if isinstance(given, ObjectValue) else {}
    return ObjectValue({**known, "queryKey": key(path), "mutationKey": key(path)})


def key_of(value: Value) -> Value | None:
    """The key of `trpc.post.byId.queryKey()`, `trpc.post.pathFilter()`."""
    callee = value.callee if isinstance(value, Application) else None
    if not isinstance(value, Application) or not isinstance(callee, Access) or callee.name not in _KEYS:
        return None
    path = procedure(callee.object)
    return key(path) if path is not None else None


def stale(callee: Value) -> Value | None:
    """The key of what `utils.post.byId.invalidate` makes stale."""
    if not isinstance(callee, Access) or callee.name not in _STALE:
        return None
    path = procedure(callee.object)
    return key(path) if path is not None else None


def key(path: tuple[str, ...]) -> Value:
    """`[['post', 'byId']]`; all of them begin with the empty one."""
    return ListValue((ListValue(tuple(map(Constant, path))),)) if path else ListValue(())
