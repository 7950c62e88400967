"""What `next.config.*` says of paths: https://nextjs.org/docs/app/api-reference/config/next-config-js/basePath."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.extract.symbols import entry, string, strings, symbol
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Application, Closure, ObjectValue, Unresolved, Value

_DEEPEST = 10


class Configuration(NamedTuple):
    """`extensions` are those of pages and routes, with their dots."""

    base_path: str = ""
    extensions: tuple[str, ...] = (".tsx", ".ts", ".jsx", ".js")
    diagnostics: tuple[Diagnostic, ...] = ()


def configuration(program: Program, path: str | None) -> Configuration:
    """The configuration that a file exports; without a file Next.js's defaults."""
    found = Configuration()
    exported = next((one for one in program.exports(path) if one.name == "default"), None) if path else None
    options = next(_options(program, exported.value, 0), None) if exported is not None else None
    if exported is None or options is None:
        return found
    extensions = strings(entry(options, "pageExtensions"))
    if extensions:
        found = found._replace(extensions=tuple(f".{one}" for one in extensions))
    given = entry(options, "basePath")
    base = _base(given)
    if base is not None:
        return found._replace(base_path=base.rstrip("/"))
    place = given.location if isinstance(given, Unresolved) else Location(exported.location.path, NOWHERE)
    message = "the basePath of Next.js cannot be resolved: the paths of its routes are given without it"
    return found._replace(diagnostics=(Diagnostic("unresolved", place, message),))


def _options(program: Program, value: Value, depth: int) -> Iterator[ObjectValue]:
    """The options in what is exported: the object itself, what a function returns, what plugins are wrapped around."""
    if depth > _DEEPEST:
        return
    match value:
        case ObjectValue():
            yield value
        case Closure():
            yield from _options(program, program.call(value, ()), depth + 1)
        case Application():
            for argument in value.arguments:
                yield from _options(program, argument, depth + 1)
        case Unresolved():
            for one in (*value.alternatives, value.value):
                if one is not None:
                    yield from _options(program, one, depth + 1)
        case _:
            return


def _base(value: Value | None) -> str | None:
    """The base path; what only the environment sets, when the application is installed, is no part of it."""
    if value is None or _is_environment(value):
        return ""
    if isinstance(value, Unresolved) and value.alternatives and _is_environment(value.alternatives[0]):
        return _base(value.alternatives[-1])
    return string(value)


def _is_environment(value: Value) -> bool:
    found = symbol(value)
    return found is not None and found.package == "" and found.path[:2] == ("process", "env")
