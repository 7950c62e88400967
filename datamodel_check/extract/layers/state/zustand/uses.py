"""What the functions around a store do with it in its own module: hooks that read it, actions that change it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from datamodel_check.extract.layers.state.sites import Site, sites
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.layers import Member as StoreMember
from datamodel_check.model.module import Keyword, Member, Name, Spread
from datamodel_check.model.program import Program
from datamodel_check.model.values import Value

_HOOKS = {"useStore", "useStoreWithEqualityFn"}


class Uses(NamedTuple):
    """The exported functions that use one store."""

    hooks: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[StoreMember, ...]:
        return tuple(StoreMember(name, "action") for name in self.actions)


def uses(program: Program, path: str, stores: Iterable[Value]) -> Mapping[int, Uses]:
    """By the identity of the store.

    Actions outside stores: https://zustand.docs.pmnd.rs/guides/practice-with-no-store-actions.
    """
    wanted = {id(store) for store in stores}
    module = program.module(path)
    exported = {one.original for one in module.exports if one.source is None} if module else set()
    hooks: dict[int, dict[str, None]] = {}
    actions: dict[int, dict[str, None]] = {}
    for site in sites(program, path):
        if site.holder not in exported:
            continue
        is_hook = site.holder.startswith("use")
        for store in map(id, _read(program, site) if is_hook else _changed(program, site)):
            if store in wanted:
                (hooks if is_hook else actions).setdefault(store, {})[site.holder] = None
    return {store: Uses(tuple(hooks.get(store, ())), tuple(sorted(actions.get(store, ())))) for store in wanted}


def _read(program: Program, site: Site) -> Iterator[Value]:
    """The store of `store(selector)`, `useStore(store, selector)`."""
    if isinstance(site.call.callee, Name):
        called = program.evaluate(site.call.callee, site.scope)
        yield called
        hook = symbol(called)
        if hook is not None and hook.name in _HOOKS:
            yield from (
                program.evaluate(one, site.scope)
                for one in site.call.arguments[:1]
                if not isinstance(one, Spread | Keyword)
            )


def _changed(program: Program, site: Site) -> Iterator[Value]:
    """The store of `store.setState(…)`."""
    target = site.call.callee
    if isinstance(target, Member) and target.name == "setState":
        yield program.evaluate(target.object, site.scope)
