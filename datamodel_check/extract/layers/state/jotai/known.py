"""What of Jotai's packages makes an atom, and of which kind it is.

Sources: https://jotai.org/docs/core/atom, https://jotai.org/docs/utilities, https://jotai.org/docs/extensions.
"""

from collections.abc import Mapping

from datamodel_check.extract.layers.state.made import result
from datamodel_check.extract.symbols import argument, callee, entry, string
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, Closure, Constant, Value

MAKERS: Mapping[str, tuple[str, ...]] = {
    "atom": (),
    "atomEffect": ("effect",),
    "atomFamily": ("family",),
    "atomWithCache": ("derived",),
    "atomWithDebounce": (),
    "atomWithDefault": ("derived", "writable"),
    "atomWithHash": ("storage",),
    "atomWithImmer": (),
    "atomWithInfiniteQuery": ("query",),
    "atomWithLazy": (),
    "atomWithLocation": ("storage",),
    "atomWithMachine": (),
    "atomWithMutation": ("mutation",),
    "atomWithObservable": ("derived",),
    "atomWithProxy": (),
    "atomWithQuery": ("query",),
    "atomWithReducer": ("reducer",),
    "atomWithRefresh": ("derived", "writable"),
    "atomWithReset": ("reset",),
    "atomWithStorage": ("storage",),
    "atomWithStore": (),
    "atomWithSuspenseInfiniteQuery": ("query",),
    "atomWithSuspenseQuery": ("query",),
    "focusAtom": ("derived", "writable"),
    "freezeAtom": (),
    "loadable": ("derived",),
    "observable": ("derived",),
    "selectAtom": ("derived",),
    "splitAtom": ("derived", "writable"),
    "unwrap": ("derived",),
}
"""Functions that make atoms → what these are."""


def maker(value: Value) -> str | None:
    """The function of Jotai that makes an atom of a value."""
    made = callee(value)
    if made is None or not made.path or made.path[-1] not in MAKERS:
        return None
    return made.path[-1] if made.package == "jotai" or made.package.startswith(("jotai/", "jotai-")) else None


def options(name: str, value: Application) -> tuple[str, ...]:
    """What an atom is: of `atom(read, write)` what its arguments say."""
    return _of_arguments(value.arguments) if name == "atom" else MAKERS[name]


def _of_arguments(arguments: tuple[Value, ...]) -> tuple[str, ...]:
    read, write = arguments[0] if arguments else None, argument(arguments, 1)
    found = ("derived",) if isinstance(read, Closure) else ()
    if write is None:
        return found
    is_nothing = isinstance(read, Constant) and read.value is None
    return ("write-only",) if is_nothing else (*found, "writable")


def storage_key(name: str, value: Application) -> str | None:
    """The key under which an atom is kept: https://jotai.org/docs/utilities/storage."""
    return string(argument(value.arguments, 0)) if name in {"atomWithStorage", "atomWithHash"} else None


def initial(program: Program, name: str, value: Application) -> Value | None:
    """What an atom begins with: https://jotai.org/docs/utilities/lazy of one that is asked for it later."""
    begins = argument(value.arguments, 1 if name in {"atomWithStorage", "atomWithHash"} else 0)
    return program.call(begins, ()) if name == "atomWithLazy" and isinstance(begins, Closure) else begins


def asking(program: Program, value: Value | None) -> Value | None:
    """What an atom asks a server with: the `queryFn` or `mutationFn`, also of the atoms of a family.

    Source: https://jotai.org/docs/extensions/query.
    """
    made = maker(value) if value is not None else None
    if made is None or not isinstance(value, Application):
        return None
    given = argument(value.arguments, 0)
    options = result(program, given) if isinstance(given, Closure) else given
    if made == "atomFamily":
        return asking(program, options)
    return (entry(options, "queryFn") or entry(options, "mutationFn")) if made in _ASKING else None


_ASKING = frozenset(name for name, kinds in MAKERS.items() if {"mutation", "query"} & set(kinds))
