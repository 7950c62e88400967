"""One source file as language-neutral declarations and expressions: what `parse` gives and `link` evaluates.

TypeScript and Python share this shape, so what reads decorated classes or nested calls is written once. Types share
it too: TypeScript's `Foo<A | B>` and Python's `Foo[A | B]` are both `Subscript(Foo, (Operator("|", A, B),))`.

What has no meaning at run time is gone: comments, parentheses, `as`, `satisfies`, `!`, `await` of types. What the
language says but this model does not hold (JSX, regular expressions, `yield`) is `Opaque` and keeps its text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias

from datamodel_check.model.location import Span
from datamodel_check.model.record import Record

Language: TypeAlias = OneOf["typescript", "python"]


# --- expressions -----------------------------------------------------------------------------------------------------


class Literal(Record):
    """A string, number, boolean or null (`None`). JavaScript's bigint is an `int` with `bigint` set."""

    value: str | int | float | bool | None
    span: Span
    bigint: bool = False


class Name(Record):
    """An identifier; `undefined` and `this` are names too."""

    id: str
    span: Span


class Member(Record):
    """`object.name`, also `object?.name`."""

    object: Expression
    name: str
    span: Span


class Subscript(Record):
    """`object[key]`; of types also `Foo<A, B>`, and `T[]` as `Array<T>`."""

    object: Expression
    keys: tuple[Expression, ...]
    span: Span


class Keyword(Record):
    """A named argument of a Python call; `**value` has the name `**`."""

    name: str
    value: Expression
    span: Span


class Spread(Record):
    """`...value`, `*value`; in objects also `**value`."""

    value: Expression
    span: Span


class Call(Record):
    """`callee(arguments)`; with `new` for JavaScript's constructor calls."""

    callee: Expression
    arguments: tuple[Expression | Spread | Keyword, ...]
    span: Span
    type_arguments: tuple[Expression, ...] = ()
    new: bool = False


class Template(Record):
    """A template or f-string: text and expressions in turn; `tag` is the `sql` of ``sql`…` ``.

    Text parts hold the cooked characters (escapes resolved).
    """

    parts: tuple[str | Expression, ...]
    span: Span
    tag: Expression | None = None


class List(Record):
    """An array, list, tuple or set literal."""

    items: tuple[Expression | Spread, ...]
    span: Span


class Property(Record):
    """One `key: value` of an object; a computed key is an expression. Getters are functions of no parameter."""

    key: str | Expression
    value: Expression
    span: Span
    getter: bool = False


class Object(Record):
    """An object literal, dict literal, or (as a type) the members of an object type or interface."""

    entries: tuple[Property | Spread, ...]
    span: Span


class Operator(Record):
    """An operator with its one, two or (comparison chains) more operands: `!`, `+`, `===`, `and`, `??`, `await`, `=`, …

    Assignments as expressions are `=`, `+=` …; `x++` is `postfix ++`. Of types: `|` and `&` with all their operands,
    `keyof`, `typeof`, `readonly`, `extends`. What the language has no sign for:

    - `default` of a destructured value: the second operand where the first is undefined;
    - `rest` of a destructured object: the first operand without the properties that the others name;
    - `of` and `in` with one operand: one of the items, or keys, that a loop goes through;
    - `enter`: what `with operand as name` binds;
    - `throw`, as a statement.
    """

    symbol: str
    operands: tuple[Expression, ...]
    span: Span


class Conditional(Record):
    """`test ? then : otherwise`, `then if test else otherwise`, and conditional types as far as they can be said."""

    test: Expression
    then: Expression
    otherwise: Expression
    span: Span


class Opaque(Record):
    """Something this model does not hold; `kind` is the grammar's name for it, `text` its tokens, one space between."""

    kind: str
    text: str
    span: Span


class Parameter(Record):
    """A parameter. A destructured one has a made-up `name` and is taken apart by the first statements of the body."""

    name: str
    span: Span
    annotation: Expression | None = None
    default: Expression | None = None
    rest: bool = False
    decorators: tuple[Expression, ...] = ()
    modifiers: frozenset[str] = frozenset()


class Function:
    """A function, method or lambda. Its body is converted when first asked for: most bodies never are."""

    __slots__ = ("_body", "decorators", "modifiers", "name", "parameters", "part", "returns", "span")

    def __init__(
        self,
        name: str | None,
        parameters: tuple[Parameter, ...],
        body: Callable[[], tuple[Statement, ...]] | tuple[Statement, ...],
        span: Span,
        *,
        decorators: tuple[Expression, ...] = (),
        returns: Expression | None = None,
        modifiers: frozenset[str] = frozenset(),
        part: str = "",
    ) -> None:
        self.name = name
        self.parameters = parameters
        self._body = body
        self.span = span
        self.decorators = decorators
        self.returns = returns
        self.modifiers = modifiers
        """Of `async`, `generator`, `static`, `get`, `set`, `abstract`, `private`, `protected`, `readonly`, …

        `optional` stands for the `?` after a name, `declare` for a function without a body.
        """
        self.part = part
        """Of a function that was cut down to one case of those that it tells apart: which."""

    @property
    def body(self) -> tuple[Statement, ...]:
        """The statements; of `x => value` the one `Return(value)`."""
        if callable(self._body):
            self._body = self._body()
        return self._body


