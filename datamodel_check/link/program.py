"""The linked program: answers what names and expressions are, parsing only what an answer needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from datamodel_check.link.bindings import Bindings
from datamodel_check.link.bodies import steps
from datamodel_check.link.budget import FRAMES, ExhaustedError
from datamodel_check.link.describe import depending, describe
from datamodel_check.link.drafts import Drafts, UndecidedError
from datamodel_check.link.evaluate import Evaluator
from datamodel_check.link.files import Files
from datamodel_check.link.graph import Graph
from datamodel_check.link.packages import Packages
from datamodel_check.link.python.resolver import NAMESPACE
from datamodel_check.link.resolve_typescript import TypeScriptResolver
from datamodel_check.link.scope import ModuleScope, Scope
from datamodel_check.link.tsconfig import Configurations
from datamodel_check.memory.imports import specifiers
from datamodel_check.model import program as protocol
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Expression, Module, Opaque
from datamodel_check.model.program import Attribute, Effect, Export, Package, Parsers, Skipped, Step
from datamodel_check.model.tree import Tree
from datamodel_check.model.values import Access, ClassValue, Closure, External, Namespace, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.link.python.bindings import PythonBindings
    from datamodel_check.model.prisma import Schema
    from datamodel_check.model.sql import Script, SqlDialect


class LinkedProgram:
    """Implements `model.program.Program`."""

    def __init__(self, tree: Tree, parsers: Parsers) -> None:
        self._parsers = parsers
        self._files = Files(tree)
        self._packages = Packages(self._files)
        self._configurations = Configurations(self._files, self._packages)
        resolver = TypeScriptResolver(self._files, self._packages, self._configurations)
        self._typescript = Bindings(Graph(self._files, parsers.module, resolver), self._files)
        self._scripts: dict[tuple[str, SqlDialect], Script | None] = {}
        self._schemas: dict[str, Schema | None] = {}
        self._specifiers: dict[str, frozenset[str]] = {}
        sys.setrecursionlimit(max(sys.getrecursionlimit(), FRAMES))

    @cached_property
    def _python(self) -> PythonBindings:
        from datamodel_check.link.python.bindings import PythonBindings

        return PythonBindings(self._files, self._parsers.module)

    @property
    def tree(self) -> Tree:
        return self._files.tree

    def module(self, path: str) -> Module | None:
        return self._of(path).graph.module(path)

    def script(self, path: str, dialect: SqlDialect) -> Script | None:
        if (path, dialect) not in self._scripts:
            content = self._files.read(path)
            self._scripts[path, dialect] = None if content is None else self._parsers.script(content, dialect)
        return self._scripts[path, dialect]

    def sql(self, text: str, dialect: SqlDialect) -> Script:
        return self._parsers.script(text.encode("utf-8", "replace"), dialect)

    def prisma(self, path: str) -> Schema | None:
        if path not in self._schemas:
            content = self._files.read(path)
            self._schemas[path] = None if content is None else self._parsers.prisma_schema(content)
        return self._schemas[path]

    def exports(self, path: str) -> Sequence[Export]:
        return self._of(path).exports(path)

    def bindings(self, path: str) -> Sequence[Export]:
        return self._of(path).own(path)

    def scope(self, path: str) -> ModuleScope:
        return ModuleScope(path)

    def evaluate(self, expression: Expression, scope: protocol.Scope) -> Value:
        location = Location(scope.path, expression.span)
        assert isinstance(scope, Scope)
        evaluator = self._of(scope.path).evaluator
        return self._answer(evaluator, lambda: evaluator.evaluate(expression, scope), location)

    def sketch(self, expression: Expression, scope: protocol.Scope) -> Value:
        evaluator = self._of(scope.path).evaluator
        before, evaluator.sketching = evaluator.sketching, True
        try:
            return self.evaluate(expression, scope)
        finally:
            evaluator.sketching = before

    def call(
        self,
        function: Value,
        arguments: Sequence[Value],
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,
    ) -> Value:
        if not isinstance(function, Closure):
            place = Location("", NOWHERE)
            return Unresolved("what is called is no function of the repository", f"{describe(function)}()", place)
        location = Location(function.scope.path, function.function.span)
        evaluator = self._of(location.path).evaluator
        given, room = tuple(arguments), location.span.end - location.span.start
        return self._answer(
            evaluator, lambda: evaluator.apply(function, given, location, this, keywords), location, room
        )

    def effects(self, path: str) -> Sequence[Effect]:
        return tuple(self._of(path).effects(path))

    def performed(
        self,
        function: Value,
        arguments: Sequence[Value],
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,
    ) -> Sequence[Effect]:
        found: list[Effect] = []
        if not isinstance(function, Closure):
            return ()
        evaluator = self._of(function.scope.path).evaluator
        evaluator.effects = found
        self.call(function, arguments, this, keywords)
        if evaluator.budget.exhausted:
            place = Location(function.scope.path, function.function.span)
            because = Unresolved("it takes too many steps to evaluate", "", place)
            found.append(Skipped(Opaque("rest", "", place.span), function.scope, because))  # type: ignore[arg-type]
        return tuple(found)

    def member(self, value: Value, name: str) -> Value:
        location = getattr(value, "location", None) or Location("", NOWHERE)
        evaluator = self._of(self._path_of(value)).evaluator
        return self._answer(evaluator, lambda: evaluator.member(value, name, location), location)

    def bases(self, value: ClassValue) -> Sequence[Value]:
        return self._python.classes.bases(value)

    def mro(self, value: ClassValue) -> Sequence[Value]:
        return self._python.classes.order(value)

    def attributes(self, value: ClassValue) -> Sequence[Attribute]:
        return self._python.classes.attributes(value)

    def steps(
        self,
        function: Closure,
        arguments: Sequence[Value] = (),
        this: Value | None = None,
        *,
        sketched: bool = False,
    ) -> Iterator[Step]:
        return steps(partial(self._inside, sketched=sketched), function, arguments, this)

    def _inside(self, expression: Expression, scope: Scope, *, sketched: bool) -> Value:
        """A name inside a function, which may be asked for in the middle of another answer."""
        evaluator = self._of(scope.path).evaluator
        drafts, sketching = evaluator.drafts, evaluator.sketching
        evaluator.sketching = sketched
        try:
            return self.evaluate(expression, scope)
        finally:
            evaluator.drafts, evaluator.sketching = drafts, sketching

    def resolve(self, specifier: str, importer: str) -> str | None:
        found = self._of(importer).graph.resolve(specifier, importer)
        return found if isinstance(found, str) else None

    def specifiers(self, path: str) -> frozenset[str]:
        if path not in self._specifiers:
            self._specifiers[path] = specifiers(path, self._files.glance(path))
        return self._specifiers[path]

    def compiler_options(self, path: str) -> Mapping[str, object]:
        return self._configurations.compiler_options(path)

    def describe(self, value: Value) -> str:
        return describe(value)

    def package(self, path: str) -> Package | None:
        manifest = self._packages.nearest(path)
        return self._packages.package(manifest) if manifest else None

    @property
    def packages(self) -> Sequence[Package]:
        return self._packages.packages()

    def touched(self) -> Iterable[str]:
        return tuple(self._files.touched)

    def _of(self, path: str) -> Bindings:
        """What knows the names of the language that a file is written in."""
        return self._python if path.endswith((".py", ".pyi", NAMESPACE)) else self._typescript

    def _path_of(self, value: Value) -> str:
        """Where a value comes from; empty where nobody knows."""
        match value:
            case ClassValue(scope=scope) | Closure(scope=scope):
                return scope.path
            case Namespace(path=path):
                return path
            case External() if "_python" in vars(self) and self._python.knows(value):  # else it is not imported
                return NAMESPACE
            case _:
                location = getattr(value, "location", None)
                path = location.path if isinstance(location, Location) else ""
                return self._path_of(value.object) if not path and isinstance(value, Access) else path

    def _answer(self, evaluator: Evaluator, compute: Callable[[], Value], location: Location, room: int = 0) -> Value:
        """One answer, bounded in what it may cost."""
        try:
            with evaluator.budget.answer(room):
                evaluator.drafts = Drafts()
                return compute()
        except ExhaustedError as exhausted:
            return Unresolved(exhausted.reason, "", location)
        except UndecidedError as undecided:
            because = undecided.because or Unresolved(undecided.reason, "", location)
            return depending(because, because.text, location)
