"""What extractors ask of the linked source code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression, Module, Statement
from datamodel_check.model.tree import Tree
from datamodel_check.model.values import Application, ClassValue, Closure, Unresolved, Value

if TYPE_CHECKING:
    from datamodel_check.model.prisma import Schema
    from datamodel_check.model.sql import Script, SqlDialect


class Scope(Protocol):
    """The names that an expression sees: those of its module, and of the functions around it."""

    @property
    def path(self) -> str:
        """The module's path."""


class Export(NamedTuple):
    """One name that a module exports, evaluated, and the place of its declaration."""

    name: str
    value: Value
    location: Location


class Attribute(NamedTuple):
    """A name that the body of a Python class binds. One that is only annotated has no value.

    Methods are `Closure`s, inner classes `ClassValue`s. Annotations and decorators are to be evaluated in `scope`.
    """

    name: str
    value: Value | None
    annotation: Expression | None
    location: Location
    scope: Scope


class Step(NamedTuple):
    """An expression inside a function, with the names that it sees."""

    expression: Expression
    scope: Scope


class Skipped(NamedTuple):
    """A statement of which nobody knows whether, or with what result, it is executed."""

    statement: Statement
    scope: Scope
    because: Unresolved


Effect: TypeAlias = Application | Skipped
"""A call that stays symbolic, so that only an extractor knows what it does; or what may hold such calls."""


class Parsers(Protocol):
    """What makes of a file's bytes what it says. No function raises for what the file says."""

    def module(self, path: str, content: bytes, /) -> Module | None:
        """The parsed file, or None where it is in no language that can be parsed."""

    def script(self, content: bytes, dialect: SqlDialect, /) -> Script:
        """The statements of a file of SQL."""

    def prisma_schema(self, content: bytes, /) -> Schema:
        """The blocks of a `.prisma` file."""


class Program(Protocol):
    """The repository's source code, answering on demand "what is this, evaluated?".

    No method raises for what the source code says: what cannot be decided is `Unresolved`, what cannot be read is a
    module with problems. Every answer records the modules it touched.
    """

    @property
    def tree(self) -> Tree: ...

    def module(self, path: str) -> Module | None:
        """The parsed file, or None where there is no such file or it is in no language that can be parsed."""

    def script(self, path: str, dialect: SqlDialect) -> Script | None:
        """The statements of a file of SQL, or None where there is no such file or it cannot be read."""

    def sql(self, text: str, dialect: SqlDialect) -> Script:
        """The statements of a text that code holds."""

    def prisma(self, path: str) -> Schema | None:
        """The blocks of a `.prisma` file, or None where there is no such file or it cannot be read."""

    def exports(self, path: str) -> Sequence[Export]:
        """What the module exports, in order of declaration, `export *` and re-exports followed, each name once.

        Type-only exports are left out.
        """

    def bindings(self, path: str) -> Sequence[Export]:
        """The module's own top-level bindings, exported or not, in order of declaration."""

    def scope(self, path: str) -> Scope:
        """The module's own scope."""

    def evaluate(self, expression: Expression, scope: Scope) -> Value: ...

    def sketch(self, expression: Expression, scope: Scope) -> Value:
        """As `evaluate`, but no function of the repository is run for it.

        Its call stays an `Application` of the `Closure`, and `x.name()` of an unresolved `x` keeps that shape.
        """

    def call(
        self,
        function: Value,
        arguments: Sequence[Value],
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,
    ) -> Value:
        """A `Closure` applied to values, as a method of `this`; of anything else an `Unresolved`."""

    def effects(self, path: str) -> Sequence[Effect]:
        """What happens when the module is run, in turn, functions of the repository that it calls included.

        A call of something unresolved is an `Application` of that.
        """

    def performed(
        self,
        function: Value,
        arguments: Sequence[Value],
        this: Value | None = None,
        keywords: Mapping[str, Value] | None = None,
    ) -> Sequence[Effect]:
        """What happens when a `Closure` is applied to values, as `effects` has it; as a method of `this`."""

    def member(self, value: Value, name: str) -> Value:
        """`value.name`."""

    def bases(self, value: ClassValue) -> Sequence[Value]:
        """What a Python class inherits from; of `Base[T]` it is `Base`."""

    def mro(self, value: ClassValue) -> Sequence[Value]:
        """A Python class and all that it inherits from, in the order in which attributes are looked up."""

    def attributes(self, value: ClassValue) -> Sequence[Attribute]:
        """The names that the body of a Python class binds, each once, in order; nothing that is inherited."""

    def steps(
        self,
        function: Closure,
        arguments: Sequence[Value] = (),
        this: Value | None = None,
        *,
        sketched: bool = False,
    ) -> Iterator[Step]:
        """What the statements of a function evaluate, in order, whichever branch they stand in.

        A parameter without an argument is `Unresolved`. Functions inside are not entered: evaluate one in its step's
        scope, and ask for the steps of the closure that comes of it. What a pattern takes apart comes once for each
        name of the pattern, with the same span. The function's names stand for what `evaluate` says of them, or with
        `sketched` for what `sketch` does.
        """

    def resolve(self, specifier: str, importer: str) -> str | None:
        """The path of the module that `specifier` names in `importer`, or None where it is outside the repository."""

    def specifiers(self, path: str) -> frozenset[str]:
        """What the text of a module seems to import. For this it is not parsed, so any file may be asked about."""

    def compiler_options(self, path: str) -> Mapping[str, object]:
        """The `compilerOptions` of the nearest `tsconfig.json`, its bases included; empty where there is none."""

    def describe(self, value: Value) -> str:
        """The value as normalised source text, for facts that cannot be resolved further."""

    def package(self, path: str) -> Package | None:
        """The package (nearest `package.json`, `pyproject.toml`) that a file belongs to."""

    @property
    def packages(self) -> Sequence[Package]: ...

    def touched(self) -> Iterable[str]:
        """The paths of the modules and configuration files that answers so far depended on."""


class Package(NamedTuple):
    """One package of the repository. `dependencies` map names to version ranges as written, `catalog:` resolved."""

    directory: str
    """Relative to the root; empty for the root itself."""
    manifest: str
    name: str | None
    dependencies: Mapping[str, str]