class Field(Record):
    """A property declared in a class body (of Python: an assignment or an annotated name)."""

    name: str
    annotation: Expression | None
    value: Expression | None
    span: Span
    decorators: tuple[Expression, ...] = ()
    modifiers: frozenset[str] = frozenset()


class Class(Record):
    """A class. `bases` are expressions (mixins are calls); Python's class keywords are `keywords`."""

    name: str | None
    bases: tuple[Expression, ...]
    members: tuple[Field | Function | Class | Statement, ...]
    span: Span
    decorators: tuple[Expression, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    type_parameters: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()


Expression: TypeAlias = (
    Literal
    | Name
    | Member
    | Subscript
    | Call
    | Template
    | List
    | Object
    | Operator
    | Conditional
    | Function
    | Class
    | Opaque
)


# --- statements ------------------------------------------------------------------------------------------------------


class Binding(Record):
    """A name that gets a value: `const a = 1`, a function or class declaration, one name of a destructuring.

    `const { a, b: c = 1 } = x` is one binding per name, of `Member(x, "a")` and so on; a TypeScript enum is an `Object`
    (with the reverse entries of its numeric members), a namespace an `Object` too. No value stands for `let x` and
    `declare const x`.
    """

    name: str
    value: Expression | None
    span: Span
    kind: OneOf["const", "let", "var", "function", "class", "enum"]
    annotation: Expression | None = None


class TypeDeclaration(Record):
    """`interface X {…}` or `type X = …`: names that exist at compile time only."""

    name: str
    kind: OneOf["interface", "type"]
    value: Expression
    span: Span
    bases: tuple[Expression, ...] = ()
    parameters: tuple[str, ...] = ()


class Assignment(Record):
    """`target = value` as a statement, where the target is no plain name, or is assigned again."""

    target: Expression
    value: Expression
    span: Span


class Return(Record):
    value: Expression | None
    span: Span


class Evaluate(Record):
    """An expression that stands as a statement."""

    value: Expression
    span: Span


class If(Record):
    """Also `switch`, as a chain of `===`."""

    test: Expression
    then: tuple[Statement, ...]
    otherwise: tuple[Statement, ...]
    span: Span


class Block(Record):
    """Statements that may run any number of times, or not at all: loops, `try`, `with`, bare blocks.

    `header` holds the expressions that stand before the body (what is looped over, the context managers). The names
    that a loop binds are the first statements of its body. `catch` and `finally` are blocks of their own. A `switch`
    whose clauses run on into one another is a `block`.
    """

    kind: OneOf["loop", "try", "with", "block"]
    header: tuple[Expression, ...]
    body: tuple[Statement, ...]
    span: Span


Statement: TypeAlias = Binding | TypeDeclaration | Assignment | Return | Evaluate | If | Block


# --- modules ---------------------------------------------------------------------------------------------------------


class Import(NamedTuple):
    """A local name that stands for something of another module.

    `original` is the imported name, `"default"`, or `"*"` for the module itself. An import for its effects alone has
    the empty `local`. `typing` marks `import type`. Python's `from . import x` keeps its dots in `source`,
    `from a import *` has the local name `*`.
    """

    local: str
    source: str
    original: str
    span: Span
    typing: bool = False


class Export(NamedTuple):
    """An exported name: of this module's `original` binding, or of `source`'s. `export *` has the name `"*"`.

    `export default <expression>` exports a binding called `default`; so does `module.exports = …`, which exports each
    plain property of an object literal as well. `exports.a = <expression>` exports a binding called `exports.a`.
    """

    name: str
    original: str
    span: Span
    source: str | None = None
    typing: bool = False


NOT_UTF8 = "not UTF-8"
"""The message of a file in another encoding."""


class SyntaxProblem(NamedTuple):
    """A place that the grammar could not read; the rest of the file is still there."""

    message: str
    span: Span


class Module(NamedTuple):
    """One parsed file: a pure function of its bytes."""

    path: str
    language: Language
    imports: tuple[Import, ...]
    exports: tuple[Export, ...]
    statements: tuple[Statement, ...]
    """Top level only, in source order, without imports and the `export` keyword."""
    directives: tuple[str, ...] = ()
    """`"use client"`, `"use server"` and the like."""
    problems: tuple[SyntaxProblem, ...] = ()
