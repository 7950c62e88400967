"""What a revision does on its way up, as statements.

The function runs without a database. What it does only under a condition that is not known is done here as well, and is
no conflict where it cannot be: the state decides, as it does when the migration runs.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations.alembic.branches import Branches
from datamodel_check.extract.migrations.alembic.objects import Perhaps
from datamodel_check.extract.migrations.alembic.operations import Operations
from datamodel_check.extract.migrations.data import changes_data_only
from datamodel_check.extract.symbols import argument, symbol
from datamodel_check.model.location import Span
from datamodel_check.model.module import Block, Function, If, Opaque
from datamodel_check.model.module import Statement as CodeStatement
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.sql import Content, Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, Closure, Constant, Value

_DEEPEST = 20
"""Branches inside branches."""

_BATCH = "batch_alter_table"


class Call(NamedTuple):
    """A function of `op`, and the table of the batch that it is a method of."""

    name: str
    table: Value | None
    schema: Value | None


def script(program: Program, path: str, dialect: SqlDialect) -> Script:
    """The statements of `upgrade` in a module."""
    run = _Run(program, path, dialect)
    for binding in program.bindings(path):
        if binding.name == "upgrade" and isinstance(binding.value, Closure):
            run.execute(program.performed(binding.value, ()))
    return Script(tuple(run.statements), tuple(run.problems), digest=_digest(run.texts))


def _digest(texts: Sequence[str]) -> str:
    from hashlib import sha256

    return sha256("\0".join(texts).encode()).hexdigest()[:16]


class _Run:
    """The statements of one revision so far."""

    def __init__(self, program: Program, path: str, dialect: SqlDialect) -> None:
        self._path = path
        self._branches = Branches(program, path, dialect)
        self._program = program
        self._dialect: SqlDialect = dialect
        self._operations = Operations(program, dialect)
        self._tolerant = False
        self._depth = 0
        self.statements: list[Statement] = []
        self.problems: list[Problem] = []
        self.texts: list[str] = []

    def execute(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            else:
                self._run(effect)

    def _run(self, effect: Application) -> None:
        runs = self._branches.runs(effect.location.span) if effect.location.path == self._path else "surely"
        if runs == "never":
            return
        before, self._tolerant = self._tolerant, self._tolerant or runs == "perhaps"
        if (call := _call(effect)) is not None:
            self._perform(call, effect)
        elif (type_ := self._operations.enum(effect)) is not None:
            self._say([type_], effect.location.span)
        self._tolerant = before

    def _perform(self, call: Call, effect: Application) -> None:
        span = effect.location.span
        if call.name == "execute":
            self._query(argument(effect.arguments, 0) or effect.keywords.get("sqltext"), span)
            return
        contents = list(self._operations.contents(call.name, call.table, call.schema, effect))
        problems = self._operations.problems()
        self.problems += [Problem(span, message, self._operations.subject(call.table, effect)) for message in problems]
        self._say(contents, span)
        if problems:
            self.texts.append(self._program.describe(effect))

    def _say(self, contents: Sequence[str | Perhaps | Content], span: Span) -> None:
        for content in contents:
            tolerant = self._tolerant or isinstance(content, Perhaps)
            text = content.text if isinstance(content, Perhaps) else content
            if not isinstance(text, str):
                self.statements.append(Statement(text, span, tolerant))
                self.texts.append(repr(text))
                continue
            made = self._program.sql(text, self._dialect)
            self.texts.append(made.digest)
            self.statements += [Statement(one.content, span, one.tolerant or tolerant) for one in made.statements]
            self.problems += [one._replace(span=span) for one in made.problems]

    def _query(self, value: Value | None, span: Span) -> None:
        text = self._operations.sql(value)
        if text is not None:
            self._say([text], span)
            return
        written = self._program.describe(value) if value is not None else ""
        self.texts.append(written)
        if not changes_data_only(written):
            self.problems.append(Problem(span, "the text of the statement is not known"))

    # --- what may happen ---------------------------------------------------------------------------------------------

    def _skipped(self, effect: Skipped) -> None:
        if self._depth == _DEEPEST:
            self.problems.append(Problem(effect.statement.span, "it is nested too deeply"))
            return
        before, self._tolerant = self._tolerant, True
        self._depth += 1
        for body in _branches(effect.statement):
            made = Function(None, (), tuple(body), effect.statement.span)
            self.execute(self._program.performed(Closure(made, effect.scope), ()))
        self._depth -= 1
        self._tolerant = before


def _branches(statement: CodeStatement) -> Iterator[Sequence[CodeStatement]]:
    """What may be executed; what only handles errors is not."""
    match statement:
        case If(then=then, otherwise=otherwise):
            yield from (then, otherwise)
        case Block(header=(Opaque("catch_clause"),)):
            return
        case Block(body=body):
            yield body
        case _:
            return


def _call(effect: Application) -> Call | None:
    """`op.drop_table(…)`, or `batch_op.drop_column(…)` in `with op.batch_alter_table("user") as batch_op`."""
    found = symbol(effect.callee)
    if found is not None:
        is_ours = found.package == "alembic" and found.path[:-1] in {("op",), ("operations", "Operations")}
        return Call(found.path[-1], None, None) if is_ours and found.path[-1] not in {_BATCH, "f"} else None
    if not isinstance(effect.callee, Access) or not isinstance(effect.callee.object, Application):
        return None
    batch = effect.callee.object
    opened = symbol(batch.callee)
    if opened is None or opened.package != "alembic" or opened.path[-1:] != (_BATCH,) or effect.callee.name == "f":
        return None
    table = argument(batch.arguments, 0) or batch.keywords.get("table_name")
    return Call(effect.callee.name, table or Constant(None), batch.keywords.get("schema"))
