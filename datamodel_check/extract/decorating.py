"""Which decorators of a library stand at a class or a property, also those that decorators of the repository apply."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from datamodel_check.extract.imports import imported
from datamodel_check.extract.symbols import callee
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, Unresolved, Value

_DEEPEST = 20

T = TypeVar("T")
"""What a library's decorator is read as."""


class Decorations(NamedTuple, Generic[T]):
    """Decorators in the order in which they take effect: the last one written comes first."""

    known: tuple[T, ...]
    opaque: tuple[Unresolved, ...]
    """What else is done that cannot be followed, each with the decorator as its text."""


class Decorating(Generic[T]):
    """How the decorators of one library are told.

    `known` reads a decorator, `@Column` or `@Column()`, and gives None of what is none of the library's. `changed`
    reads a call that is given the decorated class itself. `belongs` tells whether a package is the library's.
    """

    def __init__(
        self,
        program: Program,
        known: Callable[[Value], T | None],
        belongs: Callable[[str], bool],
        changed: Callable[[Application], T | None] = lambda _: None,
    ) -> None:
        self._program = program
        self._known = known
        self._belongs = belongs
        self._changed = changed

    def at(
        self, decorators: Sequence[Expression], scope: Scope, target: ClassValue, key: str | None = None
    ) -> Decorations[T]:
        """What the decorators of a class, or of its property `key`, declare."""
        known: list[T] = []
        opaque: list[Unresolved] = []
        for decorator in reversed(decorators):
            value = self._program.evaluate(decorator, scope)
            for part in self._parts(value, target, key, 0):
                if isinstance(part, Unresolved):
                    opaque.append(Unresolved(part.reason, text(decorator), Location(scope.path, decorator.span)))
                else:
                    known.append(part)
        return Decorations(tuple(known), tuple(opaque))

    def _parts(self, value: Value, target: ClassValue, key: str | None, depth: int) -> Iterator[T | Unresolved]:
        if depth > _DEEPEST:
            return
        if isinstance(value, Unresolved):
            yield value
        elif (known := self._known(value)) is not None:
            yield known
        elif isinstance(value, Closure):
            yield from self._performed(value, target, key, depth)
        elif isinstance(value, Application):
            composed = callee(value)
            if composed is not None and composed.path[-1:] == ("applyDecorators",):
                for argument in value.arguments:
                    yield from self._parts(argument, target, key, depth + 1)
                yield from value.open

    def _performed(self, own: Closure, target: ClassValue, key: str | None, depth: int) -> Iterator[T | Unresolved]:
        """A decorator that is a function of the repository: those that it applies to what it is given."""
        if not self._may_declare(own.scope.path):
            return
        for effect in self._program.performed(own, [target] if key is None else [target, Constant(key)]):
            if not isinstance(effect, Application):
                yield effect.because
            elif effect.arguments[:1] == (target,):
                changed = self._changed(effect)
                yield from self._parts(effect.callee, target, key, depth + 1) if changed is None else (changed,)

    def _may_declare(self, path: str) -> bool:
        """Whether a module imports the library, or something of the repository that may."""
        module = self._program.module(path)
        return module is not None and any(
            self._belongs(one.source) or self._program.resolve(one.source, path) is not None for one in imported(module)
        )
