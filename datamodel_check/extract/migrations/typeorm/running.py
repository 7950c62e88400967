"""What a migration does on its way up, as statements."""

from datamodel_check.extract.migrations.performing import Run
from datamodel_check.extract.migrations.typeorm.classes import instance, migrations
from datamodel_check.extract.migrations.typeorm.methods import Perhaps, contents, subject
from datamodel_check.extract.migrations.typeorm.objects import Context
from datamodel_check.extract.schema.typeorm.naming import NamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader
from datamodel_check.extract.symbols import argument
from datamodel_check.model.program import Program
from datamodel_check.model.sql import Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, External, Value

RUNNER = External("typeorm", ("QueryRunner",))
"""Stands for the query runner that TypeORM hands to `up`."""


def script(program: Program, path: str, dialect: SqlDialect) -> Script:
    """The statements of the migrations in a module."""
    run = _Run(program, path, dialect)
    for migration in sorted(migrations(program, path), key=lambda each: each.time or 0):
        run.execute(program.performed(migration.up, (RUNNER,), instance(program, migration.value)))
    return run.script()


class _Run(Run):
    def call(self, call: Application) -> None:
        if not isinstance(call.callee, Access) or not _runs_queries(call.callee.object):
            return
        if call.callee.name == "query":
            self.query(argument(call.arguments, 0), call.location.span)
        elif call.callee.object is RUNNER:
            self._changes(call.callee.name, call)

    def _changes(self, method: str, call: Application) -> None:
        """A method of the query runner that is no text of SQL."""
        reader, span = Reader(self.program), call.location.span
        done = contents(Context(reader, self.dialect, NamingStrategy(), call.location), method, call)
        if done is None:
            return
        for each in done:
            content = each.content if isinstance(each, Perhaps) else each
            tolerant = self.tolerant or isinstance(each, Perhaps)
            self.statements.append(Statement(content, span, tolerant))
            self.texts.append(repr(content))
        about = subject(call)
        self.problems += [Problem(span, found.message, about) for found in reader.diagnostics]


def _runs_queries(value: Value) -> bool:
    """Whether a value is the query runner, or what of it runs queries too: its manager, its data source."""
    while isinstance(value, Access) and value.name in {"connection", "dataSource", "manager"}:
        value = value.object
    return value is RUNNER
