"""What a revision does on its way up, as statements.

The function runs without a database. What it does only under a condition that is not known is done here as well, and is
no conflict where it cannot be: the state decides, as it does when the migration runs.
"""

from collections.abc import Sequence
from typing import NamedTuple

from datamodel_check.extract.migrations.alembic.branches import Branches
from datamodel_check.extract.migrations.alembic.objects import Perhaps
from datamodel_check.extract.migrations.alembic.operations import Operations, plain_text
from datamodel_check.extract.migrations.performing import Run
from datamodel_check.extract.symbols import argument, symbol
from datamodel_check.model.location import Span
from datamodel_check.model.program import Program
from datamodel_check.model.sql import Content, Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, Closure, Constant, Value

_BATCH = "batch_alter_table"


class Operation(NamedTuple):
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
    return run.script()


class _Run(Run):
    def __init__(self, program: Program, path: str, dialect: SqlDialect) -> None:
        super().__init__(program, path, dialect)
        self._branches = Branches(program, path, dialect)
        self._operations = Operations(program, dialect)

    def call(self, call: Application) -> None:
        runs = self._branches.runs(call.location.span) if call.location.path == self.path else "surely"
        if runs == "never":
            return
        with self.tolerating(more=runs == "perhaps"):
            if (operation := _operation(call)) is not None:
                self._perform(operation, call)
            elif (type_ := self._operations.enum(call)) is not None:
                self._say([type_], call.location.span)

    def _perform(self, operation: Operation, call: Application) -> None:
        span = call.location.span
        if operation.name == "execute":
            self.query(plain_text(argument(call.arguments, 0) or call.keywords.get("sqltext")), span)
            return
        contents = list(self._operations.contents(*operation, call))
        problems = self._operations.problems()
        about = self._operations.subject(operation.table, call)
        self.problems += [Problem(span, message, about) for message in problems]
        self._say(contents, span)
        if problems:
            self.texts.append(self.program.describe(call))

    def _say(self, contents: Sequence[str | Perhaps | Content], span: Span) -> None:
        for content in contents:
            text = content.text if isinstance(content, Perhaps) else content
            with self.tolerating(more=isinstance(content, Perhaps)):
                if isinstance(text, str):
                    self.query(Constant(text), span)
                else:
                    self.statements.append(Statement(text, span, self.tolerant))
                    self.texts.append(repr(text))


def _operation(effect: Application) -> Operation | None:
    """`op.drop_table(…)`, or `batch_op.drop_column(…)` in `with op.batch_alter_table("user") as batch_op`."""
    found = symbol(effect.callee)
    if found is not None:
        is_ours = found.package == "alembic" and found.path[:-1] in {("op",), ("operations", "Operations")}
        return Operation(found.path[-1], None, None) if is_ours and found.path[-1] not in {_BATCH, "f"} else None
    if not isinstance(effect.callee, Access) or not isinstance(effect.callee.object, Application):
        return None
    batch = effect.callee.object
    opened = symbol(batch.callee)
    if opened is None or opened.package != "alembic" or opened.path[-1:] != (_BATCH,) or effect.callee.name == "f":
        return None
    table = argument(batch.arguments, 0) or batch.keywords.get("table_name")
    return Operation(effect.callee.name, table or Constant(None), batch.keywords.get("schema"))
