"""What stands behind the tokens of NestJS: https://docs.nestjs.com/fundamentals/custom-providers.

`{ provide: UserRepository, useClass: RelationalUserRepository }` says what a constructor is given that asks for the
former. Whichever module says so, it counts for all: an application that says two things has two possibilities.
"""

from collections.abc import Iterator

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.layers.reach.functions import Identity, identity
from datamodel_check.extract.protocol import Settings
from datamodel_check.extract.symbols import callee
from datamodel_check.extract.walking import expressions
from datamodel_check.model.location import Location
from datamodel_check.model.module import Object, Property
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ListValue, ObjectValue, Value

_WAYS = ("useClass", "useExisting", "useFactory", "useValue")


class Providers:
    """Answers for one program; nothing is read before somebody asks."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[Identity, list[Value]] | None = None

    def of(self, value: Value) -> list[Value]:
        """What is given to who asks for a class (as its instance here), or for a token: `Inject(TOKEN)`."""
        token = _token(value)
        key = None if token is None else _key(token)
        if key is None:
            return []
        if self._known is None:
            self._known = {}
            for path in self._files():
                self._read(path, self._known)
        return self._known.get(key, [])

    def _files(self) -> Iterator[str]:
        """The files that may say so: any, but only where NestJS is used."""
        paths = [
            path for path in self._program.tree.paths if path.endswith(SCRIPTS) and decoy(path, Settings()) is None
        ]
        if any("@nestjs/common" in self._program.specifiers(path) for path in paths):
            yield from filter(self._matters, paths)

    def _matters(self, path: str) -> bool:
        try:
            content = self._program.tree.read(path)
        except UnreadableFileError:
            return False
        return b"provide:" in content and any(f"{way}:".encode() in content for way in _WAYS)

    def _read(self, path: str, known: dict[Identity, list[Value]]) -> None:
        for step in expressions(self._program, path):
            if not isinstance(step.expression, Object) or not _provides(step.expression):
                continue
            provider = self._program.evaluate(step.expression, step.scope)
            given = provider.entries if isinstance(provider, ObjectValue) else {}
            key = _key(given["provide"]) if "provide" in given else None
            for way in _WAYS if key is not None else ():
                if way in given:
                    known.setdefault(key, []).append(_given(way, given[way]))


def _provides(expression: Object) -> bool:
    keys = {entry.key for entry in expression.entries if isinstance(entry, Property) and isinstance(entry.key, str)}
    return "provide" in keys and not keys.isdisjoint(_WAYS)


def _given(way: str, value: Value) -> Value:
    if way in ("useClass", "useExisting") and isinstance(value, ClassValue):
        return Application(value, (), Location(value.scope.path, value.declaration.span), new=True)
    if way == "useFactory" and isinstance(value, Closure):
        return Application(value, (), Location(value.scope.path, value.function.span))
    return value


def _token(value: Value) -> Value | None:
    """What a value asks for."""
    if not isinstance(value, Application):
        return None
    if value.new:
        return value.callee if isinstance(value.callee, ClassValue) else None
    made = callee(value)
    if made is None or (made.package, made.path) != ("@nestjs/common", ("Inject",)) or not value.arguments:
        return None
    return value.arguments[0]


def _key(token: Value) -> Identity:
    if isinstance(token, Constant):
        return ("text", token.value) if isinstance(token.value, str) else None
    if isinstance(token, ListValue):
        return None
    return identity(token)
