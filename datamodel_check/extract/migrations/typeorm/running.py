"""What a migration does on its way up, as statements.

The method runs without a database. What it does only where the database holds something (`if (!(await
queryRunner.hasColumn(…)))`) is done here as well, and is no conflict where it cannot be: the state decides, as it does
when the migration runs.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from datamodel_check.extract.migrations.typeorm.classes import instance, migrations
from datamodel_check.extract.migrations.typeorm.methods import Perhaps, contents, subject
from datamodel_check.extract.migrations.typeorm.objects import Context
from datamodel_check.extract.paths import locate, path_text
from datamodel_check.extract.schema.typeorm.naming import NamingStrategy
from datamodel_check.extract.schema.typeorm.reader import Reader
from datamodel_check.extract.symbols import argument, callee, chain, string
from datamodel_check.model.location import Span
from datamodel_check.model.module import Block, Function, If, Opaque
from datamodel_check.model.module import Statement as CodeStatement
from datamodel_check.model.program import Effect, Program, Skipped
from datamodel_check.model.sql import Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, Closure, External, Unresolved, Value

RUNNER = External("typeorm", ("QueryRunner",))
"""Stands for the query runner that TypeORM hands to `up`."""

_DEEPEST = 20
"""Branches inside branches."""


def script(program: Program, path: str, dialect: SqlDialect) -> Script:
    """The statements of the migrations in a module."""
    run = _Run(program, path, dialect)
    for migration in sorted(migrations(program, path), key=lambda each: each.time or 0):
        run.execute(program.performed(migration.up, (RUNNER,), instance(program, migration.value)))
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
        self.depth = 0

    def execute(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Skipped):
                self._skipped(effect)
            elif isinstance(effect.callee, Access) and _runs_queries(effect.callee.object):
                self._call(effect.callee.object, effect.callee.name, effect)

    def _call(self, runner: Value, method: str, call: Application) -> None:
        if method == "query":
            self._query(call)
        elif runner is RUNNER:
            self._changes(method, call)

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

    def _query(self, call: Application) -> None:
        value = argument(call.arguments, 0)
        alternatives = value.alternatives if isinstance(value, Unresolved) else ()
        with self._tolerating(more=bool(alternatives)):
            for text in alternatives or (value,):
                self._text(text, call.location.span)

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
        if self.depth == _DEEPEST:
            self.problems.append(Problem(effect.statement.span, "it is nested too deeply"))
            return
        self.depth += 1
        with self._tolerating(more=not _tries(effect.statement)):
            for body in _branches(effect.statement):
                made = Function(None, (), tuple(body), effect.statement.span)
                self.execute(self.program.performed(Closure(made, effect.scope), ()))
        self.depth -= 1

    @contextmanager
    def _tolerating(self, *, more: bool) -> Iterator[None]:
        before, self.tolerant = self.tolerant, self.tolerant or more
        yield
        self.tolerant = before


def _runs_queries(value: Value) -> bool:
    """Whether a value is the query runner, or what of it runs queries too: its manager, its data source."""
    while isinstance(value, Access) and value.name in {"connection", "dataSource", "manager"}:
        value = value.object
    return value is RUNNER


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


_DATA = re.compile(r"""[`"'(]*(?:\s|\\[nrt])*[(\s]*(?:delete|insert|replace|select|set|update)\b""", re.IGNORECASE)


def changes_data_only(written: str) -> bool:
    """Whether a statement of SQL whose text is only known in part, as code, leaves the tables as they are."""
    return _DATA.match(written) is not None
