"""What of packages makes a store, and what stands around the function that fills it."""

from typing import NamedTuple

from datamodel_check.extract.symbols import Symbol, argument, callee, symbol
from datamodel_check.model.values import Application, Closure, ObjectValue, Value

_CREATORS = {
    *(("zustand", ("create",)), ("zustand", ("default",)), ("zustand", ("createStore",)), ("zustand", ())),
    *(("zustand/react", ("create",)), ("zustand/vanilla", ("createStore",)), ("zustand/vanilla", ("default",))),
    *(("zustand/traditional", ("createWithEqualityFn",)), ("zustand", ("createWithEqualityFn",))),
}
"""The default exports are those of version 3: https://zustand.docs.pmnd.rs/migrations/migrating-to-v4."""


class Peeled(NamedTuple):
    """What a store is filled with, and the middlewares around it, from the outside in, with their options."""

    inside: Value
    initial: tuple[Value, ...] = ()
    """States that middlewares add beneath: `combine(initial, …)`."""
    middlewares: tuple[tuple[str, Application], ...] = ()


def is_creator(value: Value) -> bool:
    """Whether a value is `create`, `createStore` or the like."""
    made = symbol(value)
    return made is not None and (made.package, made.path) in _CREATORS


def initializer(value: Value) -> Value | None:
    """What a store is filled with: the argument of `create(…)` or `create()(…)`; None of what makes no store."""
    if not isinstance(value, Application):
        return None
    maker = value.callee
    if isinstance(maker, Application) and not maker.arguments:
        maker = maker.callee
    return argument(value.arguments, 0) if is_creator(maker) else None


def peeled(value: Value) -> Peeled:
    """Takes off middlewares: https://zustand.docs.pmnd.rs/guides/advanced-typescript#middlewares."""
    middlewares: list[tuple[str, Application]] = []
    initial: list[Value] = []
    while isinstance(value, Application):
        made = callee(value)
        if made is None or not value.arguments:
            break
        middlewares.append((_name(made), value))
        value, beneath = _inside(made, value.arguments)
        initial += beneath
    return Peeled(value, tuple(initial), tuple(middlewares))


def _inside(made: Symbol, arguments: tuple[Value, ...]) -> tuple[Value, list[Value]]:
    """What a middleware is put around, and the state that it adds."""
    if (made.package, made.path) == ("zustand/middleware", ("combine",)) and len(arguments) > 1:
        return arguments[1], [arguments[0]]
    if (made.package, made.path) == ("zustand/middleware", ("redux",)) and len(arguments) > 1:
        return arguments[1], []
    functions = (one for one in arguments if isinstance(one, Application | Closure))
    return next(functions, arguments[0]), []


def _name(made: Symbol) -> str:
    last = made.path[-1] if made.path else "default"
    return made.package.rpartition("/")[2] if last == "default" else last


def is_redux(middlewares: tuple[tuple[str, Application], ...]) -> bool:
    return any(name == "redux" for name, _ in middlewares)


def storage_key(middlewares: tuple[tuple[str, Application], ...]) -> Value | None:
    """The name under which `persist` keeps a store: https://zustand.docs.pmnd.rs/middlewares/persist."""
    for name, call in middlewares:
        options = argument(call.arguments, 1)
        if name == "persist" and isinstance(options, ObjectValue):
            return options.entries.get("name")
    return None
