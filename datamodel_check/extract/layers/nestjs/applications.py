"""Applications as they are started: their root module, and what is set for all routes.

Source: @nestjs/core/nest-application.ts, `setGlobalPrefix`, `enableVersioning`, `useGlobalGuards`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.symbols import entry, string, strings, symbol
from datamodel_check.extract.walking import expressions
from datamodel_check.model.location import Location
from datamodel_check.model.module import Call, Member, Spread
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic
from datamodel_check.model.values import Access, Constant, External, ListValue, Value

_SETTINGS = frozenset({"enableVersioning", "setGlobalPrefix", "useGlobalGuards"})
_STARTS = {("NestFactory", "create")}

_LITERALS = (b"NestFactory", *(name.encode() for name in sorted(_SETTINGS)))


class Excluded(NamedTuple):
    """A path that the global prefix does not stand before; for all methods where none is given."""

    path: str
    method: str = "*"


class Versioning(NamedTuple):
    """Versions in paths: `/v1`. `default` are the versions of what says none, of which None is neutral."""

    prefix: str = "v"
    default: tuple[str | None, ...] = ()


class Application(NamedTuple):
    """An application, or several that are not told apart: `root` is then None."""

    root: Value | None
    location: Location | None
    prefix: str = ""
    excluded: tuple[Excluded, ...] = ()
    versioning: Versioning | None = None
    guards: tuple[Value, ...] = ()


class _Setting(NamedTuple):
    name: str
    arguments: tuple[Value, ...]
    location: Location
    written: str
    """The first argument."""


class Applications:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.diagnostics: list[Diagnostic] = []

    def found(self, files: Sequence[str]) -> list[Application]:
        """Every application that the files start; one without a root where they start none."""
        calls = {path: list(self._calls(path)) for path in files if self._matters(path)}
        started = [(path, one) for path, ones in calls.items() for one in ones if one.name == "create"]
        own = {path for path, _ in started}
        found = []
        for path, start in started:
            settings = [one for one in calls[path] if one.name != "create"]
            package = self._program.package(path)
            for other, ones in calls.items():
                if other not in own and self._program.package(other) == package:
                    settings += ones
            root = start.arguments[0] if start.arguments else None
            found.append(self._with(Application(root, start.location), settings))
        return found or [Application(None, None)]

    def _matters(self, path: str) -> bool:
        content = self._program.tree.read(path)
        return any(literal in content for literal in _LITERALS)

    def _calls(self, path: str) -> Iterator[_Setting]:
        for step in expressions(self._program, path):
            call = step.expression
            if not isinstance(call, Call) or not isinstance(call.callee, Member):
                continue
            name = call.callee.name
            if name == "create":
                made = symbol(self._program.sketch(call.callee, step.scope))
                if made is None or made.package != "@nestjs/core" or made.path not in _STARTS:
                    continue
            elif name not in _SETTINGS:
                continue
            arguments = tuple(
                self._program.evaluate(one, step.scope)  # type: ignore[arg-type]
                for one in call.arguments
                if not isinstance(one, Spread)
            )
            written = text(call.arguments[0]) if call.arguments else ""  # type: ignore[arg-type]
            yield _Setting(name, arguments, Location(path, call.span), written)

    def _with(self, application: Application, settings: Sequence[_Setting]) -> Application:
        for setting in settings:
            first = setting.arguments[0] if setting.arguments else None
            if setting.name == "setGlobalPrefix":
                options = setting.arguments[1] if len(setting.arguments) > 1 else None
                excluded = tuple(_excluded(entry(options, "exclude")))
                application = application._replace(prefix=self._prefix(first, setting), excluded=excluded)
            elif setting.name == "enableVersioning":
                application = application._replace(versioning=_versioning(first))
            else:
                application = application._replace(guards=(*application.guards, *setting.arguments))
        return application

    def _prefix(self, value: Value | None, setting: _Setting) -> str:
        known = string(value)
        if known is not None or value is None:
            return known or ""
        message = f"the prefix of all routes cannot be resolved: {setting.written}"
        hint = "It stands in the facts as the code writes it; write it as a string."
        self.diagnostics.append(Diagnostic("unresolved", setting.location, message, hint))
        return f"${{{setting.written}}}"


def _excluded(value: Value | None) -> Iterator[Excluded]:
    """`exclude: ["health", { path: "docs", method: RequestMethod.GET }]`."""
    for item in value.items if isinstance(value, ListValue) else ():
        path = string(item) or string(entry(item, "path"))
        if path is not None:
            yield Excluded(path, request_method(entry(item, "method")) or "*")


def _versioning(value: Value | None) -> Versioning | None:
    """None where versions stand elsewhere than in paths: https://docs.nestjs.com/techniques/versioning."""
    kind = entry(value, "type")
    if value is not None and not _is_uri(kind):
        return None
    prefix = entry(value, "prefix")
    given = string(prefix)
    none = isinstance(prefix, Constant) and prefix.value is False
    return Versioning("" if none else "v" if given is None else given, versions(entry(value, "defaultVersion")))


def versions(value: Value | None) -> tuple[str | None, ...]:
    """The versions of a controller or method; None stands for `VERSION_NEUTRAL`."""
    if value is None:
        return ()
    if isinstance(value, ListValue):
        return tuple(version for item in value.items for version in versions(item))
    if strings(ListValue((value,))):
        return (string(value),)
    made = symbol(value)
    return (None,) if made is not None and made.path[-1:] == ("VERSION_NEUTRAL",) else ()


def request_method(value: Value | None) -> str | None:
    """`RequestMethod.GET`."""
    made = symbol(value) if isinstance(value, Access | External) else None
    if made is None or made.path[:1] != ("RequestMethod",):
        return None
    return "*" if made.path[-1] == "ALL" else made.path[-1]


def _is_uri(kind: Value | None) -> bool:
    if isinstance(kind, Constant):
        return kind.value == 0
    made = symbol(kind) if kind is not None else None
    return made is not None and made.path[-1:] == ("URI",)
