"""What a migration does on its way up, as statements.

The method runs without a database. What it does only where the database holds something (`if (!(await
queryRunner.hasColumn(…)))`) is done here as well, and is no conflict where it cannot be: the state decides, as it does
when the migration runs.
"""

import re
from collections.abc import Sequence

from datamodel_check.extract.migrations.typeorm.classes import migrations
from datamodel_check.extract.symbols import argument, string
from datamodel_check.model.location import Span
from datamodel_check.model.module import Block, Function, If, Return
from datamodel_check.model.module import Statement as CodeStatement
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.sql import Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, Closure, External, Value

RUNNER = External("typeorm", ("QueryRunner",))
"""Stands for the query runner that TypeORM hands to `up`."""


def script(program: Program, path: str, dialect: SqlDialect) -> Script:
    """The statements of the migrations in a module."""
    run = _Run(program, path, dialect)
    for migration in sorted(migrations(program, path), key=lambda each: each.time or 0):
        run.function(migration.up, (RUNNER,))
    return Script(tuple(run.statements), tuple(run.problems), digest=_digest(run.texts))


def _digest(texts: Sequence[str]) -> str:
    from hashlib import sha256

    return sha256("\0".join(texts).encode()).hexdigest()[:16] if texts else ""


class _Run:
    """The statements of one module so far."""

    def __init__(self, program: Program, path: str, dialect: SqlDialect) -> None:
        self.program = program
        self.path = path
        self.dialect: SqlDialect = dialect
        self.statements: list[Statement] = []
        self.problems: list[Problem] = []
        self.texts: list[str] = []
        """The digest of each text; of one that is not known what is written."""
        self.tolerant = False

    def function(self, closure: Closure, arguments: Sequence[Value]) -> None:
        made = closure.function
        body = with_early_exits_as_branches(made.body)
        rewritten = Function(made.name, made.parameters, body, made.span, modifiers=made.modifiers)
        self.execute(self.program.performed(Closure(rewritten, closure.scope), arguments))

    def execute(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            elif isinstance(effect.callee, Access) and effect.callee.object is RUNNER:
                self._call(effect.callee.name, effect)

    def _call(self, method: str, call: Application) -> None:
        span = call.location.span
        if method == "query":
            self._query(call, span)

    def _query(self, call: Application, span: Span) -> None:
        value = argument(call.arguments, 0)
        text = string(value)
        if text is None:
            written = self.program.describe(value) if value is not None else ""
            self.texts.append(written)
            if not changes_data_only(written):
                self.problems.append(Problem(span, "the text of the statement is not known"))
            return
        read = self.program.sql(text, self.dialect)
        self.texts.append(read.digest)
        self.statements += [Statement(each.content, span, each.tolerant or self.tolerant) for each in read.statements]
        self.problems += [each._replace(span=span) for each in read.problems]

    # --- what may happen ---------------------------------------------------------------------------------------------

    def _skipped(self, effect: Skipped) -> None:
        before, self.tolerant = self.tolerant, True
        for body in _branches(effect.statement):
            made = Function(None, (), with_early_exits_as_branches(body), effect.statement.span)
            self.execute(self.program.performed(Closure(made, effect.scope), ()))
        self.tolerant = before


def _branches(statement: CodeStatement) -> list[tuple[CodeStatement, ...]]:
    if isinstance(statement, If):
        return [statement.then, statement.otherwise]
    return [statement.body] if isinstance(statement, Block) else []


def with_early_exits_as_branches(body: Sequence[CodeStatement]) -> tuple[CodeStatement, ...]:
    """`if (done) return; rest` as `if (done) return; else rest`: so that what follows is known to be a branch."""
    for place, statement in enumerate(body):
        if isinstance(statement, If) and _leaves(statement.then) and not statement.otherwise:
            rest = with_early_exits_as_branches(body[place + 1 :])
            return (*body[:place], If(statement.test, (), rest, statement.span))
    return tuple(body)


def _leaves(body: Sequence[CodeStatement]) -> bool:
    return bool(body) and isinstance(body[-1], Return)


_DATA = re.compile(r"""[\s(]*["'`]?\s*(?:delete|insert|replace|select|set|update)\b""", re.IGNORECASE)


def changes_data_only(written: str) -> bool:
    """Whether a statement of SQL whose text is only known in part, as code, leaves the tables as they are."""
    return _DATA.match(written) is not None
