"""How NextAuth is set up: the module with its options, the providers, the adapter and the kind of session.

Version 4 (https://next-auth.js.org/configuration/options) and 5 (https://authjs.dev/reference/core#authconfig): the
options are what `NextAuth` is called with, or an object with `providers` in a module that imports the package.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.detection.sightings import Sightings
from datamodel_check.extract.symbols import entry, string, symbol
from datamodel_check.model.module import Subscript
from datamodel_check.model.snapshot import Evidence
from datamodel_check.model.values import Access, Application, Closure, ListValue, ObjectValue, Unresolved, Value

PACKAGES = ("next-auth", "@auth/core", "@auth/express")

_OPTIONS = re.compile(rb"\b(?:NextAuth(?:Options|Config)?|AuthOptions|AuthConfig|ExpressAuth)\b")
_PROVIDERS = re.compile(rb"\bproviders\b")


class Options(NamedTuple):
    """Options of NextAuth, and where they stand."""

    path: str
    line: int
    value: ObjectValue


def evidence(sightings: Sightings) -> Iterator[Evidence]:
    """The modules with options as anchors, and what they say as traits."""
    found = [one for path in sightings.mentioning(PACKAGES) for one in _options(sightings, path)]
    for path in sorted({one.path for one in found}):
        yield Evidence(path, min(one.line for one in found if one.path == path), "options", anchor=True)
    traits: dict[str, Options] = {}
    for one in found:
        for what in _traits(one.value):
            traits.setdefault(what, one)
    yield from (Evidence(traits[what].path, traits[what].line, what, trait=True) for what in sorted(traits))


def _options(sightings: Sightings, path: str) -> Iterator[Options]:
    content = sightings.read(path)
    if path.endswith(".py") or not (_OPTIONS.search(content) and _PROVIDERS.search(content)):
        return
    for one in sightings.program.bindings(path):
        for value in _configurations(one.value, sightings):
            if value.entries.get("providers") is not None:
                yield Options(path, one.location.line, value)


def _configurations(value: Value, sightings: Sightings) -> Iterator[ObjectValue]:
    """The options in a value: an object, what `NextAuth` is called with there, what a function returns."""
    if isinstance(value, ObjectValue):
        yield value
    elif isinstance(value, Access):
        yield from _configurations(value.object, sightings)
    elif isinstance(value, Application):
        for argument in value.arguments:
            yield from _configurations(argument, sightings)
    elif isinstance(value, Closure):
        for step in sightings.program.steps(value):
            if not isinstance(step.expression, Subscript):
                found = sightings.program.evaluate(step.expression, step.scope)
                if not isinstance(found, Closure):
                    yield from _configurations(found, sightings)


def _traits(options: ObjectValue) -> Iterator[str]:
    providers = options.entries.get("providers")
    if isinstance(providers, ListValue):
        yield from (f"provider {name}" for name in map(_provider, providers) if name)
        if providers.open:
            yield "providers on conditions"
    adapter = entry(options, "adapter")
    if adapter is not None and (name := _adapter(adapter)):
        yield f"adapter {name}"
    strategy = string(entry(entry(options, "session"), "strategy"))
    if strategy is not None:
        yield f"session {strategy}"
    elif isinstance(providers, ListValue) and providers.items and not options.open:
        yield "session database" if adapter is not None else "session jwt"


def _provider(value: Value) -> str | None:
    """The provider's own name: `github` of `next-auth/providers/github`, or the `id` of an object."""
    if isinstance(value, Unresolved) and value.value is not None:
        return _provider(value.value)
    if isinstance(value, Application):
        return _provider(value.callee)
    if isinstance(value, ObjectValue):
        return string(entry(value, "id"))
    found = symbol(value)
    if found is None:
        return None
    is_whole = "/providers/" in found.package or not found.path or found.path[-1] == "default"
    return found.package.rpartition("/")[2] if is_whole else found.path[-1]


def _adapter(value: Value) -> str | None:
    if isinstance(value, Unresolved) and value.value is not None:
        return _adapter(value.value)
    if isinstance(value, Application):
        return _adapter(value.callee)
    found = symbol(value)
    if found is not None:
        return found.path[-1] if found.path and found.path[-1] != "default" else found.package
    return (value.function.name or "of its own") if isinstance(value, Closure) else "of its own"
