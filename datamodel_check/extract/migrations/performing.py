"""What migrations do that are code and run without a database: the texts of SQL among their calls, and what may happen.

What a migration does only where the database holds something (`if (!(await queryRunner.hasColumn(…)))`) is done here as
well, and is no conflict where it cannot be: the state decides, as it does when the migration runs.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from datamodel_check.extract.migrations.data import changes_data_only
from datamodel_check.extract.paths import locate, path_text
from datamodel_check.extract.symbols import argument, callee, chain, string
from datamodel_check.model.location import Span
from datamodel_check.model.module import Block, Function, If, Opaque
from datamodel_check.model.module import Statement as CodeStatement
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.sql import Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Application, Closure, Unresolved, Value

_DEEPEST = 20
"""Branches inside branches."""


class Run:
    """The statements of one module so far; a tool says what its calls do by `call`."""

    def __init__(self, program: Program, path: str, dialect: SqlDialect) -> None:
        self.program = program
        self.path = path
        self.dialect: SqlDialect = dialect
        self.statements: list[Statement] = []
        self.problems: list[Problem] = []
        self.texts: list[str] = []
        """The digest of each text; of one that is not known what is written."""
        self.tolerant = False
        self.depth = 0

    def script(self) -> Script:
        return Script(tuple(self.statements), tuple(self.problems), digest=_digest(self.texts))

    def execute(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            else:
                self.call(effect)

    def call(self, call: Application) -> None:
        """What one call does to the database."""
        raise NotImplementedError

    def query(self, value: Value | None, span: Span) -> None:
        """Run a text of SQL, or what may be one of several."""
        alternatives = value.alternatives if isinstance(value, Unresolved) else ()
        with self.tolerating(more=bool(alternatives)):
            for text in alternatives or (value,):
                self._text(text, span)

    def _text(self, value: Value | None, span: Span) -> None:
        script = self._script(value)
        if script is None:
            written = self.program.describe(value) if value is not None else ""
            self.texts.append(written)
            if not changes_data_only(written):
                self.problems.append(Problem(span, "the text of the statement is not known"))
            return
        self.texts.append(script.digest)
        self.statements += [Statement(each.content, span, each.tolerant or self.tolerant) for each in script.statements]
        self.problems += [each._replace(span=span) for each in script.problems]

    def _script(self, value: Value | None) -> Script | None:
        """The statements of a text, or of a file whose content it is."""
        text = string(value)
        if text is not None:
            return self.program.sql(text, self.dialect)
        path = self._file(value) if value is not None else None
        return None if path is None else self.program.script(path, self.dialect)

    def _file(self, value: Value) -> str | None:
        """The path in `readFileSync(path)`, also with `.toString()`."""
        call, steps = chain(value)
        function = callee(call)
        if function is None or function.path[-1:] not in {("readFile",), ("readFileSync",)}:
            return None
        if not isinstance(call, Application) or any(step.name != "toString" for step in steps):
            return None
        written = argument(call.arguments, 0)
        known = None if written is None else path_text(written, self.path)
        return None if known is None else locate(known, "")

    # --- what may happen ---------------------------------------------------------------------------------------------

    def _skipped(self, effect: Skipped) -> None:
        if isinstance(effect.statement, Opaque):
            self.problems.append(Problem(effect.statement.span, f"it is not known to its end: {effect.because.reason}"))
            return
        if self.depth == _DEEPEST:
            self.problems.append(Problem(effect.statement.span, "it is nested too deeply"))
            return
        self.depth += 1
        with self.tolerating(more=not _tries(effect.statement)):
            for body in _branches(effect.statement):
                made = Function(None, (), tuple(body), effect.statement.span)
                self.execute(self.program.performed(Closure(made, effect.scope), ()))
        self.depth -= 1

    @contextmanager
    def tolerating(self, *, more: bool) -> Iterator[None]:
        """For as long as this lasts statements need not fit the state, if there is `more` to doubt them for."""
        before, self.tolerant = self.tolerant, self.tolerant or more
        yield
        self.tolerant = before


def _digest(texts: Sequence[str]) -> str:
    from hashlib import sha256

    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def _tries(statement: CodeStatement) -> bool:
    """`try` and `finally`: what stands there is executed in any case."""
    return isinstance(statement, Block) and statement.kind == "try"


def _branches(statement: CodeStatement) -> Sequence[Sequence[CodeStatement]]:
    """What may be executed; what only handles errors is not."""
    match statement:
        case If(then=then, otherwise=otherwise):
            return (then, otherwise)
        case Block(header=(Opaque("catch_clause"),)):
            return ()
        case Block(body=body):
            return (body,)
        case _:
            return ()
